/** Rules by what a person looks for when they want to change one. */
import { RULE_IDS, type RuleId } from '../../../src/rules/ids.ts';

/** In the order in which they are shown; words: settings_group_<id>. */
export const GROUPS = ['getting_in', 'services', 'people', 'links'] as const;
export type Group = (typeof GROUPS)[number];

/** The compiler asks for every rule. */
const GROUP_OF: Readonly<Record<RuleId, Group>> = {
  'no-passcode': 'getting_in',
  'passcode-in-link': 'getting_in',
  'open-dial-in': 'getting_in',
  'personal-room': 'getting_in',
  'personal-link': 'getting_in',
  'guessable-room': 'getting_in',
  'enumerable-id': 'getting_in',
  'reused-room': 'getting_in',
  'unproven-protection': 'getting_in',
  'platform-not-allowed': 'services',
  'too-sensitive-for-platform': 'services',
  'foreign-tenant': 'services',
  'platform-advisory': 'services',
  'exposed-invitation': 'services',
  'label-missing': 'people',
  'revealing-title': 'people',
  'credentials-in-title': 'people',
  'outside-participants': 'people',
  'wide-audience': 'people',
  'public-event': 'people',
  'lookalike-link': 'links',
  'misleading-link': 'links',
  'hidden-destination': 'links',
  'insecure-scheme': 'links',
};

export const rulesOf = (group: Group): RuleId[] => RULE_IDS.filter((id) => GROUP_OF[id] === group);
