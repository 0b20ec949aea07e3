/**
 * `npm run fuzz -- [--minutes N] [--cases N] [--only PARSER]... [--seed S]`: tries every parser on generated and damaged inputs, in rounds with
 * fresh seeds, for N minutes (1 if nothing is said) or until each parser has had N cases. Bars: no exception, no answer that another
 * encoding changes, 100 ms for 100 KB. What fails is printed with its seed and its smallest input, and kept in test/fuzz/seeds.jsonl, where
 * `npm test` tries it again. Exit code 0 when nothing failed, 1 when something did, 2 for wrong arguments.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { version as fastCheck } from '../node_modules/fast-check/package.json';
import { TARGETS } from '../test/fuzz/parsers/index.ts';
import type { Tally } from '../test/fuzz/rounds.ts';
import { keepSeed, lineOf, seedOf } from '../test/fuzz/seeds.ts';

/** One case may be tried some times over, and made smaller; this long without the next one is a hang. */
const SILENCE_MS = 90_000;
/** Of an input, on the screen. */
const MOST_SHOWN = 1000;
/** Two thousand small cases at a time need some 200 MB; growing beyond this is a leak. */
const MOST_MEMORY_MB = 1500;

const told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begins'), parser: z.string(), seed: z.int() }),
  z.object({
    kind: z.literal('failed'),
    failure: z.object({
      parser: z.string(),
      seed: z.int(),
      path: z.string(),
      error: z.string(),
      smallest: z.unknown(),
    }),
  }),
  z.object({
    kind: z.literal('done'),
    tallies: z.array(
      z.object({
        parser: z.string(),
        cases: z.int(),
        took: z.number(),
        slowest: z.number(),
        failures: z.int(),
      }),
    ),
  }),
]);

interface Wanted {
  time: number | null;
  cases: number | null;
  only: string[];
  seed: number;
}

function wantedFrom(given: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...given],
    options: {
      minutes: { type: 'string' },
      cases: { type: 'string' },
      only: { type: 'string', multiple: true },
      seed: { type: 'string' },
    },
  });
  const number = (name: string, text: string | undefined): number | null => {
    if (text === undefined) return null;
    const value = Number(text);
    if (!(value > 0)) throw new Error(`--${name} takes a number above 0, not "${text}"`);
    return value;
  };
  const [minutes, cases, seed] = [
    number('minutes', values.minutes),
    number('cases', values.cases),
    number('seed', values.seed),
  ];
  const only = values.only ?? [];
  const known = TARGETS.map(({ parser }) => parser);
  const unknown = only.find((one) => !known.includes(one));
  if (unknown !== undefined) throw new Error(`there is no parser "${unknown}": ${known.join(', ')}`);
  return {
    time: minutes === null && cases !== null ? null : (minutes ?? 1) * 60_000,
    cases: cases === null ? null : Math.ceil(cases),
    only,
    seed: Math.floor(seed ?? Math.random() * 0x7fff_ffff),
  };
}

function table(tallies: readonly Tally[]): void {
  const row = (...cells: string[]): void =>
    console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(12) : cell.padStart(16))).join(''));
  row('parser', 'cases', 'cases/s', 'slowest*', 'failures');
  for (const { parser, cases, took, slowest, failures } of tallies)
    row(
      parser,
      `${cases}`,
      ((cases / Math.max(1, took)) * 1000).toFixed(0),
      slowest.toFixed(1),
      `${failures}`,
    );
  const [cases, took] = [sum(tallies.map((one) => one.cases)), sum(tallies.map((one) => one.took))];
  row(
    'all',
    `${cases}`,
    ((cases / Math.max(1, took)) * 1000).toFixed(0),
    '',
    `${sum(tallies.map((one) => one.failures))}`,
  );
  console.log('* milliseconds per 100 KB, the bar being 100; what is below 25 KB counts as 25 KB');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

/** Whether nothing failed. */
function run({ time, cases, only, seed }: Wanted): Promise<boolean> {
  const count = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(new URL('../test/fuzz/worker.mjs', import.meta.url), {
    workerData: { seed, time, cases, only, count },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  let now = { parser: '', seed };
  let failures = 0;
  let seen = { count: 0, at: performance.now() };
  return new Promise((resolve) => {
    const end = (isFine: boolean): void => {
      clearInterval(watching);
      void worker.terminate();
      resolve(isFine);
    };
    const again = (): string =>
      `npm run fuzz -- --only ${now.parser} --seed ${now.seed} --cases ${Atomics.load(count, 1)}`;
    const watching = setInterval(() => {
      const tried = Atomics.load(count, 0);
      if (tried !== seen.count) seen = { count: tried, at: performance.now() };
      if (performance.now() - seen.at < SILENCE_MS) return;
      console.log(
        `\n${now.parser}: no answer for ${SILENCE_MS / 1000} s to case ${Atomics.load(count, 1)} of seed ${now.seed}. Again: ${again()}`,
      );
      end(false);
    }, 1000);
    worker.on('message', (message: unknown) => {
      const one = told.parse(message);
      if (one.kind === 'begins') now = one;
      else if (one.kind === 'failed') {
        failures += 1;
        const { parser, path, error } = one.failure;
        const kept = seedOf(one.failure);
        const line = lineOf(kept);
        console.log(`\n${parser}: ${lineOf(error)}`);
        console.log(
          `  seed ${one.failure.seed}, path ${path}; smallest: ${lineOf(kept.case).slice(0, MOST_SHOWN)}`,
        );
        console.log(`  kept in test/fuzz/seeds.jsonl: ${line.slice(0, MOST_SHOWN)}\n`);
        keepSeed(kept);
      } else {
        table(one.tallies);
        end(failures === 0);
      }
    });
    worker.on('error', (error) => {
      console.log(
        `\n${now.parser}: ended at case ${Atomics.load(count, 1)} of seed ${now.seed}: ${error.message}. Again: ${again()}`,
      );
      end(false);
    });
  });
}

try {
  const wanted = wantedFrom(process.argv.slice(2));
  console.log(
    `Seed ${wanted.seed}; Node ${process.version}, fast-check ${fastCheck}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${process.platform}`,
  );
  const start = performance.now();
  process.exitCode = (await run(wanted)) ? 0 : 1;
  console.log(`${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
