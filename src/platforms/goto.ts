import { plainHost } from '../links/hosts.ts';
import type { DialInState } from '../model.ts';
import {
  dialInFrom,
  type JoinLink,
  type Platform,
  passcodeIfSeen,
  phoneIfSeen,
  segments,
} from './platform.ts';

// facts/meeting-links.md section 6 (S) and section 1 (gotomeet.me is permanent [I]).

const ID = /^\d{9}$/;
/** A name that a person chose; it begins with a letter, so that no number of another length passes for one. */
const NAME = /^[a-z][\w.-]{2,63}$/i;
/** Pages on meet.goto.com and gotomeet.me that are nobody's room. */
const PAGES =
  /^(?:about|account|api|app|apps|assets|blog|contact|download|downloads|en|faq|features|help|home|install|join|legal|login|logout|meet|meeting|meetings|openerbinaries|pricing|privacy|register|robots\.txt|settings|signin|signup|static|status|support|terms|test|trial)$/i;
/** The number of a webinar, and that of one registrant. */
const WEBINAR = /^\d{8,20}$/;

function meeting(id: string): JoinLink {
  return { key: `meeting:${id}`, tenant: null, id, room: 'one-off', opensWithoutTyping: false };
}

/** `<name>`, or `<name>/<room>` where one person has several. */
function named(path: readonly string[]): JoinLink | null {
  const [first, second] = path;
  if (first === undefined || path.length > 2 || PAGES.test(first) || !NAME.test(first)) return null;
  if (second !== undefined && !/^[\w.-]{1,64}$/.test(second)) return null;
  const id = path.join('/');
  return {
    key: `room:${id.toLowerCase()}`,
    tenant: null,
    id,
    room: 'permanent',
    opensWithoutTyping: false,
  };
}

function recognise(url: URL): JoinLink | null {
  const host = plainHost(url);
  const path = segments(url);
  const [first, second, third] = path;
  switch (host) {
    case 'meet.goto.com':
      return path.length === 1 && ID.test(first ?? '') ? meeting(first ?? '') : named(path);
    case 'gotomeet.me':
    case 'www.gotomeet.me':
      return named(path);
    case 'app.goto.com':
      return (first === 'meet' || first === 'meeting') && path.length === 2 && ID.test(second ?? '')
        ? meeting(second ?? '')
        : null;
    case 'global.gotowebinar.com':
    case 'attendee.gotowebinar.com':
      // The second number is one registrant's: who has the link is let in as that person.
      return first === 'join' &&
        path.length === 3 &&
        WEBINAR.test(second ?? '') &&
        /^\d{3,20}$/.test(third ?? '')
        ? {
            key: `webinar:${second}`,
            tenant: null,
            id: second ?? null,
            room: 'one-off',
            opensWithoutTyping: true,
            personalLink: 'participant',
          }
        : null;
    case 'gotowebinar.com':
    case 'www.gotowebinar.com':
      return first === 'join' && path.length === 2 && WEBINAR.test(second ?? '')
        ? { ...meeting(second ?? ''), key: `webinar:${second}` }
        : null;
    default:
      return first === 'join' && path.length === 2 && ID.test(second ?? '') ? meeting(second ?? '') : null;
  }
}

/** `,,<access code>#`, as GoTo writes it behind "One-touch": the access code is the meeting's number. */
function fromDialString(keys: string): DialInState | null {
  return /^,+\d{9}#/.test(keys) ? 'open' : null;
}

export const goto: Platform = {
  id: 'goto',
  name: 'GoTo Meeting',
  hosts: [
    'meet.goto.com',
    'app.goto.com',
    'gotomeeting.com',
    '*.gotomeeting.com',
    'gotomeet.me',
    'www.gotomeet.me',
    'global.gotowebinar.com',
    'attendee.gotowebinar.com',
    'gotowebinar.com',
    'www.gotowebinar.com',
  ],
  recognise,
  // An organiser may set a password, which GoTo does not write into the invitation (support.goto.com, "How do I add a
  // password to my meeting?"): none seen proves nothing.
  passcode: passcodeIfSeen,
  dialIn(evidence, link) {
    if (link.key.startsWith('webinar:')) return phoneIfSeen(evidence);
    return dialInFrom(evidence, fromDialString, () => {
      if (evidence.phonePasscode || evidence.passcodeBesidePhone) return 'unknown';
      return evidence.pin ? 'unknown' : 'open';
    });
  },
  numberIn: (keys) => /^,+(\d{9})#/.exec(keys)?.[1] ?? null,
  examples: [
    { link: 'https://www.gotowebinar.com/join/551209337', id: '551209337', room: 'one-off' },
    {
      link: 'https://attendee.gotowebinar.com/join/5512093371234567890/123456789',
      personalLink: 'participant',
    },
    {
      link: 'https://meet.goto.com/123456789',
      id: '123456789',
      room: 'one-off',
      tenant: null,
      opensWithoutTyping: false,
    },
    { link: 'https://meet.goto.com/jandevries', id: 'jandevries', room: 'permanent' },
    { link: 'https://meet.goto.com/jandevries/overleg', id: 'jandevries/overleg', room: 'permanent' },
    { link: 'https://global.gotomeeting.com/join/123456789', id: '123456789', room: 'one-off' },
    { link: 'https://www.gotomeeting.com/join/123456789', id: '123456789' },
    { link: 'https://app.goto.com/meeting/123456789', id: '123456789' },
    { link: 'https://app.goto.com/meet/123456789', id: '123456789' },
    { link: 'https://gotomeet.me/JanDeVries', id: 'JanDeVries', room: 'permanent' },
    { link: 'https://www.gotomeet.me/JanDeVries/raad', id: 'JanDeVries/raad', room: 'permanent' },
    {
      link: 'https://global.gotowebinar.com/join/1234567890123456789/987654321',
      id: '1234567890123456789',
      opensWithoutTyping: true,
      personalLink: 'participant',
    },
  ],
  counterexamples: [
    { link: 'https://meet.goto.com/', why: 'the start page' },
    {
      link: 'https://meet.goto.com/openerbinaries/564/GoToOpenerMultiUser.msi',
      why: 'a program to download',
    },
    { link: 'https://meet.goto.com/install', why: 'a page about installing' },
    { link: 'https://meet.goto.com/1234', why: 'a number that is too short' },
    { link: 'https://www.goto.com/', why: 'the maker’s start page' },
    { link: 'https://www.goto.com/pricing/meeting', why: 'prices' },
    { link: 'https://support.goto.com/meeting/help/join-a-meeting', why: 'help' },
    { link: 'https://app.goto.com/meetings', why: 'the list of one’s meetings' },
    { link: 'https://www.gotomeeting.com/features', why: 'a page about the product' },
    { link: 'https://global.gotomeeting.com/', why: 'the start page' },
    { link: 'https://transcripts.gotomeeting.com/#/s/0a1b2c3d', why: 'a recording with its text' },
    { link: 'https://attendee.gotowebinar.com/register/1234567890123456789', why: 'a registration' },
    { link: 'https://attendee.gotowebinar.com/rt/1234567890123456789', why: 'a registration for a series' },
    { link: 'https://attendee.gotowebinar.com/recording/1234567890123456789', why: 'a recording' },
    {
      link: 'https://global.gotowebinar.com/join/1234567890123456789',
      why: 'a webinar without a registrant',
    },
    { link: 'https://gotomeet.me/', why: 'the start page' },
    { link: 'https://meet.goto.com.evil.example/123456789', why: 'another domain that begins with the host' },
  ],
};
