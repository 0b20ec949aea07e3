import { describe, expect, it, vi } from 'vitest';
import { HOWS, type LogEntry } from '../../../extension/log.ts';
import { csvOf, fileName, jsonOf } from '../../../extension/options/history/files.ts';
import { type Filter, isFiltering, NO_FILTER, searchIn } from '../../../extension/options/history/filter.ts';
import { lastWeeks } from '../../../extension/options/history/weeks.ts';
import { keepingWords } from '../../../extension/options/history/words.ts';

vi.mock('../../../extension/api.ts', async () => {
  const { getMessage } = await import('../locale.ts');
  return { default: { i18n: { getMessage, getUILanguage: () => 'en-GB' } } };
});

/** At noon of a day here, wherever the test runs. */
const at = (year: number, month: number, day: number, hour = 12): string =>
  new Date(year, month - 1, day, hour).toISOString();
const entry = (more: Partial<LogEntry> = {}): LogEntry => ({
  time: at(2026, 11, 20),
  site: 'mail.example.gov',
  action: 'join',
  how: 'stayed',
  rules: ['no-passcode'],
  platforms: ['zoom'],
  reason: '',
  ...more,
});

describe('the filter', () => {
  const ENTRIES = [
    entry({ site: 'a', reason: 'The Chair asked for it' }),
    entry({ site: 'b', rules: ['open-dial-in'], platforms: ['teams'], how: 'shown', action: 'read' }),
    entry({ site: 'c', time: at(2026, 11, 19, 0) }),
    entry({ site: 'd', time: at(2026, 11, 18, 23) }),
  ];
  const found = (filter: Partial<Filter>): string =>
    searchIn(ENTRIES)({ ...NO_FILTER, ...filter })
      .map(({ site }) => site)
      .join('');

  it.each<[string, Partial<Filter>, string]>([
    ['nothing', {}, 'abcd'],
    ['words of a reason, in any order and case', { text: ' IT chair ' }, 'a'],
    ['the name of a service', { text: 'microsoft teams' }, 'b'],
    ['what a decision is called', { text: 'warning shown' }, 'b'],
    ['a rule', { rule: 'open-dial-in' }, 'b'],
    ['a platform', { platform: 'zoom' }, 'acd'],
    ['a decision', { how: 'shown' }, 'b'],
    ['a first day', { from: '2026-11-19' }, 'abc'],
    ['a last day, which counts', { to: '2026-11-18' }, 'd'],
    ['one day', { from: '2026-11-19', to: '2026-11-19' }, 'c'],
    ['days in the wrong order', { from: '2026-11-20', to: '2026-11-19' }, ''],
    ['all at once', { text: 'chair', rule: 'no-passcode', platform: 'zoom', how: 'stayed' }, 'a'],
    ['words that stand nowhere', { text: 'chair stool' }, ''],
  ])('by %s', (_, filter, sites) => {
    expect(found(filter)).toBe(sites);
  });

  it('is none while its fields hold nothing', () => {
    expect(
      [NO_FILTER, { ...NO_FILTER, text: '  ' }, { ...NO_FILTER, to: '2026-11-18' }].map(isFiltering),
    ).toEqual([false, false, true]);
  });
});

describe('the files', () => {
  it('CSV as RFC 4180 has it, and known as UTF-8', () => {
    const csv = csvOf([
      entry({ time: '2026-11-22T09:00:00.000Z', rules: ['a', 'b'], reason: 'Say "yes",\nÉén' }),
    ]);
    expect(csv).toBe(
      '\uFEFFtime,site,action,rules,platforms,decision,reason\r\n' +
        '2026-11-22T09:00:00.000Z,mail.example.gov,join,a b,zoom,stayed,"Say ""yes"",\nÉén"\r\n',
    );
    expect(csvOf([])).toBe('\uFEFFtime,site,action,rules,platforms,decision,reason\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=HYPERLINK("https://x","y")'])(
    'CSV with %j, which is no formula there',
    (reason) => {
      const cell = csvOf([entry({ reason, site: reason })]).split(',stayed,')[1] ?? '';
      expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
      expect(csvOf([entry({ site: reason })])).toMatch(/Z,"?'/);
    },
  );

  it('JSON with the same names', () => {
    const [read] = JSON.parse(jsonOf([entry()]));
    expect(Object.keys(read).sort()).toEqual(
      ['action', 'decision', 'platforms', 'reason', 'rules', 'site', 'time'].sort(),
    );
    expect(read).toMatchObject({ decision: 'stayed', rules: ['no-passcode'] });
  });

  it('are named by their day', () => {
    expect(fileName('csv', new Date(2026, 0, 5, 23, 59))).toBe('in-camera-history-2026-01-05.csv');
  });
});

describe('the weeks', () => {
  const SUNDAY = new Date(2026, 10, 22, 12);

  it('are eight, from Monday to Sunday, each decision in one group', () => {
    const weeks = lastWeeks(
      [
        ...HOWS.map((how) => entry({ how, time: at(2026, 11, 22) })),
        entry({ time: at(2026, 11, 16, 0) }),
        entry({ time: at(2026, 11, 15, 23) }),
        entry({ time: at(2026, 9, 28, 0) }),
        entry({ time: at(2026, 9, 27, 23) }),
      ],
      SUNDAY,
      90,
    );
    expect(weeks.map(({ total }) => total)).toEqual([1, 0, 0, 0, 0, 0, 1, HOWS.length + 1]);
    expect(weeks.at(-1)?.counts).toEqual({ shown: 1, aside: 2, back: 2, on: 3 });
    expect(weeks.at(-1)?.start).toEqual(new Date(2026, 10, 16));
  });

  it.each([
    [7, 2],
    [6, 1],
    [30, 5],
    [365, 8],
  ])('of %i days are %i', (days, count) => {
    expect(lastWeeks([], SUNDAY, days)).toHaveLength(count);
  });
});

it.each([
  [1, 'default', null, 'Entries are kept for 1 day. Nobody has set anything else.'],
  [30, 'local', null, 'Entries are kept for 30 days. You have set this yourself.'],
  [365, 'managed', 'Examplestad', 'Entries are kept for 365 days. Examplestad has set this.'],
  [0, 'managed', null, 'No log is kept. Your organisation has set this.'],
] as const)('says who keeps %i days (%s)', (days, origin, organisation, words) => {
  expect(keepingWords({ days, origin, organisation })).toBe(words);
});
