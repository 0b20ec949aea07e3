import { parameter } from '../parameters.ts';
import { type Wrapper, wrapping } from './wrapper.ts';

/** Facebook's redirect; "lm" is that of its pages for phones (public samples). */
export const facebook: Wrapper = {
  id: 'facebook',
  source: 'facts/meeting-links.md section 10, row Others',
  hints: ['l.facebook.com/l.php', 'lm.facebook.com/l.php'],
  hosts: ['l.facebook.com', 'lm.facebook.com'],
  inner(url) {
    return url.pathname === '/l.php' ? wrapping(parameter(url.search, 'u')) : null;
  },
  examples: [
    {
      link: 'https://l.facebook.com/l.php?u=https%3A%2F%2Fzoom.us%2Fj%2F84512345678%3Fpwd%3Da%252Bb&h=AT0x',
      inner: { link: 'https://zoom.us/j/84512345678?pwd=a%2Bb' },
    },
    {
      link: 'https://lm.facebook.com/l.php?h=AT0x&u=https%3A%2F%2Fmeet.jit.si%2FExamplestadRaad',
      inner: { link: 'https://meet.jit.si/ExamplestadRaad' },
    },
  ],
  counterexamples: [
    {
      link: 'https://l.facebook.com.evil.example/l.php?u=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only begins with the redirector’s name',
    },
    {
      link: 'https://evil.facebook.com/l.php?u=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only ends with the redirector’s name',
    },
    {
      link: 'https://l.facebook.com/sharer.php?u=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a page that shares a link, not the redirector',
    },
  ],
};
