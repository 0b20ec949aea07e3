import { plainHost } from '../links/hosts.ts';
import { decodedOnce } from '../links/parameters.ts';
import { type JoinLink, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md sections 6 and 7: meet*.livekit.io/rooms/<id>[#key].

/** What its button for a new room makes. */
const CODE = /^[a-z0-9]{4}-[a-z0-9]{4}$/;
const NAME = /^[\w.~-]{1,100}$/;
/** The key is made of letters and digits; an anchor on an ordinary page ("#photos") is short. */
const KEY = /^#[A-Za-z0-9]{16,200}$/;

/** "meet.livekit.io" and "meet-staging.livekit.io", but not the maker's other sites. */
function mayMeet(host: string): boolean {
  return !host.endsWith('.livekit.io') || host.startsWith('meet');
}

function recognise(url: URL): JoinLink | null {
  const host = plainHost(url);
  const path = segments(url).map(decodedOnce);
  const name = path[1];
  if (path.length !== 2 || path[0] !== 'rooms' || name === undefined || !NAME.test(name)) return null;
  if (!mayMeet(host)) return null;
  return {
    key: `room:${host}/${name}`,
    tenant: null,
    id: name,
    room: CODE.test(name) ? 'one-off' : 'unknown',
    opensWithoutTyping: url.hash.length > 1,
  };
}

export const livekit: Platform = {
  id: 'livekit',
  name: 'LiveKit Meet',
  hosts: ['meet.livekit.io', '*.livekit.io'],
  recognise,
  fingerprint: {
    hints: ['/rooms/'],
    recognise(url) {
      const link = recognise(url);
      const sure = CODE.test(link?.id ?? '') && KEY.test(url.hash) && /\d/.test(url.hash);
      return sure ? link : null;
    },
  },
  // The fragment is the key of the end-to-end encryption; a link without one tells nothing.
  passcode: passcodeIfSeen,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://meet.livekit.io/rooms/ab1c-d2ef#k3yk3yk3yk3yk3yk3y',
      id: 'ab1c-d2ef',
      tenant: null,
      room: 'one-off',
      opensWithoutTyping: true,
    },
    { link: 'https://meet.livekit.io/rooms/ab1c-d2ef', room: 'one-off', opensWithoutTyping: false },
    { link: 'https://meet.livekit.io/rooms/staf?region=eu', id: 'staf', room: 'unknown' },
    { link: 'https://meet-staging.livekit.io/rooms/ab1c-d2ef', id: 'ab1c-d2ef' },
    { link: 'https://meet.examplestad.example/rooms/staf', id: 'staf', ownServer: true },
    {
      link: 'https://meet.examplestad.example/rooms/ab1c-d2ef#abc',
      opensWithoutTyping: true,
      ownServer: true,
    },
    {
      link: 'https://video.example.org/rooms/ab1c-d2ef#k3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3y',
      opensWithoutTyping: true,
    },
  ],
  counterexamples: [
    { link: 'https://meet.livekit.io/', why: 'the start page' },
    { link: 'https://meet.livekit.io/rooms', why: 'no room' },
    { link: 'https://meet.livekit.io/custom/?liveKitUrl=wss://example.org', why: 'a test page' },
    { link: 'https://docs.livekit.io/rooms/overview', why: 'help' },
    { link: 'https://cloud.livekit.io/projects/p_abc', why: 'the administration' },
    { link: 'https://hotel.example.org/rooms/king-size#photos', why: 'a hotel’s room' },
    { link: 'https://hotel.example.org/rooms/king-size', why: 'a hotel’s room' },
    { link: 'https://hotel.example.org/rooms/king-size#beschikbaarheidenprijzen', why: 'a heading' },
  ],
};
