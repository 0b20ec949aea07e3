import { decodedOnce } from '../parameters.ts';
import { afterHost, isWebLink, type Wrapper, withBothSlashes } from './wrapper.ts';

/** Cisco Secure Email: a token, then the link as one more part of the path. */
export const cisco: Wrapper = {
  id: 'cisco',
  source: 'facts/meeting-links.md section 10, row Cisco',
  hints: ['secure-web.cisco.com'],
  hosts: ['secure-web.cisco.com'],
  inner(url) {
    const written = afterHost(url);
    const slash = written.indexOf('/', 1);
    if (slash < 2) return null;
    const rest = written.slice(slash + 1);
    const link = /^https?:\//i.test(rest)
      ? withBothSlashes(rest)
      : decodedOnce(url.pathname.split('/')[2] ?? '');
    return isWebLink(link) ? { link } : null;
  },
  examples: [
    {
      link: 'https://secure-web.cisco.com/1aB_c-dE3/https%3A%2F%2Fus02web.zoom.us%2Fj%2F84512345678%3Fpwd%3Da%252Bb%23success',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb#success' },
    },
    {
      link: 'http://secure-web.cisco.com/1aB_c-dE3/http%3A%2F%2Fmeet.google.com%2Fabc-defg-hij',
      inner: { link: 'http://meet.google.com/abc-defg-hij' },
    },
    {
      link: 'https://secure-web.cisco.com/1aB_c-dE3/https:/zoom.us/j/84512345678?pwd=a%2Bb',
      inner: { link: 'https://zoom.us/j/84512345678?pwd=a%2Bb' },
    },
  ],
  counterexamples: [
    {
      link: 'https://secure-web.cisco.com.evil.example/1aB/https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only begins with the gateway’s name',
    },
    {
      link: 'https://notsecure-web.cisco.com/1aB/https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only ends with the gateway’s name',
    },
    { link: 'https://secure-web.cisco.com/help/zoom.us', why: 'another page of the gateway' },
    {
      link: 'https://secure-web.cisco.com/https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'no token before the link',
    },
  ],
};
