import { parameter } from '../parameters.ts';
import { type Wrapper, wrapping } from './wrapper.ts';

/** Slack's redirect, which stays around links that are copied from a conversation. */
export const slack: Wrapper = {
  id: 'slack',
  source: 'facts/meeting-links.md section 10, row Others',
  hints: ['slack-redir.net'],
  hosts: ['slack-redir.net'],
  inner(url) {
    return url.pathname === '/link' ? wrapping(parameter(url.search, 'url')) : null;
  },
  examples: [
    {
      link: 'https://slack-redir.net/link?url=https%3A%2F%2Fus02web.zoom.us%2Fj%2F84512345678%3Fpwd%3Da%252Bb&v=3',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb' },
    },
  ],
  counterexamples: [
    {
      link: 'https://slack-redir.net.evil.example/link?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only begins with the redirector’s name',
    },
    {
      link: 'https://evilslack-redir.net/link?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only ends with the redirector’s name',
    },
    {
      link: 'https://slack-redir.net/help?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'another page of the redirector',
    },
  ],
};
