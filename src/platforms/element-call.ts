import { plainHost } from '../links/hosts.ts';
import { decodedOnce, parameter } from '../links/parameters.ts';
import { type JoinLink, noPasscodeByDesign, type Platform, phoneIfSeen, segments } from './platform.ts';
import { isPage } from './service.ts';

// facts/meeting-links.md section 6, and element-hq/element-call docs/url-params.md: the link for sharing is
// /room/#/<name>?roomId=!id:domain&password=<key>; /<name> alone is the old form, not encrypted.

const PAGES = /^(?:room|login|register|assets|api|public|config|index|home|help|about|privacy|terms|\..*)$/i;
const NAME = /^[\p{L}\p{N} ._~!:@+-]{1,200}$/u;
const FILE = /\.(?:html?|js|css|json|map|txt|xml|ico|png|jpe?g|svg|gif|wasm|mp3|ogg|woff2?)$/i;
const MATRIX_ROOM = /^![\w.~+/=-]{1,255}(?::[\w.:-]{1,255})?$/;

interface Fragment {
  name: string | null;
  roomId: string | null;
  password: string;
}

/** "#/staf?roomId=…": a path and a query behind the sign. */
function fragmentOf(url: URL): Fragment {
  const mark = url.hash.indexOf('?');
  const path = mark < 0 ? url.hash.slice(1) : url.hash.slice(1, mark);
  const query = mark < 0 ? '' : url.hash.slice(mark);
  const name = decodedOnce(path.replace(/^\//, '').replace(/\/$/, ''));
  const roomId = parameter(query, 'roomId') ?? '';
  return {
    name: NAME.test(name) ? name : null,
    roomId: MATRIX_ROOM.test(roomId) ? roomId : null,
    password: parameter(query, 'password') ?? '',
  };
}

function isRoomPage(url: URL): boolean {
  const path = segments(url);
  return path.length === 1 && path[0] === 'room';
}

function ofFragment(url: URL): JoinLink | null {
  const { name, roomId, password } = fragmentOf(url);
  if (name === null && roomId === null) return null;
  return {
    // The name need not be unique; the Matrix room is, everywhere.
    key: roomId === null ? `room:${plainHost(url)}/${(name ?? '').toLowerCase()}` : `matrix:${roomId}`,
    tenant: null,
    id: name,
    room: 'unknown',
    opensWithoutTyping: password !== '',
  };
}

function recognise(url: URL): JoinLink | null {
  if (isRoomPage(url)) return ofFragment(url);
  const path = segments(url).map(decodedOnce);
  const name = path[0];
  if (name === undefined || path.length !== 1) return null;
  if (PAGES.test(name) || isPage(name) || FILE.test(name) || !NAME.test(name)) return null;
  return {
    key: `room:${plainHost(url)}/${name.toLowerCase()}`,
    tenant: null,
    id: name,
    room: 'unknown',
    opensWithoutTyping: false,
  };
}

export const elementCall: Platform = {
  id: 'element-call',
  name: 'Element Call',
  hosts: ['call.element.io'],
  recognise,
  fingerprint: {
    hints: ['roomid='],
    recognise: (url) => (isRoomPage(url) && fragmentOf(url).roomId !== null ? ofFragment(url) : null),
  },
  // `password` is the key of the end-to-end encryption. There is no other: who has the link is in.
  passcode: noPasscodeByDesign,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://call.element.io/room/#/staf?password=abcDEF123&roomId=!a1b2:call.example.org',
      id: 'staf',
      tenant: null,
      room: 'unknown',
      opensWithoutTyping: true,
    },
    {
      link: 'https://call.element.io/room/#/staf?roomId=%21a1b2%3Acall.example.org',
      opensWithoutTyping: false,
    },
    { link: 'https://call.element.io/room#/staf?roomId=!a1b2:call.example.org&password=abc', id: 'staf' },
    { link: 'https://call.element.io/room/#?roomId=!a1b2:call.example.org&password=abc', id: null },
    { link: 'https://call.element.io/room/#/staf', id: 'staf' },
    { link: 'https://call.element.io/staf', id: 'staf', opensWithoutTyping: false },
    { link: 'https://call.examplestad.example/staf', id: 'staf', ownServer: true },
    { link: 'https://call.examplestad.example/room/#/staf', id: 'staf', ownServer: true },
    {
      link: 'https://call.example.org/room/#/staf?password=abcDEF123&roomId=!a1b2:example.org',
      id: 'staf',
      opensWithoutTyping: true,
    },
    {
      link: 'https://call.example.org/room/#/staf?roomId=!a1b2:example.org&perParticipantE2EE=true',
      id: 'staf',
    },
  ],
  counterexamples: [
    { link: 'https://call.element.io/', why: 'the start page' },
    { link: 'https://call.element.io/login', why: 'the login' },
    { link: 'https://call.element.io/register', why: 'the registration' },
    { link: 'https://call.element.io/room/', why: 'no room' },
    { link: 'https://call.element.io/assets/index.js', why: 'a program' },
    { link: 'https://call.element.io/config.json', why: 'a file' },
    { link: 'https://hotel.example.org/room/#/deluxe?roomId=12', why: 'a hotel’s room' },
    { link: 'https://hotel.example.org/room/#/deluxe', why: 'a hotel’s room' },
    { link: 'https://app.element.io/#/room/!a1b2:example.org', why: 'a chat' },
  ],
};
