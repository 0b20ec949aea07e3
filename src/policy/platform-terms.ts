import { hostIsIn, hostMatches } from '../links/hosts.ts';
import type { ReferencedMarking } from '../markings/ranks.ts';
import type { Meeting } from '../model.ts';
import { PLATFORMS } from '../platforms/index.ts';
import type { Platform } from '../platforms/platform.ts';
import { isSelfHosted } from '../platforms/recognise.ts';
import { markingsOf } from './in-force.ts';
import type { PlatformUse, Policy } from './schema.ts';

/** What the policy says of the platform and host of one meeting. */
export interface PlatformTerms {
  use: PlatformUse;
  /** Nothing marked higher may be discussed there; null when the policy sets no ceiling. */
  ceiling: ReferencedMarking | null;
  /** The organisation's own words on what to use instead. */
  alternative: string | null;
  /** Those of the organisation, as the policy writes them, from all entries; null when it lists none. */
  tenants: readonly string[] | null;
}

type PlatformEntry = NonNullable<Policy['platforms']>[number];

const STRICTNESS: readonly PlatformUse[] = ['allowed', 'join-only', 'forbidden'];

/** By platform and host. `tenants` does not narrow an entry: what it says holds for everybody's meetings there. */
function entriesFor(policy: Policy, meeting: Meeting): readonly PlatformEntry[] {
  return (policy.platforms ?? []).filter(
    ({ platform, hosts }) =>
      platform === meeting.platform && (hosts === undefined || hostIsIn(meeting.host, hosts)),
  );
}

/** Of several entries that name the meeting's platform and host the strictest wins; without any, otherPlatforms counts. */
export function platformTerms(policy: Policy, meeting: Meeting): PlatformTerms {
  const named = entriesFor(policy, meeting);
  const others = policy.otherPlatforms === undefined ? [] : [policy.otherPlatforms];
  const { referenced } = markingsOf(policy);
  const tenants = named.flatMap((entry) => entry.tenants ?? []);
  const terms: PlatformTerms = {
    use: 'allowed',
    ceiling: null,
    alternative: null,
    tenants: tenants.length === 0 ? null : tenants,
  };
  for (const entry of named.length > 0 ? named : others) {
    if (entry.use !== undefined && STRICTNESS.indexOf(entry.use) > STRICTNESS.indexOf(terms.use))
      terms.use = entry.use;
    const ceiling = entry.ceiling === undefined ? null : referenced(entry.ceiling);
    if (ceiling !== null && (terms.ceiling === null || ceiling.rank < terms.ceiling.rank))
      terms.ceiling = ceiling;
    terms.alternative ??= entry.alternative ?? null;
  }
  return terms;
}

/** Whether the meeting runs on an account of the organisation's; null when policy and link do not tell. */
export function isOwnAccount(policy: Policy, meeting: Meeting): boolean | null {
  const { tenants } = platformTerms(policy, meeting);
  const platform = PLATFORMS.find(({ id }) => id === meeting.platform);
  if (tenants?.some((written) => namesAccount(written, meeting, platform)) === true) return true;
  if (tenants !== null && meeting.tenant !== null) return false;
  return isSelfHosted(meeting.host, policy.selfHosted ?? []) ? true : null;
}

/** A tenant is written as the link names it ("examplestad"), as its whole host, or as a GUID with or without braces. */
function namesAccount(
  written: string,
  { tenant, host }: Meeting,
  platform: Pick<Platform, 'tenant'> | undefined,
): boolean {
  const plain = written
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
  if (plain === tenant?.toLowerCase() || hostMatches(host, plain)) return true;
  // "examplestad.webex.com" also names the tenant where the link goes over a host of all customers.
  const named = platform?.tenant?.(plain) ?? null;
  return named !== null && named === tenant;
}
