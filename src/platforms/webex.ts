import { plainHost } from '../links/hosts.ts';
import { parameter } from '../links/parameters.ts';
import type { DialInState } from '../model.ts';
import { dialInFrom, type JoinLink, type Platform, passcodeFromTextAndLink, segments } from './platform.ts';

// facts/meeting-links.md section 2; S and S° unless a line says otherwise.

/** Clusters of the data centres, not tenants. */
const CLUSTER = /^(?:www|meet\d+|meeting[a-z]+\d+)$/;
const MTID = /^m?([0-9a-f]{16,64})$/i;
const HEX = /^[0-9a-f]{16,64}$/i;
const ROOM_NAME = /^[\w.-]{1,64}$/;

/** "examplestad" of examplestad.webex.com; "jan.my" of jan.my.webex.com; null for a cluster. */
function siteOf(host: string): string | null {
  const label = host.replace(/\.webex\.com(?:\.cn)?$/, '');
  return CLUSTER.test(label) || label === host ? null : label;
}

function recognise(url: URL): JoinLink | null {
  const path = segments(url);
  const site = siteOf(plainHost(url));
  const last = path.at(-1)?.toLowerCase();

  if (path.length === 2 && (path[0] === 'meet' || path[0] === 'join') && ROOM_NAME.test(path[1] ?? '')) {
    const name = path[1] ?? '';
    return {
      key: `room:${site}/${name.toLowerCase()}`,
      tenant: site,
      id: name,
      room: 'personal',
      opensWithoutTyping: false,
    };
  }

  const oneOff = (key: string, tenant: string | null, opensWithoutTyping = false): JoinLink => ({
    key: `meeting:${key.toLowerCase()}`,
    tenant: site ?? tenant,
    id: null,
    room: 'one-off',
    opensWithoutTyping,
  });

  if (path.length === 2 && last === 'j.php') {
    const mtid = MTID.exec(parameter(url.search, 'MTID') ?? '')?.[1];
    return mtid === undefined ? null : oneOff(mtid, path[0] ?? null);
  }
  // The form of 2012: PW holds a token that lets in without typing.
  if (path.length === 2 && last === 'e.php' && parameter(url.search, 'AT') === 'MI') {
    const event = parameter(url.search, 'EventID');
    return event === null ? null : oneOff(event, path[0] ?? null, (parameter(url.search, 'PW') ?? '') !== '');
  }
  const sites = path.indexOf('sites');
  const browserForm = path[0] === 'wbxmjs' || path[0] === 'webappng';
  if (browserForm && sites > 0 && path[sites + 2] === 'meeting') {
    const verb = path[sites + 3];
    const id = path[sites + 4] ?? '';
    const mtid = MTID.exec(parameter(url.search, 'MTID') ?? '')?.[1];
    if ((verb === 'info' || verb === 'download') && (HEX.test(id) || /^\d{9,12}$/.test(id)))
      return oneOff(mtid ?? id, path[sites + 1] ?? null);
  }
  return null;
}

/** `,,*01*<meeting>##*01*` asks nothing; `,,*01*<meeting>#<pin>#*01*` asks the numeric password. The short form likewise [R]. */
function fromDialString(keys: string): DialInState | null {
  const video = /^,+\*01\*\d{9,12}#(\d*)#\*01\*/.exec(keys);
  if (video !== null) return video[1] === '' ? 'open' : 'protected';
  const tap = /^,+\d{9,12}#(\d*)#/.exec(keys);
  return tap === null ? null : tap[1] === '' ? 'open' : 'protected';
}

export const webex: Platform = {
  id: 'webex',
  name: 'Webex',
  hosts: ['*.webex.com', '*.webex.com.cn'],
  recognise,
  passcode(evidence, link) {
    const state = passcodeFromTextAndLink(evidence, link);
    // Webex writes the password into its own invitation, or says that the host will give it. A link that somebody
    // pasted into a mail proves neither; only a personal room is known to have none.
    return state === 'absent' && link.room !== 'personal' && !evidence.wholeInvitation ? 'unknown' : state;
  },
  dialIn(evidence) {
    return dialInFrom(evidence, fromDialString, () => {
      // The web password does not protect the phone: only the numeric one does.
      if (evidence.phonePasscode) return 'protected';
      return evidence.passcode === 'withheld' || evidence.number === null ? 'unknown' : 'open';
    });
  },
  numberIn: (keys) => /^,+(?:\*01\*)?(\d{9,12})#/.exec(keys)?.[1] ?? null,
  examples: [
    {
      link: 'https://examplestad.webex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef',
      tenant: 'examplestad',
      room: 'one-off',
    },
    {
      link: 'https://examplestad.webex.com/meet/j.devries',
      tenant: 'examplestad',
      id: 'j.devries',
      room: 'personal',
    },
    { link: 'https://examplestad.webex.com/join/jan-devries', tenant: 'examplestad', room: 'personal' },
    {
      link: 'https://jan.my.webex.com/jan.my/j.php?MTID=m0123456789abcdef0123456789abcdef',
      tenant: 'jan.my',
    },
    {
      link: 'https://bureau.webex.com.cn/bureau/j.php?MTID=m0123456789abcdef0123456789abcdef',
      tenant: 'bureau',
    },
    {
      link: 'https://meet1234.webex.com/wbxmjs/joinservice/sites/examplestad/meeting/download/0123456789abcdef0123456789abcdef?siteurl=examplestad&MTID=m0123456789abcdef0123456789abcdef',
      tenant: 'examplestad',
      room: 'one-off',
    },
    {
      link: 'https://examplestad.webex.com/webappng/sites/examplestad/meeting/info/0123456789abcdef0123456789abcdef',
      room: 'one-off',
    },
    {
      link: 'https://examplestad.webex.com/examplestad/e.php?AT=MI&EventID=123456789&UID=0&PW=NYzI3&RT=MiM0',
      opensWithoutTyping: true,
    },
  ],
  counterexamples: [
    {
      link: 'https://examplestad.webex.com/examplestad/globalcallin.php?MTID=m0123456789abcdef0123456789abcdef',
      why: 'the list of phone numbers, although it carries an MTID',
    },
    {
      link: 'https://examplestad.webex.com/recordingservice/sites/examplestad/recording/playback/0123',
      why: 'a recording',
    },
    {
      link: 'https://examplestad.webex.com/examplestad/lsr.php?RCID=0123456789abcdef0123456789abcdef',
      why: 'a recording',
    },
    { link: 'https://examplestad.webex.com/webappng/sites/examplestad/dashboard', why: 'a page of the site' },
    {
      link: 'https://examplestad.webex.com/webappng/sites/examplestad/meeting/home',
      why: 'a page of the site',
    },
    { link: 'https://examplestad.webex.com/', why: 'the site’s root' },
    { link: 'https://help.webex.com/en-us/article/8zi8tq', why: 'help' },
    {
      link: 'https://examplestad.webex.com.evil.example/meet/j.devries',
      why: 'another domain that begins with a Webex host',
    },
  ],
};
