/** VTIMEZONE (RFC 5545 section 3.6.5): how far a zone's clocks are from UTC. */
import type { ContentLine } from './content-lines.ts';
import { lastOccurrence, type Rule, readRule, Spent, type Steps } from './recurrence.ts';
import { readTime, type WallTime, wallTime } from './wall-time.ts';

/** A STANDARD or DAYLIGHT part: from its onsets on, the clocks are `to` milliseconds ahead of UTC. */
interface Observance {
  start: WallTime;
  from: number;
  to: number;
  dates: WallTime[];
  rule: Rule | null;
  /** The rule's last onset until the end of a year. */
  onsets: Map<number, WallTime | null>;
}

/** The longest tables in use (a hundred years of summer times) are shorter. */
const MAX_OBSERVANCES = 500;
const MAX_DATES = 500;

/**
 * Made from the content lines of each part. ical.js has a Timezone of its own, which we do not use: it reads the clock, and expands
 * every rule from its start on, so that a zone with FREQ=SECONDLY never ends.
 */
export class TimeZone {
  readonly #observances: readonly Observance[];

  constructor(parts: readonly (readonly ContentLine[])[]) {
    this.#observances = parts.slice(0, MAX_OBSERVANCES).flatMap(readObservance);
  }

  /** Milliseconds ahead of UTC when the zone's clocks show `wall`. 0 if the zone tells nothing, or `steps` are spent. */
  offsetAt(wall: WallTime, steps: Steps): number {
    try {
      steps.take(this.#observances.length);
      let inForce: Observance | undefined;
      let since = Number.NEGATIVE_INFINITY;
      for (const observance of this.#observances) {
        const onset = latestOnset(observance, wall, steps);
        if (onset !== null && onset > since) {
          since = onset;
          inForce = observance;
        }
      }
      return inForce?.to ?? this.#observances[0]?.from ?? 0;
    } catch (error) {
      if (error instanceof Spent) return 0;
      throw error;
    }
  }
}

function readObservance(lines: readonly ContentLine[]): Observance[] {
  const first = (name: string): string => lines.find((line) => line.name === name)?.raw ?? '';
  const start = readTime(first('DTSTART'));
  const from = readOffset(first('TZOFFSETFROM'));
  const to = readOffset(first('TZOFFSETTO'));
  if (start === null || from === null || to === null) return [];
  const dates = lines
    .filter((line) => line.name === 'RDATE')
    .flatMap((line) => line.raw.split(',', MAX_DATES))
    .slice(0, MAX_DATES)
    .flatMap((date) => readTime(date)?.wall ?? []);
  const rule = readRule(first('RRULE'));
  // Clocks change once a year; another frequency is a mistake, or an attack on our time.
  const yearly = rule?.recur.freq === 'YEARLY' ? rule : null;
  return [{ start: start.wall, from, to, dates, rule: yearly, onsets: new Map() }];
}

/** "+0100", "-033000" → milliseconds. */
function readOffset(value: string): number | null {
  const [, sign, hours, minutes, seconds] = /^([+-])(\d\d):?(\d\d)(\d\d)?$/.exec(value.trim()) ?? [];
  if (sign === undefined) return null;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return size * (sign === '-' ? -1000 : 1000);
}

function latestOnset(observance: Observance, wall: WallTime, steps: Steps): WallTime | null {
  if (observance.start > wall) return null;
  steps.take(observance.dates.length);
  let latest = observance.start;
  for (const date of observance.dates) if (date <= wall && date > latest) latest = date;
  const year = new Date(wall).getUTCFullYear();
  for (const candidate of [onsetByYear(observance, year, steps), onsetByYear(observance, year - 1, steps)]) {
    if (candidate !== null && candidate <= wall) return Math.max(latest, candidate);
  }
  return latest;
}

function onsetByYear(observance: Observance, year: number, steps: Steps): WallTime | null {
  const { rule, start, from, onsets } = observance;
  if (rule === null) return null;
  const known = onsets.get(year);
  if (known !== undefined) return known;
  const until = rule.until === null ? null : readTime(rule.until);
  const untilWall = until === null ? Number.POSITIVE_INFINITY : until.wall + (until.utc ? from : 0);
  const limit = Math.min(untilWall, wallTime(year, 12, 31, 23, 59, 59));
  const onset = lastOccurrence(rule, startNear(rule, start, year), limit, steps);
  const found = onset === 'never' || onset > limit ? null : onset;
  onsets.set(year, found);
  return found;
}

/** Zones have begun in 1601 (Outlook) or 1970: a rule that is the same each year may as well begin last year. */
function startNear({ recur }: Rule, start: WallTime, year: number): WallTime {
  const date = new Date(start);
  if (recur.freq !== 'YEARLY' || recur.interval !== 1 || recur.count !== null) return start;
  if (date.getUTCFullYear() >= year - 1) return start;
  return date.setUTCFullYear(year - 1);
}
