import { isIpAddress } from '../links/hosts.ts';
import type { Suspect } from './attack.ts';
import { invites } from './claims.ts';
import { isOneTypoAway, withoutDigits } from './confusables.ts';
import {
  BRANDS,
  imitatedFrom,
  imitatedOf,
  isGenuine,
  joinsMeeting,
  MAIN_HOSTS,
  mightJoin,
  PAIRS,
  registrable,
  wouldJoin,
} from './genuine.ts';

/**
 * Whether a host is made to be taken for a platform's or a gateway's. `sure`: the host alone says so. Otherwise it only resembles
 * `host`, as names of honest firms may: then the address must be that of a meeting there, or lead to a sign-in.
 */
export type Imitation =
  | { sure: true }
  | {
      sure: false;
      /** A host of the platform that it resembles. */
      host: string;
      /** So much like a platform's own that a sign-in there is enough. */
      signIn: boolean;
    };

/** Words that go with a platform's name to make it look like one of its own pages. */
const COMPANIONS = new Set(
  (
    'account accounts app apps auth call calls cisco client cloud com conf conference conferencing eu google gov help host id invitation ' +
    'invite join link live login logon mail meet meeting meetings microsoft ms my nl office online portal room secure security service ' +
    'services session signin sso support team teams uk update url us verify video web webinar'
  ).split(' '),
);
const SIGN_IN =
  /sign-?in|log-?in|\bsso\b|\bauth|verify|password|\baccount|\bjoin\b|launch|download|update|invit/i;
/** Whole hosts of this length, or of three labels, are not one letter apart by chance. */
const LONG_ENOUGH = 14;

/** The last answers: a mail asks for the same hosts again and again. */
const answers = new Map<string, Imitation | null>();
const MOST_ANSWERS = 1000;

/** Of an ASCII host; null when it imitates nothing we know. Costs little: a few comparisons for each known name. */
export function imitationBy(host: string): Imitation | null {
  const known = answers.get(host);
  if (known !== undefined) return known;
  if (answers.size >= MOST_ANSWERS) answers.clear();
  const answer = imitation(host);
  answers.set(host, answer);
  return answer;
}

function imitation(host: string): Imitation | null {
  if (host.length < 6 || isGenuine(host)) return null;
  const plain = withoutDigits(host);
  if (plain !== host && readsLikeGenuine(plain)) return { sure: true };
  return imitates(host);
}

/** What was written with digits, or with "rn" for "m". */
function readsLikeGenuine(plain: string): boolean {
  const domain = registrable(plain);
  return (
    isGenuine(plain) ||
    holdsGenuineHost(plain, domain) ||
    BRANDS.some(({ label }) => domain.startsWith(`${label}.`))
  );
}

function imitates(host: string): Imitation | null {
  const domain = registrable(host);
  const label = domain.split('.', 1)[0] ?? '';
  if (holdsGenuineHost(host, domain) || hasHyphensForDots(host)) return { sure: true };

  const labels = host.split('.');
  let resembled: Imitation | null = null;
  let from = host.lastIndexOf('.');
  for (let count = 2; count <= 5 && from > 0; count++) {
    from = host.lastIndexOf('.', from - 1);
    const tail = host.slice(from + 1);
    for (let length = tail.length - 1; length <= tail.length + 1; length++)
      for (const genuine of imitatedOf(count, length)) {
        if (!isOneTypoAway(tail, genuine.host)) continue;
        if (length >= LONG_ENOUGH || count > 2) return { sure: true };
        resembled ??= { sure: false, host: genuine.sample, signIn: false };
      }
  }
  const words = label.split('-');
  for (const brand of BRANDS) {
    if (brand.manyDomains !== true && hasCompanion(label, words, brand.label))
      return { sure: false, host: brand.host, signIn: true };
    const resembles =
      isDotless(label, brand.label, domain) ||
      label === brand.label ||
      isTypoOf(label, brand.label, domain) ||
      (brand.anywhere !== true && isInSubdomain(labels, brand.label));
    if (resembles) return { sure: false, host: brand.host, signIn: false };
  }
  for (const pair of PAIRS)
    if (holdsPair(host, words, pair.words)) return { sure: false, host: pair.host, signIn: true };
  return resembled;
}

/** "evilzoom.us" ends like zoom.us, but for the dot. */
function isDotless(label: string, brand: string, domain: string): boolean {
  const longer = label.length - brand.length;
  return longer > 0 && label.endsWith(brand) && isGenuine(domain.slice(longer));
}

/** `zoom.evil.example`, `zoom-us.evil.example`, `examplestad-webex-com.evil.example`. */
function isInSubdomain(labels: readonly string[], brand: string): boolean {
  return labels.slice(0, -2).some((label) => {
    if (!label.includes(brand)) return false;
    return label === brand || hasCompanion(label, label.split('-'), brand);
  });
}

/**
 * Both words one behind the other, as parts of the host or written as one. In the domain itself what stands with them must be words that a
 * platform would use: a course in Microsoft Teams may have a domain of its own.
 */
function holdsPair(
  host: string,
  inDomain: readonly string[],
  [first, second]: readonly [string, string],
): boolean {
  const parts = host.split(/[.-]/);
  const together = [`${first}${second}`, `${second}${first}`];
  const holds = parts.some(
    (part, index) =>
      together.includes(part) ||
      (part === first && parts[index + 1] === second) ||
      (part === second && parts[index + 1] === first),
  );
  if (!holds) return false;
  const own = new Set([first, second, ...together]);
  return (
    inDomain.every((word) => own.has(word) || COMPANIONS.has(word)) || !inDomain.some((word) => own.has(word))
  );
}

/**
 * One letter away. A short name is an ordinary word with one letter changed (room, weber): then the rest of the domain must be that
 * of the genuine one. A letter too many makes no word.
 */
function isTypoOf(label: string, brand: string, domain: string): boolean {
  if (!isOneTypoAway(label, brand)) return false;
  return brand.length > 6 || label.length > brand.length || isGenuine(brand + domain.slice(label.length));
}

/** `zoom.us.evil.example`, `zoom.us-join.example`: all of a genuine host, and then something else. */
function holdsGenuineHost(host: string, domain: string): boolean {
  let at = 0;
  for (const label of host.split('.')) {
    for (const genuine of imitatedFrom(label)) {
      if (!host.startsWith(genuine.host, at)) continue;
      const next = host.charAt(at + genuine.host.length);
      // "zoom.com.br" is a firm's own domain in a country whose domains end in ".com.br".
      if (next === '-' || (next === '.' && !domain.startsWith(`${genuine.host}.`))) return true;
    }
    at += label.length + 1;
  }
  // These also without a dot before them: `mymeet.jit.si-video.example`.
  return MAIN_HOSTS.some((genuine) => {
    const place = host.indexOf(genuine);
    const next = place === -1 ? '' : host.charAt(place + genuine.length);
    return next === '-' || (next === '.' && !domain.startsWith(`${genuine}.`));
  });
}

/** `eur01-safelinks-protection-outlook.com`: a genuine host of three labels or more with hyphens where its dots should be. */
function hasHyphensForDots(host: string): boolean {
  if (!host.includes('-')) return false;
  const labels = host.replaceAll('-', '.').split('.');
  for (let count = 3; count <= Math.min(labels.length, 5); count++) {
    const tail = labels.slice(-count).join('.');
    if (imitatedOf(count, tail.length).some((genuine) => genuine.host === tail)) return true;
  }
  return false;
}

/** Whether the brand stands in a label with words that a platform would use itself ("zoom-meeting", "joinwebex"). */
function hasCompanion(label: string, words: readonly string[], brand: string): boolean {
  if (!label.includes(brand)) return false;
  if (words.includes(brand)) return words.some((word) => COMPANIONS.has(word));
  if (label.startsWith(brand)) return COMPANIONS.has(label.slice(brand.length));
  return label.endsWith(brand) && COMPANIONS.has(label.slice(0, -brand.length));
}

/** The decision for a link: the imitation counts if it is sure, or if the rest of the address is that of a meeting or a sign-in. */
export function deceives(by: Imitation, suspect: Suspect): boolean {
  if (by.sure) return true;
  const { url } = suspect;
  if (wouldJoin(by.host, url)) return true;
  if (by.signIn) return url.pathname === '/' || SIGN_IN.test(url.pathname) || invites(suspect);
  return invites(suspect) && mightJoin(by.host, url);
}

/**
 * A platform's address in the path of another host (`https://evil.example/zoom.us/j/845…`), or a path that only one platform has.
 */
export function imitatesByPath({ url, host }: Suspect): boolean {
  if (isIpAddress(host) || isGenuine(host)) return false;
  if (/^\/(?:l\/meetup-join\/19(?::|%3a)|[\w.-]{1,64}\/j\.php$)/i.test(url.pathname))
    return wouldJoin('teams.microsoft.com', url) || wouldJoin('site.webex.com', url);
  const parts = url.pathname.split('/').slice(1, 12);
  return parts.some((part, index) => {
    if (!part.includes('.') || !isGenuine(part.toLowerCase())) return false;
    const inner = URL.parse(`https://${parts.slice(index).join('/')}${url.search}`);
    return inner !== null && joinsMeeting(inner);
  });
}
