/** A policy in plain English sentences, for who administers it: those of the options page, and where each setting comes from. */

import { policyWords } from '../../extension/policy-words/index.ts';
import {
  ended,
  own,
  type Piece,
  plainText,
  type Section,
  type Sentence,
  speaker,
} from '../../extension/policy-words/sentence.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { keysInForce, type Origin } from '../../src/policy/provenance.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { english, format } from '../messages.ts';

const ORIGINS: Readonly<Record<Origin, string>> = {
  file: 'this policy',
  managed: 'this policy',
  local: 'own settings',
  default: 'built in',
};

/** What the options page says to people about themselves is said about them here; and administrators know ids and ranks. */
const FOR_ADMINISTRATORS: Readonly<Record<string, string>> = {
  applies_rules: 'Rules',
  applies_incidents: 'Incidents',
  applies_own_texts: 'Your own words, in place of ours',
  applies_valid: 'It is valid up to and with $1; after that it stays in force and people are told.',
  applies_valid_ended:
    'It was valid up to and with $1; it stays in force and people are told that it has expired.',
  applies_inside: 'People with an address at $1 belong to the organisation; all others are from outside.',
  applies_inside_none:
    'Nobody counts as a person from outside, because the policy names no mail domains of the organisation.',
  applies_locked: 'People may tighten it in their own settings, and not loosen it.',
  applies_locked_unreadable:
    'People may tighten it in their own settings, and not loosen it: a lock that nobody can read locks.',
  applies_unlocked: 'People may change it in their own settings, because it is not locked.',
  applies_report_only: 'Nothing is held: what would be held is shown as a warning.',
  applies_unchecked_hold: 'What cannot be checked within two seconds is held until a reason is given.',
  applies_unchecked_go_on: 'What cannot be checked within two seconds goes on, and people are told.',
  applies_ranks: '',
  applies_rank: '$1',
  applies_schemes_none: 'No scheme is in force.',
  applies_label_own: 'your own label $1',
  applies_label_names: '$1: rank $2, seen as $3.',
  applies_label_ids: '$1: rank $2, known by $4.',
  applies_label_names_ids: '$1: rank $2, seen as $3, known by $4.',
  applies_label_unseen: '$1: rank $2, without names or Purview ids to know it by.',
  applies_purview_ids_one: '1 Purview id',
  applies_purview_ids_many: '$1 Purview ids',
  applies_service_allowed_up_to: '$1 may be used, up to $2.',
  applies_service_join_only_up_to: '$1 may be joined, but not used to invite others, up to $2.',
  applies_service_every: 'Every service',
  applies_service_every_other: 'Every other service',
  applies_service_ours: 'Ours: $1; any other account is a foreign one.',
  applies_servers_none: 'No server of yours is named for $1.',
  applies_servers_one: '$2 runs $1.',
  applies_servers_many: '$2 run $1.',
  applies_rule: '$1 $2.',
  applies_rule_from: '$1 from $2 on',
  applies_rule_below: '$1 $2; below rank $3 it $4.',
  applies_rule_title: '$1 $2 where the title has no marking.',
  applies_rule_title_nowhere: '$1 $2 where the title has no marking; where no marking stands anywhere it $3.',
  applies_level_off: 'is not said',
  applies_level_inform: 'is said quietly',
  applies_level_warn: 'is shown as a warning',
  applies_level_justify: 'is held until a reason is given',
  applies_level_justify_reported: 'is held until a reason is given',
  applies_level_block: 'is held for good',
  applies_level_block_reported: 'is held for good',
  applies_titles_warn: 'A marking in a title is named, because titles are stored and can leak.',
  applies_titles_require: 'A title without a marking is named.',
  applies_titles_allow: 'A title may hold a marking.',
  applies_terms_one: '1 term may not stand in a title: $2',
  applies_terms_many: '$1 terms may not stand in a title: $2',
  applies_incident_advice: '$1: every $2 meeting is given this advice: $3',
  applies_incident_before: '$1: a $2 meeting from before $4 that is still to come is named: $3',
  applies_incident_off: '$1 is left out.',
  applies_exception: '$1 is silent everywhere up to and with $2',
  applies_exception_host: '$1 is silent for $3 up to and with $2',
  applies_exception_ended: '$1 is no longer silent everywhere: the exception ended on $2',
  applies_exception_host_ended: '$1 is no longer silent for $3: the exception ended on $2',
  applies_exception_reason: '$1: $2',
  applies_webmail_sites: 'Also read: $1.',
};

function message(key: string, ...gaps: string[]): string {
  const own = Object.hasOwn(FOR_ADMINISTRATORS, key) ? FOR_ADMINISTRATORS[key] : undefined;
  return own === undefined ? english(key, ...gaps) : format({ message: own }, gaps);
}

/** Lines of text; headings end with a colon and their lines begin with two blanks. `now` decides what has ended. */
export function explain(inForce: PolicyInForce, now: Date): string[] {
  const all = policyWords(inForce, now, speaker(message, 'en-GB'));
  const first = all.find(({ id }) => id === 'who');
  const others = all.filter((one) => one !== first);
  // Ranks stand everywhere, so markings are explained before what they are used for.
  const sections = others.sort(
    (one, other) => Number(other.id === 'markings') - Number(one.id === 'markings'),
  );
  return [
    ...who(inForce, first),
    ...sections.flatMap(({ id, heading, sentences }) => [
      '',
      `${heading}:`,
      ...sentences
        .map(id === 'rules' ? withOrigin : written)
        .flatMap((said) => (said === '' ? [] : `  ${said}`)),
    ]),
    ...origins(inForce),
  ].map((line) => line.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, ' '));
}

const written = ({ pieces }: Sentence): string => plainText(pieces(), shown);

/** A scheme's name tells what it is; all else goes by what stands in the policy. */
function shown(piece: Extract<Piece, { name: string }>): string {
  if (piece.kind === 'marking') return `${piece.name} (rank ${piece.rank})`;
  return piece.of === 'scheme' ? `${piece.name} (${piece.id})` : piece.id;
}

const withOrigin = (one: Sentence): string => `${written(one).replace(/\.$/, '')} (${ORIGINS[one.origin]}).`;

/** How long the policy is valid stands behind its name. */
function who({ policy }: PolicyInForce, section: Section | undefined): string[] {
  const sentences = section?.sentences ?? [];
  const valid = sentences.filter(({ id }) => id === 'valid').map(written);
  const rest = sentences.filter(({ id }) => id !== 'valid').map(written);
  return [[plainText(ended([own(named(policy))]), shown), ...valid].join(' '), ...rest];
}

function named({ organisation, policyVersion }: Policy): string {
  const name = organisation?.name;
  if (policyVersion === undefined)
    return name === undefined
      ? 'A policy that names neither its version nor its organisation'
      : `A policy without a version, of ${name}`;
  return `Policy ${policyVersion}${name === undefined ? '' : ` of ${name}`}`;
}

/** Each setting is said to be somebody's, also those that nobody set. */
function origins(inForce: PolicyInForce): string[] {
  const keys = keysInForce(inForce);
  const lines = (['file', 'managed', 'local', 'default'] as const).flatMap((origin) => {
    const set = keys.filter((one) => one.origin === origin).map(({ key }) => key);
    return set.length === 0 ? [] : [`  ${ORIGINS[origin]}: ${new Intl.ListFormat('en-GB').format(set)}.`];
  });
  return ['', 'Where each setting comes from:', ...lines];
}
