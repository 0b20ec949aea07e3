import { expect, test } from 'vitest';
import { checkCase, MISSING, readCorpus } from './cases.ts';

const { cases, alone } = await readCorpus();

for (const one of cases) {
  test(one.name, async () => {
    const wrong = (await checkCase(one)).filter(({ right }) => !right);
    const told = wrong.filter(({ about, got }) => about === 'found' || got !== MISSING);
    expect(told.map(({ about, expected, got }) => `${about}: expected ${expected}, got ${got}`)).toEqual([]);
  });
}

test('every input file has its expectation, and the reverse', () => {
  expect(alone).toEqual([]);
});
