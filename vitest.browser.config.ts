import { defineConfig } from 'vitest/config';
import { type BrowserName, TURN } from './test/browser/turn.ts';

const WITHOUT_BROWSER = ['test/built/**', 'test/browser/webmails/**', 'test/webmail/smtp-sink.test.ts'];
/** Half of a browser's tests, by the time they take: a lane of their own. */
const APART = ['test/browser/faults/**', 'test/browser/hostile/**', 'test/browser/network/**'];
/** Files with tests for one browser only. */
const ONLY: Readonly<Record<BrowserName, readonly string[]>> = {
  Chromium: ['test/browser/shipped.test.ts'],
  Firefox: ['test/browser/private-windows.test.ts'],
};

const testsIn = (folder: string): string => folder.replace(/\*\*$/, '**/*.test.ts');

/**
 * One browser's tests strictly one after the other: Chromium's policies are files of the whole machine, and some tests measure time.
 * `npm test` runs three such lanes beside each other, because browsers wait more than they work (tools/test.ts).
 */
const inBrowser = (name: BrowserName, other: BrowserName, isApart: boolean) => ({
  extends: true as const,
  test: {
    name: isApart ? `${name} apart` : name,
    include: isApart ? APART.map(testsIn) : ['test/browser/**/*.test.ts', 'test/webmail/**/*.test.ts'],
    exclude: [...WITHOUT_BROWSER, ...ONLY[other], ...(isApart ? [] : APART)],
    env: { [TURN]: name },
  },
});

/** The tests that need a build and real browsers; `npm test` builds, gets the browsers, and runs them after the unit tests. */
export default defineConfig({
  test: {
    fileParallelism: false,
    // Each file would load the browsers' drivers anew, a second of work.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      inBrowser('Chromium', 'Firefox', false),
      inBrowser('Firefox', 'Chromium', false),
      inBrowser('Chromium', 'Firefox', true),
      inBrowser('Firefox', 'Chromium', true),
      {
        extends: true,
        test: {
          name: 'without-browser',
          include: WITHOUT_BROWSER.map(testsIn),
        },
      },
    ],
  },
});
