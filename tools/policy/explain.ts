/** A policy in plain English sentences: what it will do, and where each setting comes from. */
import { SCHEMES } from '../../src/markings/schemes/index.ts';
import { type Level, severity } from '../../src/model.ts';
import { firstMoment, lastMoment } from '../../src/policy/days.ts';
import { markingsOf, type PolicyInForce } from '../../src/policy/in-force.ts';
import { ownMailDomains } from '../../src/policy/mail-domains.ts';
import { keysInForce, type Origin, type RuleInForce, rulesInForce } from '../../src/policy/provenance.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { strictest } from '../../src/rules/levels.ts';
import { english } from '../messages.ts';

const ORIGINS: Readonly<Record<Origin, string>> = {
  file: 'this policy',
  managed: 'this policy',
  local: 'own settings',
  default: 'built in',
};
const LEVELS: Readonly<Record<Level, string>> = {
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

/** Lines of text; headings end with a colon and their lines begin with two blanks. `now` decides what has ended. */
export function explain(inForce: PolicyInForce, now: Date): string[] {
  return [
    ...who(inForce, now),
    ...markings(inForce),
    ...platforms(inForce),
    ...rules(inForce),
    ...titles(inForce),
    ...incidents(inForce),
    ...exceptions(inForce, now),
    ...texts(inForce),
    ...origins(inForce),
  ].map((line) => line.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, ' '));
}

/** A day, or a moment: "1 November 2027", "1 November 2027 at 10:00 UTC". */
function day(written: string): string {
  const time = written.includes('T');
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    ...(time ? { timeStyle: 'short' } : {}),
    timeZone: 'UTC',
  });
  return `${format.format(firstMoment(written))}${time ? ' UTC' : ''}`;
}

const list = (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words);
const platformName = (id: string): string => english(`platform_${id.replaceAll('-', '_')}`) || id;
/** People's own words may end as a sentence does already. */
const sentence = (words: string): string => (/[.!?…]["”’)]?\s*$/.test(words) ? words.trimEnd() : `${words}.`);
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function who({ policy, note }: PolicyInForce, now: Date): string[] {
  const { validUntil, locked, logDays, reportOnly } = policy;
  const lines = [`${sentence(named(policy))}${validity(validUntil, now)}`];
  const domains = ownMailDomains(policy);
  lines.push(
    domains === null
      ? 'Nobody counts as a person from outside, because the policy names no mail domains of the organisation.'
      : `People with an address at ${list([...domains])} belong to the organisation; all others are from outside.`,
  );
  const isUnreadable = note.faults.some(({ path }) => path === 'locked');
  lines.push(
    locked === true
      ? `People may tighten it in their own settings, and not loosen it${isUnreadable ? ': a lock that nobody can read locks' : ''}.`
      : 'People may change it in their own settings, because it is not locked.',
  );
  if (logDays !== undefined)
    lines.push(
      logDays === 0 ? 'No log is kept.' : `The log on each computer is kept for ${counted(logDays, 'day')}.`,
    );
  if (reportOnly === true) lines.push('Nothing is held: what would be held is shown as a warning.');
  return lines;
}

function named({ organisation, policyVersion }: Policy): string {
  const name = organisation?.name;
  if (policyVersion === undefined)
    return name === undefined
      ? 'A policy that names neither its version nor its organisation'
      : `A policy without a version, of ${name}`;
  return `Policy ${policyVersion}${name === undefined ? '' : ` of ${name}`}`;
}

function validity(validUntil: string | undefined, now: Date): string {
  if (validUntil === undefined) return '';
  return now.getTime() > lastMoment(validUntil)
    ? ` It was valid up to and with ${day(validUntil)}; it stays in force and people are told that it has expired.`
    : ` It is valid up to and with ${day(validUntil)}; after that it stays in force and people are told.`;
}

function markings({ policy }: PolicyInForce): string[] {
  const { referenced } = markingsOf(policy);
  const rankOf = (reference: string): number => referenced(reference)?.rank ?? 0;
  const schemes = policy.schemes ?? SCHEMES.filter(({ byDefault }) => byDefault).map(({ id }) => id);
  const lines = ['', 'Markings:'];
  if (schemes.length === 0) lines.push('  No scheme is in force.');
  for (const id of new Set(schemes)) {
    const scheme = SCHEMES.find((one) => one.id === id);
    if (scheme === undefined) continue;
    const levels = scheme.levels.map(
      (level) => `${level.spellings[0]?.text ?? level.id} ${rankOf(`${id}/${level.id}`)}`,
    );
    lines.push(`  ${scheme.title} (${id}), with its ranks: ${levels.join(', ')}.`);
  }
  for (const { id, rank, names = [], purviewIds = [] } of policy.labels ?? []) {
    const isOwn = !id.includes('/');
    const seen = [
      ...(names.length === 0 ? [] : [`seen as ${list(names.map((name) => `“${name}”`))}`]),
      ...(purviewIds.length === 0 ? [] : [`known by ${counted(purviewIds.length, 'Purview id')}`]),
    ];
    if (isOwn && seen.length === 0) seen.push('without names or Purview ids to know it by');
    lines.push(`  ${[`${isOwn ? `your own label ${id}` : id}: rank ${rank}`, ...seen].join(', ')}.`);
  }
  const { rank } = policy.unlabelled ?? {};
  if (rank !== undefined) lines.push(`  An invitation without a marking counts as rank ${rank}.`);
  return lines;
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
    const instead = alternative === undefined ? '' : ` Instead: ${sentence(alternative)}`;
    return `${USES[use ?? 'allowed']}${upTo}.${instead}`;
  };
  const lines = ['', 'Meeting services:'];
  const entries = policy.platforms ?? [];
  for (const { platform, hosts, tenants = [], use, ceiling, alternative } of entries) {
    const name = platformName(platform);
    if (hosts?.length === 0) {
      lines.push(`  An entry for ${name} names no host in its list, so it counts for no meeting.`);
      continue;
    }
    const where = hosts === undefined ? '' : ` on ${list(hosts)}`;
    const ours =
      tenants.length === 0
        ? ''
        : ` Ours: ${sentence(`${list(tenants)}; any other account is a foreign one`)}`;
    lines.push(`  ${name}${where} ${terms(use, ceiling, alternative)}${ours}`);
  }
  const others = policy.otherPlatforms;
  lines.push(
    `  ${entries.length === 0 ? 'Every service' : 'Every other service'} ${terms(others?.use, others?.ceiling, others?.alternative)}`,
  );
  for (const { platform, hosts } of policy.selfHosted ?? [])
    lines.push(
      hosts.length === 0
        ? `  No server of yours is named for ${platformName(platform)}.`
        : `  ${list(hosts)} ${hosts.length === 1 ? 'runs' : 'run'} ${platformName(platform)}.`,
    );
  return lines;
}

function rules(inForce: PolicyInForce): string[] {
  const { referenced } = markingsOf(inForce.policy);
  const lines = [
    '',
    'Rules:',
    '  Nothing is held yet in this version: justify and block are shown as the gravest.',
  ];
  for (const one of rulesInForce(inForce)) {
    const { rule, from, level, below, origin } = one;
    if (rule === 'label-missing' && from === null) {
      lines.push(labelMissing(one, inForce));
      continue;
    }
    const marking = from === null ? null : referenced(from);
    const since = marking === null ? '' : ` from ${marking.name} (rank ${marking.rank}) on`;
    const milder = below === null ? '' : `; below rank ${below.rank} it ${LEVELS[below.level]}`;
    lines.push(`  ${rule}${since} ${LEVELS[level]}${milder} (${ORIGINS[origin]}).`);
  }
  return lines;
}

/** It is silent until the policy asks for a marking, in one of three places (src/rules/label-missing.ts). */
function labelMissing({ rule, level, origin }: RuleInForce, { policy, note }: PolicyInForce): string {
  const asked = policy.unlabelled?.level;
  const isSet = origin !== 'default';
  const titlesNeed = policy.titles?.markings === 'require';
  const usual = isSet || titlesNeed ? level : 'off';
  const anywhere = strictest([usual, ...(asked === undefined ? [] : [asked])]);
  const from = isSet ? origin : titlesNeed || asked !== undefined ? note.source : 'default';
  if (!titlesNeed) return `  ${rule} ${LEVELS[anywhere]} (${ORIGINS[from]}).`;
  const louder =
    severity(anywhere) > severity(usual) ? `; where no marking stands anywhere it ${LEVELS[anywhere]}` : '';
  return `  ${rule} ${LEVELS[usual]} where the title has no marking${louder} (${ORIGINS[from]}).`;
}

const MOST_TERMS = 20;

function titles({ policy: { titles: about } }: PolicyInForce): string[] {
  const lines: string[] = [];
  if (about?.markings === 'warn')
    lines.push('  A marking in a title is named, because titles are stored and can leak.');
  if (about?.markings === 'require') lines.push('  A title without a marking is named.');
  if (about?.markings === 'allow') lines.push('  A title may hold a marking.');
  const terms = (about?.forbiddenTerms ?? []).filter((term) => term.trim() !== '');
  if (terms.length > 0) {
    const more = terms.length > MOST_TERMS ? ` and ${terms.length - MOST_TERMS} more` : '';
    lines.push(
      `  ${counted(terms.length, 'term')} may not stand in a title: ${sentence(`${terms.slice(0, MOST_TERMS).join(', ')}${more}`)}`,
    );
  }
  return lines.length === 0 ? [] : ['', 'Titles:', ...lines];
}

function incidents({ policy }: PolicyInForce): string[] {
  const lines = (policy.incidents ?? []).map(({ id, platform, createdBefore, text }) =>
    createdBefore === undefined
      ? `  ${id}: every ${platformName(platform)} meeting is given this advice: ${sentence(text)}`
      : `  ${id}: a ${platformName(platform)} meeting from before ${day(createdBefore)} that is still to come is named: ${sentence(text)}`,
  );
  for (const id of policy.disabledIncidents ?? []) lines.push(`  ${id} is left out.`);
  return lines.length === 0 ? [] : ['', 'Incidents:', ...lines];
}

function exceptions({ policy }: PolicyInForce, now: Date): string[] {
  const lines = (policy.exceptions ?? []).map(({ rule, host, until, reason }) => {
    const where = host === undefined ? 'everywhere' : `for ${host}`;
    const why = reason === undefined ? '' : `: ${reason}`;
    return sentence(
      now.getTime() > lastMoment(until)
        ? `  ${rule} is no longer silent ${where}: the exception ended on ${day(until)}`
        : `  ${rule} is silent ${where} up to and with ${day(until)}${why}`,
    );
  });
  return lines.length === 0 ? [] : ['', 'Exceptions:', ...lines];
}

function texts({ policy }: PolicyInForce): string[] {
  const lines = (policy.texts ?? []).map(({ rule, language, text }) => `  ${rule} (${language}): ${text}`);
  return lines.length === 0 ? [] : ['', 'Your own words, in place of ours:', ...lines];
}

/** Each setting is said to be somebody's, also those that nobody set. */
function origins(inForce: PolicyInForce): string[] {
  const keys = keysInForce(inForce);
  const lines = (['file', 'managed', 'local', 'default'] as const).flatMap((origin) => {
    const set = keys.filter((one) => one.origin === origin).map(({ key }) => key);
    return set.length === 0 ? [] : [`  ${ORIGINS[origin]}: ${list(set)}.`];
  });
  return ['', 'Where each setting comes from:', ...lines];
}
