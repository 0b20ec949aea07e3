import { defineConfig } from 'vitest/config';

/** Unit tests only; the browsers' tests have their own config (vitest.browser.config.ts). */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/effects-done.ts'],
    // Vitest would leave one processor of two unused.
    maxWorkers: '100%',
    exclude: ['test/built/**', 'test/browser/**', 'test/webmail/**'],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
