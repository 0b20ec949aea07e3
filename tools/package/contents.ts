/** What a package may hold, and how large it may be. `npm run package` stops at anything else, and so does a test. */
import { LICENCES_FILE } from './licences.ts';
import { SBOM_FILE } from './sbom.ts';

/** Never a build for loopback: it runs on pages of this machine (tools/build.ts). */
export const PACKAGED = ['chromium', 'firefox'] as const;
export type Packaged = (typeof PACKAGED)[number];

/** Source maps, tests, TypeScript, dotfiles and whatever nobody thought of are none of these. */
const MAY_HOLD: readonly RegExp[] = [
  /^manifest\.json$/,
  /^managed_schema\.json$/,
  /^_locales\/(?:en|da|de|es|fr|it|nl|pl|pt|sv)\/messages\.json$/,
  /^icons\/(?:16|32|48|128)\.png$/,
  /^(?:popup|options|first-run)\/index\.html$/,
  /^content\/(?:in-camera|join|meeting|notice|hold)\.iife\.js$/,
  /^background\/index\.js$/,
  // Named by what is in them.
  /^assets\/[\w.-]+-[\w-]{8}\.(?:js|css)$/,
];
const MUST_HOLD = ['manifest.json', 'LICENSE', LICENCES_FILE, SBOM_FILE];
/** CRXJS's one line: Chromium wants the worker's file at the top. */
const OF_CHROMIUM = 'service-worker-loader.js';

/** In bytes, zipped. */
export const MOST_BYTES = 1_100_000;
/** The source code is nearly all tests: pages of webmails and invitations. */
export const MOST_SOURCE_BYTES = 8_000_000;

/** What is wrong with a package, in sentences; empty when nothing is. `files` are its names. */
export function faultsIn(target: Packaged, files: readonly string[]): string[] {
  const own = target === 'chromium' ? [...MUST_HOLD, OF_CHROMIUM] : MUST_HOLD;
  return [
    ...own.filter((file) => !files.includes(file)).map((file) => `${target}: ${file} is missing.`),
    ...files
      .filter((file) => !own.includes(file) && !MAY_HOLD.some((pattern) => pattern.test(file)))
      .map((file) => `${target}: ${file} does not belong into a package.`),
  ];
}

/** Null when the archive is no larger than it may be. */
export function sizeFault(name: string, bytes: number, most: number): string | null {
  return bytes <= most ? null : `${name}: ${bytes} bytes are more than the ${most} that it may have.`;
}
