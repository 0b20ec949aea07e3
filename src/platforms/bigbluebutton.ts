import { plainHost } from '../links/hosts.ts';
import { decodedOnce, parameter } from '../links/parameters.ts';
import {
  type Beside,
  type JoinLink,
  type Platform,
  passcodeIfSeen,
  phoneIfSeen,
  segments,
} from './platform.ts';

// facts/meeting-links.md section 6 (S/R, R). Greenlight is its usual front; the shapes of its ids are read from Greenlight's own
// source: app/models/room.rb (set_friendly_id: four groups of three) and routes in app/javascript/main.jsx.

/** Three letters or digits, three or four times, as Greenlight 2 and 3 generate it. Lower case only. */
const GENERATED = /^[a-z0-9]{3}(?:-[a-z0-9]{3}){2,3}$/;
const GENERATED_ANY_CASE = /^[a-z0-9]{3}(?:-[a-z0-9]{3}){2,3}$/i;
/** Sub-paths that Greenlight is often installed under. */
const SUB_PATH = /^(?:gl|greenlight|bbb|bigbluebutton|b)$/i;
/** A host that says it is for meetings. It proves nothing alone. */
const MEETING_HOST =
  /^(?:bbb|bigbluebutton|greenlight|meet|meetings?|conf|conference|konferenz|webconf|webmeeting|video|visio)(?:[\d-]|$)/;

/** "hat", "sea" are words, "x7k" and "jkl" are not. The first group is from the owner's name, so it tells nothing. */
function notAllWords(id: string): boolean {
  return id
    .split('-')
    .slice(1)
    .some((group) => /\d/.test(group) || !/[aeiouy]/.test(group));
}

interface Front {
  id: string;
  /** `/b/<id>`, `/rooms/<id>`, `/rooms/<id>/join`, or the id itself behind nothing but a sub-path. */
  form: 'b' | 'room' | 'room-join' | 'bare';
  /** Installed under a path that says so. */
  underSubPath: boolean;
}

/** The room in a path of Greenlight; null for its other pages ("/rooms/…/public_recordings", "/b/…/login"). */
function frontOf(url: URL): Front | null {
  const path = segments(url).map(decodedOnce);
  const first = path[0] ?? '';
  const prefixed = path.length > 1 && SUB_PATH.test(first) && first.toLowerCase() !== 'b';
  const rest = prefixed ? path.slice(1) : path;
  const [head, second, third, fourth] = rest;
  const found = (id: string | undefined, form: Front['form']): Front | null =>
    id !== undefined && GENERATED_ANY_CASE.test(id) ? { id, form, underSubPath: prefixed } : null;

  if (rest.length === 1) return found(head, 'bare');
  // Greenlight 3 under "/b", where Greenlight 2 stood.
  if (head === 'b' && second === 'rooms' && (rest.length === 3 || (rest.length === 4 && fourth === 'join')))
    return found(third, fourth === 'join' ? 'room-join' : 'room');
  if (head === 'b' && rest.length === 2) return found(second, 'b');
  if (head === 'rooms' && rest.length === 2) return found(second, 'room');
  if (head === 'rooms' && rest.length === 3 && third === 'join') return found(second, 'room-join');
  return null;
}

function roomLink(url: URL, { id }: Front): JoinLink {
  const name = id.toLowerCase();
  return {
    key: `room:${plainHost(url)}/${name}`,
    tenant: null,
    id: name,
    room: 'permanent',
    opensWithoutTyping: false,
  };
}

/**
 * The signed call of BigBlueButton's own interface. It is made for one person, whose name it holds, and lets in without a
 * question (docs.bigbluebutton.org, API "join": fullName, meetingID, password or role, checksum).
 */
function signedJoin(url: URL): JoinLink | null {
  const path = segments(url);
  if (path.length !== 3 || path.join('/').toLowerCase() !== 'bigbluebutton/api/join') return null;
  const id = parameter(url.search, 'meetingID') ?? '';
  if (id === '' || id.length > 256 || !/^[0-9a-f]{32,128}$/i.test(parameter(url.search, 'checksum') ?? ''))
    return null;
  const moderator = (parameter(url.search, 'role') ?? '').toUpperCase() === 'MODERATOR';
  return {
    key: `meeting:${plainHost(url)}/${id}`,
    tenant: null,
    id,
    room: 'unknown',
    opensWithoutTyping: true,
    personalLink: moderator ? 'host' : 'participant',
  };
}

/** On a server that the policy names, every form counts, also the bare `<host>/abc-def-ghi`. */
function recognise(url: URL): JoinLink | null {
  const front = frontOf(url);
  return front === null ? signedJoin(url) : roomLink(url, front);
}

/** A host that is named after the product. */
function isOwnHost(url: URL): boolean {
  return plainHost(url)
    .split('.')
    .some((label) => /^(?:bbb|bigbluebutton|greenlight)\d{0,3}$/.test(label));
}

function recogniseAnywhere(url: URL, beside: Beside): JoinLink | null {
  const front = frontOf(url);
  if (front === null) return signedJoin(url);
  if (!GENERATED.test(front.id)) return null;
  const named = /bigbluebutton|big blue button|greenlight/.test(beside.text);
  const meetingHost = plainHost(url)
    .split('.')
    .some((label) => MEETING_HOST.test(label));
  const fourGroups = front.id.length === 15;
  switch (front.form) {
    case 'b':
    case 'room-join':
      return named || meetingHost || notAllWords(front.id) ? roomLink(url, front) : null;
    // A page about a hotel's room may have this form. Greenlight 3 itself makes four groups.
    case 'room':
      return named || (notAllWords(front.id) && (fourGroups || meetingHost)) ? roomLink(url, front) : null;
    case 'bare':
      return (front.underSubPath && (named || notAllWords(front.id))) ||
        (isOwnHost(url) && notAllWords(front.id))
        ? roomLink(url, front)
        : null;
  }
}

export const bigbluebutton: Platform = {
  id: 'bigbluebutton',
  name: 'BigBlueButton',
  hosts: [],
  recognise,
  fingerprint: {
    hints: ['/b/', '/rooms/', 'bigbluebutton', '/gl/', 'bbb.', '/bbb/', 'greenlight'],
    recognise: recogniseAnywhere,
  },
  // A room may have an access code, and Greenlight does not write it beside the link: no code seen proves nothing.
  passcode: passcodeIfSeen,
  dialIn(evidence) {
    // The phone asks a number that Greenlight makes for each room at random (room.rb, set_voice_bridge).
    if (evidence.pin || evidence.dialStrings.some((keys) => /^,+\d{4,12}#/.test(keys))) return 'pin';
    return phoneIfSeen(evidence);
  },
  examples: [
    {
      link: 'https://bbb.example.org/b/jan-x7k-2fp',
      id: 'jan-x7k-2fp',
      room: 'permanent',
      tenant: null,
      opensWithoutTyping: false,
    },
    { link: 'https://bbb.example.org/b/jan-x7k-2fp-9qd', id: 'jan-x7k-2fp-9qd', room: 'permanent' },
    { link: 'https://www.example.org/b/dev-abc-123', id: 'dev-abc-123' },
    { link: 'https://bbb.example.org/b/ann-hat-sea', id: 'ann-hat-sea' },
    {
      link: 'https://www.example.org/b/ann-hat-sea',
      beside: { text: 'wij vergaderen met bigbluebutton' },
      id: 'ann-hat-sea',
    },
    { link: 'https://meet.example.org/rooms/abc-def-ghi-jkl', id: 'abc-def-ghi-jkl', room: 'permanent' },
    { link: 'https://meet.example.org/rooms/abc-def-ghi-jkl/join', id: 'abc-def-ghi-jkl' },
    { link: 'https://online.example.org/rooms/q1w-e2r-t3y-u4i', id: 'q1w-e2r-t3y-u4i' },
    { link: 'https://bbb.example.org/rooms/jan-x7k-2fp/join', id: 'jan-x7k-2fp' },
    { link: 'https://online.example.org/gl/rooms/q1w-e2r-t3y-u4i/join', id: 'q1w-e2r-t3y-u4i' },
    { link: 'https://online.example.org/greenlight/b/jan-x7k-2fp', id: 'jan-x7k-2fp' },
    { link: 'https://online.example.org/gl/jan-x7k-2fp', id: 'jan-x7k-2fp' },
    { link: 'https://online.example.org/b/rooms/q1w-e2r-t3y-u4i/join', id: 'q1w-e2r-t3y-u4i' },
    {
      link: 'https://bbb.example.org/bigbluebutton/api/join?fullName=Jan+de+Vries&meetingID=overleg-12&password=ap&checksum=0123456789abcdef0123456789abcdef01234567',
      id: 'overleg-12',
      room: 'unknown',
      opensWithoutTyping: true,
      personalLink: 'participant',
    },
    {
      link: 'https://bbb.example.org/bigbluebutton/api/join?fullName=Jan&meetingID=overleg-12&role=MODERATOR&checksum=0123456789abcdef0123456789abcdef01234567',
      personalLink: 'host',
    },
    {
      link: 'https://overleg.example.org/jan-x7k-2fp',
      ownServer: true,
      id: 'jan-x7k-2fp',
      room: 'permanent',
    },
    { link: 'https://overleg.example.org/ann-hat-sea', ownServer: true, id: 'ann-hat-sea' },
    { link: 'https://overleg.example.org/b/Jan-X7K-2fp', ownServer: true, id: 'jan-x7k-2fp' },
  ],
  counterexamples: [
    { link: 'https://www.example.org/jan-x7k-2fp', why: 'a bare code on a host that nobody named' },
    { link: 'https://www.example.org/b/our-new-hat', why: 'a blog, three words of three letters' },
    { link: 'https://www.example.org/b/the-spring-sale', why: 'words of other lengths' },
    { link: 'https://www.example.org/b/jan-x7k', why: 'two groups only' },
    { link: 'https://hotel.example.org/rooms/sea-top-101', why: 'a hotel’s room, in three groups' },
    { link: 'https://hotel.example.org/rooms/big-sea-sky-bed', why: 'a hotel’s room, in words' },
    { link: 'https://bbb.example.org/rooms', why: 'the list of one’s rooms' },
    {
      link: 'https://bbb.example.org/rooms/abc-def-ghi-jkl/public_recordings',
      why: 'a room’s recordings',
    },
    { link: 'https://bbb.example.org/b/signin', why: 'signing in' },
    {
      link: 'https://bbb.example.org/b/jan-x7k-2fp/login',
      why: 'the form for the access code, after the click',
    },
    {
      link: 'https://bbb.example.org/playback/presentation/2.3/0123456789abcdef0123456789abcdef01234567-1700000000000',
      why: 'a recording',
    },
    {
      link: 'https://bbb.example.org/bigbluebutton/api/join?meetingID=overleg-12',
      why: 'a call without its checksum, which the server refuses',
    },
    {
      link: 'https://bbb.example.org/bigbluebutton/api/getMeetings?checksum=0123456789abcdef0123456789abcdef01234567',
      why: 'another call of the interface',
    },
    { link: 'https://docs.bigbluebutton.org/greenlight/v3/install', why: 'help' },
  ],
};
