import type { BrowserName } from './turn.ts';

/**
 * The browsers' tests in parts, each a project of Vitest: by folder, and for each browser. `npm test` runs some of them beside each other
 * (tools/test.ts).
 */
export interface Part {
  browser: BrowserName;
  folders: readonly string[];
}

export const FOLDERS = {
  pages: ['test/browser', 'test/browser/access'],
  webmail: ['test/webmail'],
  faults: ['test/browser/faults'],
  hostile: ['test/browser/hostile'],
  network: ['test/browser/network'],
} as const;
/** Tests of what was built, and of the tests' own parts. */
export const WITHOUT_BROWSER = ['test/built', 'test/browser/webmails'];

export const testsIn = (folder: string): string => `${folder}/*.test.ts`;

const partOf = (browser: BrowserName, folder: keyof typeof FOLDERS): readonly [string, Part] => [
  `${browser} ${folder}`,
  { browser, folders: FOLDERS[folder] },
];

/** By name; those first that take longest. */
export const PARTS: ReadonlyMap<string, Part> = new Map([
  partOf('Firefox', 'pages'),
  partOf('Chromium', 'pages'),
  partOf('Firefox', 'faults'),
  partOf('Chromium', 'faults'),
  partOf('Firefox', 'hostile'),
  partOf('Chromium', 'hostile'),
  partOf('Firefox', 'webmail'),
  partOf('Chromium', 'webmail'),
  partOf('Firefox', 'network'),
  partOf('Chromium', 'network'),
]);
