import browser from 'webextension-polyfill';
import { isRecord } from '../../src/record.ts';

/**
 * Meetings for which somebody has just given a reason, and what they were asked about: the meeting's own page, which opens next, does not ask
 * that again. In storage.session: in memory only, and still there after the worker was stopped.
 */

const PASSES = 'passes';
/** From the click in the webmail to the page of the meeting, through gateways and sign-ins. */
const LASTS_MS = 120_000;
const MOST_KEPT = 50;

interface Pass {
  /** Milliseconds since 1970. */
  until: number;
  rules: readonly string[];
}

export async function notePass(ways: readonly string[], rules: readonly string[], now: Date): Promise<void> {
  const passes = await current(now);
  for (const way of ways) passes.set(way, { until: now.getTime() + LASTS_MS, rules });
  await browser.storage.session.set({ [PASSES]: [...passes].slice(-MOST_KEPT) });
}

/** The rules for which a reason was given. Once for each reason. */
export async function takePass(ways: readonly string[], now: Date): Promise<string[]> {
  const passes = await current(now);
  const rules = ways.flatMap((way) => passes.get(way)?.rules ?? []);
  const taken = ways.filter((way) => passes.delete(way));
  if (taken.length > 0) await browser.storage.session.set({ [PASSES]: [...passes] });
  return rules;
}

async function current(now: Date): Promise<Map<string, Pass>> {
  const stored: unknown = await browser.storage.session.get(PASSES);
  const entries: unknown = isRecord(stored) ? stored[PASSES] : [];
  const passes = new Map<string, Pass>();
  for (const entry of Array.isArray(entries) ? entries : []) {
    const [way, pass]: unknown[] = Array.isArray(entry) ? entry : [];
    const { until, rules } = isRecord(pass) ? pass : {};
    if (typeof way !== 'string' || typeof until !== 'number') continue;
    // Later than any that is given now: the clock was set back, and nobody knows how old it is.
    if (until <= now.getTime() || until > now.getTime() + LASTS_MS) continue;
    const known: unknown[] = Array.isArray(rules) ? rules : [];
    passes.set(way, { until, rules: known.filter((rule) => typeof rule === 'string') });
  }
  return passes;
}
