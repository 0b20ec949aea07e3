/** The log as a file for others: ids rather than words, so that it reads the same in every language. */
import { csv } from '../../csv.ts';
import type { LogEntry } from '../../log.ts';

const COLUMNS = ['time', 'site', 'action', 'rules', 'platforms', 'decision', 'reason'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

export function csvOf(entries: readonly LogEntry[]): string {
  const rows = entries.map(
    ({ time, site, action, rules, platforms, how, reason }): Row => ({
      time,
      site,
      action,
      rules: rules.join(' '),
      platforms: platforms.join(' '),
      decision: how,
      reason,
    }),
  );
  return csv([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]);
}

export const jsonOf = (entries: readonly LogEntry[]): string =>
  `${JSON.stringify(
    entries.map(({ how, ...entry }) => ({ ...entry, decision: how })),
    null,
    2,
  )}\n`;

/** "in-camera-history-2026-11-22.csv", by the day it is here. */
export function fileName(ending: 'csv' | 'json', now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `in-camera-history-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.${ending}`;
}
