import browser from 'webextension-polyfill';
import { FIRST_RUN_PAGE, FIRST_RUN_PENDING } from '../first-run/pending.ts';
import { policyOnceRead } from './policy-store.ts';

/**
 * Opens the first-run page once, after the installation. Managed storage, which may say that it is not wanted, takes up to 5 s to answer the
 * first time (facts/toolchain.md), and the browser may stop the worker before: so the wish is stored, and the next start takes it up.
 */
export function introduceOnce(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    queue(() => browser.storage.local.set({ [FIRST_RUN_PENDING]: true }));
    queue(introduce);
  });
  queue(introduce);
}

/** One after the other: two at once would both open it. */
let last: Promise<void> = Promise.resolve();

function queue(step: () => Promise<void>): void {
  last = last.then(step).catch((error: unknown) => {
    console.warn('In Camera: the first-run page was not opened.', error);
  });
}

async function introduce(): Promise<void> {
  if (!(await isPending())) return;
  const { policy } = await policyOnceRead();
  if (!(await isPending())) return;
  await browser.storage.local.remove(FIRST_RUN_PENDING);
  if (policy.firstRun !== false) await browser.tabs.create({ url: browser.runtime.getURL(FIRST_RUN_PAGE) });
}

async function isPending(): Promise<boolean> {
  const { [FIRST_RUN_PENDING]: pending } = await browser.storage.local.get(FIRST_RUN_PENDING);
  return pending === true;
}
