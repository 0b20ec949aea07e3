/** How many entries each of the last weeks has, by what people did. */
import type { How, LogEntry } from '../../log.ts';

export const GROUPS = ['shown', 'aside', 'back', 'on'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<How, Group>> = {
  shown: 'shown',
  'not-now': 'aside',
  known: 'aside',
  stayed: 'back',
  'gave-reason': 'on',
  'went-on-unchecked': 'on',
  reported: 'on',
};

export interface Week {
  /** Its Monday, and the Monday after it: local time, weeks as ISO 8601 counts them. */
  start: Date;
  end: Date;
  counts: Record<Group, number>;
  total: number;
}

const MOST_WEEKS = 8;

/** The oldest first. Weeks of which nothing can be kept any more are left out: their zero would say that nothing happened. */
export function lastWeeks(entries: readonly LogEntry[], now: Date, keptDays: number): Week[] {
  const kept = new Date(now.getFullYear(), now.getMonth(), now.getDate() - keptDays);
  const weeks: Week[] = [];
  for (let back = MOST_WEEKS - 1; back >= 0; back--) {
    const start = monday(now, -back);
    const end = monday(now, 1 - back);
    if (end > kept) weeks.push({ start, end, counts: { shown: 0, aside: 0, back: 0, on: 0 }, total: 0 });
  }
  for (const { time, how } of entries) {
    const at = Date.parse(time);
    const week = weeks.find(({ start, end }) => at >= start.getTime() && at < end.getTime());
    if (week === undefined) continue;
    week.counts[GROUP_OF[how]] += 1;
    week.total += 1;
  }
  return weeks;
}

/** By the calendar: a week with a change of the clock is not 168 hours long. */
function monday(now: Date, weeks: number): Date {
  const sinceMonday = (now.getDay() + 6) % 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - sinceMonday + 7 * weeks);
}
