import { decodedOnce, parameter } from '../links/parameters.ts';
import type { DialInState } from '../model.ts';
import { dialInFrom, type JoinLink, type Platform, passcodeFromTextAndLink, segments } from './platform.ts';

// facts/meeting-links.md section 4; S and S° unless a line says otherwise.

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const THREAD = /^19:[\w-]{1,128}@thread\.(?:v2|tacv2|skype)$/;

/** What the pages after a click hold: the launcher's `url`, or the address behind `#` of the web client. */
function innerAddress(url: URL): URL {
  const launched = url.pathname.startsWith('/dl/launcher/') ? parameter(url.search, 'url') : null;
  const page = launched === null ? url : (URL.parse(launched, url.origin) ?? url);
  const route = /^#(\/(?:l\/meetup-join|meet)\/.*)$/.exec(page.hash)?.[1];
  return route === undefined ? page : (URL.parse(route, url.origin) ?? page);
}

/** Tid of `context={"Tid":…,"Oid":…}`: the organiser's tenant, as the link claims. */
function tenantOf(url: URL): string | null {
  const tid = /"Tid"\s*:\s*"([^"]{1,64})"/i.exec(parameter(url.search, 'context') ?? '')?.[1];
  return tid !== undefined && GUID.test(tid) ? tid.toLowerCase() : null;
}

function recognise(url: URL): JoinLink | null {
  const address = innerAddress(url);
  const path = segments(address);
  if (path[0] === 'meet' && /^\d{11,15}$/.test(path[1] ?? '')) {
    const id = path[1] ?? '';
    return {
      key: `meet:${id}`,
      tenant: null,
      id,
      room: 'one-off',
      opensWithoutTyping: (parameter(address.search, 'p') ?? '') !== '',
      form: 'short',
    };
  }
  if (path[0] === 'l' && path[1] === 'meetup-join') {
    const thread = decodedOnce(path[2] ?? '');
    if (!THREAD.test(thread)) return null;
    return {
      key: `thread:${thread}`,
      tenant: tenantOf(address),
      id: null,
      // A channel's members can come back at any time; the thread outlives the meeting.
      room: thread.startsWith('19:meeting_') ? 'one-off' : 'permanent',
      opensWithoutTyping: (parameter(address.search, 'p') ?? '') !== '',
      form: 'long',
    };
  }
  return null;
}

/** `,,<conference id>#`. There is no other form: attendees never need a PIN. */
function fromDialString(keys: string): DialInState | null {
  return /^,+\d{5,12}#/.test(keys) ? 'open' : null;
}

export const teams: Platform = {
  id: 'teams',
  name: 'Microsoft Teams',
  hosts: [
    'teams.microsoft.com',
    'teams.live.com',
    'teams.microsoft.us',
    'gov.teams.microsoft.us',
    'dod.teams.microsoft.us',
    'teams.cloud.microsoft',
  ],
  recognise,
  passcode: passcodeFromTextAndLink,
  dialIn: (evidence) => dialInFrom(evidence, fromDialString, () => 'open'),
  examples: [
    {
      link: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZmFrZS1mYWtlLWZha2UtZmFrZS1mYWtlZmFrZWZha2U0%40thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%220a1b2c3d-0000-4000-8000-00000000dcba%22%7d',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
      room: 'one-off',
      form: 'long',
      opensWithoutTyping: false,
    },
    {
      link: 'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr',
      id: '3456789012345',
      form: 'short',
      opensWithoutTyping: true,
    },
    {
      link: 'https://teams.live.com/meet/9345678901234?p=AbCdEfGhIjKlMnOpQr',
      tenant: null,
      id: '9345678901234',
    },
    {
      link: 'https://teams.microsoft.com/l/meetup-join/19%3a0123456789abcdef0123456789abcdef%40thread.tacv2/1700000000000?context=%7b%7d',
      room: 'permanent',
    },
    {
      link: 'https://gov.teams.microsoft.us/l/meetup-join/19%3ameeting_ZmFrZS1mYWtlLWZha2UtZmFrZS1mYWtlZmFrZWZha2U0%40thread.v2/0?context=%7b%7d',
      tenant: null,
    },
    {
      link: 'https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19%3Ameeting_ZmFrZS1mYWtlLWZha2UtZmFrZS1mYWtlZmFrZWZha2U0%40thread.v2%2F0&type=meetup-join',
      room: 'one-off',
    },
    {
      link: 'https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/19:meeting_ZmFrZS1mYWtlLWZha2UtZmFrZS1mYWtlZmFrZWZha2U0@thread.v2/0',
      room: 'one-off',
    },
  ],
  counterexamples: [
    { link: 'https://teams.microsoft.com/l/channel/19%3a0123%40thread.tacv2/General', why: 'a channel' },
    { link: 'https://teams.microsoft.com/l/chat/0/0?users=jan@example.org', why: 'a chat' },
    { link: 'https://teams.microsoft.com/l/message/19%3a0123%40thread.v2/170', why: 'a message' },
    { link: 'https://teams.microsoft.com/l/meeting/new?subject=Overleg', why: 'a new meeting’s form' },
    { link: 'https://teams.microsoft.com/meetingOptions/?organizerId=0a1b', why: 'the organiser’s options' },
    { link: 'https://dialin.teams.microsoft.com/0a1b?id=123456789', why: 'the list of phone numbers' },
    { link: 'https://www.microsoft.com/microsoft-teams/join-a-meeting', why: 'help' },
  ],
};
