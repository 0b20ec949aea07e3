import { plainHost } from '../links/hosts.ts';
import { decodedOnce, parameter } from '../links/parameters.ts';
import { generatedName } from './jitsi.ts';
import { type JoinLink, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 7: 8x8.vc/*. The rooms of 8x8's own customers are /<company>/<room>; those behind
// vpaas-magic-cookie-… belong to developers and count as Jitsi (section 5).

const PAGES = /^(?:static|libs|images|sounds|fonts|css|lang|api|v1|login|logout|admin|help|about|_.*|\..*)$/i;
const NAME = /^[^?&:'"/\\]{1,250}$/;
const FILE = /\.(?:html?|js|css|json|map|txt|xml|ico|png|jpe?g|svg|gif|wasm|mp3|woff2?|pdf)$/i;

function recognise(url: URL): JoinLink | null {
  const path = segments(url).map(decodedOnce);
  const [company, name] = path;
  if (company === undefined || name === undefined || path.length > 2) return null;
  if (PAGES.test(company) || PAGES.test(name) || company.startsWith('vpaas-magic-cookie-')) return null;
  if (!NAME.test(company) || !NAME.test(name) || FILE.test(name)) return null;
  return {
    key: `room:${plainHost(url)}/${path.join('/').toLowerCase()}`,
    tenant: company.toLowerCase(),
    id: name,
    // Whether a named room stays in use is not among the facts.
    room: generatedName(name) === 'yes' ? 'one-off' : 'unknown',
    opensWithoutTyping: (parameter(url.search, 'jwt') ?? '') !== '',
  };
}

export const eightByEight: Platform = {
  id: '8x8',
  name: '8x8 Meet',
  hosts: ['8x8.vc'],
  recognise,
  passcode: passcodeIfSeen,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://8x8.vc/examplebedrijf/overleg',
      id: 'overleg',
      tenant: 'examplebedrijf',
      room: 'unknown',
      opensWithoutTyping: false,
    },
    { link: 'https://8x8.vc/ExampleBedrijf/jan.devries', id: 'jan.devries', tenant: 'examplebedrijf' },
    { link: 'https://8x8.vc/examplebedrijf/0a1b2c3d-0000-4000-8000-00000000abcd', room: 'one-off' },
    { link: 'https://8x8.vc/examplebedrijf/overleg?jwt=eyJ0', opensWithoutTyping: true },
    { link: 'https://8x8.vc/examplebedrijf/overleg#config.startSilent=true', id: 'overleg' },
  ],
  counterexamples: [
    { link: 'https://8x8.vc/', why: 'the start page' },
    { link: 'https://8x8.vc/examplebedrijf', why: 'a company’s start page' },
    { link: 'https://8x8.vc/static/dialInInfo.html?room=overleg', why: 'the list of phone numbers' },
    {
      link: 'https://8x8.vc/examplebedrijf/static/dialInInfo.html?room=overleg',
      why: 'the list of phone numbers',
    },
    { link: 'https://8x8.vc/examplebedrijf/external_api.js', why: 'a program' },
    { link: 'https://8x8.vc/v1/_jaas', why: 'an interface for programs' },
    { link: 'https://www.8x8.com/examplebedrijf/overleg', why: 'the maker’s site' },
    {
      link: 'https://8x8.vc.evil.example/examplebedrijf/overleg',
      why: 'another domain that begins with the host',
    },
  ],
};
