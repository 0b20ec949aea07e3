import { opaque, type Wrapper } from './wrapper.ts';

/**
 * Secure Links, Hornetsecurity's gateway under its partners' names. Its maker's help page names the host; how it writes the
 * link is not documented, so it is opaque.
 */
export const seclinks: Wrapper = {
  id: 'seclinks',
  source:
    'facts/meeting-links.md section 10, row Hornetsecurity [R]; support.hornetsecurity.com, Secure Links',
  hints: ['seclinks.cloud-security.net'],
  hosts: ['seclinks.cloud-security.net'],
  inner(url) {
    return url.pathname === '/' && url.search === '' ? null : opaque(null);
  },
  examples: [
    { link: 'https://seclinks.cloud-security.net/?d=aBcDeF', inner: { opaque: true, host: null } },
    { link: 'https://seclinks.cloud-security.net/aBcDeF', inner: { opaque: true, host: null } },
  ],
  counterexamples: [
    {
      link: 'https://seclinks.cloud-security.net.evil.example/?d=aBcDeF',
      why: 'a host that only begins with the gateway’s name',
    },
    {
      link: 'https://evilseclinks.cloud-security.net/?d=aBcDeF',
      why: 'a host that only ends with the gateway’s name',
    },
    { link: 'https://seclinks.cloud-security.net/', why: 'the gateway’s own front page' },
  ],
};
