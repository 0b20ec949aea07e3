import { defineConfig } from 'vitest/config';

/** The tests that need a build and real browsers; `npm test` builds, gets the browsers, and runs them after the unit tests. */
export default defineConfig({
  test: {
    include: ['test/built/**/*.test.ts', 'test/browser/**/*.test.ts', 'test/webmail/**/*.test.ts'],
    // One browser at a time: policies are files of the whole machine.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
