import { callersDomains, MAX_CALLERS } from '../invitation/callers.ts';
import type {
  DialInState,
  Invitation,
  Marking,
  Meeting,
  PasscodeState,
  Review,
  Room,
  Seen,
  Timing,
} from '../model.ts';

/** What invitations told of a meeting, and what that makes of a link to it that stands alone. */

/** Longer ones are no marking but the line around it. */
const LONGEST_MARKING = 200;

/** What this invitation tells of one of its meetings. */
export function seenIn(invitation: Invitation, { marking }: Review, meeting: Meeting): Seen {
  const { tenant, room, passcode, dialIn, personalLink, timing, quoted } = meeting;
  return {
    marking: marking === null ? null : { ...marking, text: marking.text.slice(0, LONGEST_MARKING) },
    tenant,
    room,
    passcode: passcode.state,
    dialIn: dialIn.state,
    personalLink,
    timing,
    recurring: !quoted && invitation.events.some((event) => event.recurring && !event.cancelled),
    callers: [...new Set(callersDomains(invitation, meeting))].slice(0, MAX_CALLERS),
  };
}

/**
 * What two invitations to one meeting tell together: a later mail may hold no more than the link, and takes nothing back. The higher
 * marking counts, because a meeting is as sensitive as anybody said.
 */
export function together(before: Seen, now: Seen): Seen {
  return {
    marking: highestMarking(now.marking, before.marking),
    tenant: now.tenant ?? before.tenant,
    room: firstOf(ROOMS, [now.room, before.room]),
    passcode: bothPasscodes(before.passcode, now.passcode),
    dialIn: saysOfPhone(now.dialIn) || !saysOfPhone(before.dialIn) ? now.dialIn : before.dialIn,
    personalLink: now.personalLink ?? before.personalLink,
    timing: bothTimings(before.timing, now.timing),
    recurring: now.recurring || before.recurring,
    // The first knew who called it; whoever mails the link again may be anybody.
    callers: before.callers.length > 0 ? before.callers : now.callers,
  };
}

/** Of equal ranks the first. */
export function highestMarking(one: Marking | null, other: Marking | null): Marking | null {
  if (one === null || other === null) return one ?? other;
  return other.rank > one.rank ? other : one;
}

/**
 * The meeting of a link that stands alone, with what invitations told of it. Without any, that a link is one person's own says
 * nothing: it may be that very person who opened it.
 */
export function asInvited(meeting: Meeting, seen: Seen | undefined): Meeting {
  if (seen === undefined) return { ...meeting, personalLink: null };
  return {
    ...meeting,
    tenant: meeting.tenant ?? seen.tenant,
    room: firstOf(ROOMS, [meeting.room, seen.room]),
    passcode: { ...meeting.passcode, state: bothPasscodes(seen.passcode, meeting.passcode.state) },
    // 'none' is what the invitation said, and more than a link can.
    dialIn: seen.dialIn === 'unknown' ? meeting.dialIn : { state: seen.dialIn },
    personalLink: seen.personalLink,
    timing: seen.timing,
  };
}

/** The room that others know better comes first. */
const ROOMS: readonly Room[] = ['personal', 'permanent', 'one-off', 'unknown'];
/** What was seen comes before what was not. */
const PASSCODES: readonly PasscodeState[] = ['withheld', 'none-by-design', 'absent', 'unknown'];

function firstOf<Value>(order: readonly Value[], values: readonly [Value, ...Value[]]): Value {
  return order.find((one) => values.includes(one)) ?? values[0];
}

function bothPasscodes(one: PasscodeState, other: PasscodeState): PasscodeState {
  const isIn = (place: PasscodeState): boolean =>
    [one, other].some((state) => state === place || state === 'both');
  if (isIn('in-text')) return isIn('in-link') ? 'both' : 'in-text';
  return isIn('in-link') ? 'in-link' : firstOf(PASSCODES, [one, other]);
}

const saysOfPhone = (state: DialInState): boolean => state !== 'none' && state !== 'unknown';

/** It was made when the first of them says, and ends when the last of them does. */
function bothTimings(before: Timing | null, now: Timing | null): Timing | null {
  if (before === null || now === null) return now ?? before;
  const created = [before.created, now.created].filter((time) => time !== null).sort()[0] ?? null;
  return { created, lastOccurrence: now.lastOccurrence ?? before.lastOccurrence };
}
