import browser from 'webextension-polyfill';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { policyDelivered, UNANSWERED } from '../../src/policy/delivered.ts';
import { type PolicyInForce, withExpiry } from '../../src/policy/in-force.ts';
import { withOwnSettings } from '../../src/policy/own-settings.ts';
import {
  LAST_GOOD_POLICY_KEY as LAST_GOOD,
  OWN_SETTINGS_KEY as OWN_SETTINGS,
  policyHere,
} from '../policy-here.ts';
import { POLICY_NOTE_KEY as NOTE } from '../popup/stored.ts';

let current: Promise<PolicyInForce> | null = null;
/** Readings of managed storage, one after the other. */
let reading: Promise<void> = Promise.resolve();

/**
 * At a cold start the answer took up to 8 s (facts/deployment.md). It can also never come, for as long as the browser runs: seen in
 * Chromium 156 started on a busy machine, and told of Edge (MicrosoftEdge-Extensions issue 299).
 */
const PATIENCE_MS = 15_000;
/** Managed storage still owes an answer that was waited for in vain. */
let isOwed = false;

/**
 * The policy in force, from storage.local alone. The first storage.managed.get() after the browser starts takes up to 5 s
 * (facts/toolchain.md), and no warning waits for it.
 */
export function policyInForce(): Promise<PolicyInForce> {
  current ??= policyHere().then(({ inForce }) => inForce);
  return current;
}

/** For what can wait until managed storage has answered: a policy that has just come is in force then. */
export function policyOnceRead(): Promise<PolicyInForce> {
  return reading.then(policyInForce);
}

/**
 * Reads managed storage at every start of the worker, and whenever it changes (Chromium; Firefox tells of no change, so there a
 * new policy is seen when the browser starts). `changed` is called after another policy came into force.
 */
export function followManagedPolicy(changed: () => void): void {
  keepFromPages();
  const read = (): void => {
    reading = reading
      .then(() => readManaged(read, changed))
      .catch((error: unknown) => {
        // The last good policy stays in force; the next change or start reads again.
        console.warn('In Camera: the policy could not be saved.', error);
      });
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || (area === 'local' && Object.hasOwn(changes, OWN_SETTINGS))) read();
  });
  read();
}

async function readManaged(again: () => void, changed: () => void): Promise<void> {
  const delivered = await managedAnswer(again);
  const stored = await browser.storage.local.get([LAST_GOOD, NOTE, OWN_SETTINGS]);
  const { inForce: read, keep } = policyDelivered(delivered, stored[LAST_GOOD]);
  const before = await policyInForce();
  const inForce = withExpiry(withOwnSettings(read, stored[OWN_SETTINGS]), new Date());
  current = Promise.resolve(inForce);
  const same =
    JSON.stringify([before.policy, before.tightening]) ===
      JSON.stringify([inForce.policy, inForce.tightening]) &&
    JSON.stringify(stored[LAST_GOOD] ?? {}) === JSON.stringify(keep) &&
    JSON.stringify(stored[NOTE] ?? DEFAULT_POLICY.note) === JSON.stringify(inForce.note);
  if (same) return;
  // In force it is also where there is no room to keep it.
  await browser.storage.local.set({ [LAST_GOOD]: keep, [NOTE]: inForce.note }).finally(changed);
}

/** `again` is called when the answer comes after all. */
async function managedAnswer(again: () => void): Promise<unknown> {
  if (isOwed) return UNANSWERED;
  // Firefox rejects when there is no policy, or a broken one.
  const answer: Promise<unknown> = browser.storage.managed.get().catch(() => undefined);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, UNANSWERED));
  const first = await Promise.race([answer, patience]);
  if (first !== UNANSWERED) return first;
  isOwed = true;
  void answer.then(() => {
    isOwed = false;
    again();
  });
  return UNANSWERED;
}

/**
 * Content scripts can write storage.local by default, and so could a compromised page's process: a policy of its own, for one.
 * Chromium can forbid it (storage.StorageArea.setAccessLevel); Firefox cannot yet.
 */
function keepFromPages(): void {
  const setAccessLevel: unknown = Reflect.get(browser.storage.local, 'setAccessLevel');
  if (typeof setAccessLevel !== 'function') return;
  const done: unknown = Reflect.apply(setAccessLevel, browser.storage.local, [
    { accessLevel: 'TRUSTED_CONTEXTS' },
  ]);
  if (done instanceof Promise) done.catch(() => undefined);
}
