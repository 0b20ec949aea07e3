import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fuzzInRounds } from './rounds.ts';
import { lineOf, seedOf } from './seeds.ts';
import { type Failure, fuzzTarget } from './target.ts';
import { assertSame } from './verdict.ts';

/** The fuzzer finds what is wrong, says with which seed, and makes it small. Each parser here is broken on purpose. */

/** A safety net: what takes too long is tried some times over. */
const TIME = 120_000;
const form = z.object({ text: z.string() });
const cases = fc.record({ text: fc.string({ unit: fc.constantFrom('a', 'b', 'X', 'Y'), maxLength: 12 }) });
/** Of the processor's time: the machine may give it to others meanwhile. */
const busy = (milliseconds: number): void => {
  const start = process.cpuUsage();
  const end = performance.now() + milliseconds;
  while (performance.now() < end || process.cpuUsage(start).user < milliseconds * 1000);
};
const broken = (read: (text: string) => unknown) =>
  fuzzTarget<z.infer<typeof form>>({
    parser: 'broken',
    form,
    cases,
    async check({ text }, watch) {
      const answer = await watch.time(text.length, () => read(text));
      assertSame(read(text.toLowerCase()), answer, 'in small letters');
    },
  });

const FAULTS = [
  ['throws', (text: string) => (text.includes('XY') ? JSON.parse(text) : 0), 'SyntaxError'],
  ['answers otherwise', (text: string) => text.includes('XY'), 'in small letters'],
  ['takes too long', (text: string) => (text.includes('XY') ? busy(30) : undefined), 'TooSlow'],
] as const;

describe.each(FAULTS)('a parser that %s', (_what, read, says) => {
  it(
    'is found, with the smallest input, and again by its seed and path, and when it is kept',
    async () => {
      const target = broken(read);
      const { failure } = await target.fuzz({ seed: 4, cases: 500 });
      expect(failure?.error).toContain(says);
      expect(failure?.smallest).toEqual({ text: 'XY' });
      const again = await target.fuzz({ seed: failure?.seed ?? 0, cases: 500, path: failure?.path ?? '' });
      expect(again).toEqual({ cases: 1, failure: { ...failure, error: again.failure?.error } });
      await expect(target.replay(failure?.smallest)).rejects.toThrow();
      await target.replay({ text: 'ab' });
    },
    TIME,
  );
});

it('a parser without a fault has none', async () => {
  expect(await broken(() => 0).fuzz({ seed: 4, cases: 500 })).toEqual({ cases: 500, failure: null });
});

it('rounds go on with other seeds until each parser has had its cases, and leave a broken one alone', async () => {
  const seeds: number[] = [];
  const failures: Failure[] = [];
  const tallies = await fuzzInRounds(
    { targets: [broken(() => 0), broken((text) => text.includes('XY'))], seed: 4, time: null, cases: 250 },
    { begins: (_, seed) => seeds.push(seed), tried: () => undefined, failed: (one) => failures.push(one) },
  );
  expect(tallies.map((one) => [one.cases >= 250, one.failures])).toEqual([
    [true, 0],
    [false, 5],
  ]);
  expect(failures.map(({ smallest }) => smallest)).toEqual(Array.from({ length: 5 }, () => ({ text: 'XY' })));
  expect(new Set(seeds).size).toBeGreaterThan(4);
});

it('a kept case is one line of ASCII, and itself again', () => {
  const failure = {
    parser: 'broken',
    seed: 1,
    path: '0:1',
    error: 'é',
    smallest: { text: '\u202eé\n\ud800' },
  };
  const line = lineOf(seedOf(failure));
  expect(line).toMatch(/^[ -~]+$/);
  expect(JSON.parse(line)).toMatchObject({ case: failure.smallest });
});
