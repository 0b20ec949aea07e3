import { plainHost } from '../links/hosts.ts';
import { decodedOnce } from '../links/parameters.ts';
import { type JoinLink, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 6: no public shape was found, so nothing is guessed. On a host that the policy names, every link
// that is not plainly a page or a file counts as a way into a meeting; it tells no more than that.

const PAGES =
  /^(?:login|logout|signin|admin|administration|account|register|download|downloads|help|support|faq|privacy|legal|terms|static|assets|images|img|css|js|fonts|api|favicon.*|robots.*|\..*)$/i;
const FILE =
  /\.(?:js|css|json|map|txt|xml|ico|png|jpe?g|svg|gif|webp|wasm|mp3|mp4|woff2?|pdf|exe|msi|dmg|pkg|deb|apk|zip)$/i;

function recognise(url: URL): JoinLink | null {
  const path = segments(url).map(decodedOnce);
  if (path.length === 0 && url.search.length < 2) return null;
  if (path.some((part) => PAGES.test(part)) || FILE.test(path.at(-1) ?? '')) return null;
  return {
    key: `link:${plainHost(url)}/${path.join('/')}${url.search}`,
    tenant: null,
    id: null,
    room: 'unknown',
    opensWithoutTyping: false,
  };
}

export const tixeo: Platform = {
  id: 'tixeo',
  name: 'Tixeo',
  hosts: [],
  recognise,
  passcode: passcodeIfSeen,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://tixeo.examplestad.example/meeting/a1b2c3',
      id: null,
      tenant: null,
      room: 'unknown',
      opensWithoutTyping: false,
      ownServer: true,
    },
    { link: 'https://tixeo.examplestad.example/?m=a1b2c3', id: null, ownServer: true },
  ],
  counterexamples: [
    { link: 'https://www.tixeo.com/en/meeting', why: 'the maker’s site' },
    { link: 'https://tixeo.examplestad.example/meeting/a1b2c3', why: 'a host that no policy names' },
  ],
};
