import { parameter } from '../parameters.ts';
import { opaque, type Wrapper } from './wrapper.ts';

/** protect-<region>.mimecast.com, and the newer url.<region>.m.mimecastprotect.com. */
const HOST = /^(?:protect-[a-z]{2,4}\.mimecast\.com|url\.[a-z]{2,4}\.m\.mimecastprotect\.com)$/;

/** Mimecast, URL Protect. Only Mimecast knows the link; `domain` names its host, but not always. */
export const mimecast: Wrapper = {
  id: 'mimecast',
  source: 'facts/meeting-links.md section 10, row Mimecast',
  hints: ['.mimecast.com/s/', '.mimecastprotect.com/s/'],
  hosts: [],
  isHost: (host) => HOST.test(host),
  inner(url) {
    return /^\/s\/[^/]/.test(url.pathname) ? opaque(parameter(url.search, 'domain')) : null;
  },
  examples: [
    {
      link: 'https://protect-eu.mimecast.com/s/aBcDeFgH12?domain=us02web.zoom.us',
      inner: { opaque: true, host: 'us02web.zoom.us' },
    },
    {
      link: 'https://url.us.m.mimecastprotect.com/s/aBcDeFgH12?domain=Teams.Microsoft.com',
      inner: { opaque: true, host: 'teams.microsoft.com' },
    },
    { link: 'https://protect-us.mimecast.com/s/aBcDeFgH12', inner: { opaque: true, host: null } },
    {
      link: 'https://url.uk.m.mimecastprotect.com/s/aBcDeFgH12?domain=zoom.us%2Fj%2F1',
      inner: { opaque: true, host: null },
    },
    {
      link: 'https://protect-za.mimecast.com/s/aBcDeFgH12?domain=10.0.0.1',
      inner: { opaque: true, host: null },
    },
  ],
  counterexamples: [
    {
      link: 'https://protect-eu.mimecast.com.evil.example/s/aBcDeFgH12?domain=zoom.us',
      why: 'a host that only begins with the gateway’s name',
    },
    {
      link: 'https://url.us.m.evilmimecastprotect.com/s/aBcDeFgH12?domain=zoom.us',
      why: 'a host that only ends with the gateway’s name',
    },
    {
      link: 'https://community.mimecast.com/s/article/example?domain=zoom.us',
      why: 'a page of the maker, not the redirector',
    },
    { link: 'https://protect-eu.mimecast.com/login?domain=zoom.us', why: 'another page of the gateway' },
  ],
};
