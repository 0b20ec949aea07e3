/** How the benches print their figures, and the bars that these must hold. What is printed is kept for docs/performance.md. */

export interface Section {
  title: string;
  /** Of the columns; the first one's is empty. */
  heads: readonly string[];
  rows: string[][];
}

const missed: string[] = [];
const kept: Section[] = [];

/** Begins a table. */
export function section(title: string, ...heads: string[]): void {
  kept.push({ title, heads: ['', ...heads], rows: [] });
  console.log(`\n${title}\n`);
  print(['', ...heads]);
}

/** Of the table that was begun last. */
export function row(...cells: string[]): void {
  kept.at(-1)?.rows.push(cells);
  print(cells);
}

function print(cells: readonly string[]): void {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(38) : ` ${cell.padStart(13)}`)).join(''));
}

/** All tables so far. */
export const sections = (): readonly Section[] => kept;

export const shown = (milliseconds: number): string =>
  milliseconds < 1 ? `${(milliseconds * 1000).toFixed(1)} µs` : `${milliseconds.toFixed(2)} ms`;

export function bar(name: string, holds: boolean): string {
  if (!holds) missed.push(name);
  return holds ? 'met' : 'NOT MET';
}

/** What says which bars were missed; empty when none was. */
export const misses = (): string => (missed.length === 0 ? '' : `Missed: ${missed.join('; ')}`);

/** Says which bars were missed; the exit code is 1 then. */
export function conclude(): void {
  if (missed.length === 0) return;
  console.log(`\n${misses()}`);
  process.exitCode = 1;
}

/** The middle one, or the one below which so much of them lies. */
export function quantile(values: readonly number[], part = 0.5): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
