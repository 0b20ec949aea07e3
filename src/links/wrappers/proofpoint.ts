import { base64Text } from '../base64.ts';
import { decodedOnce, parameter } from '../parameters.ts';
import { afterHost, type Wrapper, withBothSlashes, wrapping } from './wrapper.ts';

const V3_START = '/v3/__';
const V3_END = '__;';
/** Place + 2 in this row is how many characters "**X" stands for. */
const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SHORTEST_RUN = 2;

/** Proofpoint, URL Defense: three generations, all of them still in mail. */
export const proofpoint: Wrapper = {
  id: 'proofpoint',
  // The facts name the first two hosts; the two for the United States' government are in public decoders and samples.
  source: 'facts/meeting-links.md section 10, rows Proofpoint v1, v2 and v3',
  hints: ['urldefense.'],
  hosts: ['urldefense.proofpoint.com', 'urldefense.com', 'urldefense.proofpoint.us', 'urldefense.us'],
  inner(url) {
    if (url.pathname === '/v1/url') return wrapping(parameter(url.search, 'u'));
    if (url.pathname === '/v2/url') return wrapping(v2(parameter(url.search, 'u')));
    const written = afterHost(url);
    if (!written.startsWith(V3_START)) return null;
    // Proofpoint leaves no "%" in a link. Where there are some, a mail program has escaped the whole once more.
    return wrapping(v3(written) ?? v3(decodedOnce(written)));
  },
  examples: [
    {
      link: 'https://urldefense.proofpoint.com/v1/url?u=https%3A%2F%2Fus02web.zoom.us%2Fj%2F84512345678%3Fpwd%3Da%252Bb&k=x',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb' },
    },
    {
      link: 'https://urldefense.proofpoint.com/v2/url?u=https-3A__us02web.zoom.us_j_84512345678-3Fpwd-3Da-5Fb-2Dc-252B&d=DwMF&c=x&r=y&m=z&s=w&e=',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a_b-c%2B' },
    },
    {
      link: 'https://urldefense.us/v2/url?u=https-3A__zoomgov.com_j_1612345678&d=DwIGaQ&c=x',
      inner: { link: 'https://zoomgov.com/j/1612345678' },
    },
    {
      link: 'https://urldefense.com/v3/__https://meet.google.com/abc-defg-hij__;!!AbCdEf12!x_y-Z$',
      inner: { link: 'https://meet.google.com/abc-defg-hij' },
    },
    {
      link: 'https://urldefense.com/v3/__https:/zoom.us/j/84512345678?pwd=a__b;c__;!!AbCdEf12!x_y-Z$',
      inner: { link: 'https://zoom.us/j/84512345678?pwd=a__b;c' },
    },
    {
      link: 'https://urldefense.com/v3/__https://teams.microsoft.com/l/meetup-join/19*3ameeting_x*40thread.v2/0__;JSU!!AbCdEf12!x$',
      inner: { link: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0' },
    },
    {
      link: 'https://urldefense.us/v3/__https://meet.jit.si/Caf**A*5__;w6knIg!!AbCdEf12!x$',
      inner: { link: 'https://meet.jit.si/Café\'"5' },
    },
    {
      link: 'https://urldefense.proofpoint.us/v3/__https://zoom.us/j/84512345678?pwd=a%2A__%3BKw!!AbCdEf12!x$',
      inner: { link: 'https://zoom.us/j/84512345678?pwd=a+' },
    },
  ],
  counterexamples: [
    {
      link: 'https://urldefense.com.evil.example/v3/__https://zoom.us/j/84512345678__;!!x!y$',
      why: 'a host that only begins with the gateway’s name',
    },
    {
      link: 'https://evilurldefense.com/v3/__https://zoom.us/j/84512345678__;!!x!y$',
      why: 'a host that only ends with the gateway’s name',
    },
    {
      link: 'https://urldefense.proofpoint.com/help/url?u=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'another page of the gateway',
    },
    {
      link: 'https://urldefense.com/v3/__https://zoom.us/j/84512345678?pwd=***__;Kw!!x!y$',
      why: 'fewer characters than the link has places for',
    },
    {
      link: 'https://urldefense.com/v3/__https://zoom.us/j/84512345678__;Kw!!x!y$',
      why: 'more characters than the link has places for',
    },
    {
      link: 'https://urldefense.com/v3/__https://zoom.us/j/84512345678?pwd=*__;_w!!x!y$',
      why: 'characters that are no UTF-8',
    },
    { link: 'https://urldefense.com/v3/__https://zoom.us/j/84512345678', why: 'cut off before its end' },
    {
      link: 'https://urldefense.proofpoint.com/v2/url?u=https-3A__zoom.us_j_8-ZZ&d=x',
      why: 'a broken percent sequence inside',
    },
  ],
};

/** "-" stands for "%", "_" for "/". */
function v2(written: string | null): string | null {
  if (written === null) return null;
  try {
    return decodeURIComponent(written.replaceAll('-', '%').replaceAll('_', '/'));
  } catch {
    return null;
  }
}

/**
 * "*" stands for one character that was taken out of the link, "**X" for a run of them; what was taken out follows behind the
 * link, in order, as base64 of UTF-8. Null when the two do not fit each other.
 */
function v3(written: string): string | null {
  // The last one: a link may itself hold "__;", what follows it holds no ";".
  const end = written.lastIndexOf(V3_END);
  if (!written.startsWith(V3_START) || end < V3_START.length) return null;
  const text = base64Text(written.slice(end + V3_END.length).split('!', 1)[0] ?? '');
  if (text === null) return null;
  const link = withBothSlashes(written.slice(V3_START.length, end));
  const takenOut = Array.from(text);
  let taken = 0;
  let whole = '';
  for (let at = 0; at < link.length; at++) {
    const character = link.charAt(at);
    if (character !== '*') {
      whole += character;
      continue;
    }
    let count = 1;
    if (link[at + 1] === '*') {
      const run = link[at + 2];
      if (run === undefined || !RUNS.includes(run)) return null;
      count = RUNS.indexOf(run) + SHORTEST_RUN;
      at += 2;
    }
    whole += takenOut.slice(taken, taken + count).join('');
    taken += count;
  }
  return taken === takenOut.length ? whole : null;
}
