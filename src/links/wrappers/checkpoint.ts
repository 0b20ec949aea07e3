import { decodedOnce } from '../parameters.ts';
import { afterHost, type Wrapper, withBothSlashes } from './wrapper.ts';

/** The second form; "r01" is where the customer's data is kept. Public samples go beyond the r01 and r02 of the facts. */
const START = /^\/v2\/(?:r\d{2}\/)?___/;
const END = '___';

/** Check Point Harmony, formerly Avanan: the link as it is between three "_". */
export const checkpoint: Wrapper = {
  id: 'checkpoint',
  source: 'facts/meeting-links.md section 10, row Check Point',
  hints: ['protect.checkpoint.com/v2/', 'url.avanan.click/v2/'],
  hosts: ['protect.checkpoint.com', 'url.avanan.click'],
  inner(url) {
    const written = afterHost(url);
    const start = START.exec(written)?.[0].length;
    // The last one: a link may itself hold "___", what follows it does not.
    const end = written.lastIndexOf(END);
    if (start === undefined || end <= start) return null;
    const link = written.slice(start, end);
    return { link: withBothSlashes(/^https?%3a/i.test(link) ? decodedOnce(link) : link) };
  },
  examples: [
    {
      link: 'https://protect.checkpoint.com/v2/___https://us02web.zoom.us/j/84512345678?pwd=a%2Bb#success___.YzJ1OmV4YW1wbGU6YzpvOg',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb#success' },
    },
    {
      link: 'https://protect.checkpoint.com/v2/r01/___https:/meet.google.com/abc-defg-hij___.YzJ1OmV4YW1wbGU6YzpvOg',
      inner: { link: 'https://meet.google.com/abc-defg-hij' },
    },
    {
      link: 'https://protect.checkpoint.com/v2/r02/___https%3A//meet.jit.si/Raad___Plein_____.YzJ1OmV4YW1wbGU6YzpvOg',
      inner: { link: 'https://meet.jit.si/Raad___Plein__' },
    },
    {
      link: 'https://url.avanan.click/v2/r01/___https://zoom.us/j/84512345678___.YXAzOmV4YW1wbGU6YTpvOg',
      inner: { link: 'https://zoom.us/j/84512345678' },
    },
  ],
  counterexamples: [
    {
      link: 'https://protect.checkpoint.com.evil.example/v2/___https://zoom.us/j/84512345678___.YzJ1',
      why: 'a host that only begins with the gateway’s name',
    },
    {
      link: 'https://evil-url.avanan.click/v2/___https://zoom.us/j/84512345678___.YzJ1',
      why: 'a host that only ends with the gateway’s name',
    },
    {
      link: 'https://protect.checkpoint.com/blog/___https://zoom.us/j/84512345678___.YzJ1',
      why: 'another page of the gateway',
    },
    {
      link: 'https://protect.checkpoint.com/v2/___https://zoom.us/j/84512345678',
      why: 'cut off before its end',
    },
  ],
};
