import { decodedOnce } from '../parameters.ts';
import { isWebLink, type Wrapper } from './wrapper.ts';

/** Amazon SES, which counts clicks: the link is one part of the path, the mail's numbers follow. */
export const awstrack: Wrapper = {
  id: 'awstrack',
  source: 'facts/meeting-links.md section 10, row Others',
  hints: ['awstrack.me/l0/'],
  hosts: ['*.awstrack.me'],
  inner(url) {
    const [, kind, written] = url.pathname.split('/');
    const link = kind === 'L0' ? decodedOnce(written ?? '') : '';
    return isWebLink(link) ? { link } : null;
  },
  examples: [
    {
      link: 'https://abc123.r.eu-west-1.awstrack.me/L0/https:%2F%2Fus02web.zoom.us%2Fj%2F84512345678%3Fpwd=a%252Bb%26from=addon/1/0102-0a1b-000000/xY_z-0=388',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb&from=addon' },
    },
    {
      link: 'https://abc123.r.us-east-1.awstrack.me/L0/https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij',
      inner: { link: 'https://meet.google.com/abc-defg-hij' },
    },
  ],
  counterexamples: [
    {
      link: 'https://abc123.r.eu-west-1.awstrack.me.evil.example/L0/https:%2F%2Fzoom.us%2Fj%2F84512345678/1/x',
      why: 'a host that only begins with the counter’s name',
    },
    {
      link: 'https://evilawstrack.me/L0/https:%2F%2Fzoom.us%2Fj%2F84512345678/1/x',
      why: 'a host that only ends with the counter’s name',
    },
    {
      link: 'https://abc123.r.eu-west-1.awstrack.me/I0/0102-0a1b-000000/x=388',
      why: 'the image that counts opening',
    },
    { link: 'https://abc123.r.eu-west-1.awstrack.me/L0/zoom.us/1/x', why: 'no whole link in the path' },
  ],
};
