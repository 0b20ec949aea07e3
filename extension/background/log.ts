import browser from 'webextension-polyfill';
import { scanLinks } from '../../src/links/scan.ts';
import { isWriting, type Surface } from '../../src/model.ts';
import { PLATFORMS } from '../../src/platforms/index.ts';
import { keysInForce } from '../../src/policy/provenance.ts';
import { isRecord } from '../../src/record.ts';
import { RULE_IDS } from '../../src/rules/ids.ts';
import {
  type Action,
  COUNTS_KEY,
  changeLog,
  countsFrom,
  DAY_PREFIX,
  DROPPED_KEY,
  dayKey,
  dayText,
  entryFrom,
  isDayKey,
  KEEPING_KEY,
  KEPT_DAYS,
  type Keeping,
  keepingFrom,
  type LogEntry,
  listFrom,
  MOST_ENTRIES,
  MOST_OF_A_SITE,
  OLD_KEY,
  oldestKept,
} from '../log.ts';
import { MAX_REASON } from '../messages.ts';
import { policyInForce } from './policy-store.ts';

/** Writes the log (extension/log.ts), and keeps it within what the policy says. Nothing here rejects: no warning waits for a log. */

/** What somebody says happened; a decision's other parts, such as the ways into a meeting, are not written down. */
export interface Happened extends Pick<LogEntry, 'action' | 'how' | 'reason'> {
  rules: readonly string[];
  platforms: readonly string[];
}

export function logDecision(site: string, happened: Happened, now: Date): Promise<void> {
  return carefully(() => addEntry(entryFor(site, happened, now), now));
}

/**
 * For each start of the worker, and after another policy came into force: takes away what is too old or too much, takes over what an
 * older version kept, and says for the room "History" how long entries are kept.
 */
export function keepLogInBounds(now: Date): Promise<void> {
  return carefully(() => tidy(now));
}

/** Milliseconds since 1970; `until` is not in it. */
export interface Span {
  from: number;
  until: number;
}

/** Within changeLog(). `standsFor`: one like it, of this time, is the same entry. */
export async function addEntry(entry: LogEntry, now: Date, standsFor?: Span): Promise<void> {
  const { days } = await keepingInForce();
  if (days === 0) return;
  const key = dayKey(entry.time);
  let stored = await browser.storage.local.get([COUNTS_KEY, OLD_KEY, key]);
  if (stored[OLD_KEY] !== undefined || countsFrom(stored[COUNTS_KEY]) === null) {
    await tidy(now);
    stored = await browser.storage.local.get([COUNTS_KEY, key]);
  }
  const today = listFrom(stored[key]) ?? [];
  if (standsFor !== undefined && today.some((one) => isLike(one, entry, standsFor))) return;
  if (today.filter((one) => isRecord(one) && one.site === entry.site).length >= MOST_OF_A_SITE) return;
  const list = [...today, entry].slice(-MOST_ENTRIES);
  const counts = (countsFrom(stored[COUNTS_KEY]) ?? new Map()).set(key, list.length);
  const { dropped, tooOld } = dropOld(counts, key, days, now);
  if (tooOld.length + dropped.length > 0) await browser.storage.local.remove([...tooOld, ...dropped]);
  await write({ [key]: dayText(list), ...droppedUntil(dropped) }, counts, key);
}

function isLike(written: unknown, entry: LogEntry, { from, until }: Span): boolean {
  const one = entryFrom(written);
  if (one === null) return false;
  const at = Date.parse(one.time);
  return at >= from && at < until && JSON.stringify({ ...one, time: entry.time }) === JSON.stringify(entry);
}

async function tidy(now: Date): Promise<void> {
  const keeping = await keepingInForce();
  const stored: Record<string, unknown> = await browser.storage.local.get(null);
  const counts = new Map<string, number>();
  for (const key of Object.keys(stored).filter(isDayKey)) counts.set(key, listFrom(stored[key])?.length ?? 1);
  const takenOver = fromOlderVersion(stored);
  for (const [key, list] of Object.entries(takenOver)) counts.set(key, list.length);
  const { dropped, tooOld } = dropOld(counts, dayKey(now.toISOString()), keeping.days, now);
  const gone = [...tooOld, ...dropped];
  for (const key of gone) delete takenOver[key];
  const days = Object.entries(takenOver).map(([key, list]) => [key, dayText(list)]);
  const values = { ...Object.fromEntries(days), ...droppedUntil(dropped), [KEEPING_KEY]: keeping };
  // Chromium gives keys back in another order than they were written.
  const isKnown =
    stored[KEEPING_KEY] !== undefined &&
    JSON.stringify(keepingFrom(stored[KEEPING_KEY])) === JSON.stringify(keeping) &&
    JSON.stringify(sorted(countsFrom(stored[COUNTS_KEY]))) === JSON.stringify(sorted(counts));
  if (gone.length > 0) await browser.storage.local.remove(gone);
  if (!isKnown || stored[OLD_KEY] !== undefined) await write(values, counts, dayKey(now.toISOString()));
  // At last: what could not be written into its days is still there.
  if (stored[OLD_KEY] !== undefined) await browser.storage.local.remove(OLD_KEY);
}

const sorted = (counts: Map<string, number> | null): [string, number][] | null =>
  counts === null ? null : [...counts].sort(([one], [other]) => (one < other ? -1 : 1));

/** The days of the one list that an older version kept, each with what it has already. */
function fromOlderVersion(stored: Readonly<Record<string, unknown>>): Record<string, unknown[]> {
  const days: Record<string, unknown[]> = {};
  for (const one of listFrom(stored[OLD_KEY]) ?? []) {
    const entry = entryFrom(one);
    if (entry === null) continue;
    const key = dayKey(entry.time);
    days[key] = [...(days[key] ?? []), entry];
  }
  for (const [key, list] of Object.entries(days)) days[key] = [...list, ...(listFrom(stored[key]) ?? [])];
  return days;
}

/** Takes whole days out of `counts`: those that are past keeping, and the oldest while there are too many entries. `newest` stays. */
function dropOld(
  counts: Map<string, number>,
  newest: string,
  days: number,
  now: Date,
): { tooOld: string[]; dropped: string[] } {
  const first = dayKey(new Date(oldestKept(days, now)).toISOString());
  const tooOld = [...counts.keys()].filter((key) => days === 0 || key < first);
  for (const key of tooOld) counts.delete(key);
  const dropped: string[] = [];
  let total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  for (const key of [...counts.keys()].filter((one) => one !== newest).sort()) {
    if (total <= MOST_ENTRIES) break;
    total -= counts.get(key) ?? 0;
    counts.delete(key);
    dropped.push(key);
  }
  return { tooOld, dropped };
}

/** The mark for the room that entries had to go before their time. */
function droppedUntil(keys: readonly string[]): Record<string, string> {
  const last = [...keys].sort().at(-1);
  return last === undefined ? {} : { [DROPPED_KEY]: last.slice(DAY_PREFIX.length) };
}

/** Where the browser has no more room, the oldest days go first. */
async function write(
  values: Readonly<Record<string, unknown>>,
  counts: Map<string, number>,
  newest: string,
): Promise<void> {
  let marked = values;
  for (;;) {
    try {
      await browser.storage.local.set({ ...marked, [COUNTS_KEY]: Object.fromEntries(counts) });
      return;
    } catch (error) {
      const oldest = [...counts.keys()].filter((key) => key !== newest && !(key in values)).sort()[0];
      // Any other failure must not cost the log.
      if (!isFull(error) || oldest === undefined) throw error;
      await browser.storage.local.remove(oldest);
      counts.delete(oldest);
      marked = { ...marked, ...droppedUntil([oldest]) };
    }
  }
}

/** "Resource::kQuotaBytes quota exceeded" (Chromium), "QuotaExceededError: …" (Firefox). */
const isFull = (error: unknown): boolean => /quota/i.test(String(error));

async function keepingInForce(): Promise<Keeping> {
  const inForce = await policyInForce();
  const origin = keysInForce(inForce).find(({ key }) => key === 'logDays')?.origin ?? 'default';
  const isTheirs = origin === 'managed' || origin === 'file';
  return {
    days: inForce.policy.logDays ?? KEPT_DAYS,
    origin,
    organisation: isTheirs ? inForce.note.organisation : null,
  };
}

/** A page can forge what we are told: of rules and platforms only what exists is written down. */
export function entryFor(site: string, happened: Happened, now: Date): LogEntry {
  const { action, how, rules, platforms, reason } = happened;
  return {
    time: now.toISOString(),
    site,
    action,
    how,
    rules: [...new Set(rules)].filter((id) => RULE_IDS.some((known) => known === id)),
    platforms: [...new Set(platforms)].filter((id) => PLATFORMS.some((known) => known.id === id)),
    reason: withoutLinks(reason).slice(0, MAX_REASON),
  };
}

/** Each link becomes its host: path and query are what lets people in. */
function withoutLinks(reason: string): string {
  let rest = '';
  let from = 0;
  for (const { href, at, end } of scanLinks(reason)) {
    const address = /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : `https://${href}`;
    rest += reason.slice(from, at) + (URL.parse(address)?.hostname || '…');
    from = end;
  }
  return rest + reason.slice(from);
}

/** One after the other; a failure is told to the console only. */
export async function carefully(change: () => Promise<void>): Promise<void> {
  try {
    await changeLog(change);
  } catch (error) {
    console.warn('In Camera: the log could not be written.', error instanceof Error ? error.name : '');
  }
}

/** What a person was about there when a notice was shown. */
export function actionOn(surface: Surface): Action {
  if (isWriting(surface)) return 'write';
  return surface === 'join' ? 'join' : 'read';
}
