/**
 * Builds the extension: `npm run build -- [TARGET…] [--force]`. Without a target: the two that ship. A target is skipped
 * when nothing it is made of is newer than what stands in dist/TARGET.
 */
import { execFile } from 'node:child_process';
import { readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { overweight, weightsOf } from './budgets.ts';

/** The loopback targets also match pages of this machine: for the demonstration and the browser tests, never shipped. */
export const TARGETS = ['chromium', 'firefox', 'chromium-loopback', 'firefox-loopback'] as const;
export type Target = (typeof TARGETS)[number];

const root = fileURLToPath(new URL('../', import.meta.url));
const SOURCES = [
  'src',
  'extension',
  'tools',
  'manifest.json',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'LICENSE',
];

/** The folder that a target is built into, absolute; loadable as an unpacked extension. */
export function outputOf(target: Target): string {
  return join(root, 'dist', target);
}

/**
 * Builds the targets that are not up to date, or all of them by `force`, and prints a line for each.
 * Rejects with what Vite printed when one does not build, and when a part of it is heavier than tools/budgets.ts allows.
 */
export async function buildTargets(targets: readonly Target[], force = false): Promise<void> {
  for (const target of targets) {
    const fresh = !force && (await isFresh(target));
    if (!fresh) await buildTarget(target);
    const over = overweight(weightsOf(outputOf(target)));
    if (over.length > 0) throw new Error(`${target}: ${over.join('\n')}`);
    const kilobytes = Math.round((await sizeOf(outputOf(target))) / 1000);
    console.log(`dist/${target}: ${kilobytes} kB${fresh ? ' (up to date)' : ''}`);
  }
}

/**
 * Runs Vite as a process of its own, so that what it and its plugins print can be kept back: CRXJS 3.0.0 reports every content
 * script, and sets an option that Rolldown warns about, whatever the log level is.
 */
async function buildTarget(target: Target): Promise<void> {
  const started = new Date();
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--mode', target], {
    // Vite takes the root of its configuration from where it is started.
    cwd: root,
    // Vite builds for development if its caller says so, as a test runner does.
    env: { ...process.env, NODE_ENV: 'production' },
  }).catch(({ stdout, stderr }: { stdout: string; stderr: string }) => {
    throw new Error(`${target} does not build.\n${stdout}${stderr}`);
  });
  // What was saved while we were building is newer than what we built.
  await utimes(manifestOf(target), started, started);
}

const manifestOf = (target: Target): string => join(outputOf(target), 'manifest.json');

async function isFresh(target: Target): Promise<boolean> {
  const built = await stat(manifestOf(target)).catch(() => null);
  if (built === null) return false;
  const changed = await Promise.all(SOURCES.map((source) => lastChange(join(root, source))));
  return Math.max(...changed) < built.mtimeMs;
}

/** Milliseconds since 1970. A folder's own time counts too: it tells that a file was deleted or renamed. */
async function lastChange(path: string): Promise<number> {
  const times = (await withContents(path)).map(async (each) => (await stat(each)).mtimeMs);
  return Math.max(...(await Promise.all(times)));
}

/** Bytes of all files in it. */
async function sizeOf(folder: string): Promise<number> {
  const found = await Promise.all((await withContents(folder)).map((path) => stat(path)));
  return found.reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0);
}

/** The path itself and, if it is a folder, everything in it. */
async function withContents(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  return [path, ...(await readdir(path, { recursive: true })).map((name) => join(path, name))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const force = process.argv.includes('--force');
  const names = process.argv.slice(2).filter((argument) => argument !== '--force');
  const unknown = names.filter((name) => !TARGETS.some((target) => target === name));
  if (unknown.length > 0) {
    console.error(`There is no target ${unknown.join(', ')}; there are ${TARGETS.join(', ')}.`);
    process.exit(2);
  }
  const named = TARGETS.filter((target) => names.includes(target));
  await buildTargets(names.length > 0 ? named : ['chromium', 'firefox'], force).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
