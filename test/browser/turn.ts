/** The browsers' tests run side by side, one process each (vitest.browser.config.ts): which of them this one is. */
export type BrowserName = 'Chromium' | 'Firefox';

/** The variable that vitest.browser.config.ts sets. Elsewhere, as in the tools, there is no turn. */
export const TURN = 'IN_CAMERA_TEST_BROWSER';

export const isTurnOf = (browser: BrowserName): boolean => (process.env[TURN] ?? browser) === browser;

/** Throws in the other browser's tests: a Chromium there would meet the policy that a test of Chromium writes. */
export function needsTurn(browser: BrowserName): void {
  if (!isTurnOf(browser)) throw new Error(`This is not ${browser}'s turn: describeIn() gives its tests one.`);
}
