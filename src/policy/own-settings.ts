import { RULES } from '../rules/index.ts';
import { severity } from '../rules/levels.ts';
import type { PolicyInForce } from './in-force.ts';
import { parsePolicy } from './parse.ts';
import type { Policy } from './schema.ts';

/**
 * A person's own settings over the organisation's policy. Both have the policy's shape. Not locked: a key of their own replaces the
 * organisation's, for `rules` and `titles` item by item. Locked: only what makes the result stricter counts, which is louder rules and
 * more forbidden terms. The own settings' faults are named beside the policy's, under "own settings".
 */
export function withOwnSettings(organisation: PolicyInForce, settings: unknown): PolicyInForce {
  const own = parsePolicy(settings ?? {}, 'local');
  const faults = own.note.faults.filter(({ problem }) => problem !== 'empty');
  const keys = Object.keys(own.policy);
  if (keys.length === 0 && faults.length === 0) return organisation;
  const { policy, note } = organisation;
  const merged = policy.locked === true ? tightened(policy, own.policy) : replaced(policy, own.policy);
  return {
    policy: merged.policy,
    note: {
      ...note,
      source: note.source === 'default' && merged.settings.length > 0 ? 'local' : note.source,
      faults: [...note.faults, ...faults.map((fault) => ({ ...fault, path: `own settings: ${fault.path}` }))],
      ownSettings: merged.settings,
    },
  };
}

interface Merged {
  policy: Policy;
  /** What of the own settings counts, as paths. */
  settings: string[];
}

/** These say who speaks and how far the policy goes: never a person's own. */
const ORGANISATION_ONLY = new Set(['policyVersion', 'validUntil', 'expectedKeys', 'organisation', 'locked']);

function replaced(policy: Policy, own: Policy): Merged {
  const kept = Object.entries(own).filter(([key]) => !ORGANISATION_ONLY.has(key));
  const merged: Policy = { ...policy, ...Object.fromEntries(kept) };
  const settings = kept.map(([key]) => key).filter((key) => key !== 'rules' && key !== 'titles');
  if (own.rules !== undefined) {
    const set = new Set(own.rules.map(({ rule }) => rule));
    merged.rules = [...(policy.rules ?? []).filter(({ rule }) => !set.has(rule)), ...own.rules];
    for (const rule of set) settings.push(`rules[${rule}]`);
  }
  if (own.titles !== undefined) {
    merged.titles = { ...policy.titles, ...own.titles };
    for (const key of Object.keys(own.titles)) settings.push(`titles.${key}`);
  }
  return { policy: merged, settings };
}

function tightened(policy: Policy, own: Policy): Merged {
  const merged: Policy = { ...policy };
  const settings: string[] = [];
  const louder = (own.rules ?? []).filter(
    ({ rule, level }) => severity(level) > severity(always(rule, policy)),
  );
  if (louder.length > 0) {
    // Entries without `from` replace the rule's default: it is put beside them, so that the strictest of all still counts.
    const defaults = louder.map(({ rule }) => ({ rule, level: always(rule, policy) }));
    merged.rules = [...(policy.rules ?? []), ...defaults, ...louder];
    for (const rule of new Set(louder.map((one) => one.rule))) settings.push(`rules[${rule}]`);
  }
  const terms = own.titles?.forbiddenTerms ?? [];
  if (terms.length > 0) {
    merged.titles = {
      ...policy.titles,
      forbiddenTerms: [...(policy.titles?.forbiddenTerms ?? []), ...terms],
    };
    settings.push('titles.forbiddenTerms');
  }
  return { policy: merged, settings };
}

/** The level of a rule whatever the marking. */
function always(rule: string, policy: Policy): (typeof RULES)[number]['level'] {
  const set = (policy.rules ?? []).filter((entry) => entry.rule === rule && entry.from === undefined);
  const loudest = set.reduce<(typeof RULES)[number]['level'] | null>(
    (best, { level }) => (best === null || severity(level) > severity(best) ? level : best),
    null,
  );
  return loudest ?? RULES.find(({ id }) => id === rule)?.level ?? 'off';
}
