import { parameter } from '../parameters.ts';
import { type Wrapper, wrapping } from './wrapper.ts';

/** google.<tld> in every country: one label (google.nl), or co/com and a country (google.co.uk, google.com.au). */
const GOOGLE = /^(?:www\.)?google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/;

/** Google's redirect, as Calendar and Gmail put around links. */
export const google: Wrapper = {
  id: 'google',
  source: 'facts/meeting-links.md section 10, row Google',
  hints: ['/url?', '/amp/s/'],
  hosts: [],
  isHost: (host) => GOOGLE.test(host),
  inner(url) {
    if (url.pathname === '/url') return wrapping(parameter(url.search, 'q') ?? parameter(url.search, 'url'));
    if (url.pathname.startsWith('/amp/s/'))
      return wrapping(`https://${url.pathname.slice('/amp/s/'.length)}${url.search}`);
    return null;
  },
  examples: [
    {
      link: 'https://www.google.com/url?q=https://meet.google.com/abc-defg-hij&sa=D&source=calendar&usg=AOvVaw0',
      inner: { link: 'https://meet.google.com/abc-defg-hij' },
    },
    {
      link: 'https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678%3Fpwd%3Dx',
      inner: { link: 'https://zoom.us/j/84512345678?pwd=x' },
    },
    {
      link: 'https://www.google.com/amp/s/zoom.us/j/84512345678',
      inner: { link: 'https://zoom.us/j/84512345678' },
    },
  ],
  counterexamples: [
    {
      link: 'https://www.google.com.evil.example/url?q=https://zoom.us/j/84512345678',
      why: 'not a host of Google’s',
    },
    {
      link: 'https://www.google.evil.com/url?q=https://zoom.us/j/84512345678',
      why: 'not a country’s domain',
    },
    {
      link: `https://${'www.google.com'}@evil.example/url?q=https://zoom.us/j/1`,
      why: 'user-info before another host',
    },
    {
      link: 'https://www.google.com/search?q=https://zoom.us/j/84512345678',
      why: 'a search, not a redirect',
    },
  ],
};
