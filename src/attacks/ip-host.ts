import type { Attack, Suspect } from './attack.ts';
import { claimsMeeting } from './claims.ts';

/** A meeting on a bare address. No platform has one; however it is written, URL() gives four numbers or brackets. */
export const ipHost: Attack = {
  why: 'ip-host',
  isIn: (suspect) => isAddress(suspect) && claimsMeeting(suspect),
  examples: [
    { href: 'https://203.0.113.7/j/84512345678' },
    { href: 'http://3405803783/j/84512345678?pwd=abc' },
    { href: 'http://0xCB007107/meet', text: 'Join Webex meeting' },
    { href: 'https://[2001:db8::7]/l/meetup-join/19%3ameeting_ZmFrZQ%40thread.v2/0' },
    { href: 'http://203.0.113.7/zoom/join' },
    { href: 'http://203.0.113.7/', property: 'X-MICROSOFT-SKYPETEAMSMEETINGURL' },
  ],
  counterexamples: [
    { href: 'http://192.0.2.10/status', because: 'a server’s page in a technical mail' },
    { href: 'https://203.0.113.7.example.org/j/84512345678', because: 'a name that begins with numbers' },
  ],
};

function isAddress({ host }: Suspect): boolean {
  return host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}
