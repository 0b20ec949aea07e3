/**
 * The log: what was shown to a person and what they decided, in storage.local on this machine and nowhere else. A key a day, so that a new
 * entry rewrites one day. The worker writes it (background/log.ts); the room "History" shows it and deletes from it.
 */
import { isRecord } from '../src/record.ts';
import { inOrder } from './in-order.ts';

/** `join`, `send`: what was held. `read`, `write`: where a warning was shown. */
export const ACTIONS = ['join', 'send', 'read', 'write'] as const;
export type Action = (typeof ACTIONS)[number];

/** What was decided, the mildest first: `shown` is no decision yet. */
export const HOWS = [
  'shown',
  'not-now',
  'known',
  'stayed',
  'gave-reason',
  'went-on-unchecked',
  /** The policy only counts (reportOnly): what would have been held. */
  'reported',
] as const;
export type How = (typeof HOWS)[number];

/** No title, link, number, passcode, token or text of a meeting, ever. */
export interface LogEntry {
  /** ISO 8601, UTC. */
  time: string;
  /** Host of the page. */
  site: string;
  action: Action;
  how: How;
  /** Ids of the rules and of the platforms that it was about. */
  rules: string[];
  platforms: string[];
  /** In the person's words, links shortened to their host; empty if none. */
  reason: string;
}

/** How long entries are kept, and who says so. The worker writes it, because only the worker reads policies. */
export interface Keeping {
  days: number;
  origin: 'managed' | 'file' | 'local' | 'default';
  /** The organisation's name, where it has set the days. */
  organisation: string | null;
}

export const MOST_ENTRIES = 10_000;
/** A day. A compromised page can tell of thousands of decisions: they must not push out what was true of all others. */
export const MOST_OF_A_SITE = 500;
export const KEPT_DAYS = 90;

export const DAY_PREFIX = 'log:';
/** How many entries each day has, so that a writing need not read them. */
export const COUNTS_KEY = 'log-counts';
export const KEEPING_KEY = 'log-keeping';
/** The last day of which entries had to go before their time, because there was no room. */
export const DROPPED_KEY = 'log-dropped-until';
/** Where an older version kept all entries, in one list. */
export const OLD_KEY = 'log';

/** Days are those of UTC, as the entries' times are. */
export const dayKey = (time: string): string => `${DAY_PREFIX}${time.slice(0, 10)}`;

const DAY_KEY = /^log:\d{4}-\d{2}-\d{2}$/;
export const isDayKey = (key: string): boolean => DAY_KEY.test(key);

/** Whatever of storage.local belongs to the log. */
export const isLogKey = (key: string): boolean =>
  isDayKey(key) || [COUNTS_KEY, KEEPING_KEY, DROPPED_KEY, OLD_KEY].includes(key);

export interface Log {
  /** Newest first. */
  entries: LogEntry[];
  /** How many entries are stored that nobody can read. */
  unreadable: number;
  /** A day; null when nothing had to go before its time. */
  droppedUntil: string | null;
  keeping: Keeping;
}

const DAY_MS = 86_400_000;

/** The earliest time that is still kept. */
export const oldestKept = (days: number, now: Date): number => now.getTime() - days * DAY_MS;

/** `stored`: all of storage.local. */
export function logIn(stored: Readonly<Record<string, unknown>>, now: Date): Log {
  const keeping = keepingFrom(stored[KEEPING_KEY]);
  const oldest = oldestKept(keeping.days, now);
  const entries: { at: number; entry: LogEntry }[] = [];
  let unreadable = 0;
  for (const key of Object.keys(stored)) {
    if (!isDayKey(key) && key !== OLD_KEY) continue;
    const list = listFrom(stored[key]);
    if (list === null) unreadable += 1;
    for (const one of list ?? []) {
      const entry = entryFrom(one);
      const at = entry === null ? 0 : Date.parse(entry.time);
      if (entry === null) unreadable += 1;
      else if (keeping.days > 0 && at >= oldest) entries.push({ at, entry });
    }
  }
  // Of the same moment: the later one in its list first, too.
  entries.reverse().sort((one, other) => other.at - one.at);
  return {
    entries: entries.map(({ entry }) => entry),
    unreadable,
    droppedUntil: droppedFrom(stored[DROPPED_KEY], oldest),
    keeping,
  };
}

/**
 * What a day's key holds: its entries as JSON text, oldest first. Chromium hands out 10,000 entries as text in 20 ms and as objects in 200
 * (measured 2026-11-22), and the room waits for that.
 */
export const dayText = (entries: readonly unknown[]): string => JSON.stringify(entries);

/** The entries of a day, or the list of an older version; null for what is neither. */
export function listFrom(value: unknown): unknown[] | null {
  if (typeof value !== 'string') return Array.isArray(value) ? value : null;
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

export function entryFrom(value: unknown): LogEntry | null {
  if (!isRecord(value)) return null;
  const { time, site, reason } = value;
  const action = ACTIONS.find((one) => one === value.action);
  const how = HOWS.find((one) => one === value.how);
  const rules = textsFrom(value.rules);
  const platforms = textsFrom(value.platforms);
  if (typeof time !== 'string' || typeof site !== 'string' || typeof reason !== 'string') return null;
  if (action === undefined || how === undefined || rules === null || platforms === null) return null;
  return isTime(time) ? { time, site, action, how, rules, platforms, reason } : null;
}

/** As Date.toISOString writes it: the day of an entry is read off it. */
const isTime = (written: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(written) && !Number.isNaN(Date.parse(written));

function textsFrom(value: unknown): string[] | null {
  const list: unknown[] | null = Array.isArray(value) ? value : null;
  const texts = list?.filter((one) => typeof one === 'string') ?? [];
  return list !== null && texts.length === list.length ? texts : null;
}

export function keepingFrom(value: unknown): Keeping {
  const usual: Keeping = { days: KEPT_DAYS, origin: 'default', organisation: null };
  if (!isRecord(value)) return usual;
  const { days, organisation } = value;
  const origin = (['managed', 'file', 'local', 'default'] as const).find((one) => one === value.origin);
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 0 || origin === undefined) return usual;
  return { days, origin, organisation: typeof organisation === 'string' ? organisation : null };
}

/** Told as long as entries of that day would still be kept. */
export function droppedFrom(value: unknown, oldest: number): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  return Date.parse(value) + DAY_MS > oldest ? value : null;
}

/** Null where something else stands there: then the days are counted anew. */
export function countsFrom(value: unknown): Map<string, number> | null {
  if (!isRecord(value)) return null;
  const counts = new Map<string, number>();
  for (const [key, count] of Object.entries(value)) {
    if (!isDayKey(key) || typeof count !== 'number' || !Number.isInteger(count) || count < 0) return null;
    counts.set(key, count);
  }
  return counts;
}

/** Changes of the log, by the worker and by an open room. */
export const changeLog = <Result>(change: () => Promise<Result>): Promise<Result> => inOrder('log', change);
