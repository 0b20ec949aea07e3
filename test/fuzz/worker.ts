import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { TARGETS } from './parsers/index.ts';
import { fuzzInRounds } from './rounds.ts';

/** Runs the rounds beside tools/fuzz.ts, which can so end a parser that never comes back. */

const given = z.object({
  seed: z.int(),
  time: z.number().nullable(),
  cases: z.int().nullable(),
  only: z.array(z.string()),
  /** Counts the cases; who watches sees that it goes on. */
  count: z.instanceof(Int32Array),
});

const { seed, time, cases, only, count } = given.parse(workerData);
const targets = TARGETS.filter(({ parser }) => only.length === 0 || only.includes(parser));
const tallies = await fuzzInRounds(
  { targets, seed, time, cases },
  {
    begins: (parser, from) => {
      Atomics.store(count, 1, 0);
      parentPort?.postMessage({ kind: 'begins', parser, seed: from });
    },
    tried: () => {
      Atomics.add(count, 0, 1);
      Atomics.add(count, 1, 1);
    },
    failed: (failure) => parentPort?.postMessage({ kind: 'failed', failure }),
  },
);
parentPort?.postMessage({ kind: 'done', tallies });
