import punycode from 'punycode/punycode.js';
import { asLatin } from '../attacks/confusables.ts';
import { forEachDestination, type Rule, shortened } from './rule.ts';

/** What a host with letters of other alphabets looks like to a reader; null where that cannot be written in plain letters. */
function asRead(host: string): string | null {
  let read: string;
  try {
    read = asLatin(punycode.toUnicode(host));
  } catch {
    return null;
  }
  return read !== host && /^[a-z0-9.-]{1,253}$/.test(read) ? read : null;
}

const GENUINE = 'https://examplestad.webex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef';

/** A link whose address is made to be taken for a meeting service's (facts/meeting-links.md section 11, forms to flag). */
export const lookalikeLink: Rule = {
  id: 'lookalike-link',
  level: 'warn',
  source: {
    title: 'CISA, Avoiding Social Engineering and Phishing Attacks: addresses that vary a genuine one',
    date: '2021-02-01',
    url: 'https://www.cisa.gov/news-events/news/avoiding-social-engineering-and-phishing-attacks',
  },
  check: (situation) =>
    forEachDestination(situation, (why, { host, shown }) => {
      switch (why) {
        case 'lookalike':
          return { substitutions: [shown] };
        case 'homoglyph': {
          const read = host === null ? null : asRead(host);
          return read === null
            ? { variant: why, substitutions: [shown] }
            : { variant: 'homoglyph-read', substitutions: [shown, shortened(read)] };
        }
        case 'userinfo':
        case 'ip-host':
        case 'backslash':
          return { variant: why, substitutions: [shown] };
        default:
          return null;
      }
    }),
  cases: [
    {
      name: 'a genuine host in front of another',
      text: 'https://zoom.us.evil.example/j/84512345678',
      finds: 1,
    },
    { name: 'a digit for a letter', text: 'https://zo0m.us/j/84512345678', finds: 1 },
    { name: 'a letter of another alphabet', text: 'https://zооm.us/j/84512345678', finds: 1 },
    { name: 'a name before the host', text: 'https://zoom.us@evil.example/j/84512345678', finds: 1 },
    { name: 'a bare number', text: 'https://203.0.113.7/j/84512345678', finds: 1 },
    { name: 'a backslash', text: 'https://evil.example\\@zoom.us/j/84512345678', finds: 1 },
    {
      name: 'beside a genuine meeting',
      text: `${GENUINE}\nhttps://zoom.us.evil.example/j/84512345678`,
      finds: 1,
    },
    {
      name: 'many links to one host are one finding',
      text: Array.from({ length: 50 }, (_, index) => `https://zoom.us.evil.example/j/845${index}`).join('\n'),
      finds: 1,
    },
    {
      name: 'many hosts are ten findings',
      text: Array.from({ length: 50 }, (_, index) => `https://zoom.us.evil${index}.example/j/8451`).join(
        '\n',
      ),
      finds: 10,
    },
    {
      name: 'a policy sets a level',
      text: 'https://zoom.us.evil.example/j/84512345678',
      policy: { rules: [{ rule: 'lookalike-link', level: 'block' }] },
      finds: ['block'],
    },
    {
      name: 'an exception for a host that only resembles one',
      text: 'https://zoom.partner.example/j/84512345678',
      policy: { exceptions: [{ rule: 'lookalike-link', host: 'zoom.partner.example', until: '2027-01-01' }] },
      finds: 0,
    },
    {
      name: 'an exception hides no other host, however many it covers',
      text: [
        ...Array.from({ length: 20 }, (_, index) => `https://zoom.us.n${index}.partner.example/j/8451`),
        'https://zoom.us.evil.example/j/84512345678',
      ].join('\n'),
      policy: { exceptions: [{ rule: 'lookalike-link', host: '*.partner.example', until: '2027-01-01' }] },
      finds: 1,
    },
    { name: 'a genuine meeting', text: GENUINE, finds: 0 },
    {
      name: 'an honest name in other letters',
      text: 'https://münchen.example/overleg\nhttps://zoom.us/j/84512345678?pwd=x',
      finds: 0,
    },
    { name: 'an article about Zoom', text: 'https://example.org/blog/zoom.us-tips', finds: 0 },
  ],
};
