import browser from 'webextension-polyfill';
import { severity } from '../../src/model.ts';
import { isRecord } from '../../src/record.ts';
import { newSalt, saltedHash } from '../salted-hash.ts';
import type { Judged } from './asides.ts';
import { actionOn, addEntry, carefully, entryFor } from './log.ts';

/**
 * Logs that a warning was shown: once for each invitation and set of rules while the browser runs, because the worker is asked again at each
 * look. What was logged is kept as salted hashes in storage.session, which is gone with the browser.
 */

const KEY = 'log-shown';
/** Whoever is warned of more than this in one session may find an old one logged again. */
export const MOST_KNOWN = 1000;
/** Half of a SHA-256, in hexadecimal digits: enough to tell a session's invitations apart. */
const HASH_LENGTH = 32;
/**
 * A background that is stopped in the midst may have logged a warning, and its note of that is lost (Firefox writes in its own time). One that
 * ends by itself has rested for half a minute before: what was logged so shortly before this one began is of one that was stopped.
 */
const CUT_SHORT_MS = 29_000;

/** Never rejects. */
export function logShown(site: string, { title, review, ways }: Judged, now: Date): Promise<void> {
  const warnings = review.findings.filter(({ level }) => severity(level) >= severity('warn'));
  if (warnings.length === 0) return Promise.resolve();
  const action = actionOn(review.surface);
  const rules = [...new Set(warnings.map(({ rule }) => rule))].sort();
  const meetings = warnings.some(({ meeting }) => meeting === null)
    ? review.meetings
    : warnings.flatMap(({ meeting }) => review.meetings[meeting ?? -1] ?? []);
  const entry = entryFor(
    site,
    { action, how: 'shown', rules, platforms: meetings.map(({ platform }) => platform), reason: '' },
    now,
  );
  // A title that is being written changes with each key.
  const lasting = action === 'write' ? '' : title;
  const identity = JSON.stringify([site, action, lasting, ways.flat().sort(), rules]);
  return carefully(async () => {
    const { salt, hashes } = await readKnown();
    const hash = (await saltedHash(salt, identity)).slice(0, HASH_LENGTH);
    if (hashes.includes(hash)) return;
    // Noted first: a log that cannot be written must not be tried at each look.
    await browser.storage.session.set({ [KEY]: { salt, hashes: [...hashes, hash].slice(-MOST_KNOWN) } });
    const { timeOrigin } = performance;
    await addEntry(entry, now, { from: timeOrigin - CUT_SHORT_MS, until: timeOrigin });
  });
}

async function readKnown(): Promise<{ salt: string; hashes: string[] }> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY);
  if (!isRecord(stored) || typeof stored.salt !== 'string' || !Array.isArray(stored.hashes))
    return { salt: newSalt(), hashes: [] };
  const hashes: unknown[] = stored.hashes;
  return { salt: stored.salt, hashes: hashes.filter((one) => typeof one === 'string') };
}
