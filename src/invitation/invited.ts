import type { Invitation } from '../model.ts';

/**
 * Addresses of the people invited, each once, in the calendar's order and then the mail's: without those who invite (the
 * organisers and the sender), and without anybody once all events are cancelled.
 */
export function invitedAddresses({ events, recipients, sender }: Invitation): string[] {
  const taking = events.filter(({ cancelled }) => !cancelled);
  if (events.length > 0 && taking.length === 0) return [];
  const inviting = new Set([sender, ...events.map(({ organizer }) => organizer)].map((one) => one?.address));
  const all = [...taking.flatMap(({ attendees }) => attendees), ...recipients].map(({ address }) => address);
  return [...new Set(all)].filter((address) => address !== '' && !inviting.has(address));
}
