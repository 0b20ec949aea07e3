import { type MarkingMatcher, markingMatcher } from '../markings/match.ts';
import { OWN_LABELS } from '../markings/ranks.ts';
import { abbreviation, type MarkingScheme } from '../markings/scheme.ts';
import { SCHEMES } from '../markings/schemes/index.ts';
import type { PolicyNote } from '../model.ts';
import type { Policy } from './schema.ts';

/** A policy that was parsed, and what people should know about it. */
export interface PolicyInForce {
  policy: Policy;
  note: PolicyNote;
}

const matchers = new WeakMap<Policy, MarkingMatcher>();

/** The matcher for the policy's schemes and own labels; made once for each policy. */
export function matcherFor(policy: Policy): MarkingMatcher {
  const known = matchers.get(policy);
  if (known !== undefined) return known;
  const own = ownScheme(policy);
  const active = policy.schemes ?? SCHEMES.map((scheme) => scheme.id);
  const schemes = SCHEMES.filter((scheme) => active.includes(scheme.id));
  const matcher = markingMatcher(own === null ? schemes : [...schemes, own]);
  matchers.set(policy, matcher);
  return matcher;
}

/** The organisation's own labels as a scheme; null when it has none. They are common words: only a marking's places count. */
export function ownScheme(policy: Policy): MarkingScheme | null {
  if (policy.labels === undefined || policy.labels.length === 0) return null;
  return {
    id: OWN_LABELS,
    title: policy.organisation?.name ?? OWN_LABELS,
    authority: policy.organisation?.name ?? OWN_LABELS,
    source: 'policy',
    levels: policy.labels.map(({ id, rank, names }) => ({ id, rank, spellings: names.map(abbreviation) })),
    companions: [],
    cases: [],
  };
}

/** A day counts whole, in UTC. NaN for what is no day; it never compares, so it ends nothing and grants nothing. */
export function lastMoment(day: string): number {
  return Date.parse(day.includes('T') ? day : `${day}T23:59:59.999Z`);
}

/** An expired policy stays in force, and people are told. */
export function withExpiry({ policy, note }: PolicyInForce, now: Date): PolicyInForce {
  const { validUntil } = policy;
  const known = note.faults.some((fault) => fault.problem === 'expired');
  if (known || validUntil === undefined || !(now.getTime() > lastMoment(validUntil))) return { policy, note };
  return {
    policy,
    note: {
      ...note,
      faults: [...note.faults, { path: 'validUntil', problem: 'expired', value: validUntil }],
    },
  };
}
