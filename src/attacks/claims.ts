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
    words.folded.some(
      (word, index) => PLATFORM_WORDS.has(word) && !isEnlarging(word, words.folded[index + 1]),
    ) || phrasesIn(text, words).some(({ kinds }) => kinds.has('join') || kinds.has('invitation'))
  );
}

/** "Zoom in" is about pictures. */
function isEnlarging(word: string, next: string | undefined): boolean {
  return word === 'zoom' && (next === 'in' || next === 'out');
}

/** In a script, "zoom" is a word of the language, and only a host names the platform. */
function namesPlatform(href: string): boolean {
  const address = href.toLowerCase();
  const script = /^\s*(?:javascript|vbscript):/.test(address);
  return (
    BRANDS.some(({ label }) => address.includes(label) && !(script && label === 'zoom')) ||
    /zoom\.(?:us|com)|jit\.si/.test(address)
  );
}

/** The distinctive paths only: a path of one word would be a meeting on many platforms. */
export function looksLikeMeeting(url: URL): boolean {
  return ['zoom.us', 'site.webex.com', 'teams.microsoft.com', 'meet.google.com'].some((host) =>
    wouldJoin(host, url),
  );
}
