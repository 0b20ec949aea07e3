import { base64Text } from '../base64.ts';
import { parameter } from '../parameters.ts';
import { isWebLink, opaque, type Wrapper } from './wrapper.ts';

/** Base64 of "ver=" and the next letter's beginning: how the appliance's addresses go on behind "/?". */
const APPLIANCE = '?dmVyP';

/**
 * Sophos Email. `u` holds the link; without it, `d` tells at least the domain. The appliance stands on its owner's own host, which may
 * be anybody's, so of its links (base64 of "ver=…&&url=…") only the host is believed.
 */
export const sophos: Wrapper = {
  id: 'sophos',
  source: 'facts/meeting-links.md section 10, row Sophos',
  hints: ['.protection.sophos.com', '/?dmvyp'],
  hosts: ['*.protection.sophos.com'],
  isAddress: ({ pathname, search }) => pathname === '/' && search.startsWith(APPLIANCE),
  inner(url) {
    if (url.pathname !== '/') return null;
    if (url.search.startsWith(APPLIANCE)) {
      const fields = base64Text(url.search.slice(1)) ?? '';
      const link = /&&url=(https?:\/\/[^\s&]{1,16000})/i.exec(fields)?.[1];
      return link === undefined ? null : { ...opaque(URL.parse(link)?.hostname ?? null), says: link };
    }
    const link = base64Text(parameter(url.search, 'u') ?? '') ?? '';
    if (isWebLink(link)) return { link };
    const domain = parameter(url.search, 'd');
    return domain === null ? null : opaque(domain);
  },
  examples: [
    {
      link: 'http://gateway.example.org/?dmVyPTEmaWQ9MjAmJnVybD1odHRwczovL3VzMDJ3ZWIuem9vbS51cy9qLzg0NTEyMzQ1Njc4P3B3ZD1hYmM',
      inner: {
        opaque: true,
        host: 'us02web.zoom.us',
        says: 'https://us02web.zoom.us/j/84512345678?pwd=abc',
      },
    },
    {
      link: 'https://eu-central-1.protection.sophos.com/?d=zoom.us&u=aHR0cHM6Ly91czAyd2ViLnpvb20udXMvai84NDUxMjM0NTY3OD9wd2Q9YSUyQmI=&i=x&t=y&h=z&s=w',
      inner: { link: 'https://us02web.zoom.us/j/84512345678?pwd=a%2Bb' },
    },
    {
      link: 'https://us-west-2.protection.sophos.com?d=jit.si&u=aHR0cHM6Ly9tZWV0LmppdC5zaS9zw7w_&p=m&i=x',
      inner: { link: 'https://meet.jit.si/sü?' },
    },
    {
      link: 'https://eu-central-1.protection.sophos.com/?d=Zoom.US&b=x&q=y',
      inner: { opaque: true, host: 'zoom.us' },
    },
    {
      link: 'https://eu-central-1.protection.sophos.com/?d=zoom.us%2Fj&u=____&i=x',
      inner: { opaque: true, host: null },
    },
  ],
  counterexamples: [
    {
      link: 'http://evil.example/?dmVyIGlzIG5vdCBhIGxpbms',
      why: 'base64 of something else',
    },
    {
      link: 'https://eu-central-1.protection.sophos.com.evil.example/?d=zoom.us&u=aHR0cHM6Ly96b29tLnVzL2ovMQ',
      why: 'a host that only begins with the gateway’s name',
    },
    {
      link: 'https://evilprotection.sophos.com/?d=zoom.us&u=aHR0cHM6Ly96b29tLnVzL2ovMQ',
      why: 'a host that only ends with the gateway’s name',
    },
    {
      link: 'https://eu-central-1.protection.sophos.com/help?d=zoom.us&u=aHR0cHM6Ly96b29tLnVzL2ovMQ',
      why: 'another page of the gateway',
    },
    { link: 'https://eu-central-1.protection.sophos.com/', why: 'the gateway’s own front page' },
  ],
};
