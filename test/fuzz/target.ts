import fc from 'fast-check';
import type { z } from 'zod';
import { shortened } from './shorten.ts';
import { Stopwatch } from './stopwatch.ts';

/**
 * One parser as the fuzzer sees it. A case is plain data, such as JSON can hold, so that one that failed can be kept as a file's line
 * and tried again after the arbitraries have changed.
 */
interface Described<Case> {
  /** As its file in parsers/ is called. */
  parser: string;
  /** What to try: mostly small, some as long as the bar's 100 KB. */
  cases: fc.Arbitrary<Case>;
  form: z.ZodType<Case>;
  /**
   * Tries one. Throws when an exception escapes, the answer has not its promised shape, another encoding of the same changes it, or it takes
   * too long: whatever is read, is read under `watch.time`.
   */
  check(one: Case, watch: Stopwatch): Promise<void>;
}

/** The same with its kind of case hidden, so that all parsers stand in one list. */
export interface FuzzTarget {
  parser: string;
  fuzz(run: Run): Promise<Outcome>;
  /** Tries a kept case again: throws as it did, unless it was mended. */
  replay(kept: unknown): Promise<void>;
}

export interface Run {
  seed: number;
  cases: number;
  /** Where fast-check found a failure with that seed: only that one is tried. */
  path?: string;
  watch?: Stopwatch;
  /** Called before each case. */
  tried?: () => void;
}

export interface Outcome {
  cases: number;
  failure: Failure | null;
}

export interface Failure {
  parser: string;
  /** fast-check's: with the same arbitraries they lead to the same case. */
  seed: number;
  path: string;
  /** What went wrong with the case below. */
  error: string;
  /** The smallest that was found to go wrong. */
  smallest: unknown;
}

/** Making a case smaller ends after this, however small it is by then. */
const SHRINKING_MS = 20_000;
/** Errors that begin with the same so many characters are of one kind. */
const KIND = 30;

export function fuzzTarget<Case>({ parser, cases, form, check }: Described<Case>): FuzzTarget {
  const errorOf = async (one: Case, watch: Stopwatch): Promise<string | null> => {
    try {
      await check(one, watch);
      return null;
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  };
  return {
    parser,
    async fuzz({ seed, cases: number, path, watch = new Stopwatch(), tried }) {
      let count = 0;
      let failedAt: number | null = null;
      const property = fc.asyncProperty(cases, async (one) => {
        if (failedAt === null) {
          count += 1;
          tried?.();
        } else if (performance.now() - failedAt > SHRINKING_MS) return;
        const error = await errorOf(one, failedAt === null ? watch : new Stopwatch());
        if (error === null) return;
        failedAt ??= performance.now();
        throw new Error(error);
      });
      const { counterexample, counterexamplePath } = await fc.check(property, {
        seed,
        numRuns: number,
        ...(path === undefined ? {} : { path }),
      });
      const found = counterexample?.[0];
      if (found === undefined) return { cases: count, failure: null };
      const error = await errorOf(found, new Stopwatch());
      // The machine was busy with something else: what is slow by itself is slow again.
      if (error === null) return { cases: count, failure: null };
      const until = performance.now() + SHRINKING_MS;
      const smallest = await shortened(
        found,
        async (smaller) => {
          const parsed = form.safeParse(smaller);
          if (!parsed.success) return false;
          const again = await errorOf(parsed.data, new Stopwatch());
          return again?.slice(0, KIND) === error.slice(0, KIND);
        },
        () => performance.now() > until,
      );
      const said = (await errorOf(form.parse(smallest), new Stopwatch())) ?? error;
      return {
        cases: count,
        failure: { parser, seed, path: counterexamplePath ?? '', error: said, smallest },
      };
    },
    async replay(kept) {
      await check(form.parse(kept), new Stopwatch());
    },
  };
}
