import { expect, it } from 'vitest';
import { answerableIn, answeredBy } from '../../extension/background/answerable.ts';
import type { Level } from '../../src/model.ts';
import { finding, review } from './samples.ts';

const judged = (level: Level, way: string, rule = 'no-passcode') => ({
  review: { ...review(), findings: [finding(level, { rule, meeting: 0 })] },
  ways: [[way]],
});
const claim = (ways: string[], rules = ['no-passcode', 'open-dial-in']) => ({ ways, rules });

it('lets a reason answer what asks for one, and for no other rule', async () => {
  const answerable = await answerableIn([judged('justify', 'zoom 1')]);
  expect(await answeredBy(claim(['zoom 1', 'zoom 2']), answerable)).toEqual(
    new Map([['zoom 1', ['no-passcode']]]),
  );
});

it.each<[Level]>([['warn'], ['inform'], ['block']])('lets no reason answer what is at %s', async (level) => {
  const answerable = await answerableIn([judged(level, 'zoom 1')]);
  expect(await answeredBy(claim(['zoom 1']), answerable)).toEqual(new Map());
});

it('lets no reason answer what another invitation to the same meeting blocks', async () => {
  const answerable = await answerableIn([
    judged('justify', 'zoom 1'),
    judged('block', 'zoom 1', 'open-dial-in'),
    judged('justify', 'zoom 2'),
  ]);
  expect([...(await answeredBy(claim(['zoom 1', 'zoom 2']), answerable)).keys()]).toEqual(['zoom 2']);
});

it('names no meeting in what is kept', async () => {
  expect(JSON.stringify(await answerableIn([judged('justify', 'zoom 84512345678')]))).not.toContain(
    '84512345678',
  );
});

it.each([null, undefined, 'x', {}, { salt: 1, rules: {} }, { salt: 'x', rules: null }])(
  'takes nothing out of %j',
  async (stored) => {
    expect(await answeredBy(claim(['zoom 1', '__proto__', 'constructor']), stored)).toEqual(new Map());
  },
);
