/** How the benches print their figures, and the bars that these must hold. */

const missed: string[] = [];

export function row(...cells: string[]): void {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(38) : cell.padStart(14))).join(''));
}

export const shown = (milliseconds: number): string =>
  milliseconds < 1 ? `${(milliseconds * 1000).toFixed(1)} µs` : `${milliseconds.toFixed(2)} ms`;

export function bar(name: string, holds: boolean): string {
  if (!holds) missed.push(name);
  return holds ? 'met' : 'NOT MET';
}

/** Says which bars were missed; the exit code is 1 then. */
export function conclude(): void {
  if (missed.length === 0) return;
  console.log(`\nMissed: ${missed.join('; ')}`);
  process.exitCode = 1;
}

/** The middle one, or the one below which so much of them lies. */
export function quantile(values: readonly number[], part = 0.5): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
