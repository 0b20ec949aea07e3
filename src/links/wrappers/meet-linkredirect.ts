import { parameter } from '../parameters.ts';
import { type Wrapper, wrapping } from './wrapper.ts';

/** Google Meet's redirect, around links in a meeting's chat and description. */
export const meetLinkredirect: Wrapper = {
  id: 'meet-linkredirect',
  source: 'facts/meeting-links.md section 10, row Google Meet',
  hints: ['meet.google.com/linkredirect'],
  hosts: ['meet.google.com'],
  inner(url) {
    return url.pathname === '/linkredirect' ? wrapping(parameter(url.search, 'dest')) : null;
  },
  examples: [
    {
      link: 'https://meet.google.com/linkredirect?dest=https%3A%2F%2Fzoom.us%2Fj%2F84512345678%3Fpwd%3Da%252Bb',
      inner: { link: 'https://zoom.us/j/84512345678?pwd=a%2Bb' },
    },
    {
      link: 'https://meet.google.com/linkredirect?authuser=0&dest=https://meet.jit.si/ExamplestadRaad',
      inner: { link: 'https://meet.jit.si/ExamplestadRaad' },
    },
  ],
  counterexamples: [
    {
      link: 'https://meet.google.com/abc-defg-hij?dest=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a meeting, not the redirector',
    },
    {
      link: 'https://meet.google.com.evil.example/linkredirect?dest=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only begins with Meet’s name',
    },
    {
      link: 'https://notmeet.google.com/linkredirect?dest=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only ends with Meet’s name',
    },
  ],
};
