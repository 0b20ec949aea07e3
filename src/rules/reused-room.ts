import type { Invitation, Marking, Meeting } from '../model.ts';
import { platformName } from '../platforms/recognise.ts';
import { RESTRICTED } from './levels.ts';
import { forEachMeeting, type Rule } from './rule.ts';

const MARKED = 'Stg. CONFIDENTIEEL overleg';
const CONFIDENTIEEL: Marking = {
  scheme: 'nl-virbi',
  level: 'stg-c',
  rank: 30,
  text: 'Stg. CONFIDENTIEEL',
  foundIn: 'title',
};
const ZOOM = 'https://zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1';

/** One link for every time. What a quoted mail invites to is not what this calendar plans. */
function isInSeries({ timing, quoted }: Meeting, { events, seen }: Invitation): boolean {
  return (
    timing?.lastOccurrence === 'never' ||
    seen?.recurring === true ||
    (!quoted && events.some(({ recurring, cancelled }) => recurring && !cancelled))
  );
}

export const reusedRoom: Rule = {
  id: 'reused-room',
  level: 'warn',
  // Every weekly talk is a series: it matters where the talk is sensitive.
  below: { rank: RESTRICTED, level: 'off' },
  source: {
    title:
      'ASD, Web conferencing security, "Establish meetings securely": change the credentials of meetings that recur',
    date: 'n.d.',
    url: 'https://www.cyber.gov.au/publications/web-conferencing-security',
  },
  check: (situation) =>
    forEachMeeting(situation, (meeting) => {
      const stays = meeting.room === 'permanent' || meeting.room === 'personal';
      if (!stays && !isInSeries(meeting, situation.invitation)) return null;
      return {
        substitutions: [platformName(meeting.platform)],
        ...(stays ? {} : { variant: 'in-series' }),
      };
    }),
  cases: [
    {
      name: 'a personal room for something marked',
      title: MARKED,
      text: 'https://examplestad.webex.com/meet/j.devries',
      finds: ['warn'],
    },
    {
      name: 'a named room for something marked',
      title: MARKED,
      text: 'https://meet.jit.si/OverlegFinancien\nPassword: geheim123\n',
      finds: 1,
    },
    {
      name: 'a room whose id was generated stays, too',
      title: MARKED,
      text: 'https://bbb.example.org/b/jan-x7k-2fp-9qd',
      finds: 1,
    },
    { name: 'a series without an end', title: MARKED, text: ZOOM, lastOccurrence: 'never', finds: ['warn'] },
    {
      name: 'a series that ends',
      title: MARKED,
      text: ZOOM,
      lastOccurrence: '2026-12-14T09:00:00Z',
      event: { recurring: true },
      finds: 1,
    },
    {
      name: 'once a meeting: a permanent room in a series',
      title: MARKED,
      text: 'https://zoom.us/my/jan.devries',
      lastOccurrence: 'never',
      event: { recurring: true },
      finds: 1,
    },
    {
      name: 'the page of a series',
      text: ZOOM,
      surface: 'join',
      seen: { marking: CONFIDENTIEEL, recurring: true },
      finds: 1,
    },
    {
      name: 'the page of one meeting',
      text: ZOOM,
      surface: 'join',
      seen: { marking: CONFIDENTIEEL },
      finds: 0,
    },
    {
      name: 'one meeting, once',
      title: MARKED,
      text: ZOOM,
      lastOccurrence: '2026-12-14T09:00:00Z',
      event: { recurring: false },
      finds: 0,
    },
    {
      name: 'a series that is cancelled',
      title: MARKED,
      text: ZOOM,
      event: { recurring: true, cancelled: true },
      finds: 0,
    },
    {
      name: 'an older invitation below a series',
      title: MARKED,
      text: `See below.\n\n> Join Zoom Meeting\n> ${ZOOM}\n`,
      event: { recurring: true },
      finds: 0,
    },
    {
      name: 'nobody marked it',
      text: 'https://examplestad.webex.com/meet/j.devries',
      lastOccurrence: 'never',
      finds: 0,
    },
    {
      name: 'a low marking of the organisation’s own',
      title: '[Intern] overleg',
      text: ZOOM,
      lastOccurrence: 'never',
      policy: { labels: [{ id: 'intern', names: ['Intern'], rank: 10 }] },
      finds: 0,
    },
    {
      name: 'the policy wants to hear it always',
      text: ZOOM,
      lastOccurrence: 'never',
      policy: { rules: [{ rule: 'reused-room', level: 'inform' }] },
      finds: ['inform'],
    },
  ],
};
