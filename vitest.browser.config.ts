import { defineConfig } from 'vitest/config';
import { PARTS, type Part, testsIn, WITHOUT_BROWSER } from './test/browser/parts.ts';
import { type BrowserName, TURN } from './test/browser/turn.ts';

const SINK = 'test/webmail/smtp-sink.test.ts';
/** Files with tests for one browser only. */
const ONLY: Readonly<Record<BrowserName, readonly string[]>> = {
  Chromium: ['test/browser/shipped.test.ts'],
  Firefox: ['test/browser/private-windows.test.ts'],
};

/** The files of one part strictly one after the other: some tests measure time, and Chromium's policies are files of the whole machine. */
const projectOf = (name: string, { browser, folders }: Part) => ({
  extends: true as const,
  test: {
    name,
    include: folders.map(testsIn),
    exclude: [SINK, ...ONLY[browser === 'Chromium' ? 'Firefox' : 'Chromium']],
    env: { [TURN]: browser },
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
      ...[...PARTS].map(([name, part]) => projectOf(name, part)),
      {
        extends: true,
        test: {
          name: 'without-browser',
          include: [...WITHOUT_BROWSER.map(testsIn), SINK],
        },
      },
    ],
  },
});
