import { describe } from 'vitest';
import { findChromium, findFirefox } from '../../tools/browsers.ts';
import { type BrowserName, isTurnOf } from './turn.ts';

const FIND = { Chromium: findChromium, Firefox: findFirefox } as const;

/** Tests in one browser. Where they cannot run they are skipped, with a line that says why; in the other one's turn they are not there. */
export function describeIn(
  browser: BrowserName,
  title: string,
  suite: () => void,
  /** What else is missing, in words. */
  alsoMissing: string | null = null,
): void {
  if (!isTurnOf(browser)) return;
  const missing = FIND[browser]() === null ? `there is no ${browser} on this machine` : alsoMissing;
  if (missing !== null) console.log(`Skipped: ${title}, because ${missing}.`);
  describe.skipIf(missing !== null)(title, suite);
}
