import { parameter } from '../parameters.ts';
import { opaque, type Wrapper } from './wrapper.ts';

/** Symantec, Click-time Protection. Some of its links tell nothing but a number. */
export const symantec: Wrapper = {
  id: 'symantec',
  source: 'facts/meeting-links.md section 10, row Symantec',
  hints: ['clicktime.symantec.com'],
  hosts: ['clicktime.symantec.com'],
  inner(url) {
    if (url.pathname === '/') return null;
    const link = parameter(url.search, 'u');
    return link === null ? opaque(null) : { link };
  },
  examples: [
    {
      link: 'https://clicktime.symantec.com/15aBcDeF?h=gHi-jK=&u=https://us02web.zoom.us/j/84512345678?pwd%3Da%252Bb',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb' },
    },
    {
      link: 'https://clicktime.symantec.com/a/1/aBcDe=?d=fGhI&u=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij',
      inner: { link: 'https://meet.google.com/abc-defg-hij' },
    },
    { link: 'https://clicktime.symantec.com/3aBcDeFgH7Vc', inner: { opaque: true, host: null } },
  ],
  counterexamples: [
    {
      link: 'https://clicktime.symantec.com.evil.example/15aBc?u=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only begins with the gateway’s name',
    },
    {
      link: 'https://evilclicktime.symantec.com/15aBc?u=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only ends with the gateway’s name',
    },
    {
      link: 'https://clicktime.symantec.com/?u=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'no number of a link',
    },
  ],
};
