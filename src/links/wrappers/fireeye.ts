import { parameter } from '../parameters.ts';
import { afterHost, isWebLink, type Wrapper, wrapping } from './wrapper.ts';

const NAME = /[?&]u=/;

/** FireEye, now Trellix: the link comes last, and often as it is; then all that follows belongs to it. */
export const fireeye: Wrapper = {
  id: 'fireeye',
  source: 'facts/meeting-links.md section 10, row FireEye/Trellix',
  hints: ['protect.fireeye.com', 'protect2.fireeye.com'],
  hosts: ['protect.fireeye.com', 'protect2.fireeye.com'],
  inner(url) {
    if (url.pathname !== '/url' && url.pathname !== '/v1/url') return null;
    const written = afterHost(url);
    const at = written.search(NAME);
    const tail = at < 0 ? '' : written.slice(at + '&u='.length);
    return wrapping(isWebLink(tail) ? tail : parameter(url.search, 'u'));
  },
  examples: [
    {
      link: 'https://protect2.fireeye.com/v1/url?k=1a2b-3c&q=1&e=4d5e&u=https%3A%2F%2Fus02web.zoom.us%2Fj%2F84512345678%3Fpwd%3Da%252Bb%26from%3Daddon',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb&from=addon' },
    },
    {
      link: 'https://protect2.fireeye.com/url?k=1a2b.3c&u=https://us02web.zoom.us/j/84512345678?pwd=a%2Bb&from=addon#success',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb&from=addon#success' },
    },
    {
      link: 'https://protect.fireeye.com/v1/url?u=https://meet.google.com/abc-defg-hij',
      inner: { link: 'https://meet.google.com/abc-defg-hij' },
    },
  ],
  counterexamples: [
    {
      link: 'https://protect2.fireeye.com.evil.example/v1/url?k=1&u=https://zoom.us/j/84512345678',
      why: 'a host that only begins with the gateway’s name',
    },
    {
      link: 'https://evil.protect2.fireeye.com/v1/url?k=1&u=https://zoom.us/j/84512345678',
      why: 'a host that only ends with the gateway’s name',
    },
    {
      link: 'https://protect2.fireeye.com/v1/about?u=https://zoom.us/j/84512345678',
      why: 'another page of the gateway',
    },
  ],
};
