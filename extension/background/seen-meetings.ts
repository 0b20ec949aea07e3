import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { MAX_CALLERS } from '../../src/invitation/callers.ts';
import { seenIn, together } from '../../src/meetings/seen.ts';
import type { Invitation, Review, Seen } from '../../src/model.ts';
import { newSalt, SALT, saltedHash } from '../salted-hash.ts';

/**
 * What the invitations of the last days told of their meetings, for when a meeting's own page opens from elsewhere (join-page.ts).
 * In storage.local, because people read an invitation on one day and join on another. Under a hash of what the meeting's links are
 * recognised by (Meeting.ways), so that the list does not read as a diary: who has no link to a meeting cannot look it up.
 */

const KEY = 'seen-meetings';
const DAY = 86_400_000;
/** An invitation of next week is looked at again before its meeting; what is older is a profile, not a help. */
export const KEPT = 7 * DAY;
export const MOST_KEPT = 500;
/** Within this time the same words are not written again: a mail that is open is reviewed at each change. */
const SETTLED = 3_600_000;

// Only the worker writes here; a shape that is not ours is damage, or of another version, and is dropped.
const marking = z.object({
  scheme: z.string().check(z.maxLength(100)),
  level: z.string().check(z.maxLength(100)),
  rank: z.number(),
  text: z.string().check(z.maxLength(200)),
  foundIn: z.enum(['title', 'body', 'label', 'header', 'calendar']),
});
const seen = z.object({
  marking: z.nullable(marking),
  tenant: z.nullable(z.string()),
  room: z.enum(['one-off', 'personal', 'permanent', 'unknown']),
  passcode: z.enum(['in-text', 'in-link', 'both', 'withheld', 'absent', 'none-by-design', 'unknown']),
  dialIn: z.enum(['none', 'open', 'protected', 'pin', 'unknown']),
  personalLink: z.nullable(z.enum(['host', 'participant'])),
  timing: z.nullable(z.object({ created: z.nullable(z.string()), lastOccurrence: z.nullable(z.string()) })),
  recurring: z.boolean(),
  callers: z.array(z.string()).check(z.maxLength(MAX_CALLERS)),
});
const entry = z.object({
  seen,
  /** When an invitation to it was last seen, and when one with this marking was. Milliseconds since 1970. */
  at: z.number(),
  markedAt: z.number(),
});
interface Entry extends Omit<z.infer<typeof entry>, 'seen'> {
  seen: Seen;
}
const stored = z.object({
  salt: z.string().check(z.regex(SALT)),
  meetings: z.record(z.string(), z.unknown()),
});

interface Kept {
  /** Random, of this installation alone: the same meeting has another hash everywhere. */
  salt: string;
  meetings: Map<string, Entry>;
  /** Something that is stored is too old, or is not ours. */
  dropped: boolean;
}

/** Changes, one after the other: each reads what the one before wrote. */
let lastChange: Promise<void> = Promise.resolve();

/**
 * Keeps what an invitation told of its meetings. `review` is the whole one, with Meeting.ways. Never rejects: that nothing could be
 * kept must not cost the warning.
 */
export function rememberMeetings(invitation: Invitation, review: Review, now: Date): Promise<void> {
  const told = review.meetings.flatMap((meeting) =>
    // A link that a wrapper hides could be any meeting's.
    meeting.url === null
      ? []
      : meeting.ways.map((way) => ({ way, seen: seenIn(invitation, review, meeting) })),
  );
  if (told.length === 0 || invitation.surface === 'join') return Promise.resolve();
  return inOrder(() => add(told, now.getTime()));
}

/** Takes away what is too old to count. For each start of the worker: who reads no invitations writes nothing new either. */
export function forgetOldMeetings(now: Date): Promise<void> {
  return inOrder(async () => {
    const { salt, meetings, dropped } = await read(now.getTime());
    if (dropped) await write(salt, meetings);
  });
}

function inOrder(change: () => Promise<void>): Promise<void> {
  lastChange = lastChange.then(change).catch((error: unknown) => {
    console.warn('In Camera: what was seen could not be kept.', error instanceof Error ? error.name : '');
  });
  return lastChange;
}

/** What invitations told of the meeting that has this way (Meeting.ways); null when none was seen in the last days. */
export async function seenOf(way: string, now: Date): Promise<Seen | null> {
  await lastChange;
  const { salt, meetings } = await read(now.getTime());
  return meetings.get(await saltedHash(salt, way))?.seen ?? null;
}

async function add(told: readonly { way: string; seen: Seen }[], now: number): Promise<void> {
  const { salt, meetings } = await read(now);
  let changed = false;
  for (const { way, seen } of told) {
    const hash = await saltedHash(salt, way);
    const before = meetings.get(hash);
    const after = withNews(before, seen, now);
    const isNews = JSON.stringify(before?.seen) !== JSON.stringify(after.seen);
    if (!isNews && before !== undefined && now - before.at < SETTLED) continue;
    changed = true;
    meetings.set(hash, after);
  }
  if (changed) await write(salt, meetings);
}

/** The newest: who looks into more meetings than this has a shorter memory. */
async function write(salt: string, meetings: ReadonlyMap<string, Entry>): Promise<void> {
  const newest = [...meetings].sort(([, one], [, other]) => other.at - one.at).slice(0, MOST_KEPT);
  await browser.storage.local.set({ [KEY]: { salt, meetings: Object.fromEntries(newest) } });
}

function withNews(before: Entry | undefined, news: Seen, now: number): Entry {
  if (before === undefined) return { seen: news, at: now, markedAt: now };
  const merged = together(before.seen, news);
  const isNewMarking = news.marking !== null && merged.marking?.rank === news.marking.rank;
  return { seen: merged, at: now, markedAt: isNewMarking ? now : before.markedAt };
}

async function read(now: number): Promise<Kept> {
  const { [KEY]: value } = await browser.storage.local.get(KEY);
  const parsed = stored.safeParse(value);
  if (!parsed.success) return { salt: newSalt(), meetings: new Map(), dropped: value !== undefined };
  const meetings = new Map<string, Entry>();
  let dropped = false;
  for (const [hash, one] of Object.entries(parsed.data.meetings)) {
    const known = entry.safeParse(one);
    if (!known.success || !isKept(known.data.at, now)) {
      dropped = true;
      continue;
    }
    const { seen, at, markedAt } = known.data;
    // The room may be used again and again: an old marking goes with the invitation that had it.
    const isMarked = seen.marking !== null && isKept(markedAt, now);
    dropped ||= seen.marking !== null && !isMarked;
    meetings.set(hash, { seen: isMarked ? seen : { ...seen, marking: null }, at, markedAt });
  }
  return { salt: parsed.data.salt, meetings, dropped };
}

/** Also when the clock was set back meanwhile. */
const isKept = (time: number, now: number): boolean => Math.abs(now - time) < KEPT;
