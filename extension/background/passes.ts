import browser from 'webextension-polyfill';
import { isRecord } from '../../src/record.ts';

/**
 * Meetings for which somebody has just given a reason: the meeting's own page, which opens next, does not ask again. In storage.session:
 * in memory only, and still there after the worker was stopped.
 */

const PASSES = 'passes';
/** From the click in the webmail to the page of the meeting, through gateways and sign-ins. */
const LASTS_MS = 120_000;
const MOST_KEPT = 50;

export async function notePass(ways: readonly string[], now: Date): Promise<void> {
  const passes = await current(now);
  for (const way of ways) passes.set(way, now.getTime() + LASTS_MS);
  await browser.storage.session.set({ [PASSES]: [...passes].slice(-MOST_KEPT) });
}

/** Once for each reason that was given. */
export async function takePass(ways: readonly string[], now: Date): Promise<boolean> {
  const passes = await current(now);
  const passed = ways.filter((way) => passes.delete(way)).length > 0;
  if (passed) await browser.storage.session.set({ [PASSES]: [...passes] });
  return passed;
}

async function current(now: Date): Promise<Map<string, number>> {
  const stored: unknown = await browser.storage.session.get(PASSES);
  const entries: unknown = isRecord(stored) ? stored[PASSES] : [];
  const passes = new Map<string, number>();
  for (const entry of Array.isArray(entries) ? entries : []) {
    const [way, until]: unknown[] = Array.isArray(entry) ? entry : [];
    if (typeof way === 'string' && typeof until === 'number' && until > now.getTime()) passes.set(way, until);
  }
  return passes;
}
