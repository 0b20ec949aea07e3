/** The last occurrence of a recurrence rule (RFC 5545 section 3.3.10), in bounded time. */
import ICAL from 'ical.js';
import { type WallTime, wallTime } from './wall-time.ts';

/** A recurrence rule that could be read. */
export interface Rule {
  recur: ICAL.Recur;
  /** UNTIL as written; we apply it, not ical.js. */
  until: string | null;
  /** How much more than a simple rule a step of this one costs. */
  weight: number;
}

/** A series of 5,000 days ends thirteen years from now: for every judgement that is "never". */
const MAX_OCCURRENCES = 5_000;
/** Rules in use are shorter than half of this; a long list of BY… values only costs time. */
const MAX_RULE = 300;
const PARTS = new Set(
  'FREQ INTERVAL COUNT WKST BYSECOND BYMINUTE BYHOUR BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS'.split(
    ' ',
  ),
);
const END_OF_TIME: WallTime = Date.UTC(9999, 11, 31);

/** Thrown when a file has used up its steps. */
export class Spent extends Error {}
class PastLimit extends Error {}

/** How much calendar arithmetic one file may cause: hostile files hold thousands of events with costly rules. */
export class Steps {
  #left: number;
  constructor(allowed: number) {
    this.#left = allowed;
  }
  /** Throws Spent when there are no more. */
  take(count: number): void {
    // Not "<", so that NaN counts as too many.
    if (!(count <= this.#left)) throw new Spent();
    this.#left -= count;
  }
}

/** Value of an RRULE → Rule; null if it cannot be read. */
export function readRule(value: string): Rule | null {
  if (value.length > MAX_RULE) return null;
  const parts = value
    .toUpperCase()
    .split(';')
    .map((part) => part.trim());
  const until = parts.find((part) => part.startsWith('UNTIL='))?.slice('UNTIL='.length) ?? null;
  // Only the parts of the RFC: ical.js turns any other into a property of its Recur, `parts` and methods not excepted.
  const known = parts.filter((part) => PARTS.has(part.split('=', 1)[0] ?? ''));
  try {
    const recur = ICAL.Recur.fromString(known.join(';'));
    return recur.freq === null ? null : { recur, until, weight: 1 + value.split(',').length };
  } catch {
    return null;
  }
}

/**
 * Start of the rule's last occurrence that is not after `limit` (null: no limit), at least `start`, which always occurs. "never": the
 * series has no end, or so many occurrences that we stopped counting.
 */
export function lastOccurrence(
  rule: Rule,
  start: WallTime,
  limit: WallTime | null,
  steps: Steps,
): WallTime | 'never' {
  if (limit === null && rule.recur.count === null) return 'never';
  const end = Math.min(limit ?? END_OF_TIME, END_OF_TIME);
  let last = start;
  try {
    steps.take(rule.weight * rule.weight);
    const iterator = countedIterator(rule, start, end, steps);
    for (let seen = 0; seen < MAX_OCCURRENCES; seen += 1) {
      const next: ICAL.Time | null = iterator.next();
      if (next === null) return last;
      const wall = wallOf(next);
      if (!(wall <= end)) return last;
      last = Math.max(last, wall);
    }
    return 'never';
  } catch (error) {
    // Anything else is a rule that contradicts itself: we do not know when it ends.
    return error instanceof PastLimit ? last : 'never';
  }
}

/**
 * ical.js's iterator, which steps through the calendar day by day, with every step counted. Alone it never returns for a rule that
 * matches nothing (FREQ=DAILY;INTERVAL=7;BYDAY=TU from a Monday) or whose interval is huge: not even UNTIL is looked at in between.
 * A closure, since the iterator already steps inside its constructor.
 */
function countedIterator(rule: Rule, start: WallTime, end: WallTime, steps: Steps): ICAL.RecurIterator {
  const take = (count: number): void => steps.take(count * rule.weight);
  class CountedIterator extends ICAL.RecurIterator {
    override increment_monthday(days: number): void {
      take(days);
      super.increment_monthday(days);
    }
    override increment_month(): void {
      take(1);
      super.increment_month();
    }
    override increment_year(years: number): void {
      take(1);
      super.increment_year(years);
    }
    override expand_year_days(year: number): number {
      take(20);
      return super.expand_year_days(year);
    }
    override is_day_in_byday(day: ICAL.Time): 0 | 1 {
      take(1);
      return super.is_day_in_byday(day);
    }
    override check_contracting_rules(): boolean {
      // Works out the number of the week each time.
      take(5);
      if (!(wallOf(this.last) <= end)) throw new PastLimit();
      return super.check_contracting_rules();
    }
  }
  return new CountedIterator({ rule: rule.recur, dtstart: timeOf(start) });
}

function wallOf({ year, month, day, hour, minute, second }: ICAL.Time): WallTime {
  return wallTime(year, month, day, hour, minute, second);
}

function timeOf(wall: WallTime): ICAL.Time {
  const date = new Date(wall);
  // As if the wall stood in UTC: the arithmetic then knows no clock changes, like the wall.
  return ICAL.Time.fromJSDate(date, true);
}
