import { describe, expect, it } from 'vitest';
import { MAX_ATTENDEES } from '../../src/invitation/bound.ts';
import { readCalendar } from '../../src/invitation/calendar.ts';
import type { CalendarEvent, Person } from '../../src/model.ts';
import { caseText } from './cases.ts';

function eventsOf(text: string, partMethod?: string): readonly CalendarEvent[] {
  const calendar = readCalendar(text, 'body', partMethod);
  if ('failure' in calendar) throw new Error(calendar.failure);
  return calendar.events;
}
const eventOf = (lines: string[], before: string[] = []): CalendarEvent | undefined =>
  eventsOf(['BEGIN:VCALENDAR', ...before, 'BEGIN:VEVENT', 'LOCATION:x', ...lines].join('\r\n'))[0];
const organizerOf = (line: string): Person | null | undefined => eventOf([line])?.organizer;

describe('events', () => {
  it('are told of one by one, in the order of the file', () => {
    const [series, moved, cancelled, ...rest] = eventsOf(caseText('changed-occurrences.ics'));
    expect(rest).toEqual([]);
    expect(series).toEqual({
      organizer: { name: 'Vries, Jan de', address: 'jan.devries@example.org' },
      attendees: [
        { name: 'Piet Jansen', address: 'piet.jansen@example.org' },
        { name: 'Zaal 3', address: 'zaal3@example.org' },
        { name: 'Oude gids', address: '' },
      ],
      visibility: 'confidential',
      sequence: 2,
      recurring: true,
      cancelled: false,
    });
    const plain = { organizer: null, attendees: [], visibility: null, sequence: null, recurring: true };
    expect(moved).toEqual({ ...plain, cancelled: false });
    expect(cancelled).toEqual({ ...plain, cancelled: true });
  });

  it('say nothing that is not written', () => {
    expect(eventOf([])).toEqual({
      organizer: null,
      attendees: [],
      visibility: null,
      sequence: null,
      recurring: false,
      cancelled: false,
    });
  });
});

describe('people', () => {
  it.each([
    ['plain', 'ORGANIZER:mailto:jan.devries@example.org', '', 'jan.devries@example.org'],
    ['in capitals', 'organizer;cn=Jan:MAILTO:JAN.DEVRIES@EXAMPLE.ORG', 'Jan', 'jan.devries@example.org'],
    [
      'in quotes',
      'ORGANIZER;CN="Vries, Jan; de":mailto:jan@example.org',
      'Vries, Jan; de',
      'jan@example.org',
    ],
    ['without a scheme', 'ORGANIZER;CN=Jan:jan@example.org', 'Jan', 'jan@example.org'],
    [
      'with a name that has a colon',
      'ORGANIZER;CN=Team: Jan:mailto:jan@example.org',
      'Team',
      'jan@example.org',
    ],
    ['with an open quote', 'ORGANIZER;CN="Jan:mailto:jan@example.org', '', 'jan@example.org'],
    ['percent-encoded', 'ORGANIZER:mailto:jan%2Boverleg@example.org', '', 'jan+overleg@example.org'],
    [
      'with headers',
      'ORGANIZER:mailto:jan@example.org?subject=mailto:piet@example.com',
      '',
      'jan@example.org',
    ],
    [
      'who has somebody to send for them',
      'ORGANIZER;SENT-BY="mailto:piet@example.org";CN=Jan:mailto:jan@example.org',
      'Jan',
      'jan@example.org',
    ],
    ['known by EMAIL', 'ORGANIZER;EMAIL=Jan@example.org:urn:uuid:0b0e6f3c', '', 'jan@example.org'],
    [
      'whose mail address is not what EMAIL says',
      'ORGANIZER;EMAIL=jan@example.org:mailto:iemand@example.com',
      '',
      'iemand@example.com',
    ],
    ['by a URN alone', 'ORGANIZER;CN=Jan:urn:uuid:0b0e6f3c', 'Jan', ''],
    ['of X.400', 'ORGANIZER;CN=Jan:X400:c=nl;a=voorbeeld;s=devries', 'Jan', ''],
    ['of a directory', 'ORGANIZER;CN=Jan:/O=VOORBEELD/OU=GRIFFIE/CN=RECIPIENTS/CN=JAN', 'Jan', ''],
    ['marked invalid', 'ORGANIZER;CN=Jan:invalid:nomail', 'Jan', ''],
    ['with a sent-by alone', 'ORGANIZER;SENT-BY="mailto:piet@example.org":urn:x', '', ''],
    ['by two addresses', 'ORGANIZER:mailto:jan@example.org,piet@example.org', '', ''],
    ['with an address of nothing', 'ORGANIZER:mailto:', '', ''],
    ['with a blank in it', 'ORGANIZER:mailto:jan @example.org', '', ''],
    ['whose address is too long', `ORGANIZER:mailto:${'a'.repeat(300)}@example.org`, '', ''],
  ])('are read %s', (_, line, name, address) => {
    expect(organizerOf(line)).toEqual({ name, address });
  });

  it('have a name of bounded length', () => {
    expect(organizerOf(`ORGANIZER;CN=${'a'.repeat(5_000)}:mailto:jan@example.org`)?.name).toHaveLength(200);
  });

  it('are at most two thousand', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `ATTENDEE:mailto:a${index}@example.org`);
    const event = eventOf([...many, 'CLASS:PRIVATE']);
    expect(event?.attendees).toHaveLength(MAX_ATTENDEES);
    expect(event?.attendees.at(-1)?.address).toBe('a1999@example.org');
    expect(event?.visibility).toBe('private');
  });

  it('of an alarm are not those of the event', () => {
    expect(eventOf(['BEGIN:VALARM', 'ATTENDEE:mailto:jan@example.org', 'END:VALARM'])?.attendees).toEqual([]);
  });
});

describe('visibility', () => {
  it.each([
    ['PUBLIC', 'public'],
    ['Private', 'private'],
    ['confidential', 'confidential'],
    // RFC 5545 section 3.8.1.3: what is not known counts as PRIVATE.
    ['X-SECRET', 'private'],
    ['', null],
  ])('of CLASS:%s is %s', (written, visibility) => {
    expect(eventOf([`CLASS:${written}`])?.visibility).toBe(visibility);
  });
});

describe('sequence', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['-1', null],
    ['99999999999', null],
    ['x', null],
  ])('of SEQUENCE:%s is %s', (written, sequence) => {
    expect(eventOf([`SEQUENCE:${written}`])?.sequence).toBe(sequence);
  });
});

describe('recurring', () => {
  it.each(['RRULE:FREQ=WEEKLY', 'RDATE:20261005T080000Z', 'RECURRENCE-ID:20261005T080000Z'])(
    'is an event with %s',
    (line) => {
      expect(eventOf([line])?.recurring).toBe(true);
    },
  );
});

describe('cancelled', () => {
  it.each([
    ['by its status', ['STATUS:cancelled'], [], true],
    ['by the method of the file', [], ['METHOD:CANCEL'], true],
    ['not when it is only tentative', ['STATUS:TENTATIVE'], ['METHOD:REQUEST'], false],
  ])('is an event %s', (_, lines, before, cancelled) => {
    expect(eventOf(lines, before)?.cancelled).toBe(cancelled);
  });

  it('is an event by the method of its part of a mail, where the file has none', () => {
    const event = 'BEGIN:VEVENT\nLOCATION:x\nEND:VEVENT';
    expect(eventsOf(event, 'cancel')[0]?.cancelled).toBe(true);
    expect(eventsOf(`BEGIN:VCALENDAR\nMETHOD:REQUEST\n${event}`, 'CANCEL')[0]?.cancelled).toBe(false);
  });
});
