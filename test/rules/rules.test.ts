import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.ts';
import { reviewCase } from './case.ts';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const reviewed = reviewCase(one);
    const levels = reviewed.findings.filter((finding) => finding.rule === id).map((finding) => finding.level);
    if (typeof one.finds === 'number') expect(levels).toHaveLength(one.finds);
    else expect(levels).toEqual(one.finds);
    expect(reviewed.policy.faults).toEqual([]);
  });

  it('shows where it speaks and where it is silent', () => {
    expect(rule.cases.some((one) => one.finds === 0)).toBe(true);
    expect(rule.cases.some((one) => one.finds !== 0)).toBe(true);
  });
});
