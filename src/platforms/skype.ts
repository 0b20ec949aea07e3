import { plainHost } from '../links/hosts.ts';
import { decodedOnce } from '../links/parameters.ts';
import type { DialInState } from '../model.ts';
import {
  type Beside,
  dialInFrom,
  type JoinLink,
  noPasscodeByDesign,
  type Platform,
  passcodeIfSeen,
  phoneIfSeen,
  segments,
} from './platform.ts';

// facts/meeting-links.md section 6 (S) and section 7. The paths of servers of one's own: learn.microsoft.com, "simple URLs"
// (`https://meet.<domain>/…`, `https://<host>/meet/…`, `https://<host>/<domain>/meet/…`), each followed by `<user>/<ID>`.

const USER = /^[\w.+'-]{1,64}$/;
/** As the server makes it: eight capitals and digits. */
const GENERATED_ID = /^[A-Z0-9]{8}$/;
/** "RAAD2026": a name that a person gave a room. */
const NAME_AND_NUMBER = /^[A-Z]{4,7}\d{1,4}$/;
/** Ids of other lengths, and all digits, stand in Microsoft's own examples. */
const ID = /^[A-Z0-9]{5,12}$/i;
const DOMAIN = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}$/i;
/** Words that stand where a user would, on sites where people meet with something else. */
const NOT_A_USER =
  /^(?:about|agenda|assets|b|blog|c|call|calls|code|conf|conference|content|de|docs|download|en|event|events|faq|files?|fr|g|go|group|help|i|info|img|images|invite|invites|j|join|l|m|meet|meeting|meetings|news|nl|p|page|pages|product|products|r|room|rooms|s|session|sessions|share|static|support|t|team|teams|u|user|users|v|video|w|wc|webinar|webinars)$/i;
/** What an invitation of Skype or Lync says about itself; `[!OC(` is a mark that Outlook's add-in leaves in the text. */
const SAYS_SO = /\[!oc\(|skype|lync/;
const SIMPLE_URL_HOST = /^(?:meet|join|lync[a-z]*\d*|skype[a-z]*\d*|sfb[a-z]*\d*)$/;
const INVITE = 'invite:';

function meeting(user: string, id: string, tenant: string | null): JoinLink {
  return {
    // The same meeting whichever of the organisation's addresses leads to it.
    key: `meeting:${user.toLowerCase()}/${id.toUpperCase()}`,
    tenant,
    id: id.toUpperCase(),
    // A user's own meeting, used again for whatever is planned, looks like one made for the occasion (learn.microsoft.com,
    // UCWA myAssignedOnlineMeeting).
    room: 'unknown',
    opensWithoutTyping: false,
  };
}

/** `meet.lync.com/<tenant>/<user>/<ID>`; an older form puts "onmicrosoft" first. */
function online(path: readonly string[]): JoinLink | null {
  const [tenant, user, id] = path[0]?.toLowerCase() === 'onmicrosoft' ? path.slice(1) : path;
  const length = path[0]?.toLowerCase() === 'onmicrosoft' ? 4 : 3;
  if (path.length !== length || tenant === undefined || user === undefined || id === undefined) return null;
  return DOMAIN.test(tenant) && USER.test(user) && ID.test(id)
    ? meeting(user, id, tenant.toLowerCase())
    : null;
}

/** `join.skype.com/<code>`: a call. `/invite/<code>` makes somebody a contact, `/bot/<id>` adds a bot. */
function consumer(path: readonly string[]): JoinLink | null {
  const [code] = path;
  if (path.length !== 1 || code === undefined || !/^(?=.{0,31}[A-Z0-9])[A-Za-z0-9]{6,32}$/.test(code))
    return null;
  return { key: `${INVITE}${code}`, tenant: null, id: code, room: 'unknown', opensWithoutTyping: false };
}

interface Place {
  user: string;
  id: string;
  /** "meet" stands in the path, too. */
  meetInPath: boolean;
}

/** `<user>/<ID>`, `meet/<user>/<ID>`, `<domain>/meet/<user>/<ID>`, and `<user>/meet/<ID>` as facts section 7 has it. */
function placeOf(url: URL): Place | null {
  const path = segments(url).map(decodedOnce);
  const lower = path.map((part) => part.toLowerCase());
  const at = (user: number, id: number, meetInPath: boolean): Place | null => {
    const [who, what] = [path[user] ?? '', path[id] ?? ''];
    return USER.test(who) && ID.test(what) ? { user: who, id: what, meetInPath } : null;
  };
  switch (path.length) {
    case 2:
      return at(0, 1, false);
    case 3:
      if (lower[0] === 'meet') return at(1, 2, true);
      return lower[1] === 'meet' ? at(0, 2, true) : null;
    case 4:
      return lower[1] === 'meet' && DOMAIN.test(path[0] ?? '') ? at(2, 3, true) : null;
    default:
      return null;
  }
}

function recognise(url: URL): JoinLink | null {
  switch (plainHost(url)) {
    case 'meet.lync.com':
      return online(segments(url).map(decodedOnce));
    case 'join.skype.com':
      return consumer(segments(url));
    default: {
      const place = placeOf(url);
      return place === null ? null : meeting(place.user, place.id, null);
    }
  }
}

function recogniseAnywhere(url: URL, beside: Beside): JoinLink | null {
  const place = placeOf(url);
  if (place === null) return null;
  const label = plainHost(url).split('.')[0] ?? '';
  if (!SIMPLE_URL_HOST.test(label)) return null;
  if (!GENERATED_ID.test(place.id) || !/[A-Z]/.test(place.id) || NOT_A_USER.test(place.user)) return null;
  const found = meeting(place.user, place.id, null);
  // Exchange's calendar property names the conference, whatever it is called (section 9, CONFLINK).
  if (beside.text.includes(`focus:id:${place.id.toLowerCase()}`)) return found;
  // Where Skype is named, in the text or the host, the id may have no digit.
  if (SAYS_SO.test(beside.text) || !/^(?:meet|join)$/.test(label)) return found;
  // Elsewhere "join.…/…/CODE" is an invitation to anything.
  const mixed = /\d/.test(place.id) && !NAME_AND_NUMBER.test(place.id);
  return mixed && (label === 'meet' || place.meetInPath) ? found : null;
}

/** `,,<conference id>#`: the conference id is all that an attendee types. */
function fromDialString(keys: string): DialInState | null {
  return /^,+\d{3,12}#/.test(keys) ? 'open' : null;
}

export const skype: Platform = {
  id: 'skype',
  name: 'Skype',
  hosts: ['meet.lync.com', 'join.skype.com'],
  recognise,
  fingerprint: { hints: ['meet.', 'join.', 'lync', 'skype', 'sfb'], recognise: recogniseAnywhere },
  // Skype for Business has only its id. Of Skype for private people we know nothing.
  passcode: (evidence, link) =>
    link.key.startsWith(INVITE) ? passcodeIfSeen(evidence, link) : noPasscodeByDesign(evidence, link),
  dialIn(evidence, link) {
    if (link.key.startsWith(INVITE)) return phoneIfSeen(evidence);
    return dialInFrom(evidence, fromDialString, () => 'open');
  },
  examples: [
    {
      link: 'https://meet.examplestad.example/jan.devries/ABCD1234',
      beside: { text: 'conf:sip:jan.devries@examplestad.example;gruu;opaque=app:conf:focus:id:abcd1234' },
      id: 'ABCD1234',
    },
    {
      link: 'https://meet.lync.com/examplestad/jan.devries/45GZFH99',
      id: '45GZFH99',
      tenant: 'examplestad',
      room: 'unknown',
      opensWithoutTyping: false,
    },
    { link: 'https://meet.lync.com/examplestad/jan.devries/45GZFH99?sl=1', id: '45GZFH99' },
    { link: 'https://meet.lync.com/example.org/jan.devries/37JYLP71', tenant: 'example.org' },
    { link: 'https://meet.lync.com/onmicrosoft/examplestad/jan.devries/45GZFH99', tenant: 'examplestad' },
    { link: 'https://join.skype.com/AbCdEf123456', id: 'AbCdEf123456', room: 'unknown', tenant: null },
    { link: 'https://meet.example.org/jan.devries/3XZN1VDW', id: '3XZN1VDW', tenant: null, room: 'unknown' },
    { link: 'https://meet.example.org/jan.devries/3XZN1VDW?sl=1', id: '3XZN1VDW' },
    {
      link: 'https://meet.example.org/jan.devries/ABCDEFGH',
      beside: { text: 'join skype meeting' },
      id: 'ABCDEFGH',
    },
    { link: 'https://skype.example.org/jan.devries/3XZN1VDW', id: '3XZN1VDW' },
    {
      link: 'https://join.example.org/jan.devries/3XZN1VDW',
      beside: { text: 'help [!oc([1043])!]' },
      id: '3XZN1VDW',
    },
    { link: 'https://join.example.org/meet/jan.devries/3XZN1VDW', id: '3XZN1VDW' },
    { link: 'https://join.example.org/jan.devries/meet/3XZN1VDW', id: '3XZN1VDW' },
    { link: 'https://lync.example.org/example.org/Meet/jan.devries/3XZN1VDW', id: '3XZN1VDW' },
    { link: 'https://overleg.example.org/jan.devries/3XZN1VDW', ownServer: true, id: '3XZN1VDW' },
    { link: 'https://overleg.example.org/meet/jan.devries/071200', ownServer: true, id: '071200' },
  ],
  counterexamples: [
    { link: 'https://join.skype.com/', why: 'the start page' },
    { link: 'https://join.skype.com/invite/AbCdEf123456', why: 'an invitation to be somebody’s contact' },
    { link: 'https://join.skype.com/bot/0a1b2c3d-0000-4000-8000-00000000abcd', why: 'a bot' },
    { link: 'https://www.skype.com/nl/features/', why: 'a page about the product' },
    { link: 'https://meet.lync.com/', why: 'the start page' },
    { link: 'https://meet.lync.com/examplestad', why: 'an organisation, and no meeting' },
    {
      link: 'https://dialin.lync.com/0a1b2c3d-0000-4000-8000-00000000abcd',
      why: 'the list of phone numbers',
    },
    { link: 'https://dialin.example.org/jan.devries/3XZN1VDW', why: 'the page about phone numbers' },
    { link: 'https://meet.example.org/jan.devries/overleg', why: 'a name where the id would be' },
    { link: 'https://meet.example.org/jan.devries/OVERLEG', why: 'seven letters' },
    { link: 'https://meet.example.org/team/3XZN1VDW', why: 'no user, but a page about a team' },
    { link: 'https://meet.example.org/afdeling/RAAD2026', why: 'a room on another product’s server' },
    { link: 'https://join.example.org/jan.devries/3XZN1VDW', why: 'join.… without a sign of Skype' },
    { link: 'https://join.example.org/invite/AB12CD34', why: 'an invitation to something else' },
    { link: 'https://www.example.org/jan.devries/3XZN1VDW', why: 'a host that is not for meetings' },
    { link: 'https://skype.example.org/handleiding/installeren', why: 'a manual' },
    { link: 'https://meet.lync.com.evil.example/examplestad/jan/45GZFH99', why: 'another domain' },
  ],
};
