/** What popup and options page show, as plain text: to copy, and to report. Reviews hold no secrets (withoutSecrets in src/review.ts). */
import type { PolicyNote, Review } from '../../src/model.ts';
import { faultSentence } from '../fault-words.ts';
import { worstFirst } from '../outcome.ts';
import { numberLocale, text } from '../texts.ts';
import { findingWords, platformName, policyLine, word } from '../wording.ts';

export interface Told {
  /** Hosts of the page; empty for an invitation that was pasted. */
  sites: readonly string[];
  /** The answer in one sentence, and what belongs to it. */
  answer: readonly string[];
  entries: readonly { title: string; review: Review }[];
  policy: PolicyNote;
  now: Date;
}

/** Lines as a mail has them, separated by "\n". */
export function asText({ sites, answer, entries, policy, now }: Told): string {
  const time = new Intl.DateTimeFormat(numberLocale(), { dateStyle: 'long', timeStyle: 'short' }).format(now);
  const parts = [
    [`In Camera, ${time}`, ...(sites.length > 0 ? [text('popup_site', sites.join(', '))] : [])],
    answer,
    ...entries.map(entryLines),
    [text('popup_policy'), policyLine(policy), ...policy.faults.map((fault) => faultSentence(fault, text))],
  ];
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

function entryLines({ title, review }: { title: string; review: Review }): string[] {
  const { marking, meetings, findings, unknown, surface } = review;
  const about = title.trim() !== '' ? title : text(surface === 'join' ? 'popup_link_only' : 'popup_no_title');
  return [
    about,
    ...(marking === null
      ? []
      : [`${text('notice_marking')}: ${marking.text} (${word('found_in', marking.foundIn)})`]),
    ...meetings.map(
      ({ platform, host, passcode, dialIn, room }) =>
        `- ${platformName(platform)} ${host}; ${said('passcode', passcode.state)}; ${said('dial_in', dialIn.state)}; ${said('room', room)}`,
    ),
    ...worstFirst(findings).flatMap((finding) => {
      const meeting = finding.meeting === null ? undefined : meetings[finding.meeting];
      const { what, why, next } = findingWords(finding, meeting, surface);
      return [
        `* ${word('level', finding.level)}: ${what}`,
        ...(why === '' ? [] : [`  ${text('finding_why')}: ${why}`]),
        ...(next === '' ? [] : [`  ${text('finding_next')}: ${next}`]),
      ];
    }),
    ...(unknown.length === 0
      ? []
      : [text('unknown_title'), ...unknown.map((one) => `- ${word('unknown', one)}`)]),
  ];
}

const said = (group: string, state: string): string => `${word(group, 'title')}: ${word(group, state)}`;
