/** The case of a rule that a page can show, and a policy under which only that rule speaks. */

import { isRecord } from '../../src/record.ts';
import { RULES } from '../../src/rules/index.ts';
import type { Rule, RuleCase } from '../../src/rules/rule.ts';

export interface Shown {
  name: string;
  invitation: RuleCase;
  policy: Readonly<Record<string, unknown>>;
}

/** The first that speaks by what a page shows, one with a link before one without; else the first that speaks. */
export function caseFor(rule: Rule): Shown {
  const speaking = rule.cases.filter(({ finds }) => finds !== 0);
  const invitation =
    speaking.find((one) => isOnPage(one) && one.text.includes('https://')) ??
    speaking.find(isOnPage) ??
    speaking[0];
  if (invitation === undefined) throw new Error(`No case of ${rule.id} lets it speak.`);
  const policy = isRecord(invitation.policy) ? invitation.policy : {};
  const own = Array.isArray(policy.rules) ? policy.rules : [];
  const others = RULES.filter(({ id }) => id !== rule.id).map(({ id }) => ({ rule: id, level: 'off' }));
  return { name: invitation.name, invitation, policy: { ...policy, rules: [...own, ...others] } };
}

/** Nothing that only a calendar or a server tells. */
const isOnPage = ({ surface = 'mail-read', ...told }: RuleCase): boolean =>
  surface === 'mail-read' &&
  [told.event, told.seen, told.created, told.lastOccurrence, told.now, told.labels, told.location].every(
    (one) => one === undefined,
  );
