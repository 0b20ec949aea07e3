/** Which meeting services may be used, up to which marking, and what to use instead. */
import { markingsOf, type PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf } from '../../src/policy/provenance.ts';
import type { PlatformUse, Policy } from '../../src/policy/schema.ts';
import { ended, own, type Piece, type Sentence, type Speaker, sentence, words } from './sentence.ts';

/** What an entry of `platforms`, or `otherPlatforms`, says. */
type Terms = NonNullable<Policy['otherPlatforms']>;

export function services(inForce: PolicyInForce, speaker: Speaker): Sentence[] {
  const { policy } = inForce;
  const { say, list } = speaker;
  const entries = policy.platforms ?? [];
  const named = entries.flatMap((entry): Sentence[] => {
    const origin = originOf(inForce, 'platforms');
    const name = platform(entry.platform, speaker);
    if (entry.hosts?.length === 0)
      return sentence(inForce, 'service', origin, say('applies_service_no_host', name));
    const service =
      entry.hosts === undefined ? [name] : say('applies_service_on', name, list(entry.hosts.map(own)));
    const { tenants = [] } = entry;
    const ours =
      tenants.length === 0 ? [] : [words(' '), ...say('applies_service_ours', list(tenants.map(own)))];
    return sentence(inForce, 'service', origin, [...terms(service, entry, policy, speaker), ...ours]);
  });
  const others = say(entries.length === 0 ? 'applies_service_every' : 'applies_service_every_other');
  const servers = (policy.selfHosted ?? []).flatMap(({ platform: id, hosts }) => {
    const name = platform(id, speaker);
    const key =
      hosts.length === 0
        ? 'applies_servers_none'
        : hosts.length === 1
          ? 'applies_servers_one'
          : 'applies_servers_many';
    const pieces = say(key, name, list(hosts.map(own)));
    return sentence(inForce, 'server', originOf(inForce, 'selfHosted'), pieces);
  });
  return [
    ...named,
    ...sentence(
      inForce,
      'other-services',
      originOf(inForce, 'otherPlatforms'),
      terms(others, policy.otherPlatforms ?? {}, policy, speaker),
    ),
    ...servers,
  ];
}

const USES: Readonly<Record<PlatformUse, string>> = {
  allowed: 'applies_service_allowed',
  'join-only': 'applies_service_join_only',
  forbidden: 'applies_service_forbidden',
};

function terms(
  service: readonly Piece[],
  { use = 'allowed', ceiling, alternative }: Terms,
  policy: Policy,
  { say }: Speaker,
): Piece[] {
  const marking = ceiling === undefined ? null : markingsOf(policy).referenced(ceiling);
  const may =
    marking === null || use === 'forbidden'
      ? say(USES[use], service)
      : say(`${USES[use]}_up_to`, service, { kind: 'marking', ...marking });
  if (alternative === undefined) return may;
  return [...may, words(' '), ...say('applies_instead', ended([own(alternative)]))];
}

/** The service's name is ours, and the same in every language (src/platforms). */
export const platform = (id: string, { message }: Speaker): Piece =>
  own(message(`platform_${id.replaceAll('-', '_')}`) || id);
