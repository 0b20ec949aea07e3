import { parameter } from '../parameters.ts';
import { isWebLink, opaque, type Wrapper } from './wrapper.ts';

/** Hornetsecurity, ATP Scan. Opaque by the facts [R]; public samples have the link itself in `u`, which is then taken. */
export const hornetsecurity: Wrapper = {
  id: 'hornetsecurity',
  source: 'facts/meeting-links.md section 10, row Hornetsecurity [R]',
  hints: ['atpscan.global.hornetsecurity.com'],
  hosts: ['atpscan.global.hornetsecurity.com'],
  inner(url) {
    const link = parameter(url.search, 'u') ?? '';
    if (isWebLink(link)) return { link };
    return parameter(url.search, 'd') === null ? null : opaque(null);
  },
  examples: [
    {
      link: 'https://atpscan.global.hornetsecurity.com/?d=aBc&f=dEf&i=&k=gHi&m=jKl&n=mNo&r=pQr&s=0a1b&u=https%3A%2F%2Fzoom.us%2Fj%2F84512345678%3Fpwd%3Da%252Bb',
      inner: { link: 'https://zoom.us/j/84512345678?pwd=a%2Bb' },
    },
    {
      link: 'http://atpscan.global.hornetsecurity.com/index.php?atp_str=x&d=aBc&f=dEf',
      inner: { opaque: true, host: null },
    },
  ],
  counterexamples: [
    {
      link: 'https://atpscan.global.hornetsecurity.com.evil.example/?d=aBc&u=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only begins with the gateway’s name',
    },
    {
      link: 'https://evilatpscan.global.hornetsecurity.com/?d=aBc&u=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only ends with the gateway’s name',
    },
    { link: 'https://atpscan.global.hornetsecurity.com/help', why: 'another page of the gateway' },
  ],
};
