import { plainHost } from '../links/hosts.ts';
import { decodedOnce } from '../links/parameters.ts';
import {
  type Beside,
  type JoinLink,
  type Platform,
  passcodeFromTextAndLink,
  phoneIfSeen,
  segments,
} from './platform.ts';

// facts/meeting-links.md sections 6 and 8. A Nextcloud may stand in a folder of its host: [/<folder>][/index.php]/call/<token>.

const TOKEN = /^[a-z0-9]{4,32}$/i;
/** What a Nextcloud makes when nobody has changed its settings. */
const USUAL_TOKEN = /^[a-z0-9]{8}$/;
const DEEPEST_FOLDER = 3;
/** Parts of Nextcloud's own interfaces ("/apps/spreed/api/v4/call/<token>"): no folder of a host has such a name. */
const INTERNAL = /^(?:apps|ocs|api|remote|[\w-]+\.php)$/i;

/** The words that Talk writes before the link, or makes a link of. */
const ANNOUNCED = [
  'join the meeting now',
  'neem nu deel aan de vergadering',
  'jetzt an der besprechung teilnehmen',
  'rejoindre la réunion maintenant',
  'unirse ahora a la reunión',
  'partecipa ora alla riunione',
];
/** Its heading, and its help for guests. */
const NAMED = ['nextcloud talk', 'join_a_call_or_chat_as_guest'];

function recognise(url: URL): JoinLink | null {
  const path = segments(url).map(decodedOnce);
  const token = path.at(-1) ?? '';
  if (path.at(-2) !== 'call' || path.length > DEEPEST_FOLDER + 3 || !TOKEN.test(token)) return null;
  const folder = path.slice(0, -2).filter((part) => part !== 'index.php');
  if (folder.some((part) => INTERNAL.test(part))) return null;
  return {
    key: `call:${[plainHost(url), ...folder].join('/').toLowerCase()}/${token.toLowerCase()}`,
    tenant: null,
    id: token,
    room: 'unknown',
    opensWithoutTyping: false,
  };
}

function byFingerprint(url: URL, { text }: Beside): JoinLink | null {
  const link = recognise(url);
  const token = link?.id ?? '';
  if (link === null || !USUAL_TOKEN.test(token)) return null;
  if (NAMED.some((name) => text.includes(name))) return link;
  if (ANNOUNCED.some((words) => text.includes(words))) return link;
  // Eight letters may be a word of another PHP application ("/index.php/call/schedule"): then the host must say it too.
  const inIndex = segments(url).at(-3) === 'index.php';
  return inIndex && (/\d/.test(token) || /cloud/.test(plainHost(url))) ? link : null;
}

export const nextcloudTalk: Platform = {
  id: 'nextcloud-talk',
  name: 'Nextcloud Talk',
  hosts: [],
  recognise,
  fingerprint: { hints: ['/call/'], recognise: byFingerprint },
  passcode(evidence, link) {
    const state = passcodeFromTextAndLink(evidence, link);
    // Talk writes the password into its own invitation. A pasted link proves nothing: it may be a conversation for which one
    // must log in.
    return state === 'absent' && !evidence.wholeInvitation ? 'unknown' : state;
  },
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://cloud.example.org/call/a1b2c3d4',
      id: 'a1b2c3d4',
      tenant: null,
      room: 'unknown',
      opensWithoutTyping: false,
      ownServer: true,
    },
    { link: 'https://cloud.example.org/index.php/call/a1b2c3d4', id: 'a1b2c3d4', ownServer: true },
    {
      link: 'https://www.example.org/nextcloud/index.php/call/abcdefgh#message_12',
      id: 'abcdefgh',
      ownServer: true,
    },
    { link: 'https://www.example.org/nextcloud/call/a1b2c3d4/', id: 'a1b2c3d4', ownServer: true },
    { link: 'https://files.example.org/index.php/call/a1b2c3d4', id: 'a1b2c3d4' },
    { link: 'https://www.example.org/nextcloud/index.php/call/a1b2c3d4', id: 'a1b2c3d4' },
    { link: 'https://cloud.example.org/index.php/call/kdwpmzty', id: 'kdwpmzty' },
    {
      link: 'https://files.example.org/call/kdwpmzty',
      beside: {
        text: 'nextcloud talk join the meeting now: https://files.example.org/call/kdwpmzty password: geheim',
      },
    },
    {
      link: 'https://files.example.org/call/a1b2c3d4',
      beside: { text: 'neem nu deel aan de vergadering: https://files.example.org/call/a1b2c3d4' },
    },
    {
      link: 'https://files.example.org/call/a1b2c3d4',
      beside: { text: 'jetzt an der besprechung teilnehmen : <https://files.example.org/call/a1b2c3d4>' },
    },
  ],
  counterexamples: [
    { link: 'https://files.example.org/call/a1b2c3d4', why: 'an unknown host without a sign' },
    { link: 'https://cloud.example.org/index.php/apps/files/', why: 'files' },
    { link: 'https://cloud.example.org/index.php/apps/spreed/', why: 'the start page of Talk' },
    { link: 'https://cloud.example.org/index.php/s/a1b2c3d4', why: 'a shared file' },
    {
      link: 'https://cloud.example.org/index.php/apps/spreed/api/v4/call/a1b2c3d4',
      why: 'an interface for programs',
    },
    { link: 'https://cloud.example.org/index.php/login', why: 'the login' },
    { link: 'https://crm.example.org/index.php/call/schedule', why: 'a page of another application' },
    { link: 'https://crm.example.org/index.php/call/a1b2c3d4/edit', why: 'a page below it' },
    { link: 'https://crm.example.org/index.php/call/1234', why: 'a number of another application' },
  ],
};
