/**
 * Changes of a person's own settings (own-settings.ts). Settings are kept as they were stored: what a change is not about stays, also what
 * nobody understands, so that a newer version finds it again.
 */
import { SCHEMES } from '../markings/schemes/index.ts';
import { LEVELS, type Level } from '../model.ts';
import { isRecord } from '../record.ts';
import { strictest } from '../rules/levels.ts';
import type { PolicyInForce } from './in-force.ts';
import { mayBeLouder } from './own-settings.ts';
import type { Policy } from './schema.ts';

export type Settings = Readonly<Record<string, unknown>>;
export type Change = (settings: Settings) => Settings;

/** Null: what is stored are no settings. */
export function settingsFrom(stored: unknown): Settings | null {
  if (stored === undefined || stored === null) return {};
  return isRecord(stored) ? stored : null;
}

const listIn = (holder: Settings, key: string): readonly unknown[] => {
  const list = holder[key];
  return Array.isArray(list) ? list : [];
};

function withKey(settings: Settings, key: string, value: unknown): Settings {
  const { [key]: _, ...others } = settings;
  return value === undefined ? others : { ...others, [key]: value };
}

/** The levels that a person can set for a rule, mildest first. */
export function levelsOffered(rule: string, { policy }: PolicyInForce): Level[] {
  return LEVELS.filter((level) => policy.locked !== true || mayBeLouder(level, rule, policy));
}

/** The level that a person set for a rule, always: the strictest of several, as in force. Null: none. */
export function ownLevelOf(rule: string, settings: Settings): Level | null {
  const set = listIn(settings, 'rules').flatMap((one): Level[] => {
    if (!isRecord(one) || one.rule !== rule || one.from !== undefined) return [];
    return LEVELS.filter((level) => level === one.level);
  });
  return set.length === 0 ? null : strictest(set);
}

/**
 * A level of one's own for a rule; null: as the organisation set it. Without a lock a person's entries for a rule stand in place of all
 * the organisation's (own-settings.ts), so those from a marking on are taken over: a level for every day does not loosen them unseen.
 */
export function withLevel(rule: string, level: Level | null, { policy }: PolicyInForce): Change {
  return (settings) => {
    const isOfRule = (one: unknown): boolean => isRecord(one) && one.rule === rule;
    const before = listIn(settings, 'rules');
    const others = before.filter((one) => !isOfRule(one));
    const own = before.filter(isOfRule);
    const fromMarkings = own.filter((one) => isRecord(one) && one.from !== undefined);
    const takenOver =
      own.length > 0 || policy.locked === true
        ? []
        : (policy.rules ?? []).filter((one) => one.rule === rule && one.from !== undefined);
    const mine = level === null ? [] : [{ rule, level }, ...fromMarkings, ...takenOver];
    const rules = [...others, ...mine];
    return withKey(settings, 'rules', rules.length === 0 ? undefined : rules);
  };
}

/** The schemes that are looked for, the first before the others. */
export function schemesInForce(policy: Policy): readonly string[] {
  return policy.schemes ?? SCHEMES.filter(({ byDefault }) => byDefault).map(({ id }) => id);
}

const byOwnOrder = (one: string, other: string): number => placeOf(one) - placeOf(other);
const placeOf = (id: string): number => SCHEMES.findIndex((scheme) => scheme.id === id);
const same = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * A scheme more or less. The order decides where schemes share a word: of a list in our own order it stays that, to any other one the new
 * scheme comes last. Those that the organisation has, in its order, are nobody's own setting.
 */
export function withScheme(scheme: string, isOn: boolean, organisation: PolicyInForce): Change {
  return (settings) => {
    const usual = schemesInForce(organisation.policy);
    const before = settings.schemes === undefined ? usual : listIn(settings, 'schemes').filter(isText);
    const kept = before.filter((one) => one !== scheme);
    const inOrder = same(kept, kept.toSorted(byOwnOrder));
    const added = isOn ? [...kept, scheme] : kept;
    const schemes = inOrder ? added.toSorted(byOwnOrder) : added;
    const asUsual = same(schemes.toSorted(), usual.toSorted());
    return withKey(settings, 'schemes', asUsual ? undefined : schemes);
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** The schemes, or the labels, as the organisation has them. */
export const without =
  (key: 'schemes' | 'labels'): Change =>
  (settings) =>
    withKey(settings, key, undefined);

/** Labels as they were stored, or null where they are the organisation's. */
function ownLabels(settings: Settings): readonly unknown[] | null {
  return Array.isArray(settings.labels) ? settings.labels : null;
}

export interface LabelGiven {
  names: readonly string[];
  rank: number;
}

/** Own labels replace the organisation's list, so they begin with what is in it. `id` null: a new one. */
export function withLabel(id: string | null, given: LabelGiven, { policy }: PolicyInForce): Change {
  return (settings) => {
    const before = ownLabels(settings) ?? policy.labels ?? [];
    const { rank } = given;
    const names = [...given.names];
    if (id === null)
      return withKey(settings, 'labels', [...before, { id: newId(names, before), names, rank }]);
    const labels = before.map((one) => (isLabel(one, id) ? { ...one, names, rank } : one));
    return withKey(settings, 'labels', same(labels, policy.labels ?? []) ? undefined : labels);
  };
}

export function withoutLabel(id: string, { policy }: PolicyInForce): Change {
  return (settings) => {
    const labels = (ownLabels(settings) ?? policy.labels ?? []).filter((one) => !isLabel(one, id));
    return withKey(settings, 'labels', same(labels, policy.labels ?? []) ? undefined : labels);
  };
}

const isLabel = (one: unknown, id: string): one is Record<string, unknown> => isRecord(one) && one.id === id;

/** Of letters and digits of the name, and not there yet. Rules may name it. */
function newId(names: readonly string[], labels: readonly unknown[]): string {
  const stem =
    (names[0] ?? '')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'label';
  for (let count = 1; ; count++) {
    const id = count === 1 ? stem : `${stem}-${count}`;
    if (!labels.some((one) => isLabel(one, id))) return id;
  }
}

/** The words that a person can edit: under a lock only those that they added. */
export function termsToEdit(settings: Settings, { policy }: PolicyInForce): string[] {
  const { titles } = settings;
  const own = isRecord(titles) && Array.isArray(titles.forbiddenTerms) ? titles.forbiddenTerms : null;
  const terms: readonly unknown[] =
    own ?? (policy.locked === true ? [] : (policy.titles?.forbiddenTerms ?? []));
  return terms.filter(isText);
}

/** Words that must not stand in titles. What else the settings say of titles stays. */
export function withTerms(terms: readonly string[], { policy }: PolicyInForce): Change {
  return (settings) => {
    const titles = isRecord(settings.titles) ? settings.titles : {};
    const usual = policy.locked === true ? [] : (policy.titles?.forbiddenTerms ?? []);
    const changed = withKey(titles, 'forbiddenTerms', same(terms, usual) ? undefined : [...terms]);
    return withKey(settings, 'titles', Object.keys(changed).length === 0 ? undefined : changed);
  };
}
