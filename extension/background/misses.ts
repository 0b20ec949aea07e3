import browser from 'webextension-polyfill';
import type { FrameReport } from '../messages.ts';
import { MISS, MISSES, readMisses } from '../misses.ts';

/**
 * How often a webmail's reader did not find what it knows of, by day: what tells the makers that a webmail has changed. In
 * storage.local on this machine and nowhere else; no address, no text of a page.
 */

export const KEPT_DAYS = 30;
export const MOST_A_DAY = 200;

/** Writings, one after the other: each reads all before. */
let last: Promise<unknown> = Promise.resolve();

/** Counts what the frame did not miss already when it reported before: a page that is looked at again has not missed again. */
export function countMisses(
  missed: readonly string[],
  page: string,
  before: FrameReport | null,
  now: Date,
): Promise<void> {
  const known = before?.page === page ? before.missed : [];
  const fresh = [...new Set(missed)].filter((miss) => MISS.test(miss) && !known.includes(miss));
  if (fresh.length === 0) return Promise.resolve();
  const done = last.then(() => add(fresh, now));
  last = done.catch(() => undefined);
  return done;
}

async function add(fresh: readonly string[], now: Date): Promise<void> {
  const misses = await readMisses();
  const today = now.toISOString().slice(0, 10);
  const counts = { ...misses[today] };
  for (const miss of fresh)
    if (miss in counts || Object.keys(counts).length < MOST_A_DAY) counts[miss] = (counts[miss] ?? 0) + 1;
  misses[today] = counts;
  const days = Object.keys(misses).sort().slice(-KEPT_DAYS);
  const kept = Object.fromEntries(days.map((day) => [day, misses[day] ?? {}]));
  await browser.storage.local.set({ [MISSES]: kept });
}
