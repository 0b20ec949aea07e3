import { parameter } from '../parameters.ts';
import { type Wrapper, wrapping } from './wrapper.ts';

/** Barracuda, Link Protection. */
export const barracuda: Wrapper = {
  id: 'barracuda',
  source: 'facts/meeting-links.md section 10, row Barracuda',
  hints: ['linkprotect.cudasvc.com'],
  hosts: ['linkprotect.cudasvc.com'],
  inner(url) {
    if (url.pathname !== '/url') return null;
    return wrapping(parameter(url.search, 'a') ?? parameter(url.search, 'u'));
  },
  examples: [
    {
      link: 'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fus02web.zoom.us%2fj%2f84512345678%3fpwd%3da%252Bb&c=E,1,abc,,&typo=1',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb' },
    },
    {
      link: 'https://linkprotect.cudasvc.com/url?c=E,1,abc&u=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij',
      inner: { link: 'https://meet.google.com/abc-defg-hij' },
    },
  ],
  counterexamples: [
    {
      link: 'https://linkprotect.cudasvc.com.evil.example/url?a=https%3a%2f%2fzoom.us%2fj%2f84512345678',
      why: 'a host that only begins with the gateway’s name',
    },
    {
      link: 'https://evil-linkprotect.cudasvc.com/url?a=https%3a%2f%2fzoom.us%2fj%2f84512345678',
      why: 'a host that only ends with the gateway’s name',
    },
    {
      link: 'https://linkprotect.cudasvc.com/report?a=https%3a%2f%2fzoom.us%2fj%2f84512345678',
      why: 'another page of the gateway',
    },
  ],
};
