import { type Candidate, candidates } from '../links/candidates.ts';
import { plainHost } from '../links/hosts.ts';
import { unwrap } from '../links/unwrap.ts';
import type { Invitation, Meeting, Passage, Timing } from '../model.ts';
import type { JoinLink, Platform } from '../platforms/platform.ts';
import { recognise, type SelfHosted } from '../platforms/recognise.ts';
import { readEvidence } from './evidence.ts';

/** More meetings than this in one invitation are not read; the review then says so. */
export const MAX_MEETINGS = 100;
/** How far from a meeting's link its wording may stand, in UTF-16 units before and after. */
const NEAR_BEFORE = 3000;
const NEAR_AFTER = 8000;

/** One link that joins a meeting, at its place in the invitation. */
interface Joining {
  platform: Platform;
  link: JoinLink;
  href: string;
  host: string;
  wrappedBy: readonly string[];
  /** Offset in the text of all passages, one after the other. */
  at: number;
  passage: Passage;
}

/** The meetings of an invitation, each once, in the order of reading. `cut`: there were more links or meetings than we read. */
export function findMeetings(
  invitation: Invitation,
  selfHosted: SelfHosted,
): { meetings: Meeting[]; cut: boolean } {
  const { passages, title } = invitation;
  const starts: number[] = [];
  let length = 0;
  for (const passage of passages) {
    starts.push(length);
    length += passage.text.length + 1;
  }
  const whole = passages.map((passage) => passage.text).join('\n');

  const found = candidates(passages);
  const groups = grouped(found.links.flatMap((link) => joining(link, passages, starts, selfHosted)));
  const kept = groups.slice(0, MAX_MEETINGS);
  const near = nearMeetings(whole, kept, phoneLinksOf(passages, starts));
  const meetings = kept.map((group, index) =>
    meeting(group, title, near[index] ?? { text: '', phoneLinks: [] }),
  );
  return { meetings, cut: found.cut || groups.length > kept.length };
}

/** Whether this one link joins a meeting, wrapped or not. */
export function joins(href: string, selfHosted: SelfHosted): boolean {
  return joined(href, selfHosted) !== null;
}

type Joined = Pick<Joining, 'platform' | 'link' | 'href' | 'host' | 'wrappedBy'>;

/**
 * The meeting that a link joins, wrapped or not. Where the whole joins none, it is tried up to its first character beyond ASCII:
 * in scripts without blanks the text goes on right behind a link.
 */
function joined(href: string, selfHosted: SelfHosted): Joined | null {
  const whole = joinedExactly(href, selfHosted);
  if (whole !== null) return whole;
  const ascii = /^[!-~]+/.exec(href)?.[0] ?? '';
  return ascii.length === href.length ? null : joinedExactly(ascii, selfHosted);
}

function joinedExactly(href: string, selfHosted: SelfHosted): Joined | null {
  const unwrapped = unwrap(href);
  const recognised =
    unwrapped === null ? null : recognise(unwrapped.url, selfHosted, { links: [], text: '' });
  if (unwrapped === null || recognised === null) return null;
  return {
    ...recognised,
    href: unwrapped.href,
    host: plainHost(unwrapped.url),
    wrappedBy: unwrapped.wrappedBy,
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

function joining(
  candidate: Candidate,
  passages: readonly Passage[],
  starts: readonly number[],
  selfHosted: SelfHosted,
): Joining[] {
  const passage = passages[candidate.passage];
  const found = joined(candidate.href, selfHosted);
  if (passage === undefined || found === null) return [];
  return [{ ...found, at: (starts[candidate.passage] ?? 0) + candidate.at, passage }];
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
    const to = next === undefined ? far : Math.min(far, paragraphStart(whole, next.first, run.last));
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

/** From all links to one meeting and the text near them. */
function meeting(group: readonly Joining[], title: string, near: Near): Meeting {
  const [first] = group;
  if (first === undefined) throw new Error('a meeting has at least one link');
  const fullest = group.reduce((best, one) => (one.href.length > best.href.length ? one : best));
  const some = <T>(pick: (one: Joining) => T | null): T | null => {
    for (const one of group) {
      const value = pick(one);
      if (value !== null) return value;
    }
    return null;
  };
  const id = some((one) => one.link.id);
  const evidence = readEvidence({ title, ...near, id });
  const dialled = evidence.dialStrings.flatMap((keys) => first.platform.numberIn?.(keys) ?? [])[0] ?? null;
  const link: JoinLink = {
    ...fullest.link,
    id: id ?? evidence.number ?? dialled,
    tenant: some((one) => one.link.tenant),
    opensWithoutTyping: group.some((one) => one.link.opensWithoutTyping),
    room: some((one) => (one.link.room === 'unknown' ? null : one.link.room)) ?? 'unknown',
  };
  return {
    platform: first.platform.id,
    url: fullest.href,
    host: fullest.host,
    tenant: link.tenant,
    id: link.id,
    room: first.platform.room?.(evidence, link) ?? link.room,
    passcode: { state: first.platform.passcode(evidence, link) },
    dialIn: { state: first.platform.dialIn(evidence, link) },
    wrappedBy: fullest.wrappedBy,
    personalLink: null,
    quoted: false,
    timing: timingOf(group),
  };
}

/** A calendar's own dates tell more than the date of the mail around them. */
function timingOf(group: readonly Joining[]): Timing | null {
  const timings = group.flatMap((one) => (one.passage.timing === null ? [] : [one.passage.timing]));
  return timings.find((timing) => timing.lastOccurrence !== null) ?? timings[0] ?? null;
}
