/** A policy in plain English sentences: what it will do, and where each setting comes from. */
import { SCHEMES } from '../../src/markings/schemes/index.ts';
import { markingsOf, type PolicyInForce } from '../../src/policy/in-force.ts';
import { type Origin, rulesInForce } from '../../src/policy/provenance.ts';
import { english } from '../messages.ts';

const ORIGINS: Readonly<Record<Origin, string>> = {
  file: 'this policy',
  managed: 'this policy',
  local: 'own settings',
  default: 'built in',
};
const LEVELS: Readonly<Record<string, string>> = {
  off: 'is not said',
  inform: 'is said quietly',
  warn: 'is shown as a warning',
  justify: 'is held until a reason is given',
  block: 'is held for good',
};
const USES: Readonly<Record<string, string>> = {
  allowed: 'may be used',
  'join-only': 'may be joined, but not used to invite others',
  forbidden: 'may not be used',
};

/** Lines of text; headings end with a colon and their lines begin with two blanks. */
export function explain(inForce: PolicyInForce): string[] {
  return [
    ...who(inForce),
    ...markings(inForce),
    ...platforms(inForce),
    ...rules(inForce),
    ...titles(inForce),
    ...rest(inForce),
  ];
}

const day = (written: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(written));
const list = (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words);
const platformName = (id: string): string => english(`platform_${id.replaceAll('-', '_')}`) || id;

function who({ policy }: PolicyInForce): string[] {
  const { organisation, policyVersion, validUntil, locked, reportOnly } = policy;
  const named = policyVersion === undefined ? 'This policy' : `Policy ${policyVersion}`;
  const whose = organisation?.name === undefined ? '' : ` of ${organisation.name}`;
  const until =
    validUntil === undefined
      ? ''
      : ` It is valid up to and with ${day(validUntil)}; after that it stays in force and people are told.`;
  const lines = [`${named}${whose}.${until}`];
  if (organisation?.mailDomains !== undefined)
    lines.push(
      `People with an address at ${list(organisation.mailDomains)} belong to the organisation; all others are from outside.`,
    );
  lines.push(
    locked === true
      ? 'People may tighten it in their own settings, and not loosen it.'
      : 'People may change it in their own settings, because it is not locked.',
  );
  if (reportOnly === true) lines.push('Nothing is held: what would be held is shown as a warning.');
  return lines;
}

function markings({ policy }: PolicyInForce): string[] {
  const { referenced } = markingsOf(policy);
  const schemes = policy.schemes ?? SCHEMES.filter(({ byDefault }) => byDefault).map(({ id }) => id);
  const lines = ['', 'Markings:'];
  for (const id of schemes) {
    const scheme = SCHEMES.find((one) => one.id === id);
    if (scheme === undefined) continue;
    const levels = scheme.levels.map(
      (level) => `${level.spellings[0]?.text ?? level.id} ${rankOf(`${id}/${level.id}`)}`,
    );
    lines.push(`  ${scheme.title} (${id}), with its ranks: ${levels.join(', ')}.`);
  }
  for (const label of policy.labels ?? []) {
    const known = label.id.includes('/') ? label.id : `your own label ${label.id}`;
    const names =
      label.names === undefined ? '' : `, seen as ${list(label.names.map((name) => `“${name}”`))}`;
    const ids = label.purviewIds === undefined ? '' : `, and by ${label.purviewIds.length} Purview id(s)`;
    lines.push(`  ${known}: rank ${label.rank}${names}${ids}.`);
  }
  const { rank, level } = policy.unlabelled ?? {};
  if (rank !== undefined) lines.push(`  An invitation without a marking counts as rank ${rank}.`);
  if (level !== undefined) lines.push(`  That the marking is missing ${LEVELS[level]}.`);
  return lines;

  function rankOf(reference: string): number {
    return referenced(reference)?.rank ?? 0;
  }
}

function platforms({ policy }: PolicyInForce): string[] {
  const { referenced } = markingsOf(policy);
  const terms = (
    use: string | undefined,
    ceiling: string | undefined,
    alternative: string | undefined,
  ): string => {
    const marking = ceiling === undefined ? null : referenced(ceiling);
    const upTo =
      marking === null || use === 'forbidden' ? '' : `, up to ${marking.name} (rank ${marking.rank})`;
    const instead = alternative === undefined ? '' : ` Instead: ${alternative}`;
    return `${USES[use ?? 'allowed']}${upTo}.${instead}`;
  };
  const lines = ['', 'Meeting services:'];
  for (const { platform, hosts, tenants, use, ceiling, alternative } of policy.platforms ?? []) {
    const where = hosts === undefined ? '' : ` on ${list(hosts)}`;
    const ours = tenants === undefined ? '' : ` Ours: ${list(tenants)}; any other account is a foreign one.`;
    lines.push(`  ${platformName(platform)}${where} ${terms(use, ceiling, alternative)}${ours}`);
  }
  const others = policy.otherPlatforms;
  lines.push(
    `  ${policy.platforms === undefined ? 'Every service' : 'Every other service'} ${terms(others?.use, others?.ceiling, others?.alternative)}`,
  );
  for (const { platform, hosts } of policy.selfHosted ?? [])
    lines.push(`  ${list(hosts)} runs ${platformName(platform)}.`);
  return lines;
}

function rules(inForce: PolicyInForce): string[] {
  const { referenced } = markingsOf(inForce.policy);
  const lines = ['', 'Rules:'];
  for (const { rule, from, level, below, origin } of rulesInForce(inForce)) {
    const marking = from === null ? null : referenced(from);
    const since = marking === null ? '' : ` from ${marking.name} (rank ${marking.rank}) on`;
    const milder = below === null ? '' : `; below rank ${below.rank} it ${LEVELS[below.level]}`;
    lines.push(`  ${rule}${since} ${LEVELS[level]}${milder} (${ORIGINS[origin]}).`);
  }
  return lines;
}

function titles({ policy: { titles: about } }: PolicyInForce): string[] {
  if (about === undefined) return [];
  const lines = ['', 'Titles:'];
  if (about.markings === 'warn')
    lines.push('  A marking in a title is named, because titles are stored and can leak.');
  if (about.markings === 'require') lines.push('  A title without a marking is named.');
  if (about.markings === 'allow') lines.push('  A title may hold a marking.');
  if (about.forbiddenTerms !== undefined)
    lines.push(
      `  ${about.forbiddenTerms.length} term(s) may not stand in a title: ${about.forbiddenTerms.slice(0, 20).join(', ')}.`,
    );
  return lines;
}

function rest({ policy }: PolicyInForce): string[] {
  const lines: string[] = [];
  for (const { id, platform, createdBefore, text } of policy.incidents ?? [])
    lines.push(
      createdBefore === undefined
        ? `  ${id}: every ${platformName(platform)} meeting is given this advice: ${text}`
        : `  ${id}: a ${platformName(platform)} meeting from before ${day(createdBefore)} that is still to come is named: ${text}`,
    );
  for (const id of policy.disabledIncidents ?? []) lines.push(`  ${id} is left out.`);
  if (lines.length > 0) lines.unshift('', 'Incidents:');
  const exceptions = (policy.exceptions ?? []).map(
    ({ rule, host, until, reason }) =>
      `  ${rule} is silent${host === undefined ? ' everywhere' : ` for ${host}`} up to and with ${day(until)}${reason === undefined ? '' : `: ${reason}`}.`,
  );
  if (exceptions.length > 0) lines.push('', 'Exceptions:', ...exceptions);
  const texts = (policy.texts ?? []).map(({ rule, language, text }) => `  ${rule} (${language}): ${text}`);
  if (texts.length > 0) lines.push('', 'Your own words, in place of ours:', ...texts);
  return lines;
}
