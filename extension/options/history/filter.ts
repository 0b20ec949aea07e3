/** Which entries a person wants to see. */
import type { How, LogEntry } from '../../log.ts';
import { language } from '../../texts.ts';
import { platformName } from '../../wording.ts';
import { actionName, howName, ruleName } from './words.ts';

export interface Filter {
  text: string;
  /** Ids; empty for any. */
  rule: string;
  platform: string;
  how: How | '';
  /** Days as a date field gives them ("2026-11-22"), in local time, both included; empty for any. */
  from: string;
  to: string;
}

export const NO_FILTER: Filter = { text: '', rule: '', platform: '', how: '', from: '', to: '' };

export const isFiltering = (filter: Filter): boolean =>
  Object.values(filter).some((one) => one.trim() !== '');

/** Searches what people read in the table, in their language; each entry is put into words once. */
export function searchIn(entries: readonly LogEntry[]): (filter: Filter) => readonly LogEntry[] {
  const said = new Map<LogEntry, string>();
  const wordsOf = (entry: LogEntry): string => {
    const known = said.get(entry) ?? small(inWords(entry));
    said.set(entry, known);
    return known;
  };
  return (filter) => {
    if (!isFiltering(filter)) return entries;
    const { rule, platform, how } = filter;
    const from = filter.from === '' ? null : startOf(filter.from, 0);
    const end = filter.to === '' ? null : startOf(filter.to, 1);
    const terms = small(filter.text)
      .split(/\s+/)
      .filter((term) => term !== '');
    return entries.filter(
      (entry) =>
        (how === '' || entry.how === how) &&
        (rule === '' || entry.rules.includes(rule)) &&
        (platform === '' || entry.platforms.includes(platform)) &&
        (from === null || Date.parse(entry.time) >= from) &&
        (end === null || Date.parse(entry.time) < end) &&
        terms.every((term) => wordsOf(entry).includes(term)),
    );
  };
}

const small = (words: string): string => words.toLocaleLowerCase(language());

const inWords = ({ site, action, how, rules, platforms, reason }: LogEntry): string =>
  [
    site,
    actionName(action),
    howName(how),
    ...rules.map(ruleName),
    ...platforms.map(platformName),
    reason,
  ].join('\n');

/** When that day begins here, or the one `later` days after it. Null for what is no day. */
function startOf(day: string, later: number): number | null {
  const [, year, month, date] = /^(\d{4,6})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const at = new Date(Number(year), Number(month) - 1, Number(date) + later).getTime();
  return Number.isNaN(at) ? null : at;
}
