import { plainHost } from '../hosts.ts';
import { opaque, type Wrapper } from './wrapper.ts';

/** aka.ms and bit.ly by the facts [R]; the others are public services of the same kind. */
const HOSTS = [
  'aka.ms',
  'bit.ly',
  'buff.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  't.co',
  't.ly',
  'tiny.cc',
  'tinyurl.com',
  'v.gd',
];

/** Microsoft's help page on Teams, a line of its invitations (facts section 4). */
const TEAMS_HELP = '/jointeamsmeeting';

/** Short links: only the service knows where they lead, and their owner may change it at any time. */
export const shortener: Wrapper = {
  id: 'shortener',
  source: 'facts/meeting-links.md section 10, row Hornetsecurity … aka.ms, bit.ly [R]',
  hints: HOSTS.map((host) => `${host}/`),
  hosts: HOSTS,
  inner(url) {
    const path = url.pathname.toLowerCase();
    // One part: bit.ly/abc. What has more is a page of the service.
    if (!/^\/[^/]+\/?$/.test(path)) return null;
    return plainHost(url) === 'aka.ms' && path === TEAMS_HELP ? null : opaque(null);
  },
  examples: [
    { link: 'https://bit.ly/3aBcDeF', inner: { opaque: true, host: null } },
    { link: 'https://aka.ms/examplestad-raad', inner: { opaque: true, host: null } },
    { link: 'http://tinyurl.com/examplestad', inner: { opaque: true, host: null } },
  ],
  counterexamples: [
    { link: 'https://bit.ly/', why: 'the service’s own front page' },
    { link: 'https://bit.ly/pages/landing/example', why: 'a page of the service' },
    { link: 'https://bit.ly.evil.example/3aBcDeF', why: 'a host that only begins with the service’s name' },
    { link: 'https://notbit.ly/3aBcDeF', why: 'a host that only ends with the service’s name' },
    {
      link: 'https://aka.ms/JoinTeamsMeeting?omkt=nl-NL',
      why: 'the help page that each Teams invitation names',
    },
  ],
};
