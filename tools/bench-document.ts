/** Writes what a bench printed into docs/performance.md, between the marks of that bench. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Section } from './bench-bars.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const DOCUMENT = `${root}docs/performance.md`;

/** `browsers`: such as "Chromium 156.0"; empty where none took part. */
export function writeResults(
  command: string,
  browsers: string,
  sections: readonly Section[],
  misses: string,
): void {
  const text = readFileSync(DOCUMENT, 'utf8');
  writeFileSync(DOCUMENT, withResults(text, command, resultsOf(machine(browsers), sections, misses)));
  console.log('\nWritten to docs/performance.md.');
}

/** Exported for its test. Throws when the document has no place for this command's results. */
export function withResults(document: string, command: string, results: string): string {
  const [begin, end] = [`<!-- generated: ${command} -->`, `<!-- end: ${command} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`There is no place for the results of ${command}.`);
  return `${document.slice(0, from + begin.length)}\n\n${results}\n\n${document.slice(to)}`;
}

/** Exported for its test. */
export function resultsOf(where: string, sections: readonly Section[], misses: string): string {
  const tables = sections.map(({ title, heads, rows }) => {
    const lines = rows.map((cells) => line(heads.map((_, index) => cells[index] ?? '')));
    return [`### ${title}`, '', line(heads), line(heads.map(() => '---')), ...lines].join('\n');
  });
  return [where, ...tables, misses === '' ? 'Every bar is met.' : `**${misses}**`].join('\n\n');
}

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.trim().replaceAll('|', '\\|')).join(' | ')} |`;

function machine(browsers: string): string {
  const [first] = cpus();
  const gigabytes = (totalmem() / 1024 ** 3).toFixed(0);
  const commit = git('rev-parse', '--short', 'HEAD');
  // The results themselves are about to be written.
  const changed = git('status', '--porcelain', '--', ':!docs/performance.md') === '' ? '' : ', with changes';
  return [
    new Date().toISOString().slice(0, 10),
    `commit ${commit}${changed}`,
    `${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${gigabytes} GB`,
    system(),
    `Node ${process.version}`,
    ...(browsers === '' ? [] : [browsers]),
  ].join(' · ');
}

function system(): string {
  const kernel = `${process.platform} ${release()} ${process.arch}`;
  try {
    const name = /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
    return name === undefined ? kernel : `${name}, ${kernel}`;
  } catch {
    // Only Linux has the file.
    return kernel;
  }
}

function git(...words: string[]): string {
  try {
    return execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
