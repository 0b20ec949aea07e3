import { joinInvitation } from '../../src/invitation/join.ts';
import { together } from '../../src/meetings/seen.ts';
import type { Review, Seen } from '../../src/model.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { review, withoutSecrets } from '../../src/review.ts';
import { seenOf } from './seen-meetings.ts';

/**
 * The review of a platform's own page, by its address and by what invitations to that meeting told. Null when it is an ordinary page,
 * which joins no meeting. `ways`: for each meeting its Meeting.ways, which the review leaves out, as it does all secrets.
 */
export async function reviewJoinPage(
  url: string,
  inForce: PolicyInForce,
  now: Date,
): Promise<{ review: Review; ways: string[][] } | null> {
  const alone = review(joinInvitation(url, null), inForce, now);
  // An open redirect on the platform's host only names a meeting: the page that it leads to is the meeting's.
  const [meeting] = alone.meetings.filter(({ wrappedBy }) => wrappedBy.length === 0);
  if (meeting === undefined) return null;
  const seen = await seenOfAny(meeting.ways, now);
  const reviewed = seen === null ? alone : review(joinInvitation(url, seen), inForce, now);
  return {
    review: withoutSecrets(reviewed),
    ways: reviewed.meetings.map(({ ways }) => [...ways]),
  };
}

async function seenOfAny(ways: readonly string[], now: Date): Promise<Seen | null> {
  let all: Seen | null = null;
  for (const way of ways) {
    const one = await seenOf(way, now);
    if (one !== null) all = all === null ? one : together(all, one);
  }
  return all;
}
