import { MAX_TITLE } from './invitation/bound.ts';
import { scanLinks } from './links/scan.ts';
import { unwrap } from './links/unwrap.ts';
import { findMeetings } from './meetings/find.ts';
import { asInvited, highestMarking } from './meetings/seen.ts';
import {
  type Finding,
  type Invitation,
  isHold,
  type Marking,
  type Meeting,
  type OwnText,
  type Review,
  type Suspicious,
  type SuspiciousWhy,
  severity,
  type Unknown,
} from './model.ts';
import { markingsOf, type PolicyInForce, type PolicyMarkings, withExpiry } from './policy/in-force.ts';
import type { Policy } from './policy/schema.ts';
import { incidentsFor } from './rules/exposed-invitation.ts';
import { RULES } from './rules/index.ts';
import { isExcepted, levelOf } from './rules/levels.ts';
import type { Situation } from './rules/rule.ts';

/** About one invitation a rule says no more than this: a mail of hundreds of bad links must stay readable. */
const MOST_OF_A_RULE = 10;

/** Read everywhere, by rules also word for word; what lies beyond the bound is reported, like a text's. */
function withBoundedTitle(invitation: Invitation): Invitation {
  const { title, unread } = invitation;
  if (title.length <= MAX_TITLE) return invitation;
  return { ...invitation, title: title.slice(0, MAX_TITLE), unread: [...unread, 'rest-of-text'] };
}

/**
 * The whole story: find the meetings, read what protects each, find the marking, run the rules, apply the policy's levels.
 * Pure, and linear in the invitation's length. Throws nothing for any input.
 */
export function review(whole: Invitation, inForce: PolicyInForce, now: Date): Review {
  const invitation = withBoundedTitle(whole);
  const { policy, tightening = [] } = inForce;
  const { meetings: found, suspicious, cut } = findMeetings(invitation, policy.selfHosted ?? []);
  const { seen } = invitation;
  const joining = invitation.surface === 'join';
  const meetings = joining ? found.map((meeting) => asInvited(meeting, seen)) : found;
  const markings = markingsOf(policy);
  const {
    highest,
    inTitle: titleMarking,
    unreadLabel,
  } = markings.match(
    invitation,
    now,
    // A forwarded invitation, with nothing of the sender's own: its marking is what it is about.
    meetings.length > 0 && meetings.every(({ quoted }) => quoted),
  );
  const marking = highestMarking(highest, seen === undefined ? null : asRanked(seen.marking, markings));
  // Of an invitation that nobody saw, nobody knows that it has no marking.
  const assumed = joining && seen === undefined ? null : (policy.unlabelled?.rank ?? null);
  const rank = marking?.rank ?? assumed;
  const situation: Situation = {
    invitation,
    meetings,
    suspicious,
    marking,
    titleMarking,
    rank,
    policy,
    tightening,
    markings,
    now,
  };
  return {
    surface: invitation.surface,
    meetings,
    suspicious,
    marking,
    findings: findings(situation),
    unknown: unknowns(situation, cut, unreadLabel),
    policy: withExpiry(inForce, now).note,
  };
}

/** A marking of days ago, as this policy ranks it now. */
function asRanked(marking: Marking | null, { referenced }: PolicyMarkings): Marking | null {
  if (marking === null) return null;
  return { ...marking, rank: referenced(`${marking.scheme}/${marking.level}`)?.rank ?? marking.rank };
}

function ownTextsOf(rule: string, { texts = [] }: Policy): OwnText[] {
  return texts.flatMap((own) =>
    own.rule === rule ? [{ language: own.language.toLowerCase(), text: own.text }] : [],
  );
}

function findings(situation: Situation): Finding[] {
  const { policy } = situation;
  const all = RULES.flatMap((rule) =>
    rule.check(situation).flatMap((found): Finding[] => {
      const meeting = found.meeting === null ? undefined : situation.meetings[found.meeting];
      const host = found.host ?? meeting?.host ?? null;
      const asked = levelOf(rule, found, situation);
      if (asked === 'off' || isExcepted(rule, host, situation.policy, situation.now)) return [];
      const { variant = null, substitutions } = found;
      const reportedOnly = policy.reportOnly === true && isHold(asked) ? asked : null;
      const level = reportedOnly === null ? asked : 'warn';
      const { title, url } = found.source ?? rule.source;
      return [
        {
          rule: rule.id,
          level,
          meeting: found.meeting,
          variant,
          substitutions,
          ownTexts: ownTextsOf(rule.id, policy),
          reportedOnly,
          source: { title, url },
        },
      ];
    }),
  );
  // Sorting is stable: equal levels keep the order of the rules.
  all.sort((one, other) => severity(other.level) - severity(one.level));
  // Only now: what the policy makes silent takes nobody's place.
  const said = new Map<string, number>();
  return all.filter(({ rule, meeting }) => {
    if (meeting !== null) return true;
    const count = (said.get(rule) ?? 0) + 1;
    said.set(rule, count);
    return count <= MOST_OF_A_RULE;
  });
}

/** What nobody can read off an invitation, and what we did not read. */
function unknowns(
  { invitation, meetings, policy }: Situation,
  cut: boolean,
  unreadLabel: boolean,
): Unknown[] {
  const unknown = new Set<Unknown>();
  if (meetings.length > 0) unknown.add('lobby').add('e2ee');
  for (const meeting of meetings) {
    if (meeting.passcode.state === 'unknown') unknown.add('passcode');
    if (meeting.dialIn.state === 'unknown') unknown.add('dial-in');
    const created = meeting.timing?.created ?? null;
    if (created === null && incidentsFor(meeting, policy).length > 0) unknown.add('created');
  }
  if (cut) unknown.add('more-meetings');
  if (unreadLabel) unknown.add('label');
  if (invitation.surface === 'join' && invitation.seen === undefined) unknown.add('invitation');
  for (const part of invitation.unread) unknown.add(part);
  return [...unknown];
}

/**
 * For everything that is stored or shown: links without user-info, query and fragment, which hold passcodes and tokens. Of a
 * suspicious link that is no web address only the scheme is left ("javascript:"): the rest is a program or a page.
 */
export function withoutSecrets(reviewed: Review): Review {
  const plain = (meeting: Meeting): Meeting => ({
    ...meeting,
    url: meeting.url === null ? null : withoutUserinfo(withoutQuery(meeting.url)),
    passcode: { state: meeting.passcode.state, digits: null },
    ways: [],
  });
  const bare = ({ url, why }: Suspicious): Suspicious => ({ url: bareAddress(url, why), why });
  return {
    ...reviewed,
    meetings: reviewed.meetings.map(plain),
    suspicious: reviewed.suspicious.map(bare),
  };
}

/** Also where a program has encoded the sign before the query, or has lost it. */
function withoutQuery(link: string): string {
  return link.split(/[?#&;]|%3f|%23|%26/i, 1)[0] ?? '';
}

/** For a title that is stored: the links in it are cut like all others; one that gives a passcode away is not kept. */
export function titleWithoutSecrets(title: string, { findings }: Pick<Review, 'findings'>): string {
  const tells = findings.some(
    ({ rule, variant }) => rule === 'credentials-in-title' && variant?.startsWith('in-location') !== true,
  );
  if (tells) return '';
  return scanLinks(title).reduceRight(
    (text, { href, at, end }) => text.slice(0, at) + withoutQuery(href) + text.slice(end),
    title,
  );
}

/** A meeting's link otherwise stays as it was written. */
function withoutUserinfo(link: string): string {
  const url = unwrap(link)?.url ?? null;
  if (url === null || (url.username === '' && url.password === '')) return link;
  url.username = '';
  url.password = '';
  return url.href;
}

/** Written anew from what a browser reads in it. Empty for what nobody can read. */
function bareAddress(link: string, why: SuspiciousWhy): string {
  const url = unwrap(link)?.url ?? null;
  if (url === null) return '';
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb) return url.protocol;
  // What a browser reads as the path behind a backslash, other programs read as user-info.
  return `${url.protocol}//${url.host}${why === 'backslash' ? '/' : withoutQuery(url.pathname)}`;
}
