/** What an event tells beside its text and its time → CalendarEvent. */
import { decodedOnce } from '../links/parameters.ts';
import type { CalendarEvent, Person } from '../model.ts';
import { MAX_ADDRESS, MAX_ATTENDEES, MAX_NAME } from './bound.ts';
import type { ContentLine } from './content-lines.ts';

/** Properties that are read here. */
export const OF_CALENDAR_EVENT = [
  'ORGANIZER',
  'ATTENDEE',
  'CLASS',
  'SEQUENCE',
  'STATUS',
  'RRULE',
  'RDATE',
  'RECURRENCE-ID',
] as const;

/** `method`: of the file, in upper case. */
export function calendarEvent(event: readonly ContentLine[], method: string): CalendarEvent {
  const textOf = (name: string): string =>
    event
      .find((line) => line.name === name)
      ?.text.trim()
      .toUpperCase() ?? '';
  const organizer = event.find((line) => line.name === 'ORGANIZER');
  const sequence = textOf('SEQUENCE');
  return {
    organizer: organizer === undefined ? null : person(organizer),
    attendees: event
      .filter((line) => line.name === 'ATTENDEE')
      .slice(0, MAX_ATTENDEES)
      .map(person),
    visibility: visibilityOf(textOf('CLASS')),
    sequence: /^\d{1,9}$/.test(sequence) ? Number(sequence) : null,
    recurring: event.some(({ name }) => name === 'RRULE' || name === 'RDATE' || name === 'RECURRENCE-ID'),
    cancelled: method === 'CANCEL' || textOf('STATUS') === 'CANCELLED',
  };
}

function visibilityOf(written: string): CalendarEvent['visibility'] {
  if (written === '') return null;
  if (written === 'PUBLIC') return 'public';
  return written === 'CONFIDENTIAL' ? 'confidential' : 'private';
}

/**
 * The address is the value's if that is one of mail, else the EMAIL parameter (RFC 7986 section 6.2), never SENT-BY: that is somebody
 * else, who acts for them (RFC 5545 section 3.2.18).
 */
function person({ parameters, raw }: ContentLine): Person {
  const name = (parameters.get('cn') ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_NAME);
  const address = addressOf(raw);
  return { name, address: address === '' ? addressOf(parameters.get('email') ?? '') : address };
}

/** Of "mailto:jan.devries@example.org", in any case, or without its scheme; "" for all that is no mail address (urn:, X.400). */
function addressOf(value: string): string {
  const lower = value.slice(0, 4 * MAX_ADDRESS).toLowerCase();
  // A name with a colon that is not in quotes ends the head too early; the address still stands last.
  const scheme = lower.startsWith('mailto:') ? 0 : lower.lastIndexOf(':mailto:') + 1;
  const written = lower.startsWith('mailto:', scheme) ? lower.slice(scheme + 'mailto:'.length) : lower;
  const address = decodedOnce(written.split('?', 1)[0] ?? '').trim();
  const isAddress = address.length <= MAX_ADDRESS && /^[^\s@<>:;,/"()]+@[^\s@<>:;,/"()]+$/.test(address);
  return isAddress ? address : '';
}
