import { phrasesIn } from '../platforms/wording/phrases.ts';
import { wordsOf } from '../platforms/wording/words.ts';
import type { Suspect } from './attack.ts';
import { BRANDS, DISTINCTIVE_HOSTS, MAIN_HOSTS, PLATFORM_WORDS, wouldJoin } from './genuine.ts';

/**
 * Whether a link claims to lead into a meeting: somebody invites to it, a platform is named beside it or in it, or its address is that of
 * a meeting but for the host. Links to anything else may be as strange as they like.
 */
export function claimsMeeting(suspect: Suspect): boolean {
  return (
    invites(suspect) ||
    namesPlatform(suspect.href) ||
    looksLikeMeeting(suspect.url) ||
    (suspect.text !== null && speaksOfPlatform(suspect.text)) ||
    speaksOfPlatform(suspect.before)
  );
}

/** Somebody invites to a meeting by this link: it shows one, its words or those before it say so, or it is a calendar's property. */
export function invites({ property, shows, text, before }: Suspect): boolean {
  return property !== null || shows !== null || (text !== null && saysJoin(text)) || saysJoin(before);
}

function saysJoin(text: string): boolean {
  return phrasesIn(text, wordsOf(text)).some(({ kinds }) => kinds.has('join') || kinds.has('invitation'));
}

function speaksOfPlatform(text: string): boolean {
  const { folded } = wordsOf(text);
  return folded.some((word, index) => PLATFORM_WORDS.has(word) && !isEnlarging(word, folded[index + 1]));
}

/** "Zoom in" is about pictures. */
function isEnlarging(word: string, next: string | undefined): boolean {
  return word === 'zoom' && (next === 'in' || next === 'out');
}

/** In a script, "zoom" is a word of the language, and only a host names the platform. */
export function namesPlatform(href: string): boolean {
  const address = href.toLowerCase();
  const script = /^\s*(?:javascript|vbscript):/.test(address);
  return (
    BRANDS.some(({ label }) => address.includes(label) && !(script && label === 'zoom')) ||
    MAIN_HOSTS.some((host) => address.includes(host))
  );
}

/** An address that is a meeting's on one of the big platforms, and nothing else's anywhere. */
export function looksLikeMeeting(url: URL): boolean {
  return DISTINCTIVE_HOSTS.some((host) => wouldJoin(host, url));
}
