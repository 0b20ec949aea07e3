import { getDomain } from 'tldts-icann';
import { HostIndex, plainHost } from '../links/hosts.ts';
import { withPlainPath } from '../links/plain-path.ts';
import { wrapperOf } from '../links/unwrap.ts';
import { WRAPPERS } from '../links/wrappers/index.ts';
import { PLATFORMS } from '../platforms/index.ts';
import type { JoinLink } from '../platforms/platform.ts';
import { platformsAt } from '../platforms/recognise.ts';

/** The hosts that links imitate, and what is known of them. */

/** A platform's own domain as a whole is its maker's, also where nobody joins a meeting. */
const GENUINE = new HostIndex(
  PLATFORMS.flatMap(({ hosts }) => hosts.map((host) => registrable(host.replace(/^\*\./, '')))).flatMap(
    (domain) => [[domain, true] as const, [`*.${domain}`, true] as const],
  ),
);

/**
 * Services that put a genuine host before their own domain in good faith: Microsoft Defender for Cloud Apps, Netskope's reverse
 * proxy, Google Translate, the Internet Archive. [R]: they only ever take a warning away.
 */
const REVERSE_PROXIES = new HostIndex(
  ['*.mcas.ms', '*.mcas-gov.us', '*.goskope.com', '*.translate.goog', 'web.archive.org'].map((host) => [
    host,
    true,
  ]),
);

/** "zoom.us" of "us02web.zoom.us", by the Public Suffix List; the host itself where it has no registrable domain. */
export function registrable(host: string): string {
  return getDomain(host) ?? host;
}

/** Whether a host is a platform's or a gateway's own, or one that shows other hosts in good faith. */
export function isGenuine(host: string): boolean {
  return GENUINE.find(host).length > 0 || wrapperOf(host) !== null || REVERSE_PROXIES.find(host).length > 0;
}

/** Names as they stand before a domain's ending, with a host of the platform on which a link's path can be tried. */
interface Brand {
  label: string;
  /** A host of the platform that has meetings. */
  host: string;
  /** Organisations run it on hosts of their own, which they name after it. */
  anywhere?: true;
  /** The maker has many other products, and many domains that begin with its name. */
  manyDomains?: true;
}

/** Those whose names are worth imitating. Others are ordinary words, or too short to tell an imitation from chance. */
export const BRANDS: readonly Brand[] = [
  { label: 'zoom', host: 'zoom.us' },
  { label: 'zoomgov', host: 'zoomgov.com' },
  { label: 'webex', host: 'site.webex.com' },
  { label: 'microsoft', host: 'teams.microsoft.com', manyDomains: true },
  { label: 'google', host: 'meet.google.com', manyDomains: true },
  { label: 'jitsi', host: 'meet.jit.si', anywhere: true },
  { label: 'whereby', host: 'whereby.com' },
  { label: 'gotomeeting', host: 'global.gotomeeting.com' },
  { label: 'ringcentral', host: 'v.ringcentral.com' },
  { label: 'bluejeans', host: 'bluejeans.com' },
  { label: 'starleaf', host: 'meet.starleaf.com' },
  { label: 'lifesizecloud', host: 'call.lifesizecloud.com' },
  { label: 'skype', host: 'join.skype.com', anywhere: true },
  { label: 'livekit', host: 'meet.livekit.io', anywhere: true },
];

/** The hosts of the platforms that are imitated most, all below them included. */
export const MAIN_HOSTS = [
  'zoom.us',
  'zoom.com',
  'webex.com',
  'teams.microsoft.com',
  'teams.live.com',
  'meet.google.com',
  'meet.jit.si',
] as const;

/** Of these platforms an address of a meeting is like no other site's. */
export const DISTINCTIVE_HOSTS = [
  'zoom.us',
  'site.webex.com',
  'teams.microsoft.com',
  'meet.google.com',
] as const;

/** Two words that are a platform's name only together, in either order. */
export const PAIRS: readonly { words: readonly [string, string]; host: string }[] = [
  { words: ['teams', 'microsoft'], host: 'teams.microsoft.com' },
  { words: ['meet', 'google'], host: 'meet.google.com' },
  { words: ['meet', 'jit'], host: 'meet.jit.si' },
];

/** A host that is imitated as a whole, a platform's or a gateway's ("safelinks.protection.outlook.com"). */
interface Imitated {
  host: string;
  /** A host of the same owner on which a link's path can be tried. */
  sample: string;
}

const IMITATED: readonly Imitated[] = [
  ...new Map(
    [...PLATFORMS.flatMap(({ hosts }) => hosts), ...WRAPPERS.flatMap(({ hosts }) => hosts)]
      .map(
        (pattern): Imitated => ({ host: pattern.replace(/^\*\./, ''), sample: pattern.replace('*', 'site') }),
      )
      // Shorter ones stand in other hosts by chance.
      .filter(({ host }) => host.length >= 7)
      .map((one) => [one.host, one] as const),
  ).values(),
];

function grouped<Key>(key: (one: Imitated) => Key): ReadonlyMap<Key, readonly Imitated[]> {
  const groups = new Map<Key, Imitated[]>();
  for (const one of IMITATED) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return groups;
}

const NONE: readonly Imitated[] = [];
const BY_FIRST_LABEL = grouped(({ host }) => host.slice(0, host.indexOf('.')));
const BY_SHAPE = grouped(({ host }) => shapeOf(host.split('.').length, host.length));

/** One number for how many labels and letters a host has. */
function shapeOf(labels: number, length: number): number {
  return labels * 1000 + length;
}

/** The imitated hosts that begin with this label. */
export function imitatedFrom(label: string): readonly Imitated[] {
  return BY_FIRST_LABEL.get(label) ?? NONE;
}

/** The imitated hosts of so many labels and letters. */
export function imitatedOf(labels: number, length: number): readonly Imitated[] {
  return BY_SHAPE.get(shapeOf(labels, length)) ?? NONE;
}

/**
 * Whether the rest of the address would join a meeting if it stood behind this genuine host. Only what no other site has: a room that is
 * called by one word ("/meet/team", "/my/plan") may be any page.
 */
export function wouldJoin(host: string, url: URL): boolean {
  return linksBehind(host, url).some(isDistinctive);
}

/** The same for any meeting there. */
export function mightJoin(host: string, url: URL): boolean {
  return linksBehind(host, url).length > 0;
}

/** Whether an address as it stands joins a meeting on a platform's own host. */
export function joinsMeeting(url: URL): boolean {
  return linksAt(url).length > 0;
}

/** What "javascript:1" has behind its scheme is no path, and stands behind no host. */
function linksBehind(host: string, { pathname, search, hash }: URL): JoinLink[] {
  return pathname.startsWith('/') ? linksAt(new URL(`https://${host}${pathname}${search}${hash}`)) : [];
}

function linksAt(url: URL): JoinLink[] {
  const plain = withPlainPath(url);
  return platformsAt(plainHost(url)).flatMap((platform) => {
    const link = platform.recognise(plain);
    return link === null || link.joins === false ? [] : [link];
  });
}

function isDistinctive({ id, opensWithoutTyping, room }: JoinLink): boolean {
  const named = room === 'personal' || room === 'permanent' || room === 'unknown';
  return !named || opensWithoutTyping || (id !== null && /[\d.]/.test(id));
}

/** Words by which people name the platforms. */
export const PLATFORM_WORDS: ReadonlySet<string> = new Set([
  ...BRANDS.map(({ label }) => label),
  'teams',
  'videoconference',
  'videocall',
]);
