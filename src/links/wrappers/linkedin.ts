import { parameter } from '../parameters.ts';
import { type Wrapper, wrapping } from './wrapper.ts';

/** LinkedIn's redirect: the one of the facts, and its successor, which many public samples show. */
const PATHS: ReadonlySet<string> = new Set(['/redir/redirect', '/safety/go']);

export const linkedin: Wrapper = {
  id: 'linkedin',
  source: 'facts/meeting-links.md section 10, row Others',
  hints: ['linkedin.com/redir/', 'linkedin.com/safety/go'],
  hosts: ['linkedin.com', 'www.linkedin.com'],
  inner(url) {
    return PATHS.has(url.pathname.replace(/\/$/, '')) ? wrapping(parameter(url.search, 'url')) : null;
  },
  examples: [
    {
      link: 'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678%3Fpwd%3Da%252Bb&urlhash=x',
      inner: { link: 'https://zoom.us/j/84512345678?pwd=a%2Bb' },
    },
    {
      link: 'https://www.linkedin.com/safety/go/?url=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij&trk=x',
      inner: { link: 'https://meet.google.com/abc-defg-hij' },
    },
  ],
  counterexamples: [
    {
      link: 'https://www.linkedin.com.evil.example/redir/redirect?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only begins with LinkedIn’s name',
    },
    {
      link: 'https://evil-linkedin.com/redir/redirect?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only ends with LinkedIn’s name',
    },
    {
      link: 'https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a page that shares a link, not the redirector',
    },
  ],
};
