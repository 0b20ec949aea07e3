import { parameter } from '../parameters.ts';
import { type Wrapper, wrapping } from './wrapper.ts';

/** Trend Micro, Time-of-Click Protection: one path on many hosts. URL() has undone "%2d" and "%2e" in a host. */
export const trendmicro: Wrapper = {
  id: 'trendmicro',
  source: 'facts/meeting-links.md section 10, row Trend Micro',
  hints: ['/wis/clicktime/'],
  hosts: ['*.trendmicro.com'],
  inner(url) {
    return url.pathname === '/wis/clicktime/v1/query' ? wrapping(parameter(url.search, 'url')) : null;
  },
  examples: [
    {
      link: 'https://ddec1-0-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=https%3a%2f%2fus02web%2ezoom%2eus%2fj%2f84512345678%3fpwd%3da%252Bb&umid=x&auth=y',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb' },
    },
    {
      link: 'https://cas5-0-urlprotect.trendmicro.com/wis/clicktime/v1/query?umid=x&url=https%3a%2f%2fmeet.google.com%2fabc%2ddefg%2dhij',
      inner: { link: 'https://meet.google.com/abc-defg-hij' },
    },
    {
      link: 'https://ddec1%2d0%2den%2dctp%2etrendmicro%2ecom:443/wis/clicktime/v1/query?url=https%3a%2f%2fzoom%2eus%2fj%2f84512345678&umid=x',
      inner: { link: 'https://zoom.us/j/84512345678' },
    },
  ],
  counterexamples: [
    {
      link: 'https://cas5-0-urlprotect.trendmicro.com.evil.example/wis/clicktime/v1/query?url=https%3a%2f%2fzoom.us%2fj%2f84512345678',
      why: 'a host that only begins with the gateway’s name',
    },
    {
      link: 'https://ctp.eviltrendmicro.com/wis/clicktime/v1/query?url=https%3a%2f%2fzoom.us%2fj%2f84512345678',
      why: 'a host that only ends with the gateway’s name',
    },
    {
      link: 'https://docs.trendmicro.com/search?url=https%3a%2f%2fzoom.us%2fj%2f84512345678',
      why: 'a page of the maker, not the redirector',
    },
  ],
};
