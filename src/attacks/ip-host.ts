import { isIpAddress } from '../links/hosts.ts';
import type { Attack, Suspect } from './attack.ts';
import { invites, looksLikeMeeting } from './claims.ts';
import { BRANDS } from './genuine.ts';

/** A meeting on a bare address. No platform has one; however it is written, URL() gives four numbers or brackets. */
export const ipHost: Attack = {
  why: 'ip-host',
  isIn: (suspect) =>
    isIpAddress(suspect.host) && (invites(suspect) || looksLikeMeeting(suspect.url) || namesBoth(suspect)),
  examples: [
    { href: 'https://203.0.113.7/j/84512345678' },
    { href: 'http://3405803783/j/84512345678?pwd=abc' },
    { href: 'http://0xCB007107/meet', text: 'Join Webex meeting' },
    { href: 'https://[2001:db8::7]/l/meetup-join/19%3ameeting_ZmFrZQ%40thread.v2/0' },
    { href: 'http://203.0.113.7/zoom/join' },
    { href: 'http://203.0.113.7/', property: 'X-MICROSOFT-SKYPETEAMSMEETINGURL' },
  ],
  counterexamples: [
    {
      href: 'http://10.0.0.5:8080/teams',
      before: 'Teams proxy at ',
      because: 'a server’s page about a platform',
    },
    {
      href: 'https://172.16.4.4/web/signin',
      before: 'Webex device web page: ',
      because: 'a device’s own page',
    },
    { href: 'https://203.0.113.10/webex-manual.pdf', text: 'Webex manual', because: 'a manual' },
    { href: 'http://192.0.2.10/status', because: 'a server’s page in a technical mail' },
    { href: 'https://203.0.113.7.example.org/j/84512345678', because: 'a name that begins with numbers' },
  ],
};

/** A platform's name in the address, and that one should join or sign in: `/zoom/join`. */
function namesBoth({ url, href }: Suspect): boolean {
  const address = href.toLowerCase();
  return (
    /\b(?:join|sign-?in|log-?in)\b/i.test(url.pathname) && BRANDS.some(({ label }) => address.includes(label))
  );
}
