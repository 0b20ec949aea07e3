/** Times as iCalendar writes them: what the clock on the wall shows, and where that wall stands. */

/** Milliseconds since 1970 on the wall's clock; in UTC only if the wall is. */
export type WallTime = number;

export interface WrittenTime {
  wall: WallTime;
  /** Ends in "Z". */
  utc: boolean;
  /** A date without a time. */
  allDay: boolean;
}

const WRITTEN = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z)?)?$/i;
const DAY = 86_400_000;

/** DATE or DATE-TIME (RFC 5545 sections 3.3.4 and 3.3.5) → time; null if it is neither, or no day of the calendar. */
export function readTime(value: string): WrittenTime | null {
  const [, year, month, day, hour, minute, second, zulu] = WRITTEN.exec(value.trim()) ?? [];
  const wall = wallTime(
    Number(year),
    Number(month),
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  );
  return Number.isNaN(wall) ? null : { wall, utc: zulu !== undefined, allDay: hour === undefined };
}

/** The last second of the day. */
export const endOfDay = (wall: WallTime): WallTime => Math.floor(wall / DAY) * DAY + DAY - 1000;

/** Month and day count from 1. NaN if they are out of any calendar's range; 31 February is 3 March. */
export function wallTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): WallTime {
  const inRange =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59 && second <= 60;
  if (!inRange) return Number.NaN;
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const time = Date.UTC(2000, 0, 1, hour, minute, Math.min(second, 59));
  return new Date(time).setUTCFullYear(year, month - 1, day);
}

/** UTC milliseconds → "2024-05-20T08:00:00Z"; null if no such time can be written. */
export function isoTime(utc: number): string | null {
  // Years beyond four digits would not compare as text.
  if (!(utc >= Date.UTC(-1, 0) && utc < Date.UTC(10000, 0))) return null;
  return new Date(utc).toISOString().replace(/\.\d+Z$/, 'Z');
}
