import { describe } from 'vitest';
import { findChromium, findFirefox } from '../../tools/browsers.ts';
import { type BrowserName, isTurnOf } from './turn.ts';

const FIND = { Chromium: findChromium, Firefox: findFirefox } as const;

interface Where {
  browser: BrowserName;
  /** What else these tests lack here, in words. */
  missing: string | null;
}

/** Tests in one browser. Where they cannot run they are skipped, with a line that says why; in the other one's turn they are not there. */
export function describeIn(where: BrowserName | Where, title: string, suite: () => void): void {
  const { browser, missing } = typeof where === 'string' ? { browser: where, missing: null } : where;
  if (!isTurnOf(browser)) return;
  const reason = FIND[browser]() === null ? `there is no ${browser} on this machine` : missing;
  if (reason !== null) console.log(`Skipped: ${title}, because ${reason}.`);
  describe.skipIf(reason !== null)(title, suite);
}
