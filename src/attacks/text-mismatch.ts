import { decodedOnce } from '../links/parameters.ts';
import { wrapperOf } from '../links/unwrap.ts';
import type { Attack, Suspect } from './attack.ts';
import { isGenuine, MAIN_HOSTS, registrable } from './genuine.ts';

/**
 * The text shows one meeting's link, and a click opens another address. Only where a meeting is shown or opened: newsletters show
 * their own address and open a counter's, in good faith.
 */
export const textMismatch: Attack = {
  why: 'text-mismatch',
  isIn(suspect) {
    const { shows, joins, shownHost, host } = suspect;
    if (shownHost === null) return false;
    if (shows !== null && joins !== null) return differ(suspect);
    if (shows !== null) return !hidesWhereItLeads(suspect);
    // Another address is shown than that of the meeting that opens.
    if (joins !== null) return registrable(shownHost) !== registrable(host) && wrapperOf(shownHost) === null;
    // A platform's front door is shown, and something of nobody we know opens.
    return (
      showsFrontDoor(suspect) &&
      !isGenuine(host) &&
      registrable(shownHost) !== registrable(host) &&
      !hidesWhereItLeads(suspect) &&
      !holdsShown(suspect)
    );
  },
  examples: [
    { href: 'https://evil.example/login', text: 'https://zoom.us/j/84512345678' },
    { href: 'https://zoom.us/j/99999999999', text: 'https://zoom.us/j/84512345678' },
    { href: 'https://zoom.us/j/84512345678', text: 'https://teams.microsoft.com/meet/3456789012345' },
    { href: 'https://bit.ly/3abcdef', text: 'https://zoom.us/j/84512345678' },
    { href: 'https://zoom.us/j/84512345678', text: 'https://overleg.example.gov/kabinet' },
    { href: 'https://evil.example/', text: 'https://examplestad.webex.com/' },
    { href: 'http://evil.example/?r=zoom.us', text: 'https://zoom.us/j/84512345678' },
    {
      href: 'https://evil.example/?next=https://zoom.us/j/84512345678',
      text: 'https://zoom.us/j/84512345678',
    },
    { href: 'https://evil.example/2', text: 'teams.microsoft.com/l/meetup-join/19:meeting_x' },
  ],
  counterexamples: [
    { href: 'https://zoom.us/j/84512345678', text: 'https://zoom.us/j/84512345678', because: 'the same' },
    {
      href: 'https://us02web.zoom.us/j/84512345678?pwd=abc',
      text: 'zoom.us/j/84512345678',
      because: 'one meeting',
    },
    { href: 'https://zoom.us/j/84512345678', text: 'Join Zoom Meeting', because: 'shows no address' },
    {
      href: 'https://click.news.example/?id=1',
      text: 'https://www.bank.example/',
      because: 'no meeting at all',
    },
    {
      href: 'https://protect-eu.mimecast.com/s/AbCdEf?domain=zoom.us',
      text: 'https://zoom.us/j/84512345678',
      because: 'a gateway that hides the link it holds',
    },
  ],
};

function differ({ shows, joins }: Suspect): boolean {
  if (shows === null || joins === null) return false;
  if (shows.platform !== joins.platform) return true;
  const [shownKind, shown] = [kindOf(shows.link.key), shows.link.key];
  // Two forms of one meeting's link cannot be compared; two of one form can.
  return shownKind === kindOf(joins.link.key) && shown !== joins.link.key;
}

const kindOf = (key: string): string => key.slice(0, key.indexOf(':'));

/** A gateway that hides its link may well lead to what is shown. A short link may lead anywhere. */
function hidesWhereItLeads({ host }: Suspect): boolean {
  const wrapper = wrapperOf(host);
  return wrapper !== null && wrapper.id !== 'shortener';
}

/** The whole shown link in the address, as the counters of newsletters have it. */
function holdsShown({ host, written, shown }: Suspect): boolean {
  if (shown === null) return false;
  const address = shown.replace(/^https?:\/\//i, '');
  const rest = written.slice(written.indexOf(host) + host.length);
  return rest.includes(address) || decodedOnce(rest).includes(address);
}

/** The start page, the sign-in or the beginning of a meeting's link; newsletters show help and prices, too. */
function showsFrontDoor({ shown, shownHost }: Suspect): boolean {
  if (shown === null || shownHost === null || !isMainHost(shownHost)) return false;
  return /^(?:https?:\/\/)?[^/?#]{1,253}(?:\/?$|\/(?:sign-?in|log-?in|join|l\/meetup-join|meet|j|my|s|w|wc|[\w.-]{1,64}\/j\.php)\b)/i.test(
    shown,
  );
}

function isMainHost(host: string): boolean {
  return MAIN_HOSTS.some((main) => host === main || host.endsWith(`.${main}`));
}
