import { hostIsIn, plainHost } from '../links/hosts.ts';
import { decodedOnce, parameter } from '../links/parameters.ts';
import type { DialInState } from '../model.ts';
import { dialInFrom, type JoinLink, type Platform, passcodeFromTextAndLink, segments } from './platform.ts';

// facts/meeting-links.md section 2; S and S° unless a line says otherwise.

const HOSTS = ['*.webex.com', '*.webex.com.cn'];
/** Clusters of the data centres, not tenants. */
const CLUSTER = /^(?:meet\d{1,6}|meeting[a-z]{1,20}\d{1,4})$/;
/** Webex's own pages. */
const OWN = new Set([
  'admin',
  'apphelp',
  'cart',
  'developer',
  'help',
  'settings',
  'signin',
  'status',
  'teams',
  'web',
  'www',
]);
/** "m" for a meeting. Public links also have "t" for a training and "e" for an event, which is a hexadecimal digit too. */
const MTID = /^[mt]?([0-9a-f]{16,64})$/i;
/** The id of the browser form; what follows it names one occurrence of a series. */
const MEETING_ID = /^([0-9a-f]{16,64}|\d{9,12})(?:_\w{1,40})?$/i;
/** A meeting's or an event's number in the old addresses. */
const NUMBER = /^\d{6,12}$/;
const NAME = /^[\w.-]{1,64}$/;

/** "examplestad" of examplestad.webex.com, "jan.my" of jan.my.webex.com. */
function labelOf(host: string): string {
  return host.replace(/\.webex\.com(?:\.cn)?$/, '');
}

/** The tenant that the host names; null for a cluster and for Webex's own pages. */
function siteOf(host: string): string | null {
  const label = labelOf(host);
  return /^[a-z0-9-]{1,63}(?:\.my)?$/.test(label) && !CLUSTER.test(label) && !OWN.has(label) ? label : null;
}

/** The tenant that the path names, where the host names none. */
function siteInPath(part: string | undefined): string | null {
  return part !== undefined && NAME.test(part) ? part.toLowerCase() : null;
}

/** A parameter's value, when it holds something that `shape` allows. */
function parameterLike(url: URL, name: string, shape: RegExp): string | null {
  const match = shape.exec(parameter(url.search, name) ?? '');
  return match === null ? null : (match[1] ?? match[0]);
}

function recognise(url: URL): JoinLink | null {
  return personalRoom(url) ?? scheduled(url) ?? browserForm(url);
}

/** `/meet/<name>`, `/join/<name>`, and the page of the site that they open (seen in public links, not in the facts). */
function personalRoom(url: URL): JoinLink | null {
  const host = plainHost(url);
  const path = segments(url);
  const site = siteOf(host);
  const room = (label: string | null, name: string | undefined): JoinLink | null => {
    const id = decodedOnce(name ?? '');
    if (label === null || !NAME.test(id)) return null;
    return {
      key: `room:${label}/${id.toLowerCase()}`,
      tenant: site,
      id,
      room: 'personal',
      opensWithoutTyping: false,
    };
  };
  // Free accounts have their rooms on a cluster: "meet1234.webex.com/meet/pr27413058812" (seen in public links).
  if (path.length === 2 && (path[0] === 'meet' || path[0] === 'join'))
    return OWN.has(labelOf(host)) ? null : room(labelOf(host), path[1]);
  const [app, sites, owner, dashboard, pmr, name] = path;
  if (
    path.length === 6 &&
    app === 'webappng' &&
    sites === 'sites' &&
    dashboard === 'dashboard' &&
    pmr === 'pmr'
  )
    return room(site ?? siteInPath(owner), name);
  return null;
}

/**
 * `/<site>/j.php?MTID=` and the older addresses. The facts have j.php and e.php; `k2/j.php` (trainings), `onstage/g.php` (events)
 * and `ED=` stand in many public invitations, `m.php?AT=JM&MK=` in Cisco's URL API. PW holds a token or password that lets in
 * without typing.
 */
function scheduled(url: URL): JoinLink | null {
  const path = segments(url);
  const page = path.slice(1).join('/').toLowerCase();
  const [kind, value] = ((): readonly ['meeting' | 'event' | 'number', string | null] => {
    const mtid = parameterLike(url, 'MTID', MTID);
    switch (page) {
      case 'j.php':
      case 'k2/j.php':
        return mtid === null ? ['event', parameterLike(url, 'ED', NUMBER)] : ['meeting', mtid];
      case 'onstage/g.php':
        return mtid === null ? ['number', parameterLike(url, 'd', NUMBER)] : ['meeting', mtid];
      case 'e.php':
        return ['event', parameterLike(url, 'AT', /^MI$/) && parameterLike(url, 'EventID', /^\w{6,64}$/)];
      case 'm.php':
        return ['number', parameterLike(url, 'AT', /^JM$/) && parameterLike(url, 'MK', NUMBER)];
      default:
        return ['meeting', null];
    }
  })();
  if (value === null) return null;
  return {
    key: `${kind}:${value.toLowerCase()}`,
    tenant: siteOf(plainHost(url)) ?? siteInPath(path[0]),
    id: kind === 'number' ? value : null,
    room: 'one-off',
    opensWithoutTyping: parameterLike(url, 'PW', /./) !== null,
  };
}

/** `/wbxmjs/joinservice/sites/<site>/meeting/download/<id>` and `/webappng/sites/<site>/meeting/info/<id>`. */
function browserForm(url: URL): JoinLink | null {
  const path = segments(url);
  const sites = path.indexOf('sites');
  const browser = (path[0] === 'wbxmjs' && sites === 2) || (path[0] === 'webappng' && sites === 1);
  if (!browser || path[sites + 2] !== 'meeting') return null;
  const verb = path[sites + 3];
  const id = MEETING_ID.exec(path[sites + 4] ?? '')?.[1];
  if ((verb !== 'info' && verb !== 'download') || id === undefined) return null;
  const short = nested(url);
  if (short !== null) return short;
  return {
    key: `meeting:${(parameterLike(url, 'MTID', MTID) ?? id).toLowerCase()}`,
    tenant: siteOf(plainHost(url)) ?? siteInPath(path[sites + 1]),
    id: null,
    room: 'one-off',
    opensWithoutTyping: false,
  };
}

/** The browser form may hold the shorter address in a parameter. */
function nested(url: URL): JoinLink | null {
  for (const pair of url.search.slice(1).split('&', 20)) {
    const inner = URL.parse(decodedOnce(pair.slice(pair.indexOf('=') + 1)));
    if (inner === null || (inner.protocol !== 'https:' && inner.protocol !== 'http:')) continue;
    const link = hostIsIn(plainHost(inner), HOSTS) ? scheduled(inner) : null;
    if (link !== null) return link;
  }
  return null;
}

/**
 * `,,*01*<meeting>##*01*` asks nothing; `,,*01*<meeting>#<pin>#*01*` asks the numeric password. The tap line has the same two
 * fields without `*01*`; with a password it is recalled only [R], and warns of nothing.
 */
function fromDialString(keys: string): DialInState | null {
  const match = /^,+(?:\*01\*)?\d{9,12}#,*(?:(#)|\d)/.exec(keys);
  return match === null ? null : match[1] === '#' ? 'open' : 'protected';
}

export const webex: Platform = {
  id: 'webex',
  name: 'Webex',
  hosts: HOSTS,
  recognise,
  tenant: siteOf,
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
      opensWithoutTyping: false,
    },
    {
      link: 'http://ExampleStad.Webex.com/examplestad/j.php?RGID=r0123&mtid=M0123456789ABCDEF0123456789ABCDEF&lang=nl_NL#top',
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
      link: 'https://examplestad.webex.com/meet/jan_de.vries-2/?siteurl=examplestad&launchApp=true&lang=nl',
      tenant: 'examplestad',
      id: 'jan_de.vries-2',
      room: 'personal',
    },
    {
      link: 'https://examplestad.webex.com/webappng/sites/examplestad/dashboard/pmr/j.devries?siteurl=examplestad',
      tenant: 'examplestad',
      id: 'j.devries',
      room: 'personal',
    },
    {
      link: 'https://meet1234.webex.com/meet/pr27413058812',
      tenant: null,
      id: 'pr27413058812',
      room: 'personal',
    },
    {
      link: 'https://jan.my.webex.com/jan.my/j.php?MTID=m0123456789abcdef0123456789abcdef',
      tenant: 'jan.my',
    },
    {
      link: 'https://bureau.webex.com.cn/bureau/j.php?MTID=m0123456789abcdef0123456789abcdef',
      tenant: 'bureau',
    },
    {
      link: 'https://meetingsemea12.webex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef',
      tenant: 'examplestad',
    },
    {
      link: 'https://meet1234.webex.com/wbxmjs/joinservice/sites/examplestad/meeting/download/fedcba9876543210fedcba9876543210?siteurl=examplestad&MTID=m0123456789abcdef0123456789abcdef',
      tenant: 'examplestad',
      room: 'one-off',
    },
    {
      link: 'https://examplestad.webex.com/wbxmjs/joinservice/sites/examplestad/meeting/download/fedcba9876543210fedcba9876543210?backUrl=https%3A%2F%2Fexamplestad.webex.com%2Fexamplestad%2Fj.php%3FMTID%3Dm0123456789abcdef0123456789abcdef',
      tenant: 'examplestad',
      room: 'one-off',
    },
    {
      link: 'https://examplestad.webex.com/webappng/sites/examplestad/meeting/info/0123456789abcdef0123456789abcdef',
      room: 'one-off',
    },
    {
      link: 'https://examplestad.webex.com/webappng/sites/examplestad/meeting/info/0123456789abcdef0123456789abcdef_20261201T090000Z?isPopupRegisterView=false',
      room: 'one-off',
    },
    {
      link: 'https://meetingsapac3.webex.com/webappng/sites/examplestad/meeting/download/0123456789abcdef0123456789abcdef?launchApp=true',
      tenant: 'examplestad',
      room: 'one-off',
    },
    {
      link: 'https://examplestad.webex.com/examplestad/e.php?AT=MI&EventID=123456789&UID=0&PW=NYzI3&RT=MiM0',
      opensWithoutTyping: true,
    },
    {
      link: 'https://examplestad.webex.com/examplestad/e.php?AT=MI&EventID=123456789&UID=0&PW=&RT=MiM0',
      opensWithoutTyping: false,
    },
    {
      link: 'https://examplestad.webex.com/examplestad/j.php?ED=123456789&UID=0&PW=NYzI3&RT=MiM0',
      room: 'one-off',
      opensWithoutTyping: true,
    },
    {
      link: 'https://examplestad.webex.com/examplestad/k2/j.php?MTID=t0123456789abcdef0123456789abcdef',
      tenant: 'examplestad',
      room: 'one-off',
    },
    {
      link: 'https://examplestad.webex.com/examplestad-nl/onstage/g.php?MTID=e0123456789abcdef0123456789abcdef',
      tenant: 'examplestad',
      room: 'one-off',
    },
    { link: 'https://examplestad.webex.com/examplestad/onstage/g.php?t=a&d=612345678', id: '612345678' },
    {
      link: 'https://examplestad.webex.com/examplestad/m.php?AT=JM&MK=612345678',
      id: '612345678',
      opensWithoutTyping: false,
    },
  ],
  counterexamples: [
    {
      link: 'https://examplestad.webex.com/examplestad/globalcallin.php?MTID=m0123456789abcdef0123456789abcdef',
      why: 'the list of phone numbers, although it carries an MTID',
    },
    {
      link: 'https://examplestad.webex.com/recordingservice/sites/examplestad/recording/playback/0123456789abcdef0123456789abcdef',
      why: 'a recording',
    },
    {
      link: 'https://examplestad.webex.com/webappng/sites/examplestad/recording/0123456789abcdef0123456789abcdef/playback',
      why: 'a recording',
    },
    {
      link: 'https://examplestad.webex.com/examplestad/lsr.php?RCID=0123456789abcdef0123456789abcdef',
      why: 'a recording',
    },
    {
      link: 'https://examplestad.webex.com/examplestad/ldr.php?RCID=0123456789abcdef0123456789abcdef',
      why: 'a recording to download',
    },
    { link: 'https://examplestad.webex.com/webappng/sites/examplestad/dashboard', why: 'a page of the site' },
    {
      link: 'https://examplestad.webex.com/webappng/sites/examplestad/dashboard?siteurl=examplestad',
      why: 'a page of the site',
    },
    {
      link: 'https://examplestad.webex.com/webappng/sites/examplestad/meeting/home',
      why: 'a page of the site',
    },
    {
      link: 'https://examplestad.webex.com/webappng/sites/examplestad/meeting/register/0123456789abcdef0123456789abcdef?ticket=0123',
      why: 'a registration',
    },
    {
      link: 'https://examplestad.webex.com/weblink/register/r0123456789abcdef0123456789abcdef',
      why: 'a registration [R]',
    },
    {
      link: 'https://examplestad.webex.com/examplestad/onstage/g.php?PRID=0123456789abcdef0123456789abcdef',
      why: 'a list of events to register for',
    },
    { link: 'https://examplestad.webex.com/', why: 'the site’s root' },
    { link: 'https://examplestad.webex.com/examplestad', why: 'the site’s root' },
    { link: 'https://examplestad.webex.com/meet', why: 'no room is named' },
    { link: 'https://examplestad.webex.com/examplestad/j.php?MTID=', why: 'no meeting is named' },
    {
      link: 'https://www.webex.com/msteams?confid=123456789&tenantkey=examplestad&domain=m.webex.com',
      why: 'how a room system dials into a Teams meeting; Teams has the link that joins',
    },
    { link: 'https://help.webex.com/en-us/article/8zi8tq', why: 'help' },
    { link: 'https://help.webex.com/join/meeting', why: 'a page of Webex’s own, whose host is no site' },
    { link: 'https://signin.webex.com/join', why: 'the page on which to type a number' },
    {
      link: 'https://examplestad.webex.com.evil.example/meet/j.devries',
      why: 'another domain that begins with a Webex host',
    },
    {
      link: 'https://examplestadwebex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef',
      why: 'another domain that ends with the same letters',
    },
  ],
};
