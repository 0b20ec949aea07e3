import { type MarkingMatcher, markingMatcher } from '../markings/match.ts';
import { OWN_LABELS, type ReferencedMarking } from '../markings/ranks.ts';
import { abbreviation, type MarkingLevel, type MarkingScheme } from '../markings/scheme.ts';
import { SCHEMES } from '../markings/schemes/index.ts';
import type { PolicyNote } from '../model.ts';
import { lastMoment } from './days.ts';
import type { Policy } from './schema.ts';

/** A policy that was parsed, and what people should know about it. */
export interface PolicyInForce {
  policy: Policy;
  note: PolicyNote;
  /** Rules that a person has made louder for themselves under a locked policy: they never make one milder. */
  tightening?: NonNullable<Policy['rules']>;
  /** Forbidden terms that a person has added under a locked policy: the last ones of the policy's. */
  ownTerms?: readonly string[];
}

/** The markings of a policy: its schemes, its own labels, its ranks. */
export interface PolicyMarkings {
  match: MarkingMatcher;
  /** What "nl-virbi/depv" or "labels/intern" stands for, as the policy ranks it; null when there is no such marking. */
  referenced(reference: string): ReferencedMarking | null;
}

const made = new WeakMap<Policy, PolicyMarkings>();
/** Of policies without labels of their own, by the schemes they name. */
const madeOfSchemes = new Map<string, PolicyMarkings>();
const MOST_KEPT = 30;

/** Made once for each policy: a reference is looked up for each finding. */
export function markingsOf(policy: Policy): PolicyMarkings {
  const known = made.get(policy);
  if (known !== undefined) return known;
  const hasLabels = policy.labels !== undefined && policy.labels.length > 0;
  const schemes = policy.schemes?.join(' ') ?? 'default';
  const markings = (hasLabels ? undefined : madeOfSchemes.get(schemes)) ?? markingsMade(policy);
  made.set(policy, markings);
  if (!hasLabels && madeOfSchemes.size < MOST_KEPT) madeOfSchemes.set(schemes, markings);
  return markings;
}

function markingsMade(policy: Policy): PolicyMarkings {
  const all = SCHEMES.map((scheme) => ranked(scheme, policy));
  const own = ownScheme(policy);
  const named = policy.schemes;
  const inForce =
    named === undefined
      ? all.filter(({ byDefault }) => byDefault)
      : [...new Set(named)].flatMap((id) => all.find((scheme) => scheme.id === id) ?? []);
  const schemes = own === null ? all : [...all, own];
  const references = new Map<string, ReferencedMarking>();
  const purview = new Map<string, { scheme: MarkingScheme; level: MarkingLevel }>();
  for (const scheme of schemes)
    for (const level of scheme.levels) {
      const reference = `${scheme.id}/${level.id}`;
      references.set(reference, { rank: level.rank, name: level.spellings[0]?.text ?? level.id });
      const id = scheme === own ? level.id : reference;
      for (const label of policy.labels ?? [])
        if (label.id === id)
          for (const guid of label.purviewIds ?? [])
            purview.set(guid.toLowerCase().replace(/[{}]/g, ''), { scheme, level });
    }
  const match = markingMatcher({ schemes: inForce, named: named !== undefined, own, purview });
  return { match, referenced: (reference) => references.get(reference) ?? null };
}

/** A label of the policy whose id is a marking's own ("nl-virbi/depv") gives it another rank, and further names. */
function ranked(scheme: MarkingScheme, policy: Policy): MarkingScheme {
  const labels = policy.labels?.filter(({ id }) => id.startsWith(`${scheme.id}/`)) ?? [];
  if (labels.length === 0) return scheme;
  const levels = scheme.levels.map((level) => {
    const label = labels.find(({ id }) => id === `${scheme.id}/${level.id}`);
    if (label === undefined) return level;
    const names = (label.names ?? []).map(abbreviation);
    return { ...level, rank: label.rank, spellings: [...level.spellings, ...names] };
  });
  return { ...scheme, levels };
}

/** The organisation's own labels as a scheme; null when it has none. They are common words: only a marking's places count. */
function ownScheme(policy: Policy): MarkingScheme | null {
  const labels = policy.labels?.filter(({ id }) => !id.includes('/')) ?? [];
  if (labels.length === 0) return null;
  const title = policy.organisation?.name ?? OWN_LABELS;
  return {
    id: OWN_LABELS,
    title,
    authority: title,
    source: 'policy',
    byDefault: true,
    levels: labels.map(({ id, rank, names = [] }) => ({ id, rank, spellings: names.map(abbreviation) })),
    companions: [],
  };
}

/** An expired policy stays in force, and people are told. */
export function withExpiry(inForce: PolicyInForce, now: Date): PolicyInForce {
  const { policy, note } = inForce;
  const { validUntil } = policy;
  const known = note.faults.some((fault) => fault.problem === 'expired');
  if (known || validUntil === undefined || !(now.getTime() > lastMoment(validUntil))) return inForce;
  return {
    ...inForce,
    note: {
      ...note,
      faults: [...note.faults, { path: 'validUntil', problem: 'expired', value: validUntil, lost: null }],
    },
  };
}
