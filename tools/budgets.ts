/**
 * What each part of the built extension may weigh, minified, in bytes. `npm run build` fails where one is over: what a page, the
 * worker or the popup loads is what they wait for.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isRecord } from '../src/record.ts';

const KB = 1024;

export interface Weight {
  part: string;
  bytes: number;
  limit: number;
}

/** Each page script by itself. A page gets up to four of them, one after the other, when it gives cause. */
const PAGE_SCRIPT = 40 * KB;
const POPUP = 60 * KB;
/**
 * The project's bar is 250 KB, and it is missed. The public suffixes (83 KB), the wording of 31 languages (47 KB), the tables of the
 * webmails (22 KB) and of the marking schemes (10 KB) are data that each judgement may need, and a worker of Chromium's cannot load
 * anything later (importScripts and import() are refused once it runs). What stands may not grow unseen.
 */
const BACKGROUND = 410 * KB;

/** All parts of the extension that was built into this folder. Throws when a file that the manifest or a page names is not there. */
export function weightsOf(dist: string): Weight[] {
  const content = readdirSync(join(dist, 'content')).map((name) => ({
    part: `content/${name}`,
    bytes: readFileSync(join(dist, 'content', name)).length,
    limit: PAGE_SCRIPT,
  }));
  return [
    ...content,
    { part: 'background', bytes: weightOf(dist, backgroundOf(dist)), limit: BACKGROUND },
    { part: 'popup', bytes: weightOf(dist, scriptsIn(dist, 'popup/index.html')), limit: POPUP },
  ];
}

/** One line for each part that is too heavy. */
export function overweight(weights: readonly Weight[]): string[] {
  return weights
    .filter(({ bytes, limit }) => bytes > limit)
    .map(({ part, bytes, limit }) => `${part} is ${bytes} bytes, and may be ${limit} (tools/budgets.ts).`);
}

/** Chromium names one file, Firefox a list. */
function backgroundOf(dist: string): string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
  const background = isRecord(manifest) && isRecord(manifest['background']) ? manifest['background'] : {};
  const { service_worker: worker, scripts = [worker] } = background;
  return Array.isArray(scripts) ? scripts.map(String) : [];
}

function scriptsIn(dist: string, page: string): string[] {
  const html = readFileSync(join(dist, page), 'utf8');
  return Array.from(html.matchAll(/<script[^>]* src="([^"]+)"/g), ([, path = '']) =>
    posix.join(posix.dirname(page), path),
  );
}

/** Bytes of these files and of all that they import before they run. */
function weightOf(dist: string, files: readonly string[]): number {
  const loaded = new Set(files);
  let bytes = 0;
  // A set goes on to what is added while it is read.
  for (const file of loaded) {
    const code = readFileSync(join(dist, file), 'utf8');
    bytes += Buffer.byteLength(code);
    for (const [, path = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
      loaded.add(posix.join(posix.dirname(file), path));
  }
  return bytes;
}
