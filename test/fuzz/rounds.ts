import { Stopwatch } from './stopwatch.ts';
import type { Failure, FuzzTarget } from './target.ts';

/** Rounds over the parsers, each with a fresh seed and about the same time, until the time is up or each has had its cases. */

export interface Plan {
  targets: readonly FuzzTarget[];
  /** The first round's; each next one is derived from it. */
  seed: number;
  /** Milliseconds, or null: until each parser has had its cases. */
  time: number | null;
  /** For each parser; null: as many as there is time for. */
  cases: number | null;
}

export interface Tally {
  parser: string;
  cases: number;
  /** Milliseconds that they took. */
  took: number;
  /** Milliseconds per 100 KB. */
  slowest: number;
  failures: number;
}

/** Told while it goes on: what is tried now, so that a parser that never comes back can be named. */
export interface Progress {
  begins(parser: string, seed: number): void;
  tried(): void;
  failed(failure: Failure): void;
}

/** A round's time for each parser. */
const TURN_MS = 2000;
const FIRST_CASES = 100;
/** After so many a parser is left alone: what else it does is better seen when these are mended. */
const MOST_FAILURES = 5;
const SEEDS = 0x7fff_ffff;

export async function fuzzInRounds(
  { targets, seed, time, cases }: Plan,
  progress: Progress,
): Promise<Tally[]> {
  const started = performance.now();
  const turns = targets.map((target) => ({
    target,
    watch: new Stopwatch(),
    tally: { parser: target.parser, cases: 0, took: 0, slowest: 0, failures: 0 },
  }));
  const isDone = ({ tally }: { tally: Tally }): boolean =>
    tally.failures >= MOST_FAILURES || (cases !== null && tally.cases >= cases);
  const isOver = (): boolean => time !== null && performance.now() - started >= time;
  for (let round = 0; !isOver() && !turns.every(isDone); round += 1) {
    for (const turn of turns) {
      if (isOver() || isDone(turn)) continue;
      const { target, watch, tally } = turn;
      const fresh = (seed + round * 7919) % SEEDS;
      const fitting = tally.cases === 0 ? FIRST_CASES : (tally.cases / tally.took) * TURN_MS;
      const wanted = Math.max(
        10,
        Math.min(Math.round(fitting), (cases ?? Number.POSITIVE_INFINITY) - tally.cases),
      );
      progress.begins(target.parser, fresh);
      const start = performance.now();
      const outcome = await target.fuzz({ seed: fresh, cases: wanted, watch, tried: progress.tried });
      tally.took += performance.now() - start;
      tally.cases += outcome.cases;
      tally.slowest = watch.slowest;
      if (outcome.failure === null) continue;
      tally.failures += 1;
      progress.failed(outcome.failure);
    }
  }
  return turns.map(({ tally }) => tally);
}
