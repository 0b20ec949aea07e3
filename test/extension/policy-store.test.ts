import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LAST_GOOD_POLICY_KEY, OWN_SETTINGS_KEY } from '../../extension/policy-here.ts';
import { isPolicyNote, POLICY_NOTE_KEY } from '../../extension/popup/stored.ts';
import { fakeBrowser } from './browser.ts';

type Changed = (changes: Readonly<Record<string, unknown>>, area: string) => void;

let fake = fakeBrowser();
const OWN_RULES = [{ rule: 'no-passcode', level: 'justify' }];

/** Managed storage's answers that are owed. */
let owed: ((policy: unknown) => void)[] = [];
let tell: Changed = () => undefined;
vi.mock('webextension-polyfill', () => ({
  default: {
    get storage() {
      return {
        ...fake.storage,
        managed: { get: () => new Promise((resolve) => owed.push(resolve)) },
        onChanged: {
          addListener(listener: Changed) {
            tell = listener;
          },
        },
      };
    },
  },
}));

/** A start of the worker; `changed` counts how often another policy came into force. */
async function start() {
  vi.resetModules();
  const store = await import('../../extension/background/policy-store.ts');
  const changed = vi.fn();
  store.followManagedPolicy(changed);
  return { ...store, changed };
}
async function problems(): Promise<string[]> {
  const { [POLICY_NOTE_KEY]: note } = await fake.storage.local.get(POLICY_NOTE_KEY);
  return isPolicyNote(note) ? note.faults.map(({ problem }) => problem) : [];
}

beforeEach(() => {
  vi.useFakeTimers();
  fake = fakeBrowser();
  owed = [];
});
afterEach(() => {
  vi.useRealTimers();
});

it('goes by the last good policy when managed storage gives no answer, says so, and follows an answer that comes late', async () => {
  await fake.storage.local.set({ [LAST_GOOD_POLICY_KEY]: { policyVersion: '1' } });
  const { policyInForce, policyOnceRead, changed } = await start();
  const once = policyOnceRead();
  await vi.advanceTimersByTimeAsync(14_000);
  expect(await problems()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect((await once).policy.policyVersion).toBe('1');
  expect(await problems()).toEqual(['unanswered']);
  expect(changed).toHaveBeenCalledTimes(1);

  owed[0]?.({ policyVersion: '2' });
  await vi.advanceTimersByTimeAsync(0);
  expect(owed).toHaveLength(2);
  owed[1]?.({ policyVersion: '2' });
  await vi.advanceTimersByTimeAsync(0);
  expect((await policyInForce()).policy.policyVersion).toBe('2');
  expect(await problems()).toEqual([]);
  expect(changed).toHaveBeenCalledTimes(2);
});

it('waits once: a person’s own settings come into force without that answer', async () => {
  const { policyInForce } = await start();
  await vi.advanceTimersByTimeAsync(15_000);
  await fake.storage.local.set({ [OWN_SETTINGS_KEY]: { rules: OWN_RULES } });
  tell({ [OWN_SETTINGS_KEY]: {} }, 'local');
  await vi.advanceTimersByTimeAsync(0);
  expect((await policyInForce()).policy.rules).toEqual(OWN_RULES);
  expect(owed).toHaveLength(1);
  expect(await problems()).toEqual(['unanswered']);
});
