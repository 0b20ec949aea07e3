import { defineConfig } from 'vitest/config';
import { type BrowserName, TURN } from './test/browser/turn.ts';

const WITHOUT_BROWSER = ['test/built/**', 'test/browser/webmails/**', 'test/webmail/smtp-sink.test.ts'];
/** Files with tests for one browser only. */
const ONLY: Readonly<Record<BrowserName, readonly string[]>> = {
  Chromium: ['test/browser/hostile-pages.test.ts', 'test/browser/shipped.test.ts'],
  Firefox: ['test/browser/private-windows.test.ts'],
};

/**
 * One browser's tests strictly one after the other: Chromium's policies are files of the whole machine, and some tests measure time. The
 * browsers do not disturb each other: `npm test` gives each a process of its own, and they wait more than they work.
 */
const inBrowser = (name: BrowserName, other: BrowserName) => ({
  extends: true as const,
  test: {
    name,
    include: ['test/browser/**/*.test.ts', 'test/webmail/**/*.test.ts'],
    exclude: [...WITHOUT_BROWSER, ...ONLY[other]],
    env: { [TURN]: name },
  },
});

/** The tests that need a build and real browsers; `npm test` builds, gets the browsers, and runs them after the unit tests. */
export default defineConfig({
  test: {
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      inBrowser('Chromium', 'Firefox'),
      inBrowser('Firefox', 'Chromium'),
      {
        extends: true,
        test: {
          name: 'without-browser',
          include: WITHOUT_BROWSER.map((path) => path.replace(/\*\*$/, '**/*.test.ts')),
        },
      },
    ],
  },
});
