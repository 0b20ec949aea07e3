import { hostIsIn } from '../links/hosts.ts';
import { referencedMarking } from '../markings/ranks.ts';
import type { Meeting } from '../model.ts';
import { ownScheme } from './in-force.ts';
import type { PlatformUse, Policy } from './schema.ts';

/** What the policy says of the platform and host of one meeting. */
export interface PlatformTerms {
  use: PlatformUse;
  /** Nothing marked higher may be discussed there; null when the policy sets no ceiling. */
  ceiling: { rank: number; name: string } | null;
  /** The organisation's own words on what to use instead. */
  alternative: string | null;
}

const STRICTNESS: readonly PlatformUse[] = ['allowed', 'join-only', 'forbidden'];

/** Of several entries that name the meeting's platform and host the strictest wins; without any, otherPlatforms counts. */
export function platformTerms(policy: Policy, meeting: Meeting): PlatformTerms {
  const named = (policy.platforms ?? []).filter(
    (entry) =>
      entry.platform === meeting.platform &&
      (entry.hosts === undefined || hostIsIn(meeting.host, entry.hosts)),
  );
  const entries =
    named.length > 0 ? named : policy.otherPlatforms === undefined ? [] : [policy.otherPlatforms];
  const own = ownScheme(policy);
  const terms: PlatformTerms = { use: 'allowed', ceiling: null, alternative: null };
  for (const entry of entries) {
    if (entry.use !== undefined && STRICTNESS.indexOf(entry.use) > STRICTNESS.indexOf(terms.use))
      terms.use = entry.use;
    const ceiling = entry.ceiling === undefined ? null : referencedMarking(entry.ceiling, own);
    if (ceiling !== null && (terms.ceiling === null || ceiling.rank < terms.ceiling.rank))
      terms.ceiling = ceiling;
    terms.alternative ??= entry.alternative ?? null;
  }
  return terms;
}
