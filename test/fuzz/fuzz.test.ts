import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TARGETS } from './parsers/index.ts';
import { keptSeeds, lineOf } from './seeds.ts';

/** Every parser on some cases with a seed of its own, and on every case that failed once. `npm run fuzz` tries many more. */

const CASES = 40;
/** A safety net: `npm test` gives these only what the browsers leave of the processors. */
const TIME = 300_000;
const seed = Math.floor(Math.random() * 0x7fff_ffff);

it('every file of parsers/ is in the index, under its name', () => {
  const files = readdirSync(new URL('parsers/', import.meta.url)).filter((file) => file !== 'index.ts');
  expect(TARGETS.map(({ parser }) => `${parser}.ts`).sort()).toEqual(files.sort());
});

describe.each(TARGETS.map((target) => [target.parser, target] as const))('%s', (parser, target) => {
  it(
    `reads ${CASES} fresh cases, seed ${seed}`,
    async () => {
      const { cases, failure } = await target.fuzz({ seed, cases: CASES });
      if (failure !== null)
        throw new Error(
          `${failure.error}\nseed ${failure.seed}, path ${failure.path}: npm run fuzz -- --only ${parser} --seed ${seed} --cases ${CASES}\n` +
            lineOf(failure.smallest),
        );
      expect(cases).toBe(CASES);
    },
    TIME,
  );

  const kept = keptSeeds().filter((one) => one.parser === parser);
  if (kept.length > 0)
    it.each(kept.map((one) => [`${one.seed} ${one.path}: ${one.error.slice(0, 80)}`, one.case] as const))(
      'reads what failed once: %s',
      async (_, one) => {
        await target.replay(one);
      },
      TIME,
    );
});

it('every kept seed is of a parser that there is', () => {
  const parsers = TARGETS.map(({ parser }) => parser);
  for (const { parser } of keptSeeds()) expect(parsers).toContain(parser);
});
