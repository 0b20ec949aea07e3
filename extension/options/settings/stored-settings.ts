/** A person's own settings in storage.local. The worker follows them (background/policy-store.ts). */
import browser from 'webextension-polyfill';
import type { Change, Settings } from '../../../src/policy/settings-changes.ts';
import { settingsFrom } from '../../../src/policy/settings-changes.ts';
import { OWN_SETTINGS_KEY } from '../../policy-here.ts';

/** Changes, one after the other: each begins with what is stored then, so that another window's is not undone. */
let last: Promise<unknown> = Promise.resolve();

/** Rejects when the settings cannot be read or stored; then nothing has changed. */
export function changeSettings(change: Change): Promise<void> {
  return inOrder(async () => {
    const { [OWN_SETTINGS_KEY]: stored } = await browser.storage.local.get([OWN_SETTINGS_KEY]);
    const before = settingsFrom(stored);
    if (before === null) throw new Error('What is stored are no settings.');
    await store(change(before));
  });
}

/** In place of whatever was there. Rejects as above. */
export const replaceSettings = (settings: Settings): Promise<void> => inOrder(() => store(settings));

async function store(settings: Settings): Promise<void> {
  if (Object.keys(settings).length === 0) await browser.storage.local.remove(OWN_SETTINGS_KEY);
  else await browser.storage.local.set({ [OWN_SETTINGS_KEY]: settings });
}

function inOrder(work: () => Promise<void>): Promise<void> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}
