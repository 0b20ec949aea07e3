/** The source code as it is archived: for Mozilla's review, and for whoever wants to build what we ship. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All that the repository holds, at its top. Without git, a build's own products and whatever else lies about stay out by this list. */
export const SOURCE: readonly string[] = [
  '.ci',
  '.gitattributes',
  '.gitignore',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'biome.json',
  'demo',
  'docs',
  'extension',
  'icons',
  'manifest.json',
  'package-lock.json',
  'package.json',
  'src',
  'test',
  'tools',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.browser.config.ts',
  'vitest.config.ts',
];

export interface SourceFiles {
  /** Relative to the project's folder, with slashes. */
  paths: string[];
  /** git status --short: what is archived in another state than that of the last commit, or is in none. Empty without git. */
  uncommitted: string[];
}

/** What git tracks; in a folder that is no repository (the unpacked archive itself) everything below SOURCE. `root` is absolute. */
export function sourceFiles(root: string): SourceFiles {
  if (!existsSync(join(root, '.git')))
    return { paths: SOURCE.flatMap((name) => filesBelow(root, name)), uncommitted: [] };
  const git = (...command: string[]): string =>
    execFileSync('git', command, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const tracked = git('ls-files', '-z')
    .split('\0')
    .filter((path) => path !== '');
  return {
    // One that was deleted and not yet committed.
    paths: tracked.filter((path) => existsSync(join(root, path))),
    uncommitted: git('status', '--short')
      .split('\n')
      .filter((line) => line !== ''),
  };
}

function filesBelow(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) throw new Error(`${path} is missing: it belongs to the source code.`);
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesBelow(root, `${path}/${name}`));
}
