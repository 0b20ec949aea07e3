import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Invitation, severity } from '../../src/model.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { review } from '../../src/review.ts';
import { casesOf } from '../cases.ts';
import { garbage, oneOf, spoiled, TOP_KEYS, valid } from '../fuzz/policies.ts';
import { INVITATIONS } from './invitations.ts';

/** The bar of the project, for 100,000 random policies (test/cases.ts): no exception, and never a milder result than the valid part asks for. */

const NOW = new Date('2026-11-02T09:00:00Z');

/** Loudest level of each rule. */
function loudness(inForce: PolicyInForce, one: Invitation): Map<string, number> {
  const levels = new Map<string, number>();
  for (const finding of review(one, inForce, NOW).findings)
    levels.set(
      finding.rule,
      Math.max(levels.get(finding.rule) ?? 0, severity(finding.reportedOnly ?? finding.level)),
    );
  return levels;
}

describe('policies', () => {
  it('never ask for less than their valid part', () => {
    let compared = 0;
    fc.assert(
      fc.property(spoiled, oneOf(...INVITATIONS), ({ asked, given }, one) => {
        const inForce = parsePolicy(given, 'managed');
        // Garbage may be right by chance: a version of any text, a list that is empty.
        if (inForce.note.faults.every(({ problem }) => problem === 'empty')) return;
        compared += 1;
        const wanted = loudness(parsePolicy(asked, 'managed'), one);
        const got = loudness(inForce, one);
        // Not by expect() each time: that takes longer than the review.
        for (const [id, loud] of wanted)
          if ((got.get(id) ?? 0) < loud) throw new Error(`${id} is at ${got.get(id)}, not at ${loud}`);
      }),
      { numRuns: casesOf(60_000) },
    );
    expect(compared).toBeGreaterThan(casesOf(40_000));
  }, 900_000);

  it('never throw, whatever they are', () => {
    const key = oneOf(
      ...TOP_KEYS,
      'rule',
      'level',
      'from',
      'platform',
      'hosts',
      'names',
      '__proto__',
      'constructor',
    );
    const value = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.dictionary(key, fc.oneof(garbage, fc.array(fc.dictionary(key, garbage))), {
          maxKeys: 6,
        }),
      },
      { weight: 1, arbitrary: fc.jsonValue() },
      {
        weight: 1,
        arbitrary: fc.tuple(valid, garbage, key).map(([policy, bad, at]) => ({ ...policy, [at]: bad })),
      },
    );
    fc.assert(
      fc.property(value, oneOf(...INVITATIONS), (policy, one) => {
        const inForce = parsePolicy(policy, 'managed');
        const tooLong = inForce.note.faults.filter(
          ({ path, value: shown }) => path.length + shown.length >= 400,
        );
        if (tooLong.length > 0) throw new Error(`too long: ${tooLong[0]?.path}`);
        if (review(one, inForce, NOW).meetings.length === 0) throw new Error('no meeting');
      }),
      { numRuns: casesOf(40_000) },
    );
  }, 900_000);
});
