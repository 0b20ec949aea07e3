import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastOccurrence, readRule, Steps } from '../../src/invitation/recurrence.ts';
import { isoTime } from '../../src/invitation/wall-time.ts';

/** Monday 20 May 2024, ten o'clock. */
const START = Date.UTC(2024, 4, 20, 10);
const ENOUGH = 1_000_000;

function last(text: string, limit: number | null = null, steps = ENOUGH): string | null {
  const rule = readRule(text);
  if (rule === null) return 'unreadable';
  const found = lastOccurrence(rule, START, limit, new Steps(steps));
  return found === 'never' ? 'never' : isoTime(found);
}

describe('lastOccurrence', () => {
  it.each([
    ['FREQ=DAILY;COUNT=10', '2024-05-29T10:00:00Z'],
    ['FREQ=DAILY;INTERVAL=2;COUNT=3', '2024-05-24T10:00:00Z'],
    ['FREQ=WEEKLY;COUNT=52', '2025-05-12T10:00:00Z'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=5', '2024-05-29T10:00:00Z'],
    ['FREQ=MONTHLY;BYDAY=2TU;COUNT=12', '2025-05-13T10:00:00Z'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=6', '2024-10-31T10:00:00Z'],
    ['FREQ=YEARLY;COUNT=4', '2027-05-20T10:00:00Z'],
    ['freq=daily;count=2', '2024-05-21T10:00:00Z'],
    ['FREQ=DAILY;COUNT=3;X-PARTS=x;PARTS=y;CLONE=z', '2024-05-22T10:00:00Z'],
    ['FREQ=DAILY', 'never'],
    ['FREQ=WEEKLY;INTERVAL=1', 'never'],
  ])('%s ends at %s', (rule, end) => {
    expect(last(rule)).toBe(end);
  });

  it('stops at the limit', () => {
    expect(last('FREQ=WEEKLY', Date.UTC(2024, 5, 10, 9))).toBe('2024-06-03T10:00:00Z');
    expect(last('FREQ=WEEKLY', Date.UTC(2024, 5, 10, 10))).toBe('2024-06-10T10:00:00Z');
    expect(last('FREQ=WEEKLY', Date.UTC(2020, 0))).toBe('2024-05-20T10:00:00Z');
  });

  it.each([
    ['more than 5,000 occurrences', 'FREQ=DAILY;COUNT=5001'],
    ['days that never come', 'FREQ=DAILY;INTERVAL=7;BYDAY=TU;COUNT=2'],
    ['an interval of millions of years', 'FREQ=DAILY;INTERVAL=2000000000;COUNT=2'],
    ['seconds until next year', 'FREQ=SECONDLY;BYMONTH=1;COUNT=2'],
    ['a contradiction', 'FREQ=WEEKLY;BYYEARDAY=1;COUNT=2'],
  ])('is "never" for %s', (_, rule) => {
    expect(last(rule)).toBe('never');
  });

  it('is "never" when the steps are spent', () => {
    expect(last('FREQ=WEEKLY;COUNT=52', null, 100)).toBe('never');
    expect(last('FREQ=WEEKLY;COUNT=52', null, 0)).toBe('never');
  });

  it.each([
    '',
    'FREQ=',
    'FREQ=OFTEN',
    'COUNT=3',
    'FREQ=DAILY;BYDAY',
    `FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(200)}1`,
  ])('does not read %j', (rule) => {
    expect(last(rule)).toBe('unreadable');
  });

  it('ends for every rule there is, and takes few seconds for all of them', () => {
    const days = fc.constantFrom('MO', '2TU', '-1SU', '5FR', '-5WE', '53SA', 'MO,TU,WE,TH,FR');
    const rule = fc
      .record(
        {
          FREQ: fc.constantFrom('SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
          INTERVAL: fc.constantFrom(-1, 0, 1, 2, 7, 1000, 1e9, 1e21),
          COUNT: fc.constantFrom(-1, 0, 1, 2, 100, 1e9),
          BYDAY: days,
          BYMONTH: fc.constantFrom('2', '1,12', '0', '13'),
          BYMONTHDAY: fc.constantFrom('30', '-31', '31', '1,15', '0'),
          BYYEARDAY: fc.constantFrom('366', '-366', '1,100'),
          BYWEEKNO: fc.constantFrom('53', '-1', '20'),
          BYHOUR: fc.constantFrom('0,12', '23'),
          BYMINUTE: fc.constantFrom('0', '59'),
          BYSECOND: fc.constantFrom('0', '60'),
          BYSETPOS: fc.constantFrom('-1', '366', '1,2'),
          WKST: fc.constantFrom('SU', 'MO'),
        },
        { requiredKeys: ['FREQ'] },
      )
      .map((parts) =>
        Object.entries(parts)
          .map(([name, value]) => `${name}=${value}`)
          .join(';'),
      );
    fc.assert(
      fc.property(rule, fc.constantFrom(null, Date.UTC(2030, 0), Number.POSITIVE_INFINITY), (text, limit) => {
        expect(last(text, limit, 20_000)).toMatch(/^(?:never|unreadable|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/);
      }),
      { numRuns: 300 },
    );
  });
});
