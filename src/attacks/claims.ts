import { phrasesIn } from '../platforms/wording/phrases.ts';
import { wordsOf } from '../platforms/wording/words.ts';
import type { Suspect } from './attack.ts';
import { BRANDS, PLATFORM_WORDS, wouldJoin } from './genuine.ts';

/**
 * Whether a link claims to lead into a meeting: by what it shows, by the words before it, by the calendar property that it is, or
 * because its address is that of a meeting but for the host. Links to anything else may be as strange as they like.
 */
export function claimsMeeting(suspect: Suspect): boolean {
  return (
    suspect.property !== null ||
    suspect.shows !== null ||
    (suspect.text !== null && speaksOfMeeting(suspect.text)) ||
    speaksOfMeeting(suspect.before) ||
    namesPlatform(suspect.href) ||
    looksLikeMeeting(suspect.url)
  );
}

function speaksOfMeeting(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.folded.some((word) => PLATFORM_WORDS.has(word)) ||
    phrasesIn(text, words).some(({ kinds }) => kinds.has('join') || kinds.has('invitation'))
  );
}

function namesPlatform(href: string): boolean {
  const address = href.toLowerCase();
  return BRANDS.some(({ label }) => address.includes(label)) || address.includes('jit.si');
}

/** The distinctive paths only: a path of one word would be a meeting on many platforms. */
export function looksLikeMeeting(url: URL): boolean {
  return ['zoom.us', 'site.webex.com', 'teams.microsoft.com', 'meet.google.com'].some((host) =>
    wouldJoin(host, url),
  );
}
