import { isRecord } from '../../record.ts';
import { base64Text } from '../base64.ts';
import { parameter } from '../parameters.ts';
import { type Wrapper, wrapping } from './wrapper.ts';

/** Mandrill, which counts clicks. `p` is base64 of JSON, whose "p" is JSON once more, whose "url" is the link. */
export const mandrill: Wrapper = {
  id: 'mandrill',
  source: 'facts/meeting-links.md section 10, row Others',
  hints: ['mandrillapp.com/track/click'],
  hosts: ['mandrillapp.com', '*.mandrillapp.com'],
  inner(url) {
    // Its first form, which public samples show, has the link itself.
    if (url.pathname === '/track/click.php') return wrapping(parameter(url.search, 'url'));
    if (url.pathname !== '/track/click' && !url.pathname.startsWith('/track/click/')) return null;
    const outer = base64Text(parameter(url.search, 'p') ?? '');
    return wrapping(textIn(textIn(outer, 'p'), 'url'));
  },
  examples: [
    {
      link: 'https://mandrillapp.com/track/click/30000001/us02web.zoom.us?p=eyJzIjoiYWJjIiwidiI6MSwicCI6IntcInVcIjozMDAwMDAwMSxcInZcIjoxLFwidXJsXCI6XCJodHRwczpcXFwvXFxcL3VzMDJ3ZWIuem9vbS51c1xcXC9qXFxcLzg0NTEyMzQ1Njc4P3B3ZD1hJTJCYlwiLFwiaWRcIjpcIjBhMWJcIn0ifQ',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb' },
    },
    {
      link: 'http://mandrillapp.com/track/click.php?u=30000001&id=0a1b&url=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij&url_id=2c3d',
      inner: { link: 'https://meet.google.com/abc-defg-hij' },
    },
  ],
  counterexamples: [
    {
      link: 'https://mandrillapp.com.evil.example/track/click.php?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only begins with the counter’s name',
    },
    {
      link: 'https://evilmandrillapp.com/track/click.php?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'a host that only ends with the counter’s name',
    },
    {
      link: 'https://mandrillapp.com/settings?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678',
      why: 'another page of the maker',
    },
    { link: 'https://mandrillapp.com/track/click/30000001/zoom.us?p=e30', why: 'JSON without a link' },
    { link: 'https://mandrillapp.com/track/click/30000001/zoom.us?p=W1s', why: 'broken JSON' },
  ],
};

/** The text that a JSON object has under `name`; null when it has none, or is no object. */
function textIn(json: string | null, name: string): string | null {
  if (json === null) return null;
  try {
    const value: unknown = JSON.parse(json);
    const text = isRecord(value) && Object.hasOwn(value, name) ? value[name] : null;
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}
