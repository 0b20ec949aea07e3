import { plainHost } from '../links/hosts.ts';
import { parameter } from '../links/parameters.ts';
import type { DialInState } from '../model.ts';
import { dialInFrom, type JoinLink, type Platform, passcodeFromTextAndLink, segments } from './platform.ts';

// facts/meeting-links.md section 6 (S°).

const KEY = /^\d{8,14}$/;
/** The short links of today's Zoho Meeting, seen in public invitations: "nYR58cvKgx", or "abcd-efg-hij". */
const SHORT = /^(?:(?=[a-z]*[A-Z0-9])[A-Za-z0-9]{10}|[a-z]{4}-[a-z]{3}-[a-z]{3})$/;

/** Zoho's data centres, each with its own ending. */
const ENDINGS = ['com', 'eu', 'in', 'com.au', 'com.cn', 'jp', 'sa', 'uk', 'ca', 'ae'];
const ZOHO = [...ENDINGS.map((ending) => `zoho.${ending}`), 'zohocloud.ca'];

function recognise(url: URL): JoinLink | null {
  const path = segments(url);
  const [first, second] = path;
  const link = (key: string, more?: Pick<JoinLink, 'personalLink'>): JoinLink => ({
    key: `meeting:${key}`,
    tenant: null,
    id: key,
    room: 'one-off',
    opensWithoutTyping: false,
    ...more,
  });
  if (plainHost(url).startsWith('meet.')) {
    if (path.length !== 1 || first === undefined || !SHORT.test(first)) return null;
    // A personal room has such a link, too (help.zoho.com, "Personal meeting room").
    return { ...link(first), key: `short:${first}`, room: 'unknown' };
  }
  const key = parameter(url.search, 'key') ?? '';
  if (path.length === 1 && first === 'join') return KEY.test(key) ? link(key) : null;
  if (path.length !== 2 || first !== 'meeting' || second === undefined) return null;
  if (second === 'join') return KEY.test(key) ? link(key) : null;
  // Zoho's interface gives this link to the organiser's program; mailed on, it shows the meeting as its host has it.
  if (second === 'meeting-start') return KEY.test(key) ? link(key, { personalLink: 'host' }) : null;
  return KEY.test(second) ? link(second) : null;
}

/** `,,<key>#`. Other forms were not seen. */
function fromDialString(keys: string, id: string | null): DialInState | null {
  const dialled = /^,+(\d{8,14})#(?:,+(\d+)#)?/.exec(keys);
  if (dialled === null) return null;
  if (dialled[2] !== undefined) return 'protected';
  return dialled[1] === id ? 'open' : 'unknown';
}

export const zoho: Platform = {
  id: 'zoho',
  name: 'Zoho Meeting',
  hosts: ZOHO.flatMap((domain) => [`meeting.${domain}`, `meet.${domain}`]),
  recognise,
  passcode(evidence, link) {
    const state = passcodeFromTextAndLink(evidence, link);
    // Zoho writes the password into its own invitation. A link that somebody pasted into a mail proves nothing.
    return state === 'absent' && !evidence.wholeInvitation ? 'unknown' : state;
  },
  dialIn: (evidence, link) =>
    dialInFrom(
      evidence,
      (keys) => fromDialString(keys, link.id),
      () => 'unknown',
    ),
  examples: [
    {
      link: 'https://meeting.zoho.com/join?key=1234567890',
      id: '1234567890',
      room: 'one-off',
      tenant: null,
      opensWithoutTyping: false,
    },
    { link: 'https://meeting.zoho.eu/join?key=1234567890&lang=nl', id: '1234567890' },
    { link: 'https://meeting.zoho.in/meeting/1234567890', id: '1234567890' },
    { link: 'https://meeting.zoho.eu/meeting/join?key=1234567890', id: '1234567890' },
    {
      link: 'https://meeting.zoho.com.au/meeting/meeting-start?key=1234567890&x-meeting-org=7000000000',
      id: '1234567890',
      personalLink: 'host',
    },
    { link: 'https://meeting.zohocloud.ca/join?key=1234567890', id: '1234567890' },
    { link: 'https://meet.zoho.in/nYR58cvKgx', id: 'nYR58cvKgx', room: 'unknown' },
    { link: 'https://meet.zoho.eu/abcd-efg-hij', id: 'abcd-efg-hij', room: 'unknown' },
  ],
  counterexamples: [
    { link: 'https://www.zoho.com/meeting/', why: 'a page about the product' },
    { link: 'https://www.zoho.com/meeting/pricing.html', why: 'prices' },
    { link: 'https://zoho.com/meeting/features', why: 'a page about the product' },
    { link: 'https://meeting.zoho.com/', why: 'the start page' },
    { link: 'https://meeting.zoho.com/meeting', why: 'the list of one’s meetings' },
    { link: 'https://meeting.zoho.com/join', why: 'a form that asks for a number' },
    { link: 'https://meeting.zoho.com/meeting/register?sessionId=1234567890', why: 'a registration' },
    {
      link: 'https://meeting.zoho.in/meeting/public/videoprv?recordingId=0a1b2c3d&x-meeting-org=7000000000',
      why: 'a recording',
    },
    { link: 'https://meeting.zoho.com/meeting/videoprv?recordingId=0a1b2c3d', why: 'a recording' },
    { link: 'https://meeting.zoho.com/api/v2/7000000000/sessions.json', why: 'the interface for programs' },
    {
      link: 'https://meeting.zoho.com/meeting/7000000000/3764623000000012011/webinar/my-webinars/past',
      why: 'a dashboard',
    },
    { link: 'https://webinar.zoho.com/meeting/register?sessionId=1234567890', why: 'a registration' },
    { link: 'https://meet.zoho.com/', why: 'the start page' },
    { link: 'https://meet.zoho.com/enterprise', why: 'a page about the product' },
    { link: 'https://help.zoho.com/portal/en/kb/meeting', why: 'help' },
    {
      link: 'https://meeting.zoho.com.evil.example/join?key=1234567890',
      why: 'another domain that begins with the host',
    },
    {
      link: 'https://meeting.zoho.com.attacker.example/meeting/1234567890',
      why: 'another domain that begins with the host',
    },
  ],
};
