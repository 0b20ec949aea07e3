import { decodedOnce } from '../links/parameters.ts';
import type { Attack, Suspect } from './attack.ts';
import { claimsMeeting } from './claims.ts';

/** `https://zoom.us@evil.example/`: what stands before the "@" is a name for logging in, not the host. */
export const userinfo: Attack = {
  why: 'userinfo',
  isIn: (suspect) => hasUserinfo(suspect) && (namesHost(suspect) || claimsMeeting(suspect)),
  examples: [
    { href: 'https://zoom.us@evil.example/j/84512345678' },
    { href: 'https://teams.microsoft.com:443@evil.example/l/meetup-join/19' },
    { href: 'https://examplestad.webex.com%2Fmeet%2Fjan@evil.example/' },
    { href: 'https://user:secret@evil.example/j/84512345678?pwd=abc' },
    { href: 'https://www.rijksoverheid.example@evil.example/meet/kabinet' },
    { href: 'https://zoom.us@203.0.113.7/j/84512345678' },
  ],
  counterexamples: [
    {
      href: 'https://jan:secret@files.example.org/report.pdf',
      because: 'a login for a file, which names no host',
    },
    { href: 'https://social.example/@zoom.us', because: 'an "@" in the path' },
    { href: 'https://lists.example.org/?to=jan@zoom.us', because: 'an address in the query' },
  ],
};

function hasUserinfo({ url }: Suspect): boolean {
  return (
    (url.protocol === 'https:' || url.protocol === 'http:') && (url.username !== '' || url.password !== '')
  );
}

/** The name is that of a host. */
function namesHost({ url }: Suspect): boolean {
  const name = decodedOnce(url.username).slice(0, 300);
  return /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,10}(?:[:/]|$)/u.test(name);
}
