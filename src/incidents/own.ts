import type { Policy } from '../policy/schema.ts';

/** An incident that the organisation names itself. Without createdBefore it is advice on the platform. */
export type OwnIncident = NonNullable<Policy['incidents']>[number];

/** An incident, and the day from which on meetings are safe from it. */
export interface Dated<Kind> {
  incident: Kind;
  createdBefore: string;
}

/** What the policy says of one platform and does not switch off. */
export interface OwnIncidents {
  /** In the policy's order: of several that hit one meeting the first is said. */
  dated: readonly Dated<OwnIncident>[];
  /** In the policy's order. */
  advice: readonly OwnIncident[];
}

const NONE: OwnIncidents = { dated: [], advice: [] };

const made = new WeakMap<Policy, ReadonlyMap<string, OwnIncidents>>();

/** Read once for each policy: every meeting asks. */
export function ownIncidents(policy: Policy, platform: string): OwnIncidents {
  const known = made.get(policy) ?? byPlatform(policy);
  made.set(policy, known);
  return known.get(platform) ?? NONE;
}

function byPlatform({ incidents = [], disabledIncidents = [] }: Policy): ReadonlyMap<string, OwnIncidents> {
  const off = new Set(disabledIncidents);
  const found = new Map<string, { dated: Dated<OwnIncident>[]; advice: OwnIncident[] }>();
  for (const incident of incidents) {
    const { id, platform, createdBefore } = incident;
    if (off.has(id)) continue;
    const there = found.get(platform) ?? { dated: [], advice: [] };
    found.set(platform, there);
    if (createdBefore === undefined) there.advice.push(incident);
    else there.dated.push({ incident, createdBefore });
  }
  return found;
}
