import { plainHost } from '../hosts.ts';
import { parameter } from '../parameters.ts';
import { afterHost, type Wrapper, wrapping } from './wrapper.ts';

/** google.<tld> in every country: google.com, google.cat, google.nl, google.co.uk, google.com.au. */
const GOOGLE = /^(?:www\.)?google\.(?:cat|com|[a-z]{2}|com?\.[a-z]{2})$/;
const ADVERTISING = 'www.googleadservices.com';
const AMP = '/amp/s/';

/** Google's redirect, as Calendar and Gmail put around links; its copies of fast pages; its advertisements. */
export const google: Wrapper = {
  id: 'google',
  source: 'facts/meeting-links.md section 10, row Google',
  hints: ['/url?', AMP, 'googleadservices.com/pagead/'],
  hosts: [ADVERTISING, 'google.com', 'www.google.com'],
  isHost: (host) => GOOGLE.test(host),
  inner(url) {
    if (plainHost(url) === ADVERTISING)
      return url.pathname.startsWith('/pagead/') ? wrapping(filled(url, 'adurl')) : null;
    if (url.pathname === '/url') return wrapping(filled(url, 'q') ?? filled(url, 'url'));
    if (url.pathname.startsWith(AMP)) return wrapping(`https://${afterHost(url).slice(AMP.length)}`);
    return null;
  },
  examples: [
    {
      link: 'https://www.google.com/url?q=https://meet.google.com/abc-defg-hij&sa=D&source=calendar&usg=AOvVaw0',
      inner: { link: 'https://meet.google.com/abc-defg-hij' },
    },
    {
      link: 'https://www.google.com/url?q=https://us02web.zoom.us/j/84512345678?pwd%3Da%252Bb&sa=D&source=calendar&ust=1700000000000000&usg=AOvVaw0',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb' },
    },
    {
      link: 'https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678%3Fpwd%3Dx',
      inner: { link: 'https://zoom.us/j/84512345678?pwd=x' },
    },
    {
      link: 'https://WWW.Google.NL/url?q=&url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      inner: { link: 'https://zoom.us/j/84512345678' },
    },
    {
      link: 'https://www.google.com/amp/s/zoom.us/j/84512345678',
      inner: { link: 'https://zoom.us/j/84512345678' },
    },
    {
      link: 'https://www.googleadservices.com/pagead/aclk?sa=L&ai=x&adurl=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
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
      link: 'https://www.evilgoogle.com/url?q=https://zoom.us/j/84512345678',
      why: 'a host that only ends with Google’s name',
    },
    {
      link: 'https://www.google.xyz/url?q=https://zoom.us/j/84512345678',
      why: 'a domain that Google does not use',
    },
    {
      link: `https://${'www.google.com'}@evil.example/url?q=https://zoom.us/j/1`,
      why: 'user-info before another host',
    },
    {
      link: 'https://www.google.com/search?q=https://zoom.us/j/84512345678',
      why: 'a search, not a redirect',
    },
    {
      link: 'https://www.googleadservices.com/pagead/aclk?sa=L&ai=x&q=&adurl=',
      why: 'an advertisement that does not tell its link',
    },
    {
      link: 'https://www.googleadservices.com.evil.example/pagead/aclk?adurl=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only begins with Google’s name',
    },
  ],
};

/** Google leaves parameters in place that it does not fill. */
function filled(url: URL, name: string): string | null {
  const value = parameter(url.search, name);
  return value === '' ? null : value;
}
