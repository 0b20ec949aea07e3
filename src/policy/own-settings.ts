import { type Level, type PolicyFault, severity } from '../model.ts';
import { isRecord } from '../record.ts';
import { RULES } from '../rules/index.ts';
import { strictest } from '../rules/levels.ts';
import type { PolicyInForce } from './in-force.ts';
import { isUseless, parsePolicy } from './parse.ts';
import type { Policy } from './schema.ts';

/**
 * A person's own settings over the organisation's policy. Both have the policy's shape. Not locked: a key of their own replaces the
 * organisation's, for `rules` and `titles` item by item. Locked: only what makes the result stricter counts, which is louder rules and
 * more forbidden terms. The own settings' faults are named beside the policy's, under "own settings".
 */
export function withOwnSettings(organisation: PolicyInForce, settings: unknown): PolicyInForce {
  if (settings === undefined || settings === null) return organisation;
  const { policy, note } = organisation;
  const given = isRecord(settings) ? withoutOrganisationKeys(settings) : settings;
  const own = parsePolicy(given, 'local', policy);
  const faults = own.note.faults.filter(({ problem }) => problem !== 'empty').map(ofOwnSettings);
  const useful = isRecord(given) ? withoutUseless(own.policy, given) : {};
  const merged = policy.locked === true ? tightened(policy, useful) : replaced(policy, useful);
  if (merged.settings.length === 0 && faults.length === 0) return organisation;
  return {
    policy: merged.policy,
    tightening: merged.tightening,
    ...(merged.ownTerms === undefined ? {} : { ownTerms: merged.ownTerms }),
    note: {
      ...note,
      source: note.source === 'default' && merged.settings.length > 0 ? 'local' : note.source,
      faults: [...note.faults, ...faults],
      ownSettings: merged.settings,
    },
  };
}

function ofOwnSettings(fault: PolicyFault): PolicyFault {
  const path = fault.path === '' ? 'own settings' : `own settings: ${fault.path}`;
  return { ...fault, path, lost: fault.lost === '' ? path : fault.lost };
}

/** These say who speaks and how far the policy goes: never a person's own. */
const ORGANISATION_ONLY = ['policyVersion', 'validUntil', 'expectedKeys', 'organisation', 'locked'];

/** What of a file or of stored settings can be a person's own. */
export function withoutOrganisationKeys(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !ORGANISATION_ONLY.includes(key)));
}

/** Of a key that holds nothing valid the organisation's value stays. */
export function withoutUseless(own: Policy, given: Record<string, unknown>): Policy {
  const kept: Policy = Object.fromEntries(
    Object.entries(own).filter(([key, value]) => !isUseless(given[key], value)),
  );
  const titles = isRecord(given.titles) ? given.titles : {};
  if (kept.titles !== undefined)
    kept.titles = Object.fromEntries(
      Object.entries(kept.titles).filter(([key, value]) => !isUseless(titles[key], value)),
    );
  return kept;
}

interface Merged {
  policy: Policy;
  /** What of the own settings counts, as paths. */
  settings: string[];
  tightening: NonNullable<Policy['rules']>;
  ownTerms?: readonly string[];
}

function replaced(policy: Policy, own: Policy): Merged {
  const merged: Policy = { ...policy, ...own };
  const settings = Object.keys(own).filter((key) => key !== 'rules' && key !== 'titles');
  if (own.rules !== undefined) {
    const set = new Set(own.rules.map(({ rule }) => rule));
    merged.rules = [...(policy.rules ?? []).filter(({ rule }) => !set.has(rule)), ...own.rules];
    for (const rule of set) settings.push(`rules[${rule}]`);
  }
  if (own.titles !== undefined) {
    merged.titles = { ...policy.titles, ...own.titles };
    for (const key of Object.keys(own.titles)) settings.push(`titles.${key}`);
  }
  return { policy: merged, settings, tightening: [] };
}

function tightened(policy: Policy, own: Policy): Merged {
  const tightening = (own.rules ?? []).filter(({ rule, level }) => mayBeLouder(level, rule, policy));
  const settings = [...new Set(tightening.map(({ rule }) => `rules[${rule}]`))];
  const terms = own.titles?.forbiddenTerms ?? [];
  if (terms.length === 0) return { policy, settings, tightening };
  const forbiddenTerms = [...(policy.titles?.forbiddenTerms ?? []), ...terms];
  settings.push('titles.forbiddenTerms');
  const titles = { ...policy.titles, forbiddenTerms };
  return { policy: { ...policy, titles }, settings, tightening, ownTerms: terms };
}

/**
 * Whether a person may set this level under a lock: louder than what the organisation has set, or at least as loud as the rule itself,
 * which is milder in some cases.
 */
export function mayBeLouder(level: Level, id: string, policy: Policy): boolean {
  const set = (policy.rules ?? []).filter(({ rule, from }) => rule === id && from === undefined);
  if (set.length > 0) return severity(level) > severity(strictest(set.map((entry) => entry.level)));
  const rule = RULES.find((one) => one.id === id);
  const usual = rule?.below?.level ?? rule?.level ?? 'off';
  return level !== 'off' && severity(level) >= severity(usual);
}
