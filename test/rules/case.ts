import type { Review } from '../../src/model.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { review } from '../../src/review.ts';
import type { RuleCase } from '../../src/rules/rule.ts';

/** The review of the invitation that a rule's case describes. */
export function reviewCase(one: RuleCase): Review {
  const created = one.created ?? null;
  const lastOccurrence = one.lastOccurrence ?? null;
  const timing = created === null && lastOccurrence === null ? null : { created, lastOccurrence };
  return review(
    {
      surface: one.surface ?? 'mail-read',
      title: one.title ?? '',
      passages: [{ source: 'body', text: one.text, anchors: one.anchors ?? [], timing }],
      events: [],
      unread: [],
    },
    parsePolicy(one.policy ?? { policyVersion: 'test' }, 'file'),
    new Date(one.now ?? '2026-11-02T09:00:00Z'),
  );
}
