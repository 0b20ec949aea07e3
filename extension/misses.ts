import browser from 'webextension-polyfill';
import { isRecord } from '../src/record.ts';

/** What webmails' readers did not find (background/misses.ts counts it), as it is stored. */

/** In storage.local. */
export const MISSES = 'reader-misses';

/** By day ("2026-11-22"), by reader, surface and hook ("gmail mail-read title"). */
export type Misses = Record<string, Record<string, number>>;

/** Nothing but names of ours: the message could be forged, and must not carry a page's words into the storage. */
export const MISS = /^[a-z0-9-]{1,40}(?: [a-z0-9-]{1,40}){1,2}$/;

export async function readMisses(): Promise<Misses> {
  const { [MISSES]: stored } = await browser.storage.local.get(MISSES);
  return missesFrom(stored);
}

/** What is no count is left out. */
export function missesFrom(stored: unknown): Misses {
  const misses: Misses = {};
  for (const [day, counts] of Object.entries(isRecord(stored) ? stored : {})) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !isRecord(counts)) continue;
    const numbers = Object.entries(counts).flatMap(([miss, count]): [string, number][] =>
      typeof count === 'number' && Number.isSafeInteger(count) && MISS.test(miss) ? [[miss, count]] : [],
    );
    misses[day] = Object.fromEntries(numbers);
  }
  return misses;
}

/** On how many of the seven days up to `now` each reader missed something. */
export function missedDays(misses: Misses, now: Date): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (let back = 0; back < 7; back += 1) {
    const day = new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10);
    const readers = Object.keys(misses[day] ?? {}).map((miss) => miss.split(' ', 1)[0] ?? '');
    for (const reader of new Set(readers)) days.set(reader, (days.get(reader) ?? 0) + 1);
  }
  return days;
}
