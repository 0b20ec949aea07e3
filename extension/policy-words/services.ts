/** Which meeting services may be used, up to which marking, and what to use instead. */
import { markingsOf, type PolicyInForce } from '../../src/policy/in-force.ts';
import { originOf } from '../../src/policy/provenance.ts';
import type { PlatformUse, Policy } from '../../src/policy/schema.ts';
import { ended, own, type Piece, type Sentence, type Speaker, sentence, words } from './sentence.ts';

/** What an entry of `platforms`, or `otherPlatforms`, says. */
type Terms = NonNullable<Policy['otherPlatforms']>;

export function services(inForce: PolicyInForce, speaker: Speaker): Sentence[] {
  const { policy } = inForce;
  const { say } = speaker;
  const entries = policy.platforms ?? [];
  const others = entries.length === 0 ? 'applies_service_every' : 'applies_service_every_other';
  const [origin, servers] = [originOf(inForce, 'platforms'), originOf(inForce, 'selfHosted')];
  return [
    ...entries.map((entry) => sentence(inForce, 'service', origin, () => service(entry, policy, speaker))),
    sentence(inForce, 'other-services', originOf(inForce, 'otherPlatforms'), () =>
      terms(say(others), policy.otherPlatforms ?? {}, policy, speaker),
    ),
    ...(policy.selfHosted ?? []).map((entry) =>
      sentence(inForce, 'server', servers, () => server(entry, speaker)),
    ),
  ];
}

function service(entry: NonNullable<Policy['platforms']>[number], policy: Policy, speaker: Speaker): Piece[] {
  const { say, list } = speaker;
  const { hosts, tenants = [] } = entry;
  const name = platform(entry.platform, speaker);
  if (hosts?.length === 0) return say('applies_service_no_host', name);
  const where = hosts === undefined ? [name] : say('applies_service_on', name, list(hosts.map(own)));
  const ours = tenants.length === 0 ? [] : say('applies_service_ours', list(tenants.map(own)));
  const may = terms(where, entry, policy, speaker);
  return ours.length === 0 ? may : [...may, words(' '), ...ours];
}

function server(
  { platform: id, hosts }: NonNullable<Policy['selfHosted']>[number],
  speaker: Speaker,
): Piece[] {
  const few = ['applies_servers_none', 'applies_servers_one'];
  const key = few[hosts.length] ?? 'applies_servers_many';
  return speaker.say(key, platform(id, speaker), speaker.list(hosts.map(own)));
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
