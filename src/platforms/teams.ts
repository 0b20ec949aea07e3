import { base64Text } from '../links/base64.ts';
import { hostIsIn, plainHost } from '../links/hosts.ts';
import { decodedOnce, parameter } from '../links/parameters.ts';
import type { DialInState } from '../model.ts';
import { dialInFrom, type JoinLink, type Platform, passcodeFromTextAndLink } from './platform.ts';

// facts/meeting-links.md section 4; S and S° unless a line says otherwise.

/** The web client's hosts, in the public and the government clouds. */
const CLIENTS = [
  'teams.microsoft.com',
  'teams.live.com',
  'teams.microsoft.us',
  'gov.teams.microsoft.us',
  'dod.teams.microsoft.us',
  'teams.cloud.microsoft',
];
/** Of X-MICROSOFT-SCHEDULINGSERVICEUPDATEURL (section 9): for the organiser's program, nobody joins there. */
const SCHEDULER = 'api.scheduler.teams.microsoft.com';
const SCHEME = 'msteams';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** A conversation. The scheduler writes "19_" for "19:". The name is case-sensitive: it holds base64. */
const THREAD = /^19[:_]([\w-]{1,128}@thread\.(?:v2|tacv2|skype))(?![\w.-])/;
/** facts: 11 to 15 digits; public tests also have 10, and nothing else stands there. */
const MEETING_ID = /^\d{10,15}(?![\p{L}\d_-])/u;

/** An address inside Teams, wherever it was found: its path's parts, decoded, and its query. */
interface Route {
  path: readonly string[];
  query: string;
}

/** Gateways and launchers encode an address that was encoded already ("%2540" for "@"). Three times is more than was seen. */
function decoded(text: string): string {
  let plain = text;
  for (let round = 0; round < 3 && plain.includes('%'); round++) plain = decodedOnce(plain);
  return plain;
}

/** `address` begins with "/". Its query is read as written, unless the question mark itself is encoded. */
function routeOf(address: string): Route {
  const mark = address.indexOf('?');
  const [pathname = '', hidden = ''] = decoded(mark < 0 ? address : address.slice(0, mark)).split('?', 2);
  return {
    path: pathname.split('/').filter((part) => part !== ''),
    query: mark < 0 ? hidden : address.slice(mark + 1),
  };
}

/** What an address opens: itself, the route behind `#` of the web client, or what the launcher's `url` holds. */
function routesIn(url: URL): Route[] {
  const own = `${url.pathname}${url.search}`;
  const routes = [routeOf(own)];
  if (url.hash.startsWith('#/')) routes.push(routeOf(url.hash.slice(1)));
  if (url.pathname.toLowerCase().startsWith('/dl/launcher/')) {
    // "url=/_#/l/meetup-join/…"; unencoded, the "#" has ended the parameter and the route stands in the fragment.
    const launched = parameter(url.search, 'url') ?? '';
    const hash = launched.indexOf('#');
    const route = hash < 0 ? launched : launched.slice(hash + 1);
    if (route.startsWith('/')) routes.push(routeOf(route));
  }
  return routes;
}

function recognise(url: URL): JoinLink | null {
  if (plainHost(url) === SCHEDULER) return scheduled(url);
  // "msteams:/l/…" names no host; one that is named must be the client's.
  if (url.protocol === `${SCHEME}:` && url.host !== '' && !hostIsIn(plainHost(url), CLIENTS)) return null;
  for (const route of routesIn(url)) {
    const link = joined(route);
    if (link !== null) return link;
  }
  return null;
}

function joined({ path, query }: Route): JoinLink | null {
  const [first, second, third] = path;
  const opensWithoutTyping = (parameter(query, 'p') ?? '') !== '';
  switch (first?.toLowerCase()) {
    case 'meet':
      return short(second ?? '', opensWithoutTyping);
    case 'l':
      if (second?.toLowerCase() !== 'meetup-join') return null;
      return long(third ?? '', tidIn(parameter(query, 'context') ?? ''), opensWithoutTyping);
    case 'light-meetings':
      return second?.toLowerCase() === 'launch' ? lightMeeting(query, opensWithoutTyping) : null;
    default:
      return null;
  }
}

function short(written: string, opensWithoutTyping: boolean): JoinLink | null {
  const id = MEETING_ID.exec(written)?.[0];
  if (id === undefined) return null;
  return { key: `meet:${id}`, tenant: null, id, room: 'one-off', opensWithoutTyping, form: 'short' };
}

function long(written: string, tenant: string | null, opensWithoutTyping: boolean): JoinLink | null {
  const thread = THREAD.exec(written)?.[1];
  if (thread === undefined) return null;
  return {
    key: `thread:${thread}`,
    tenant,
    id: null,
    // A channel's members can come back at any time; the thread outlives the meeting.
    room: thread.startsWith('meeting_') ? 'one-off' : 'permanent',
    opensWithoutTyping,
    form: 'long',
  };
}

/** Tid of `context={"Tid":…,"Oid":…}`: the organiser's tenant, as the link claims. */
function tidIn(context: string): string | null {
  return guid(/"Tid"\s{0,8}:\s{0,8}"([^"]{1,64})"/i.exec(decoded(context))?.[1]);
}

function guid(text: unknown): string | null {
  return typeof text === 'string' && GUID.test(text) ? text.toLowerCase() : null;
}

/**
 * `light-meetings/launch?agent=web&coords=<base64 of JSON>`, as public test lists have it: the JSON holds conversationId and
 * tenantId, or for a short link meetingCode and passcode.
 */
function lightMeeting(query: string, opensWithoutTyping: boolean): JoinLink | null {
  const coords = fromBase64Json(decoded(parameter(query, 'coords') ?? ''));
  const value = (name: string): unknown => coords.get(name);
  const code = value('meetingCode');
  const thread = value('conversationId');
  const passcode = value('passcode');
  const opens = opensWithoutTyping || (typeof passcode === 'string' && passcode !== '');
  return (
    (typeof code === 'string' ? short(code, opens) : null) ??
    (typeof thread === 'string' ? long(decoded(thread), guid(value('tenantId')), opens) : null)
  );
}

/** The fields of an object that is written as JSON in base64; none when it is not. */
function fromBase64Json(text: string): ReadonlyMap<string, unknown> {
  try {
    const json: unknown = JSON.parse(base64Text(text) ?? 'null');
    return new Map(typeof json === 'object' && json !== null ? Object.entries(json) : []);
  } catch {
    return new Map();
  }
}

/** `/teams/<Tid>/<Oid>/19_meeting_<…>@thread.v2/0`; for consumers `/teamsforlife/<meeting id>` (seen in public code). */
function scheduled(url: URL): JoinLink | null {
  const [kind, one, , thread] = routeOf(url.pathname).path;
  const link =
    kind === 'teams'
      ? long(thread ?? '', guid(one), false)
      : kind === 'teamsforlife'
        ? short(one ?? '', false)
        : null;
  return link === null ? null : { ...link, joins: false };
}

/**
 * `,,<conference id>#`; the calendar's X-MICROSOFT-CONFERENCETELURI leaves the "#" out. There is no other form: attendees never
 * need a PIN.
 */
function fromDialString(keys: string): DialInState | null {
  return /^,+\d{5,12}(?:#|,*$)/.test(keys) ? 'open' : null;
}

export const teams: Platform = {
  id: 'teams',
  name: 'Microsoft Teams',
  hosts: [...CLIENTS, SCHEDULER],
  schemes: [SCHEME],
  recognise,
  passcode: passcodeFromTextAndLink,
  // A telephone in the invitation means that the conference id is enough (section 4).
  dialIn: (evidence) => dialInFrom(evidence, fromDialString, () => 'open'),
  examples: [
    {
      link: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%220a1b2c3d-0000-4000-8000-00000000dcba%22%7d',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
      id: null,
      room: 'one-off',
      form: 'long',
      opensWithoutTyping: false,
    },
    {
      link: 'https://teams.microsoft.com/l/meetup-join/19%3Ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0?context=%7B%22Tid%22%3A%220a1b2c3d-0000-4000-8000-00000000abcd%22%2C%22Oid%22%3A%220a1b2c3d-0000-4000-8000-00000000dcba%22%7D',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
      form: 'long',
    },
    {
      link: 'HTTPS://Teams.Microsoft.com/l/meetup-join/19:meeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk@thread.v2/0?context={"Tid":"0a1b2c3d-0000-4000-8000-00000000abcd","Oid":"0a1b2c3d-0000-4000-8000-00000000dcba"}&anon=true',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
      room: 'one-off',
    },
    {
      link: 'https://teams.microsoft.com/l/meetup-join/19%253ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%2540thread.v2/0?context=%257b%2522Tid%2522%253a%25220a1b2c3d-0000-4000-8000-00000000abcd%2522%252c%2522Oid%2522%253a%25220a1b2c3d-0000-4000-8000-00000000dcba%2522%257d',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
      room: 'one-off',
    },
    {
      link: 'https://teams.microsoft.com/l/meetup-join/19%253ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%2540thread.v2%2F0%3Fcontext%3D%257b%2522Tid%2522%253a%25220a1b2c3d-0000-4000-8000-00000000abcd%2522%252c%2522Oid%2522%253a%25220a1b2c3d-0000-4000-8000-00000000dcba%2522%257d',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
    },
    {
      link: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%220a1b2c3d-0000-4000-8000-00000000dcba%22%2c%22IsBroadcastMeeting%22%3atrue%2c%22role%22%3a%22a%22%7d&btype=a&role=a',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
      room: 'one-off',
    },
    {
      link: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0?context=%7b%22Tid%22%3a%22examplestad%22%7d',
      tenant: null,
      room: 'one-off',
    },
    {
      link: 'https://teams.microsoft.com/l/meetup-join/19%3a0123456789abcdef0123456789abcdef%40thread.tacv2/1700000000000?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%220a1b2c3d-0000-4000-8000-00000000dcba%22%7d',
      room: 'permanent',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
    },
    {
      link: 'https://teams.microsoft.com/l/meetup-join/19%3a0123456789abcdef0123456789abcdef%40thread.skype/1500000000000?context=%7b%7d',
      room: 'permanent',
    },
    {
      link: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.skype/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%220a1b2c3d-0000-4000-8000-00000000dcba%22%7d',
      room: 'one-off',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
    },
    {
      link: 'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr',
      tenant: null,
      id: '3456789012345',
      room: 'one-off',
      form: 'short',
      opensWithoutTyping: true,
    },
    { link: 'https://teams.microsoft.com/meet/34567890123?p=', id: '34567890123', opensWithoutTyping: false },
    {
      link: 'https://teams.live.com/meet/9345678901234?p=AbCdEfGhIjKlMnOpQr',
      tenant: null,
      id: '9345678901234',
    },
    {
      link: 'https://teams.cloud.microsoft/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr&anon=true',
      id: '3456789012345',
    },
    {
      link: 'https://teams.cloud.microsoft/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%220a1b2c3d-0000-4000-8000-00000000dcba%22%7d',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
    },
    {
      link: 'https://teams.microsoft.us/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%220a1b2c3d-0000-4000-8000-00000000dcba%22%7d',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
    },
    {
      link: 'https://gov.teams.microsoft.us/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0?context=%7b%7d',
      tenant: null,
    },
    {
      link: 'https://dod.teams.microsoft.us/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr',
      opensWithoutTyping: true,
    },
    {
      link: 'https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19%3Ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2%2F0%3Fcontext%3D%257b%2522Tid%2522%253a%25220a1b2c3d-0000-4000-8000-00000000abcd%2522%252c%2522Oid%2522%253a%25220a1b2c3d-0000-4000-8000-00000000dcba%2522%257d%26anon%3Dtrue&type=meetup-join&directDl=true',
      room: 'one-off',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
    },
    {
      link: 'https://teams.microsoft.com/dl/launcher/launcher.html?url=/_#/l/meetup-join/19:meeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk@thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%220a1b2c3d-0000-4000-8000-00000000dcba%22%7d&anon=true&type=meetup-join',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
    },
    {
      link: 'https://teams.live.com/dl/launcher/launcher.html?url=%2F_%23%2Fmeet%2F9345678901234%3Fp%3DAbCdEfGhIjKlMnOpQr%26anon%3Dtrue&type=meet',
      id: '9345678901234',
      opensWithoutTyping: true,
    },
    {
      link: 'https://teams.microsoft.com/_#/l/meetup-join/19:meeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk@thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%220a1b2c3d-0000-4000-8000-00000000dcba%22%7d',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
    },
    {
      link: 'https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/19:meeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk@thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%220a1b2c3d-0000-4000-8000-00000000dcba%22%7d&anon=true',
      room: 'one-off',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
    },
    {
      link: 'https://teams.microsoft.com/v2/?meetingjoin=true#/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr',
      id: '3456789012345',
      opensWithoutTyping: true,
    },
    {
      link: 'https://teams.microsoft.com/light-meetings/launch?agent=web&version=26010100000&coords=eyJjb252ZXJzYXRpb25JZCI6IjE5Om1lZXRpbmdfTURFeU16UTFOamN0T0RsaFlpMDBZMlJsTFRobU1ERXRNak0wTlRZM09EbGhZbU5rQHRocmVhZC52MiIsInRlbmFudElkIjoiMGExYjJjM2QtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDBhYmNkIiwib3JnYW5pemVySWQiOiIwYTFiMmMzZC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMGFiY2QiLCJtZXNzYWdlSWQiOiIwIn0%3D&deeplinkId=0a1b&lightExperience=true',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
      form: 'long',
      room: 'one-off',
      opensWithoutTyping: false,
    },
    {
      link: 'https://teams.live.com/light-meetings/launch?agent=web&coords=eyJtZWV0aW5nQ29kZSI6IjM0NTY3ODkwMTIzNDUiLCJwYXNzY29kZSI6IkFiQ2RFZkdoSWpLbE1uT3BRciJ9',
      id: '3456789012345',
      form: 'short',
      opensWithoutTyping: true,
    },
    {
      link: 'msteams:/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%220a1b2c3d-0000-4000-8000-00000000dcba%22%7d',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
      form: 'long',
    },
    {
      link: 'msteams://teams.microsoft.com/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%2c%22Oid%22%3a%220a1b2c3d-0000-4000-8000-00000000dcba%22%7d',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
    },
    {
      link: 'msteams:/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr',
      id: '3456789012345',
      opensWithoutTyping: true,
    },
    {
      link: 'https://api.scheduler.teams.microsoft.com/teams/0a1b2c3d-0000-4000-8000-00000000abcd/0a1b2c3d-0000-4000-8000-00000000dcba/19_meeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk@thread.v2/0',
      tenant: '0a1b2c3d-0000-4000-8000-00000000abcd',
      form: 'long',
      joins: false,
    },
    {
      link: 'https://api.scheduler.teams.microsoft.com/teamsforlife/9345678901234',
      id: '9345678901234',
      joins: false,
    },
  ],
  counterexamples: [
    {
      link: 'https://teams.microsoft.com/l/channel/19%3a0123%40thread.tacv2/General?groupId=0a1b',
      why: 'a channel',
    },
    { link: 'https://teams.microsoft.com/l/chat/0/0?users=jan@example.org', why: 'a chat' },
    {
      link: 'https://teams.microsoft.com/l/chat/19:meeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk@thread.v2/conversations',
      why: 'a meeting’s chat',
    },
    { link: 'https://teams.microsoft.com/l/message/19%3a0123%40thread.v2/170', why: 'a message' },
    {
      link: 'https://teams.microsoft.com/l/team/19%3a0123%40thread.tacv2/conversations?groupId=0a1b',
      why: 'a team',
    },
    { link: 'https://teams.microsoft.com/l/call/0/0?users=jan@example.org', why: 'a call to a person' },
    { link: 'https://teams.microsoft.com/l/meeting/new?subject=Overleg', why: 'a new meeting’s form' },
    {
      link: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk',
      why: 'a link that was cut',
    },
    {
      link: 'https://teams.microsoft.com/meetingOptions/?organizerId=0a1b&threadId=19_meeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk@thread.v2',
      why: 'the organiser’s options',
    },
    { link: 'https://teams.microsoft.com/meet/', why: 'no meeting is named' },
    { link: 'https://teams.microsoft.com/meet/nieuw', why: 'no meeting is named' },
    {
      link: 'https://teams.microsoft.com/light-meetings/launch?agent=web&coords=eyJsb2NhbGUiOiJubCJ9',
      why: 'no meeting is named',
    },
    { link: 'https://teams.microsoft.com/light-meetings/launch?coords=%F0%9F%98%80', why: 'no base64' },
    {
      link: 'https://teams.microsoft.com/dl/launcher/launcher.html?url=https%3A%2F%2Fevil.example%2Fmeet%2F3456789012345',
      why: 'a launcher that is sent to another host',
    },
    { link: 'https://teams.microsoft.com/v2/', why: 'the web client' },
    { link: 'https://teams.microsoft.com/registration/0a1b,0', why: 'a registration' },
    {
      link: 'https://events.teams.microsoft.com/event/0a1b2c3d-0000-4000-8000-00000000abcd@0a1b2c3d-0000-4000-8000-00000000abcd',
      why: 'the registration for an event',
    },
    { link: 'https://dialin.teams.microsoft.com/0a1b?id=123456789', why: 'the list of phone numbers' },
    { link: 'https://dialin.teams.microsoft.com/usp/pstnconferencing', why: 'the organiser’s PIN' },
    { link: 'https://aka.ms/JoinTeamsMeeting?omkt=nl-NL', why: 'help' },
    { link: 'https://www.microsoft.com/microsoft-teams/join-a-meeting', why: 'help' },
    { link: 'https://www.microsoft.com/microsoft-teams/download-app', why: 'the download page' },
    { link: 'https://api.scheduler.teams.microsoft.com/teams/', why: 'no meeting is named' },
    {
      link: 'https://teams.microsoft.com.evil.example/meet/3456789012345',
      why: 'another domain that begins with the host',
    },
    {
      link: 'https://evil-teams.microsoft.com.evil.example/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0',
      why: 'another domain that begins with the host',
    },
    {
      link: 'msteams://evil.example/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0',
      why: 'Teams’ program, sent to another host',
    },
    { link: 'msteams:/l/chat/0/0?users=jan@example.org', why: 'a chat' },
  ],
};
