import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/policy/parse.ts';
import { review } from '../../src/review.ts';
import { RULES } from '../../src/rules/index.ts';
import type { RuleCase } from '../../src/rules/rule.ts';

function run(one: RuleCase) {
  const created = one.created ?? null;
  const lastOccurrence = one.lastOccurrence ?? null;
  const timing = created === null && lastOccurrence === null ? null : { created, lastOccurrence };
  return review(
    {
      surface: one.surface ?? 'mail-read',
      title: one.title ?? '',
      passages: [{ source: 'body', text: one.text, anchors: [], timing }],
      unread: [],
    },
    parsePolicy(one.policy ?? { policyVersion: 'test' }, 'file'),
    new Date(one.now ?? '2026-11-02T09:00:00Z'),
  );
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const reviewed = run(one);
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
