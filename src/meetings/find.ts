import type { Suspect } from '../attacks/attack.ts';
import { ATTACKS } from '../attacks/index.ts';
import { type Candidate, candidates } from '../links/candidates.ts';
import { scanLinks } from '../links/scan.ts';
import type { Invitation, Meeting, Passage, PersonalLink, Suspicious, Timing } from '../model.ts';
import type { JoinLink, Platform } from '../platforms/platform.ts';
import { platformsAt, type SelfHosted } from '../platforms/recognise.ts';
import { readEvidence } from './evidence.ts';
import { type Opened, Opener } from './opening.ts';
import { quotedFrom } from './quotes.ts';

/** More meetings than this in one invitation are not read; the review then says so. */
export const MAX_MEETINGS = 100;
/** How far from a meeting's link its wording may stand, in UTF-16 units before and after. */
const NEAR_BEFORE = 3000;
const NEAR_AFTER = 8000;
/** How much of the text before a link may tell what it claims to be. */
const BEFORE_LINK = 60;
/** Between two passages stands an empty line. */
const BETWEEN = '\n\n';

/** One link that joins a meeting, at its place in the invitation. */
interface Joining {
  platform: Platform;
  link: JoinLink;
  /** Null when a wrapper hides it. */
  href: string | null;
  host: string;
  wrappedBy: readonly string[];
  /** Offset in the text of all passages, one after the other. */
  at: number;
  /** It stands in an older mail that this one quotes. */
  quoted: boolean;
  passage: Passage;
}

export interface Found {
  /** Each once, in the order of reading, those of quoted mails last. */
  meetings: Meeting[];
  suspicious: Suspicious[];
  /** There were more links or meetings than we read. */
  cut: boolean;
}

/** The meetings of an invitation, and the links that only pretend to lead to one. Pure; linear in the invitation's length. */
export function findMeetings(invitation: Invitation, selfHosted: SelfHosted): Found {
  const { passages, title } = invitation;
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
  const opener = new Opener(passages, selfHosted);
  const suspicious = new Map<string, Suspicious>();
  const joinings: Joining[] = [];
  for (const candidate of found.links) {
    const passage = passages[candidate.passage];
    const read = passage === undefined ? null : readLink(candidate, passage, opener);
    if (passage === undefined || read === null) continue;
    for (const one of read.suspicious) suspicious.set(`${one.why} ${one.url}`, one);
    if (read.joining === null) continue;
    const at = (starts[candidate.passage] ?? 0) + candidate.at;
    joinings.push({ ...read.joining, at, passage, quoted: isQuoted(passage, candidate.at) });
  }

  const groups = grouped(joinings);
  const kept = groups.slice(0, MAX_MEETINGS);
  const near = nearMeetings(whole, kept, phoneLinksOf(passages, starts));
  const meetings = kept.flatMap(
    (group, index) => meeting(group, title, near[index] ?? { text: '', phoneLinks: [] }) ?? [],
  );
  return {
    meetings: [...meetings.filter(({ quoted }) => !quoted), ...meetings.filter(({ quoted }) => quoted)],
    suspicious: [...suspicious.values()],
    cut: found.cut || opener.cut || groups.length > kept.length,
  };
}

/** Of these links of one page, which lead into a meeting or pretend to? In the links' order. */
export function concernMeetings(links: readonly string[], selfHosted: SelfHosted): boolean[] {
  const anchors = links.map((href, index) => ({ href, text: '', at: index }));
  const passage: Passage = { source: 'body', text: '', anchors, timing: null };
  const opener = new Opener([passage], selfHosted);
  return anchors.map((anchor) => {
    const read = readLink({ href: anchor.href, at: 0, passage: 0, anchor }, passage, opener);
    return read !== null && (read.joining !== null || read.suspicious.length > 0);
  });
}

interface ReadLink {
  joining: Omit<Joining, 'at' | 'passage' | 'quoted'> | null;
  suspicious: Suspicious[];
}

/** What one link opens, and whether it pretends. */
function readLink({ href, at, anchor }: Candidate, passage: Passage, opener: Opener): ReadLink | null {
  const opened = anchor?.property === undefined ? opener.open(href) : opener.openAnyway(href);
  const shown = shownLink(anchor === null || anchor.text.trim() === href ? '' : anchor.text, opener);
  const seen = opened ?? (shown === null ? null : opener.openAnyway(href));
  if (seen === null) return null;
  const recognised = seen.opaque === null ? seen.recognised : null;
  const suspect: Suspect = {
    written: href,
    href: seen.href,
    url: seen.url,
    host: seen.host,
    wrappedBy: seen.wrappedBy,
    text: anchor === null ? null : anchor.text,
    before: passage.text.slice(Math.max(0, at - BEFORE_LINK), at),
    property: anchor?.property ?? null,
    joins: recognised === null || recognised.link.joins === false ? null : recognised,
    names: recognised,
    shows: shown?.recognised ?? null,
    shownHost: shown?.host ?? null,
  };
  const suspicious = ATTACKS.filter((attack) => attack.isIn(suspect)).map(({ why }) => ({
    url: seen.href,
    why,
  }));
  // A product that may run anywhere does not run on a host that pretends to be another.
  const pretends = seen.byFingerprint && suspicious.some(({ why }) => why !== 'text-mismatch');
  if (seen.opaque !== null) return { joining: hiddenLink(seen, shown), suspicious };
  return {
    joining: recognised === null || pretends ? null : { ...recognised, ...seen, href: seen.href },
    suspicious,
  };
}

/** The link that a link's text shows; null when it shows none that we know. */
function shownLink(text: string, opener: Opener): Opened | null {
  if (!text.includes('.')) return null;
  const first = scanLinks(text.slice(0, 4000))[0];
  return first === undefined ? null : opener.openAnyway(first.href);
}

/** The link inside a wrapper that tells its host at most. What it shows says the rest, but not what it opens. */
function hiddenLink({ opaque, wrappedBy }: Opened, shown: Opened | null): ReadLink['joining'] {
  const host = opaque?.host ?? shown?.host ?? null;
  if (host === null) return null;
  const shows = shown?.host === host ? shown.recognised : null;
  if (shows !== null) return { ...shows, href: null, host, wrappedBy };
  const platform = opaque?.host == null || HAS_NO_MEETINGS.test(host) ? undefined : platformsAt(host)[0];
  if (platform === undefined) return null;
  const link: JoinLink = {
    key: `hidden:${host}`,
    tenant: platform.tenant?.(host) ?? null,
    id: null,
    room: 'unknown',
    opensWithoutTyping: false,
  };
  return { platform, link, href: null, host, wrappedBy };
}

/** Hosts of a platform's maker on which nobody meets. */
const HAS_NO_MEETINGS =
  /^(?:www|support|help|blog|explore|marketplace|developers?|status|community|learning|docs?|events|trust|news|about|legal|dialin)\./;

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

/** Links with one key are one meeting; so are the short and the long form that stand beside each other (Teams). */
function grouped(joinings: readonly Joining[]): Joining[][] {
  const byKey = new Map<string, Joining[]>();
  for (const one of joinings) {
    const key = `${one.platform.id} ${one.link.key}`;
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [one]);
    else group.push(one);
  }
  const groups: Joining[][] = [];
  for (const group of byKey.values()) {
    const first = group[0];
    const before = groups.at(-1);
    const other = before?.[0];
    const pairs =
      first?.link.form !== undefined &&
      before !== undefined &&
      other?.platform === first.platform &&
      formsOf(before).size === 1 &&
      other.link.form !== first.link.form;
    if (pairs) before.push(...group);
    else groups.push(group);
  }
  return groups;
}

function formsOf(group: readonly Joining[]): Set<string | undefined> {
  return new Set(group.map((one) => one.link.form));
}

interface Near {
  text: string;
  phoneLinks: string[];
}

/**
 * Gives each piece of text to the meeting whose wording it can be: what follows a link belongs to it, up to the paragraph in
 * which the next meeting's link stands. Every piece has one owner at most, so all readings together are linear.
 */
function nearMeetings(
  whole: string,
  groups: readonly Joining[][],
  phoneLinks: readonly { href: string; at: number }[],
): Near[] {
  const near: Near[] = groups.map(() => ({ text: '', phoneLinks: [] }));
  const runs = runsOf(groups);
  let from = Math.max(0, (runs[0]?.first ?? 0) - NEAR_BEFORE);
  let phoneLink = 0;
  runs.forEach((run, index) => {
    const next = runs[index + 1];
    const far = Math.min(whole.length, run.last + NEAR_AFTER);
    const to = next === undefined ? far : Math.min(far, sectionStart(whole, next.first, run.last));
    const mine = near[run.owner];
    if (mine !== undefined) {
      mine.text += `${whole.slice(from, to)}\n`;
      for (
        let link = phoneLinks[phoneLink];
        link !== undefined && link.at <= to;
        link = phoneLinks[++phoneLink]
      )
        if (link.at >= from) mine.phoneLinks.push(link.href);
    }
    if (next !== undefined) from = Math.max(to, next.first - NEAR_BEFORE);
  });
  return near;
}

/** Links to one meeting that follow each other without another meeting's link between. */
function runsOf(groups: readonly Joining[][]): { owner: number; first: number; last: number }[] {
  const ordered = groups
    .flatMap((group, owner) => group.map((one) => ({ owner, at: one.at })))
    .sort((one, other) => one.at - other.at);
  const runs: { owner: number; first: number; last: number }[] = [];
  for (const { owner, at } of ordered) {
    const run = runs.at(-1);
    if (run?.owner === owner) run.last = at;
    else runs.push({ owner, first: at, last: at });
  }
  return runs;
}

/** Where what belongs to the next meeting begins: its quoted mail, if this one is not quoted; else the paragraph of its link. */
function sectionStart(text: string, at: number, floor: number): number {
  const isQuote = (lineStart: number): boolean => text.charAt(lineStart) === '>';
  let line = text.lastIndexOf('\n', at - 1) + 1;
  if (!isQuote(line) || isQuote(text.lastIndexOf('\n', floor) + 1)) return paragraphStart(text, at, floor);
  while (line > floor && isQuote(line)) {
    const before = text.lastIndexOf('\n', line - 2) + 1;
    if (before <= floor || !isQuote(before)) break;
    line = before;
  }
  return Math.max(line, floor);
}

/** The line after the last blank line before `at`, but not before `floor`: where the paragraph of a link begins. */
function paragraphStart(text: string, at: number, floor: number): number {
  let lineEnd = text.lastIndexOf('\n', at - 1);
  while (lineEnd > floor) {
    const lineStart = text.lastIndexOf('\n', lineEnd - 1);
    if (lineStart >= floor && /^[ \t>]*$/.test(text.slice(lineStart + 1, lineEnd))) return lineEnd + 1;
    lineEnd = lineStart;
  }
  return Math.max(floor, Math.min(at, text.lastIndexOf('\n', at - 1) + 1));
}

/** From all links to one meeting and the text near them; null when no link is a way in. */
function meeting(group: readonly Joining[], title: string, near: Near): Meeting | null {
  const ways = group.filter(({ link }) => link.joins !== false);
  // The newest mail's links count before those of older ones below it.
  const current = ways.some(({ quoted }) => !quoted) ? ways.filter(({ quoted }) => !quoted) : ways;
  const fullest = current.reduce<Joining | null>(
    (best, one) => (lengthOf(one) > lengthOf(best) ? one : best),
    null,
  );
  if (fullest === null) return null;
  const { platform } = fullest;
  const some = <T>(pick: (one: Joining) => T | null): T | null => {
    for (const one of group) {
      const value = pick(one);
      if (value !== null) return value;
    }
    return null;
  };
  const id = some((one) => one.link.id);
  const evidence = readEvidence({ title, ...near, id });
  const hidden = fullest.href === null;
  // A hidden link to a platform's host may lead to any page there.
  if (hidden && fullest.link.key.startsWith('hidden:') && !evidence.wholeInvitation) return null;
  const dialled = evidence.dialStrings.flatMap((keys) => platform.numberIn?.(keys) ?? [])[0] ?? null;
  const link: JoinLink = {
    ...fullest.link,
    id: id ?? evidence.number ?? dialled,
    tenant: some((one) => one.link.tenant),
    opensWithoutTyping: group.some((one) => one.link.opensWithoutTyping),
    room: some((one) => (one.link.room === 'unknown' ? null : one.link.room)) ?? 'unknown',
  };
  const passcode = platform.passcode(evidence, link);
  return {
    platform: platform.id,
    url: fullest.href,
    host: fullest.host,
    tenant: link.tenant,
    id: link.id,
    room: platform.room?.(evidence, link) ?? link.room,
    // What is hidden may hold a passcode.
    passcode: { state: hidden && passcode === 'absent' ? 'unknown' : passcode },
    dialIn: { state: platform.dialIn(evidence, link) },
    wrappedBy: fullest.wrappedBy,
    personalLink: personalLinkOf(group),
    quoted: group.every(({ quoted }) => quoted),
    timing: timingOf(group),
  };
}

/** Of links of one length the first stands; a hidden one gives way to every other. */
function lengthOf(one: Joining | null): number {
  if (one === null) return -1;
  return one.href === null ? 0 : one.href.length;
}

function personalLinkOf(group: readonly Joining[]): PersonalLink | null {
  const personal = group.map(({ link }) => link.personalLink);
  return personal.find((one) => one === 'host') ?? personal.find((one) => one !== undefined) ?? null;
}

/** A calendar's own dates tell more than the date of the mail around them. */
function timingOf(group: readonly Joining[]): Timing | null {
  const timings = group.flatMap((one) => (one.passage.timing === null ? [] : [one.passage.timing]));
  return timings.find((timing) => timing.lastOccurrence !== null) ?? timings[0] ?? null;
}
