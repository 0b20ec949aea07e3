import { candidates } from '../links/candidates.ts';
import { scanLinks } from '../links/scan.ts';
import type { Invitation, Meeting, Passage, PersonalLink, Suspicious, Timing } from '../model.ts';
import type { DialString, JoinLink } from '../platforms/platform.ts';
import type { SelfHosted } from '../platforms/recognise.ts';
import { dialledNumber, dialStringsIn, dialStringsOfLink } from './dial-strings.ts';
import { readEvidence } from './evidence.ts';
import { grouped, type Joining } from './grouping.ts';
import { type Near, nearMeetings } from './near.ts';
import { Opener } from './opening.ts';
import { quotedFrom } from './quotes.ts';
import { readLink, wayKey } from './ways.ts';

/** More links into meetings than this are not looked at, be it to one meeting or to many. */
const MAX_JOININGS = 500;
/** More meetings than this in one invitation are not read; the review then says so. */
export const MAX_MEETINGS = 100;
/** Between two passages stands an empty line. */
const BETWEEN = '\n\n';

export interface Found {
  /** Each once, in the order of reading, those of quoted mails last. */
  meetings: Meeting[];
  suspicious: Suspicious[];
  /** There were more links or meetings than we read. */
  cut: boolean;
}

/** The meetings of an invitation, and the links that only pretend to lead to one. Pure; linear in the invitation's length. */
export function findMeetings(invitation: Invitation, selfHosted: SelfHosted): Found {
  const { title } = invitation;
  const passages = withTitle(invitation);
  const starts: number[] = [];
  let length = 0;
  for (const passage of passages) {
    starts.push(length);
    length += passage.text.length + BETWEEN.length;
  }
  const whole = passages.map((passage) => passage.text).join(BETWEEN);
  const quotes = new Map<Passage, (at: number) => boolean>();
  const isQuoted = (passage: Passage, at: number): boolean => {
    const known = quotes.get(passage) ?? quotedFrom(passage.text);
    quotes.set(passage, known);
    return known(at);
  };

  const found = candidates(passages);
  let cut = found.cut;
  const opener = new Opener(passages, selfHosted);
  const suspicious = new Map<string, Suspicious>();
  const joinings: Joining[] = [];
  for (const candidate of found.links) {
    const passage = passages[candidate.passage];
    const read = passage === undefined ? null : readLink(candidate, passage, opener);
    if (passage === undefined || read === null) continue;
    for (const one of read.suspicious) suspicious.set(`${one.why} ${one.url}`, one);
    if (read.way === null) continue;
    if (joinings.length >= MAX_JOININGS) {
      cut = true;
      break;
    }
    const at = (starts[candidate.passage] ?? 0) + candidate.at;
    joinings.push({ way: read.way, at, passage, quoted: isQuoted(passage, candidate.at) });
  }

  const groups = grouped(joinings, whole);
  const kept = groups.slice(0, MAX_MEETINGS);
  const places = kept.map((group) => group.map(({ at }) => at));
  const phoneLinks = phoneLinksOf(passages, starts);
  const near = nearMeetings(whole, places, phoneLinks);
  // With several meetings, their phone lines may stand in one list below: the number tells whose each is.
  const dialStrings =
    kept.length > 1 ? dialStringsByNumber(whole, phoneLinks) : new Map<string, DialString[]>();
  // The title of an invitation to one meeting is about that meeting; of several, nobody knows which.
  const only = kept.length === 1 ? near[0] : undefined;
  if (only !== undefined && title !== '') only.text = `${title}${BETWEEN}${only.text}`;
  const meetings = kept.flatMap(
    (group, index) =>
      meeting(group, invitation, near[index] ?? { text: '', phoneLinks: [] }, dialStrings) ?? [],
  );
  return {
    meetings: [...meetings.filter(({ quoted }) => !quoted), ...meetings.filter(({ quoted }) => quoted)],
    suspicious: [...suspicious.values()],
    cut: cut || opener.cut || groups.length > kept.length,
  };
}

function phoneLinksOf(
  passages: readonly Passage[],
  starts: readonly number[],
): { href: string; at: number }[] {
  return passages
    .flatMap((passage, index) =>
      passage.anchors
        .filter((anchor) => /^tel:/i.test(anchor.href))
        .map((anchor) => ({ href: anchor.href, at: (starts[index] ?? 0) + anchor.at })),
    )
    .sort((one, other) => one.at - other.at);
}

function dialStringsByNumber(
  whole: string,
  phoneLinks: readonly { href: string }[],
): ReadonlyMap<string, readonly DialString[]> {
  const byNumber = new Map<string, DialString[]>();
  const all = [...dialStringsIn(whole), ...phoneLinks.flatMap(({ href }) => dialStringsOfLink(href))];
  for (const keys of all) {
    const number = dialledNumber(keys);
    if (number === null) continue;
    const known = byNumber.get(number);
    if (known === undefined) byNumber.set(number, [keys]);
    else known.push(keys);
  }
  return byNumber;
}

/** People put a link into the title, too; it is read last. */
function withTitle({ title, passages }: Invitation): readonly Passage[] {
  if (!title.includes('/') || scanLinks(title).length === 0) return passages;
  return [...passages, { source: 'body', text: title, anchors: [], timing: passages[0]?.timing ?? null }];
}

/** From all links to one meeting and the text near them; null when no link is a way in. */
function meeting(
  group: readonly Joining[],
  { title, surface }: Invitation,
  near: Near,
  dialStrings: ReadonlyMap<string, readonly DialString[]>,
): Meeting | null {
  const ways = group.filter(({ way }) => way.link.joins !== false);
  // The newest mail's links count before those of older ones below it.
  const current = ways.some(({ quoted }) => !quoted) ? ways.filter(({ quoted }) => !quoted) : ways;
  const fullest = current.reduce<Joining | null>(
    (best, one) => (lengthOf(one) > lengthOf(best) ? one : best),
    null,
  );
  if (fullest === null) return null;
  const { platform, href, host, wrappedBy } = fullest.way;
  const some = <T>(pick: (one: Joining) => T | null): T | null => {
    for (const one of group) {
      const value = pick(one);
      if (value !== null) return value;
    }
    return null;
  };
  const id = some((one) => one.way.link.id);
  const evidence = readEvidence({ title, ...near, id, dialStrings: dialStrings.get(id ?? '') ?? [] });
  const hidden = href === null;
  // A hidden link to a platform's host may lead to any page there.
  if (hidden && fullest.way.link.key.startsWith('hidden:') && !evidence.wholeInvitation) return null;
  const dialled = evidence.dialStrings.flatMap((keys) => platform.numberIn?.(keys) ?? [])[0] ?? null;
  const link: JoinLink = {
    ...fullest.way.link,
    id: id ?? evidence.number ?? dialled,
    tenant: some((one) => one.way.link.tenant),
    opensWithoutTyping: group.some((one) => one.way.link.opensWithoutTyping),
    room: some((one) => (one.way.link.room === 'unknown' ? null : one.way.link.room)) ?? 'unknown',
  };
  const passcode = platform.passcode(evidence, link);
  const dialIn = platform.dialIn(evidence, link);
  // Who has only a link has not seen what the invitation says: what is missing here may stand there.
  const linkOnly = surface === 'join';
  const noPhone = linkOnly ? 'unknown' : 'none';
  return {
    platform: platform.id,
    url: href,
    host,
    tenant: link.tenant,
    id: link.id,
    room: platform.room?.(evidence, link) ?? link.room,
    // What is hidden may hold a passcode; and what a phone must be told, the meeting has, whatever the text calls it.
    passcode: {
      state: passcode === 'absent' && (linkOnly || hidden || dialIn === 'protected') ? 'unknown' : passcode,
      digits: evidence.passcodeDigits,
    },
    dialIn: { state: dialIn === 'none' ? (some((one) => one.way.link.dialIn ?? null) ?? noPhone) : dialIn },
    wrappedBy,
    personalLink: personalLinkOf(group),
    quoted: group.every(({ quoted }) => quoted),
    ways: [...new Set(ways.map(({ way }) => wayKey(way)))],
    timing: timingOf(group),
  };
}

/** Of links of one length the first stands; a hidden one gives way to every other. */
function lengthOf(one: Joining | null): number {
  if (one === null) return -1;
  return one.way.href?.length ?? 0;
}

function personalLinkOf(group: readonly Joining[]): PersonalLink | null {
  const personal = group.map(({ way }) => way.link.personalLink);
  return personal.find((one) => one === 'host') ?? personal.find((one) => one !== undefined) ?? null;
}

/** A calendar knows best. What this mail only quotes was made before it, nobody knows when. */
function timingOf(group: readonly Joining[]): Timing | null {
  const fromCalendar = group.filter(({ passage }) => passage.source !== 'body');
  const timings = (fromCalendar.length > 0 ? fromCalendar : group).flatMap(({ passage, quoted }) => {
    const { timing } = passage;
    if (timing === null) return [];
    const isOld = quoted && passage.attached !== true;
    return [isOld ? { ...timing, created: null } : timing];
  });
  return timings.find((timing) => timing.lastOccurrence !== null) ?? timings[0] ?? null;
}
