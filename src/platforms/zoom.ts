import { hostIsIn, plainHost } from '../links/hosts.ts';
import { decodedOnce, parameter } from '../links/parameters.ts';
import type { DialInState, PersonalLink, Room } from '../model.ts';
import { dialInFrom, type JoinLink, type Platform, passcodeFromTextAndLink, segments } from './platform.ts';

// facts/meeting-links.md section 3; S and S° unless a line says otherwise.

const GOVERNMENT = ['zoomgov.com', '*.zoomgov.com'];
const HOSTS = [
  'zoom.us',
  '*.zoom.us',
  'zoom.com',
  '*.zoom.com',
  'zoom.com.cn',
  '*.zoom.com.cn',
  '*.zoom-x.de',
  ...GOVERNMENT,
];
const SCHEMES = ['zoommtg', 'zoomus'];

/** 9 to 11 digits, as a person may have written them: "845 1234 5678", "845-1234-5678", "84512345678." */
const ID = /^\d(?:[\s+\u2010-\u2013-]?\d){8,10}(?![\p{L}\d_]|[\s+\u2010-\u2013-]\d)/u;
const NAME = /^[\w.-]{1,64}$/;
/** Zoom's own labels and data centres; every other first label is an account's vanity name, which is a claim, not proof. */
const DATA_CENTRE = /^(?:[a-z]{2}\d\dweb|(?:us|eu)\d\d)$/;
const OWN = new Set([
  'api',
  'app',
  'applications',
  'blog',
  'community',
  'developers',
  'docs',
  'events',
  'explore',
  'go',
  'learning',
  'marketplace',
  'partner',
  'status',
  'success',
  'support',
  'trust',
  'www',
]);

function accountOf(host: string): string | null {
  const label = /^([a-z0-9-]+)\.(?:zoom\.us|zoom\.com|zoom\.com\.cn|zoomgov\.com|zoom-x\.de)$/.exec(
    host,
  )?.[1];
  return label === undefined || DATA_CENTRE.test(label) || OWN.has(label) ? null : label;
}

/**
 * Ten digits are a Personal Meeting ID (or a meeting of early 2020); 9 and 11 are made for one meeting or series. In the cloud of
 * the US government all numbers have ten digits (public links: 160…, 161…), so that they tell nothing there.
 */
function roomOf(id: string, host: string): Room {
  if (id.length !== 10) return 'one-off';
  return hostIsIn(host, GOVERNMENT) ? 'unknown' : 'personal';
}

/** "zoommtg://zoom.us/join?confno=…": an address that only Zoom's program opens. */
function isNative(url: URL): boolean {
  return SCHEMES.includes(url.protocol.slice(0, -1));
}

/** What an address names, before its parameters are read. */
interface Named {
  /** As written. */
  meeting: string | null;
  /** `/my/<name>`. */
  name?: string;
  /** The link is the host's own: it starts the meeting. */
  starts?: true;
  /** `/p/<digits>` is only recalled to be a personal link [R]. */
  personalIfTenDigits?: true;
}

function named(url: URL): Named {
  const path = segments(url);
  const [first, second] = path.map((part) => part.toLowerCase());
  const [, name, third] = path;
  if (isNative(url)) {
    const meeting = path.length === 1 ? parameter(url.search, 'confno') : null;
    return first === 'start' ? { meeting, starts: true } : { meeting: first === 'join' ? meeting : null };
  }
  switch (first) {
    case 'my':
      return name === undefined ? { meeting: null } : { meeting: null, name: decodedOnce(name) };
    case 'j':
    case 'w':
      return { meeting: name ?? null };
    case 's':
      return { meeting: name ?? null, starts: true };
    case 'p':
      return { meeting: name ?? null, personalIfTenDigits: true };
    // The old join link [R]. What has more parts is the host's page or a calendar file.
    case 'meeting':
      return { meeting: path.length === 2 ? (name ?? null) : null };
    case 'wc':
      if (second === 'join') return { meeting: third ?? null };
      if (third === 'start') return { meeting: name ?? null, starts: true };
      return { meeting: third === 'join' ? (name ?? null) : null };
    case 'launch':
      return { meeting: second === 'jc' ? (third ?? null) : null };
    default:
      return { meeting: null };
  }
}

function recognise(url: URL): JoinLink | null {
  const host = plainHost(url);
  // For an address of Zoom's program nobody has looked at the host yet, and it decides where the program connects.
  if (isNative(url) && !hostIsIn(host, HOSTS)) return null;
  const tenant = accountOf(host);
  const { meeting, name, starts, personalIfTenDigits } = named(url);
  const written = decodedOnce(meeting ?? '');
  // A gateway may leave the question mark encoded: "/j/84512345678%3Fpwd%3D…".
  const query = url.search === '' ? written.slice(written.indexOf('?') + 1) : url.search;
  const has = (secret: string): boolean => (parameter(query, secret) ?? '') !== '';

  // `zak` is the host's token, `tk` one registrant's; either stands for the passcode [R].
  const opensWithoutTyping = has('pwd') || has('tk') || has('zak');
  const owner: PersonalLink | null =
    starts === true || has('zak') ? 'host' : has('tk') ? 'participant' : null;
  const personal = owner === null ? {} : { personalLink: owner };

  if (name !== undefined && NAME.test(name)) {
    return {
      key: `my:${name.toLowerCase()}`,
      tenant,
      id: name,
      room: 'personal',
      opensWithoutTyping,
      ...personal,
    };
  }
  const id = ID.exec(written)?.[0].replace(/\D/g, '');
  if (id === undefined) return null;
  const room = roomOf(id, host);
  return {
    key: `meeting:${id}`,
    tenant,
    id,
    room: personalIfTenDigits === true && room !== 'personal' ? 'unknown' : room,
    opensWithoutTyping,
    ...personal,
  };
}

/**
 * `,,<id>#` asks nothing, also with the empty participant number or the "0" that old forms put after it. Any other digits are the
 * passcode: `,,<id>#,,,,*<passcode>#`, `,,<id>#,,,,,,0#,,<passcode>#`. A "*" whose digits somebody took out tells nothing.
 */
function fromDialString(keys: string): DialInState | null {
  const match = /^,+\d{9,11}(?:#(.*)|,*)$/.exec(keys);
  if (match === null) return null;
  const rest = match[1] ?? '';
  if (rest.split(/[^\d]+/).some((digits) => digits !== '' && digits !== '0')) return 'protected';
  return rest.includes('*') ? 'unknown' : 'open';
}

export const zoom: Platform = {
  id: 'zoom',
  name: 'Zoom',
  hosts: HOSTS,
  schemes: SCHEMES,
  recognise,
  tenant: accountOf,
  // A personal room's links may look like any other; Zoom then names the room in the topic.
  room: (evidence, link) => (evidence.personalRoom ? 'personal' : link.room),
  // `pwd=` is not the passcode of the text; the passcode is absent when neither is there.
  passcode: passcodeFromTextAndLink,
  dialIn(evidence, link) {
    return dialInFrom(evidence, fromDialString, () => {
      if (evidence.passcodeBesidePhone || evidence.phonePasscode) return 'protected';
      return evidence.passcode === 'none' && !link.opensWithoutTyping ? 'open' : 'unknown';
    });
  },
  examples: [
    {
      link: 'https://zoom.us/j/84512345678',
      id: '84512345678',
      room: 'one-off',
      tenant: null,
      opensWithoutTyping: false,
    },
    { link: 'https://zoom.us/j/123456789', id: '123456789', room: 'one-off' },
    {
      link: 'https://us02web.zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1',
      tenant: null,
      opensWithoutTyping: true,
    },
    {
      link: 'https://examplestad.zoom.us/j/84512345678?pwd=',
      tenant: 'examplestad',
      opensWithoutTyping: false,
    },
    { link: 'https://ZOOM.US/J/84512345678?omn=91234567890#success', id: '84512345678', tenant: null },
    { link: 'https://eu01web.zoom.us/j/84512345678', tenant: null },
    { link: 'https://examplestad.zoom.com/j/84512345678', tenant: 'examplestad' },
    { link: 'https://zoom.com/j/84512345678', tenant: null },
    { link: 'https://zoom.com.cn/j/84512345678', tenant: null },
    { link: 'https://examplestad.zoom.com.cn/j/84512345678', tenant: 'examplestad' },
    { link: 'https://zoom.us/j/845%201234%205678', id: '84512345678' },
    { link: 'https://zoom.us/j/845-1234-5678?pwd=bVpKc1RkZz09.1', id: '84512345678', room: 'one-off' },
    { link: 'https://zoom.us/j/84512345678.', id: '84512345678' },
    { link: 'https://zoom.us/j/84512345678)', id: '84512345678' },
    { link: 'https://zoom.us/j/84512345678/', id: '84512345678' },
    { link: 'https://zoom.us/j/84512345678#success', id: '84512345678' },
    {
      link: 'https://zoom.us/j/84512345678%3Fpwd%3DbVpKc1RkZz09.1',
      id: '84512345678',
      opensWithoutTyping: true,
    },
    { link: 'https://zoom.us/j/4512345678', id: '4512345678', room: 'personal' },
    { link: 'https://zoom.us/my/jan.devries', id: 'jan.devries', room: 'personal' },
    {
      link: 'https://examplestad.zoom.us/my/jan.devries?pwd=bVpKc1RkZz09',
      tenant: 'examplestad',
      room: 'personal',
      opensWithoutTyping: true,
    },
    { link: 'https://zoom.us/p/4512345678', room: 'personal' },
    { link: 'https://zoom.us/p/84512345678', id: '84512345678', room: 'unknown' },
    { link: 'https://zoom.us/s/84512345678', id: '84512345678', personalLink: 'host' },
    {
      link: 'https://zoom.us/s/84512345678?zak=eyJ0',
      id: '84512345678',
      personalLink: 'host',
      opensWithoutTyping: true,
    },
    { link: 'https://zoom.us/j/84512345678?zak=eyJ0&tk=abc', personalLink: 'host' },
    { link: 'https://zoom.us/w/84512345678?tk=abc', opensWithoutTyping: true, personalLink: 'participant' },
    {
      link: 'https://us06web.zoom.us/w/84512345678?tk=abc&pwd=bVpKc1RkZz09.1&uuid=WN_x',
      personalLink: 'participant',
    },
    { link: 'https://zoom.us/j/84512345678?tk=abc', personalLink: 'participant' },
    { link: 'https://zoom.us/w/84512345678?tk=', opensWithoutTyping: false },
    { link: 'https://zoom.us/wc/join/84512345678', id: '84512345678' },
    {
      link: 'https://app.zoom.us/wc/84512345678/join?fromPWA=1&pwd=bVpKc1RkZz09.1',
      id: '84512345678',
      tenant: null,
      opensWithoutTyping: true,
    },
    { link: 'https://app.zoom.us/wc/84512345678/start', id: '84512345678', personalLink: 'host' },
    { link: 'https://zoom.us/launch/jc/84512345678', id: '84512345678' },
    { link: 'https://zoom.us/meeting/84512345678', id: '84512345678' },
    { link: 'https://zoomgov.com/j/1612345678', tenant: null },
    { link: 'https://agency.zoomgov.com/j/1612345678', tenant: 'agency', room: 'unknown' },
    { link: 'https://bund.zoom-x.de/j/61234567890', tenant: 'bund' },
    {
      link: 'zoommtg://zoom.us/join?action=join&confno=84512345678&pwd=bVpKc1RkZz09.1&uname=Jan',
      id: '84512345678',
      tenant: null,
      opensWithoutTyping: true,
    },
    {
      link: 'zoomus://examplestad.zoom.us/join?confno=845-1234-5678',
      id: '84512345678',
      tenant: 'examplestad',
    },
    {
      link: 'zoommtg://zoom.us/start?confno=84512345678&zak=eyJ0',
      id: '84512345678',
      personalLink: 'host',
      opensWithoutTyping: true,
    },
  ],
  counterexamples: [
    { link: 'https://us02web.zoom.us/u/kbVnAbCdE', why: 'the list of phone numbers' },
    { link: 'https://zoom.us/rec/share/abc', why: 'a recording' },
    { link: 'https://zoom.us/rec/play/84512345678', why: 'a recording' },
    { link: 'https://zoom.us/download', why: 'the download page' },
    { link: 'https://zoom.us/pricing', why: 'prices' },
    { link: 'https://zoom.us/account', why: 'the account' },
    { link: 'https://zoom.us/profile/setting', why: 'a person’s settings' },
    { link: 'https://zoom.us/join', why: 'the page on which to type a number' },
    { link: 'https://zoom.us/test', why: 'the test meeting' },
    { link: 'https://zoom.us/postattendee?mn=abc', why: 'the page after the meeting' },
    { link: 'https://zoom.us/calendar/day', why: 'a calendar' },
    { link: 'https://zoom.us/docs/en-us/privacy.html', why: 'a document' },
    { link: 'https://docs.zoom.us/doc/84512345678', why: 'a document' },
    { link: 'https://zoom.us/webinar/register/WN_abc', why: 'a registration' },
    { link: 'https://zoom.us/webinar/register/84512345678', why: 'a registration' },
    { link: 'https://zoom.us/meeting/register/tJ0abc', why: 'a registration' },
    { link: 'https://zoom.us/meeting/84512345678/ics?icsToken=abc', why: 'a calendar file' },
    { link: 'https://zoom.us/meeting/84512345678/edit', why: 'the host’s page' },
    { link: 'https://events.zoom.us/ev/AbCdEfGh', why: 'an event’s page' },
    { link: 'https://support.zoom.com/hc/en/article?id=zm_kb', why: 'help' },
    { link: 'https://support.zoom.us/hc/en-us/articles/201362233', why: 'help' },
    { link: 'https://marketplace.zoom.us/apps/84512345678', why: 'the shop' },
    { link: 'https://developers.zoom.us/docs/meeting-sdk/', why: 'for developers' },
    { link: 'https://zoom.us/j/84512345', why: 'eight digits are no meeting' },
    { link: 'https://zoom.us/j/845123456789', why: 'twelve digits are no meeting' },
    { link: 'https://zoom.us/j/84512345678abc', why: 'a name, not a number' },
    { link: 'https://zoom.us/my/', why: 'no name' },
    { link: 'https://zoom-x.de/', why: 'the product’s site' },
    { link: 'https://www.zoomland.example/j/84512345678', why: 'a company that is not Zoom' },
    { link: 'https://zoom.us.evil.example/j/84512345678', why: 'another domain that begins with zoom.us' },
    { link: 'https://evilzoom.us/j/84512345678', why: 'another domain that ends with the same letters' },
    {
      link: 'zoommtg://zoom.us.evil.example/join?confno=84512345678',
      why: 'Zoom’s program, sent to another host',
    },
    { link: 'zoommtg://zoom.us@evil.example/join?confno=84512345678', why: 'user-info before another host' },
    { link: 'zoommtg://evil.example/start?confno=84512345678', why: 'Zoom’s program, sent to another host' },
    { link: 'zoommtg:join?confno=84512345678', why: 'an address that names no host' },
    { link: 'zoommtg://zoom.us/settings?confno=84512345678', why: 'no meeting is joined' },
    { link: 'zoommtg://zoom.us/start', why: 'no meeting is named' },
  ],
};
