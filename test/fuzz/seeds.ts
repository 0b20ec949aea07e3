import { appendFileSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Failure } from './target.ts';

/** Cases that failed once, in seeds.jsonl, one a line: fuzz.test.ts tries them at each `npm test`. */

const FILE = new URL('seeds.jsonl', import.meta.url);
const seed = z.strictObject({
  parser: z.string(),
  /** What went wrong when it was found. */
  error: z.string(),
  /** fast-check's, when it was found. The case below is what is tried: it outlives changes of the arbitraries. */
  seed: z.int(),
  path: z.string(),
  case: z.json(),
});
export type Seed = z.infer<typeof seed>;

export function keptSeeds(): Seed[] {
  const lines = readFileSync(FILE, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => seed.parse(JSON.parse(line)));
}

const MOST_ERROR = 300;

export const seedOf = ({ parser, error, seed: from, path, smallest }: Failure): Seed => ({
  parser,
  error: error.slice(0, MOST_ERROR),
  seed: from,
  path,
  case: z.json().parse(smallest),
});

/** Unless it is there already. */
export function keepSeed(one: Seed): void {
  const kept = keptSeeds();
  if (kept.some((other) => JSON.stringify(other.case) === JSON.stringify(one.case))) return;
  appendFileSync(FILE, `${lineOf(one)}\n`);
}

/** As JSON on one line, of ASCII alone: a case may hold what turns a terminal's text round. */
export const lineOf = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
