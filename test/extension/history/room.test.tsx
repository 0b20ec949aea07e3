// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  COUNTS_KEY,
  DROPPED_KEY,
  dayKey,
  dayText,
  KEEPING_KEY,
  type LogEntry,
  OLD_KEY,
} from '../../../extension/log.ts';
import { deleteEntries } from '../../../extension/options/history/stored.ts';
import { Room } from '../../../extension/options/rooms/history.tsx';
import { getMessage } from '../locale.ts';
import { fakeLocks } from '../locks.ts';

const fake = vi.hoisted(() => {
  let stored: Record<string, unknown> = {};
  let listeners: ((changes: Record<string, unknown>) => void)[] = [];
  const tell = (keys: string[]): void => {
    for (const listener of listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])));
  };
  const local = {
    fails: false,
    get: (_keys: null) =>
      local.fails ? Promise.reject(new Error('no')) : Promise.resolve(structuredClone(stored)),
    set(values: Record<string, unknown>) {
      stored = { ...stored, ...structuredClone(values) };
      tell(Object.keys(values));
      return Promise.resolve();
    },
    remove(keys: string | string[]) {
      for (const key of [keys].flat()) delete stored[key];
      tell([keys].flat());
      return Promise.resolve();
    },
    reset() {
      stored = {};
      listeners = [];
      local.fails = false;
    },
    onChanged: {
      addListener: (listener: (changes: Record<string, unknown>) => void) => listeners.push(listener),
      removeListener: (listener: (changes: Record<string, unknown>) => void) => {
        listeners = listeners.filter((one) => one !== listener);
      },
    },
    listening: () => listeners.length,
  };
  return {
    storage: { local },
    i18n: {
      getMessage: (_key: string, _given?: string | string[]): string => '',
      getUILanguage: () => 'en-GB',
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: fake }));
vi.mock('../../../extension/api.ts', () => ({ default: fake }));
fake.i18n.getMessage = getMessage;
Object.defineProperty(navigator, 'locks', { value: fakeLocks() });

const NOW = Date.now();
const DAY = 86_400_000;
const entry = (days: number, more: Partial<LogEntry> = {}): LogEntry => ({
  time: new Date(NOW - days * DAY).toISOString(),
  site: 'mail.example.gov',
  action: 'join',
  how: 'stayed',
  rules: ['no-passcode'],
  platforms: ['zoom'],
  reason: '',
  ...more,
});
function store(...entries: readonly LogEntry[]): Promise<void> {
  const days = new Map<string, LogEntry[]>();
  for (const one of entries) days.set(dayKey(one.time), [...(days.get(dayKey(one.time)) ?? []), one]);
  return fake.storage.local.set({
    ...Object.fromEntries([...days].map(([key, list]) => [key, dayText(list)])),
    [COUNTS_KEY]: Object.fromEntries([...days].map(([key, list]) => [key, list.length])),
  });
}

/** Other tests may keep the machine busy. */
const soon = (sees: () => unknown): Promise<unknown> => vi.waitFor(sees, 4000);

async function enter(): Promise<void> {
  render(<Room />, document.body);
  await soon(() => expect(document.querySelector('.history > *:not(.said)')).not.toBeNull());
}
const rows = (): string[][] =>
  [...document.querySelectorAll('.history > section:not(.chart) tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
  );
const words = (): string => document.querySelector('.history')?.textContent ?? '';
const counted = (): string => document.querySelector('.count')?.textContent ?? '';
function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (found === undefined) throw new Error(`There is no button “${name}”.`);
  return found;
}
function fill(id: string, value: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement))
    throw new Error(`No field ${id}.`);
  field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

beforeEach(() => fake.storage.local.reset());
afterEach(() => render(null, document.body));

it('shows what is logged, the newest first, strangers’ words as words', async () => {
  await store(
    entry(1, { how: 'shown', action: 'read', rules: ['gone-rule', 'no-passcode'] }),
    entry(0, { reason: '<b>Chair</b>' }),
  );
  await enter();
  expect(rows().map(([, ...cells]) => cells)).toEqual([
    ['mail.example.gov', 'Joining', expect.any(String), 'Zoom', 'Went back', '<b>Chair</b>'],
    ['mail.example.gov', 'Reading', expect.stringMatching(/^gone-rule; ./), 'Zoom', 'Warning shown', ''],
  ]);
  expect(counted()).toBe('Entries in the table: 2 of 2.');
});

it.each([
  ['nothing was logged', {}, 'Nothing has been logged yet.'],
  ['no log is kept', { [KEEPING_KEY]: { days: 0, origin: 'managed', organisation: null } }, 'no log is kept'],
  ['nothing can be read', { 'log:2026-11-22': 'x' }, 'No entry of the log could be read.'],
])('tells why it is empty: %s', async (_, stored, said) => {
  await fake.storage.local.set(stored);
  await enter();
  expect(words()).toContain(said);
  expect(document.querySelector('table')).toBeNull();
});

it('says that it could not read, which is not empty', async () => {
  fake.storage.local.fails = true;
  await enter();
  expect(words()).toContain('could not read the log');
  expect(words()).not.toContain('Nothing has been logged');
});

it('says that the log is not whole', async () => {
  await store(entry(0));
  await fake.storage.local.set({
    [OLD_KEY]: [7, {}],
    [DROPPED_KEY]: new Date(NOW - DAY).toISOString().slice(0, 10),
  });
  await enter();
  expect(words()).toContain('could not be read and are left out: 2.');
  expect(words()).toContain('There was no room for the whole log.');
});

it('draws a hundred at a time, and filters all of them', async () => {
  await store(...Array.from({ length: 130 }, (_, n) => entry(0, { reason: n < 110 ? 'chair' : `${n}` })));
  await enter();
  expect([rows().length, counted()]).toEqual([100, 'Entries in the table: 100 of 130.']);
  button('Show 30 more').click();
  await soon(() => expect(rows()).toHaveLength(130));
  // Its button is gone.
  expect(document.activeElement?.matches('section')).toBe(true);
  fill('history-text', 'chair');
  await soon(() =>
    expect(counted()).toBe('Entries in the table: 100 of 110 that fit. In the whole log: 130.'),
  );
  fill('history-decision', 'shown');
  await soon(() => expect(rows()).toHaveLength(0));
  expect(counted()).toBe('Entries in the table: 0 of 0 that fit. In the whole log: 130.');
  button('Show everything again').click();
  await soon(() => expect(rows()).toHaveLength(100));
});

it('follows the log while it is open, and no longer', async () => {
  await store(entry(1));
  await enter();
  await store(entry(0, { reason: 'new' }));
  await soon(() => expect(rows()).toHaveLength(2));
  render(null, document.body);
  await soon(() => expect(fake.storage.local.listening()).toBe(0));
});

it('asks before it deletes, and keeps what is not meant', async () => {
  await store(entry(0, { reason: 'chair' }), entry(0), entry(1, { reason: 'chair' }));
  await enter();
  fill('history-text', 'chair');
  await soon(() => expect(rows()).toHaveLength(2));
  button('Delete the entries found').click();
  await soon(() => expect(document.activeElement).toBe(button('Keep them')));
  expect(words()).toContain('Entries: 2.');
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await soon(() => expect(document.activeElement).toBe(button('Delete the entries found')));
  button('Delete the entries found').click();
  await soon(() => button('Delete'));
  button('Delete').click();
  await soon(() => expect(words()).toContain('Deleted.'));
  expect(document.activeElement?.textContent).toBe('Entries');
  const stored = await fake.storage.local.get(null);
  expect(stored).toEqual({
    [dayKey(entry(0).time)]: dayText([entry(0)]),
    [COUNTS_KEY]: { [dayKey(entry(0).time)]: 1 },
  });
  button('Delete the whole log').click();
  await soon(() => button('Delete'));
  button('Delete').click();
  await soon(() => expect(words()).toContain('Nothing has been logged yet.'));
  expect(await fake.storage.local.get(null)).toEqual({ [COUNTS_KEY]: {} });
});

it('says that nothing was deleted where the browser refuses', async () => {
  await store(entry(0));
  await enter();
  button('Delete the whole log').click();
  await soon(() => button('Delete'));
  fake.storage.local.fails = true;
  button('Delete').click();
  await soon(() => expect(words()).toContain('The browser did not delete them.'));
});

it('deletes as many of the same as are meant, and nothing that nobody can read', async () => {
  const day = dayKey(entry(0).time);
  await fake.storage.local.set({
    [day]: dayText([entry(0), 'x', entry(0), entry(0)]),
    [OLD_KEY]: [entry(0)],
  });
  await deleteEntries([entry(0), entry(0)]);
  expect(await fake.storage.local.get(null)).toMatchObject({
    [day]: dayText(['x', entry(0)]),
    [COUNTS_KEY]: { [day]: 2 },
  });
});

it('has every number of its bars in a table, too', async () => {
  await store(entry(0), entry(0, { how: 'shown' }), entry(0, { how: 'gave-reason' }));
  await enter();
  expect(document.querySelector('.bars')?.getAttribute('role')).toBe('img');
  expect(
    [...document.querySelectorAll('.bar:last-child rect')].map((one) => one.getAttribute('class')),
  ).toEqual(['shown', 'back', 'on']);
  const numbers = [...document.querySelectorAll('.chart tbody tr:first-child td')];
  expect(numbers.map(({ textContent }) => textContent)).toEqual(['1', '0', '1', '1', '3']);
});
