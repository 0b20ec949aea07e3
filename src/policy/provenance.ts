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
export function keysInForce({ policy, note }: PolicyInForce): { key: keyof Policy; origin: Origin }[] {
  return policySchema.keyof().options.map((key) => {
    const own = note.ownSettings.some(
      (path) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`),
    );
    const origin: Origin = own ? 'local' : policy[key] === undefined ? 'default' : note.source;
    return { key, origin };
  });
}

/** Every rule with the levels that the policy gives it, in the order in which people are told of them. */
export function rulesInForce({ policy, note }: PolicyInForce): RuleInForce[] {
  return RULES.flatMap((rule): RuleInForce[] => {
    const entries = (policy.rules ?? []).filter((entry) => entry.rule === rule.id);
    const origin: Origin = note.ownSettings.includes(`rules[${rule.id}]`) ? 'local' : note.source;
    const set = entries.map(
      ({ from, level }): RuleInForce => ({ rule: rule.id, from: from ?? null, level, below: null, origin }),
    );
    if (entries.some(({ from }) => from === undefined)) return set;
    return [
      { rule: rule.id, from: null, level: rule.level, below: rule.below ?? null, origin: 'default' },
      ...set,
    ];
  });
}
