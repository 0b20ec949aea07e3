/** The log as a file for others: ids rather than words, so that it reads the same in every language. */
import type { LogEntry } from '../../log.ts';

const COLUMNS = ['time', 'site', 'action', 'rules', 'platforms', 'decision', 'reason'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** RFC 4180, with the mark (U+FEFF) by which Excel knows UTF-8. */
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
  const lines = [
    COLUMNS.join(','),
    ...rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(',')),
  ];
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}

export const jsonOf = (entries: readonly LogEntry[]): string =>
  `${JSON.stringify(
    entries.map(({ how, ...entry }) => ({ ...entry, decision: how })),
    null,
    2,
  )}\n`;

/**
 * A spreadsheet takes a cell that begins like this for a formula, and a formula can send what stands in the others away
 * (https://owasp.org/www-community/attacks/CSV_Injection). An apostrophe makes it text.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: string): string {
  const plain = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** "in-camera-history-2026-11-22.csv", by the day it is here. */
export function fileName(ending: 'csv' | 'json', now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `in-camera-history-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.${ending}`;
}

export function download(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
