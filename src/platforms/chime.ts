import { plainHost } from '../links/hosts.ts';
import { parameter } from '../links/parameters.ts';
import type { DialInState } from '../model.ts';
import { dialInFrom, type JoinLink, type Platform, passcodeIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 6 (S). AWS ended the service in February 2026; old invitations remain.

const ID = /^\d{10}$/;
/** `app.chime.aws/meetings/<id>` also takes a name that a person chose, or the meeting's long id. */
const NAME = /^[a-z0-9][\w.-]{2,63}$/i;

function meeting(id: string): JoinLink {
  return {
    key: `meeting:${id.toLowerCase()}`,
    tenant: null,
    id,
    // Everybody has a personal number (AWS's interface: PersonalPIN, ten digits), which looks like any other.
    room: 'unknown',
    opensWithoutTyping: false,
  };
}

function recognise(url: URL): JoinLink | null {
  const path = segments(url);
  const [first, second] = path;
  // `chime://meeting?pin=<id>`, the program's own scheme, as calendar programs write it.
  if (url.protocol === 'chime:') {
    const pin = parameter(url.search, 'pin') ?? '';
    return url.hostname === 'meeting' && path.length === 0 && ID.test(pin) ? meeting(pin) : null;
  }
  if (plainHost(url) === 'app.chime.aws')
    return first === 'meetings' && path.length === 2 && NAME.test(second ?? '')
      ? meeting(second ?? '')
      : null;
  return path.length === 1 && ID.test(first ?? '') ? meeting(first ?? '') : null;
}

/** `,,,<id>#` types nothing but the meeting's number. */
function fromDialString(keys: string): DialInState | null {
  return /^,+\d{10}#/.test(keys) ? 'open' : null;
}

export const chime: Platform = {
  id: 'chime',
  name: 'Amazon Chime',
  hosts: ['chime.aws', 'www.chime.aws', 'app.chime.aws'],
  schemes: ['chime'],
  recognise,
  passcode: passcodeIfSeen,
  dialIn: (evidence) => dialInFrom(evidence, fromDialString, () => 'unknown'),
  numberIn: (keys) => /^,+(\d{10})#/.exec(keys)?.[1] ?? null,
  examples: [
    {
      link: 'https://chime.aws/1234567890',
      id: '1234567890',
      room: 'unknown',
      tenant: null,
      opensWithoutTyping: false,
    },
    { link: 'https://app.chime.aws/meetings/1234567890', id: '1234567890' },
    { link: 'https://app.chime.aws/meetings/jan-devries', id: 'jan-devries', room: 'unknown' },
    { link: 'chime://meeting?pin=1234567890', id: '1234567890' },
    { link: 'chime://meeting/?pin=1234567890', id: '1234567890' },
  ],
  counterexamples: [
    { link: 'https://chime.aws/', why: 'the start page' },
    { link: 'https://chime.aws/dialinnumbers/', why: 'the list of phone numbers' },
    { link: 'https://chime.aws/download', why: 'the download page' },
    { link: 'https://chime.aws/12345', why: 'a number that is too short' },
    { link: 'https://app.chime.aws/', why: 'the program’s start page' },
    { link: 'https://app.chime.aws/meetings/', why: 'the list of one’s meetings' },
    { link: 'https://app.chime.aws/rooms/0a1b2c3d', why: 'a conversation' },
    { link: 'https://app.chime.aws/conversations/1234567890', why: 'a conversation' },
    { link: 'https://clients.chime.aws/win/latest', why: 'a program to download' },
    { link: 'https://hooks.chime.aws/incomingwebhooks/0a1b2c3d', why: 'an address for programs' },
    { link: 'https://aws.amazon.com/chime/', why: 'a page about the product' },
    { link: 'https://chime.aws.evil.example/1234567890', why: 'another domain that begins with the host' },
    { link: 'chime://chat?pin=1234567890', why: 'another page of the program' },
  ],
};
