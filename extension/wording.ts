/** How notice and popup say what a review holds; the words themselves stand in public/_locales. */
import type { Finding, Meeting, PolicyNote, Surface } from '../src/model.ts';
import { type FindingTexts, findingTexts, numberLocale, text } from './texts.ts';

/** A word of a closed list, such as a level or the state of a passcode; the browsers allow no "-" in its name. */
export const word = (group: string, id: string): string => text(`${group}_${id.replaceAll('-', '_')}`);

/** "1 point" and "3 points": the browsers' messages know no plural. */
export const counted = (name: string, count: number): string =>
  count === 1 ? text(`${name}_one`) : text(`${name}_many`, number(count));

export const number = (value: number): string => new Intl.NumberFormat(numberLocale()).format(value);

/** A rule whose words are missing is named rather than passed over. */
export function findingWords(finding: Finding, meeting: Meeting | undefined, surface: Surface): FindingTexts {
  const words = findingTexts(finding, meeting, surface);
  return words.what === '' ? { ...words, what: finding.rule } : words;
}

/** The names in the messages are made from src/platforms (tools/platform-names.ts). Of a platform that has none, its id. */
export const platformName = (id: string): string => word('platform', id) || id;

/** Of a webmail without a name in the messages, its id. */
export const webmailName = (id: string): string => word('webmail', id) || id;

/** Where the rules come from, in one sentence. */
export function sourceLine({ source, faults }: PolicyNote): string {
  const isUnknown = source === 'default' && faults.some(({ problem }) => problem === 'unanswered');
  return isUnknown ? text('fault_unanswered') : word('popup_source', source);
}

/** Which rules apply, on one line. */
export function policyLine({ source, organisation, version }: PolicyNote): string {
  const whose =
    source === 'managed' && organisation !== null
      ? text('policy_source_organisation', organisation)
      : word('policy_source', source);
  return version === null ? whose : text('policy_source_version', whose, version);
}
