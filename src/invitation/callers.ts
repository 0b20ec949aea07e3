import type { Invitation, Meeting } from '../model.ts';
import { mailDomain } from '../policy/mail-domains.ts';

/** One domain tells whose meeting it is; a few are the calendars of several organisations. */
export const MAX_CALLERS = 10;

/** Where those who call the meeting have their mail: the organisers, else the sender. Who writes the invitation calls it. */
export function callersDomains(
  { surface, events, sender, seen }: Invitation,
  { quoted }: Pick<Meeting, 'quoted'>,
): readonly string[] {
  if (surface === 'join') return seen?.callers ?? [];
  if (surface === 'mail-write' || surface === 'event-write') return [];
  const organisers = events.flatMap(({ organizer }) => mailDomain(organizer?.address ?? '') ?? []);
  // Who sends an old invitation on did not call the meeting in it.
  const fallback = quoted ? null : mailDomain(sender?.address ?? '');
  return organisers.length > 0 || fallback === null ? organisers : [fallback];
}
