import { plainHost } from '../links/hosts.ts';
import { decodedOnce } from '../links/parameters.ts';
import { dialInFrom, type JoinLink, noPasscodeByDesign, type Platform, segments } from './platform.ts';

// facts/meeting-links.md section 5; S and S° unless a line says otherwise.

/** 3-4-3 letters; punctuation of the sentence around may follow. */
const CODE = /^([a-z]{3}-[a-z]{4}-[a-z]{3})(?![\p{L}\d_-])/u;
const NICKNAME = /^[\w.-]{1,64}$/;
const STREAM = /^[\w-]{6,128}$/;

function recognise(url: URL): JoinLink | null {
  const path = segments(url);
  const [first, second] = path;
  switch (plainHost(url)) {
    // The list of phone numbers; its address names the meeting, and its `pin` is for callers.
    case 'tel.meet':
      return path.length === 1 ? numbersOf(first) : null;
    case 'stream.meet.google.com':
      return path.length === 2 && first === 'stream' ? stream(second) : null;
    // Google's short form of a nickname or code [R].
    case 'g.co':
      return path.length === 2 && first === 'meet' ? (coded(second) ?? nicknamed(second)) : null;
    default:
      return first === '_meet' ? room(path.slice(1)) : room(path);
  }
}

function room(path: readonly string[]): JoinLink | null {
  const [first, second] = path;
  if (path.length === 1) return coded(first);
  if (path.length !== 2) return null;
  // "append the meeting code to https://meet.google.com/tel/" (Google's Meet API guide): the same list as tel.meet.
  if (first === 'tel') return numbersOf(second);
  return first === 'lookup' ? nicknamed(second) : null;
}

/** Meet takes a code in capitals too. */
function coded(part: string | undefined): JoinLink | null {
  const id = CODE.exec(decodedOnce(part ?? '').toLowerCase())?.[1];
  if (id === undefined) return null;
  return { key: `code:${id}`, tenant: null, id, room: 'one-off', opensWithoutTyping: false };
}

/** Meet makes a PIN for each meeting that has a phone line. */
function numbersOf(part: string | undefined): JoinLink | null {
  const link = coded(part);
  return link === null ? null : { ...link, joins: false, dialIn: 'pin' };
}

/** A nickname stays with the organisation [R]. */
function nicknamed(part: string | undefined): JoinLink | null {
  const id = decodedOnce(part ?? '').toLowerCase();
  if (!NICKNAME.test(id)) return null;
  return { key: `nickname:${id}`, tenant: null, id, room: 'permanent', opensWithoutTyping: false };
}

/** For people who only watch. Whether one token serves a whole series is not known. */
function stream(token: string | undefined): JoinLink | null {
  if (token === undefined || !STREAM.test(token)) return null;
  return { key: `stream:${token}`, tenant: null, id: null, room: 'unknown', opensWithoutTyping: false };
}

export const meet: Platform = {
  id: 'meet',
  name: 'Google Meet',
  hosts: ['meet.google.com', 'stream.meet.google.com', 'tel.meet', 'g.co'],
  recognise,
  passcode: noPasscodeByDesign,
  // Meet makes a PIN for each meeting (sections 1 and 5); the phone is never without one.
  dialIn: (evidence) =>
    evidence.pin
      ? 'pin'
      : dialInFrom(
          evidence,
          () => 'pin',
          () => 'pin',
        ),
  examples: [
    {
      link: 'https://meet.google.com/abc-defg-hij',
      id: 'abc-defg-hij',
      room: 'one-off',
      tenant: null,
      opensWithoutTyping: false,
    },
    { link: 'http://meet.google.com/abc-defg-hij?authuser=0&hs=122&pli=1', id: 'abc-defg-hij' },
    { link: 'https://Meet.Google.com/ABC-DEFG-HIJ', id: 'abc-defg-hij' },
    { link: 'https://meet.google.com/abc-defg-hij/', id: 'abc-defg-hij' },
    { link: 'https://meet.google.com/abc-defg-hij).', id: 'abc-defg-hij' },
    { link: 'https://meet.google.com/_meet/abc-defg-hij?authuser=0', id: 'abc-defg-hij' },
    { link: 'https://meet.google.com/lookup/Staf-Overleg', id: 'staf-overleg', room: 'permanent' },
    { link: 'https://meet.google.com/_meet/lookup/staf-overleg', id: 'staf-overleg', room: 'permanent' },
    { link: 'https://g.co/meet/staf-overleg', id: 'staf-overleg', room: 'permanent' },
    { link: 'https://g.co/meet/abc-defg-hij', id: 'abc-defg-hij', room: 'one-off' },
    {
      link: 'https://stream.meet.google.com/stream/0a1b2c3d-0000-4000-8000-00000000abcd',
      id: null,
      room: 'unknown',
    },
    {
      link: 'https://tel.meet/abc-defg-hij?pin=1234567890123&hs=7',
      id: 'abc-defg-hij',
      joins: false,
      dialIn: 'pin',
    },
    { link: 'https://meet.google.com/tel/abc-defg-hij?hs=1', id: 'abc-defg-hij', joins: false },
  ],
  counterexamples: [
    { link: 'https://meet.google.com/landing', why: 'the start page' },
    { link: 'https://meet.google.com/landing?authuser=0', why: 'the start page' },
    { link: 'https://meet.google.com/about', why: 'about the product' },
    { link: 'https://meet.google.com/new', why: 'a button for a new meeting' },
    { link: 'https://meet.google.com/', why: 'the start page' },
    { link: 'https://meet.google.com/lookup/', why: 'no room is named' },
    { link: 'https://meet.google.com/attendance', why: 'a word of ten letters' },
    { link: 'https://meet.google.com/abc-defg-hijk', why: 'four letters at the end' },
    { link: 'https://meet.google.com/ab1-defg-hij', why: 'a digit' },
    { link: 'https://meet.google.com/abc-defg-hij/event', why: 'a page below' },
    { link: 'https://meet.google.com/tel/123', why: 'no code' },
    { link: 'https://meet.google.com/linkredirect?dest=https://evil.example/', why: 'an open redirect' },
    {
      link: 'https://meet.google.com/linkredirect?authuser=0&dest=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij',
      why: 'an open redirect; who unwraps it judges what is inside',
    },
    { link: 'https://stream.meet.google.com/', why: 'no stream is named' },
    { link: 'https://stream.meet.google.com/abc-defg-hij', why: 'no stream is named' },
    { link: 'https://tel.meet/', why: 'no meeting is named' },
    { link: 'https://g.co/kgs/AbCdEf', why: 'another short link of Google’s' },
    { link: 'https://g.co/meet', why: 'the product’s page' },
    { link: 'https://support.google.com/meet/answer/9282720', why: 'help' },
    { link: 'https://workspace.google.com/meet/abc-defg-hij', why: 'a page about the product' },
    { link: 'https://apps.google.com/meet/', why: 'the product’s page' },
    {
      link: 'https://meet.google.com.evil.example/abc-defg-hij',
      why: 'another domain that begins with the host',
    },
    { link: 'https://tel.meet.evil.example/abc-defg-hij', why: 'another domain that begins with the host' },
  ],
};
