import * as z from 'zod/mini';
import type { Level } from '../model.ts';
import { RULES } from '../rules/index.ts';
import type { PolicyInForce } from './in-force.ts';
import { type Policy, policySchema } from './schema.ts';

/** Who set a value: the policy (managed, or read from a file), the person's own settings, or nobody (built in). */
export type Origin = 'managed' | 'file' | 'local' | 'default';

export interface RuleInForce {
  rule: string;
  /** From this marking on; null: always. */
  from: string | null;
  level: Level;
  /** The level below a rank, for a rule that has one and a policy that sets none. */
  below: { rank: number; level: Level } | null;
  origin: Origin;
}

/** Each top-level key of the policy and whose value is in force; `default`: nobody set it. */
export function keysInForce(inForce: PolicyInForce): { key: keyof Policy; origin: Origin }[] {
  return z.keyof(policySchema).options.map((key) => ({ key, origin: originOf(inForce, key) }));
}

/** Whose value of a setting is in force; of a setting of which people may have set a part, any part. */
export function originOf({ policy, note }: PolicyInForce, key: keyof Policy): Origin {
  const own = note.ownSettings.some(
    (path) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`),
  );
  return own ? 'local' : policy[key] === undefined ? 'default' : note.source;
}

/** Whose value of a part of `titles` is in force: people set each for itself. */
export function originOfTitles(
  { policy, note }: PolicyInForce,
  part: keyof NonNullable<Policy['titles']>,
): Origin {
  if (note.ownSettings.includes(`titles.${part}`)) return 'local';
  return policy.titles?.[part] === undefined ? 'default' : note.source;
}

/** Each forbidden term and who set it: under a locked policy a person's own stand behind the organisation's. */
export function termsInForce(inForce: PolicyInForce): { term: string; origin: Origin }[] {
  const { policy, note, ownTerms } = inForce;
  const terms = policy.titles?.forbiddenTerms ?? [];
  const origin = originOfTitles(inForce, 'forbiddenTerms');
  const organisations = terms.length - (ownTerms?.length ?? 0);
  return terms.map((term, index) => ({
    term,
    origin: ownTerms === undefined ? origin : index < organisations ? note.source : 'local',
  }));
}

/** Every rule with the levels that the policy gives it, in the order in which people are told of them. */
export function rulesInForce({ policy, note, tightening = [] }: PolicyInForce): RuleInForce[] {
  return RULES.flatMap((rule): RuleInForce[] => {
    const entriesOf = (list: NonNullable<Policy['rules']>, origin: Origin): RuleInForce[] =>
      list
        .filter((entry) => entry.rule === rule.id)
        .map(({ from, level }) => ({ rule: rule.id, from: from ?? null, level, below: null, origin }));
    const louder = entriesOf(tightening, 'local');
    // Under a policy that is not locked, a person's entries for a rule stand in place of the organisation's.
    const replaced = louder.length === 0 && note.ownSettings.includes(`rules[${rule.id}]`);
    const set = entriesOf(policy.rules ?? [], replaced ? 'local' : note.source);
    const own: RuleInForce[] = set.some(({ from }) => from === null)
      ? []
      : [{ rule: rule.id, from: null, level: rule.level, below: rule.below ?? null, origin: 'default' }];
    return [...own, ...set, ...louder];
  });
}
