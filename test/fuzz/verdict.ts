import { BLANK } from '../../src/invitation/blank.ts';
import { MAX_ATTENDEES } from '../../src/invitation/bound.ts';
import { readFile } from '../../src/invitation/reading.ts';
import { MAX_LINKS } from '../../src/links/bounds.ts';
import { MAX_MEETINGS } from '../../src/meetings/find.ts';
import { FAILURES, type Invitation, type Review } from '../../src/model.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { review } from '../../src/review.ts';
import type { Stopwatch } from './stopwatch.ts';

/** What In Camera says of a file or an invitation, as it reads them in earnest. */

export const NOW = new Date('2026-11-02T09:00:00Z');

export function assert(holds: boolean, wrong: string): asserts holds {
  if (!holds) throw new Error(wrong);
}

/** Throws unless both are the same as JSON; says where they begin to differ. */
export function assertSame(got: unknown, wanted: unknown, what: string): void {
  const [one = '', other = ''] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (one === other) return;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  throw new Error(`${what}: … ${around(one)} … instead of … ${around(other)} …`);
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** One byte a character; of others only the low byte stays, which makes damaged UTF-8 of them. */
export const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** Reads a file of bytes and judges it, each within the time. Null: it could not be read, and says why. */
export async function verdictOfFile(
  name: string,
  bytes: Uint8Array,
  watch: Stopwatch,
  surface: 'mail-read' | 'event-read' = 'mail-read',
): Promise<Review | null> {
  const reading = await watch.time(bytes.length, () => readFile(name, bytes, surface));
  if ('failure' in reading) {
    assert(FAILURES.includes(reading.kind) && reading.failure !== '', 'a failure that nobody knows');
    return null;
  }
  assertInvitation(reading.invitation);
  return verdictOf(reading.invitation, bytes.length, watch);
}

/** Judges an invitation that was read, within the time. `size`: of what it was read from. */
export async function verdictOf(invitation: Invitation, size: number, watch: Stopwatch): Promise<Review> {
  const answer = await watch.time(size, () => review(invitation, DEFAULT_POLICY, NOW));
  assert(answer.meetings.length <= MAX_MEETINGS, `${answer.meetings.length} meetings`);
  assert(answer.suspicious.length <= MAX_LINKS, `${answer.suspicious.length} suspicious links`);
  assertSame(JSON.parse(JSON.stringify(answer)), answer, 'the review is no plain data');
  for (const { meeting } of answer.findings)
    assert(meeting === null || answer.meetings[meeting] !== undefined, `a finding about meeting ${meeting}`);
  return answer;
}

export const asText = (text: string, title = ''): Invitation => ({
  ...BLANK,
  surface: 'mail-read',
  title,
  passages: [{ source: 'body', text, anchors: [], timing: null }],
});

function assertInvitation(invitation: Invitation): void {
  const { title, passages, recipients, events } = invitation;
  assert(typeof title === 'string', 'a title that is no text');
  for (const { text, anchors } of passages) {
    assert(!text.includes('\r'), 'a passage with a carriage return');
    for (const { href, at } of anchors) {
      assert(typeof href === 'string', 'an anchor without an address');
      assert(Number.isInteger(at) && at >= 0 && at <= text.length, `an anchor at ${at} of ${text.length}`);
    }
  }
  assert(recipients.length <= MAX_ATTENDEES, `${recipients.length} recipients`);
  for (const { attendees } of events)
    assert(attendees.length <= MAX_ATTENDEES, `${attendees.length} attendees`);
}

/** What of a review must not depend on how its invitation was written down. */
export const comparable = (answer: Review | null) =>
  answer && {
    meetings: answer.meetings,
    suspicious: answer.suspicious,
    marking: answer.marking,
    findings: answer.findings,
    unknown: answer.unknown,
  };
