import { describe, expect, it } from 'vitest';
import { incoming } from '../../extension/background/incoming.ts';
import { BLANK } from '../../src/invitation/blank.ts';
import type { CalendarEvent, Invitation } from '../../src/model.ts';

const JAN = { name: 'Jan', address: 'jan@example.org' };
const EVENT: CalendarEvent = {
  organizer: JAN,
  attendees: [JAN],
  visibility: 'private',
  sequence: 0,
  recurring: false,
  cancelled: false,
};
const reviewOf = (changed: Partial<Invitation>) => ({
  type: 'review',
  page: 'p',
  webmail: 'roundcube',
  missed: [],
  invitations: [
    {
      ...BLANK,
      surface: 'event-read',
      title: 'Overleg',
      passages: [
        {
          source: 'calendar',
          text: 'https://a.example',
          anchors: [{ href: 'https://a.example', text: 'https://a.example', at: 0, property: 'URL' }],
          timing: null,
        },
      ],
      events: [EVENT],
      ...changed,
    },
  ],
});

describe('incoming', () => {
  it('passes an invitation with its events and the properties of its links', () => {
    expect(incoming(reviewOf({}))).toEqual(reviewOf({}));
    expect(
      incoming(reviewOf({ events: [{ ...EVENT, organizer: null, visibility: null, sequence: null }] })),
    ).not.toBe(null);
  });

  it.each<[string, Partial<Invitation>]>([
    ['too many events', { events: new Array<CalendarEvent>(51).fill(EVENT) }],
    ['too many attendees', { events: [{ ...EVENT, attendees: new Array(2_001).fill(JAN) }] }],
    ['a name that is too long', { events: [{ ...EVENT, organizer: { ...JAN, name: 'a'.repeat(201) } }] }],
    [
      'an address that is too long',
      { events: [{ ...EVENT, attendees: [{ ...JAN, address: 'a'.repeat(255) }] }] },
    ],
    ['too many recipients', { recipients: new Array(2_001).fill(JAN) }],
    ['too many labels', { labels: new Array(51).fill({ carrier: 'chip', text: 'Intern' }) }],
    ['a label that is too long', { labels: [{ carrier: 'chip', text: 'a'.repeat(20_001) }] }],
    ['a sequence that is no number', { events: [{ ...EVENT, sequence: Number.NaN }] }],
  ])('refuses %s', (_, changed) => {
    expect(incoming(reviewOf(changed))).toBe(null);
  });
});
