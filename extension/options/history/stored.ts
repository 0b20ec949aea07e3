/** The log as the room reads it, and what the room takes out of it. */
import browser from 'webextension-polyfill';
import {
  COUNTS_KEY,
  changeLog,
  countsFrom,
  DROPPED_KEY,
  dayText,
  entryFrom,
  isDayKey,
  isLogKey,
  type Log,
  type LogEntry,
  listFrom,
  logIn,
  OLD_KEY,
} from '../../log.ts';

export async function readLog(): Promise<Log> {
  return logIn(await browser.storage.local.get(null), new Date());
}

/** Calls `changed` whenever the log does; returns what ends that. */
export function followLog(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (Object.keys(changes).some(isLogKey)) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

/** Also what nobody can read. */
export function deleteAll(): Promise<void> {
  return changeLog(async () => {
    const stored: Record<string, unknown> = await browser.storage.local.get(null);
    const keys = Object.keys(stored).filter((key) => isDayKey(key) || key === OLD_KEY || key === DROPPED_KEY);
    await browser.storage.local.remove(keys);
    await browser.storage.local.set({ [COUNTS_KEY]: {} });
  });
}

/** What the worker writes meanwhile stays. Entries that are the same are told apart by nothing: as many go as are given. */
export function deleteEntries(entries: readonly LogEntry[]): Promise<void> {
  const wanted = new Map<string, number>();
  for (const entry of entries) {
    const written = JSON.stringify(entry);
    wanted.set(written, (wanted.get(written) ?? 0) + 1);
  }
  const stays = (one: unknown): boolean => {
    const written = JSON.stringify(entryFrom(one));
    const left = wanted.get(written) ?? 0;
    if (left > 0) wanted.set(written, left - 1);
    return left === 0;
  };
  return changeLog(async () => {
    const stored: Record<string, unknown> = await browser.storage.local.get(null);
    const counts = countsFrom(stored[COUNTS_KEY]) ?? new Map<string, number>();
    const changed: Record<string, string> = {};
    const emptied: string[] = [];
    for (const [key, value] of Object.entries(stored)) {
      const before = isDayKey(key) || key === OLD_KEY ? listFrom(value) : null;
      const left = before?.filter(stays) ?? [];
      if (before === null || left.length === before.length) continue;
      if (left.length === 0) emptied.push(key);
      else changed[key] = dayText(left);
      if (key === OLD_KEY) continue;
      if (left.length === 0) counts.delete(key);
      else counts.set(key, left.length);
    }
    await browser.storage.local.remove(emptied);
    await browser.storage.local.set({ ...changed, [COUNTS_KEY]: Object.fromEntries(counts) });
  });
}
