import { plainHost } from '../links/hosts.ts';
import { decodedOnce, parameter } from '../links/parameters.ts';
import { type JoinLink, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 6. Runs on its owners' servers only.

const NUMBER = /^\d{3,15}$/;
/** Number or name of a meeting in a query; links of older versions may hold a name. */
const ID = /^[\w.@-]{1,100}$/;
const SECRET = /^[\w.~+/=-]{6,100}$/;

interface Found {
  id: string;
  form: 'invited' | 'meeting' | 'index';
}

function find(url: URL): Found | null {
  const path = segments(url).map(decodedOnce);
  const [first, second] = path;
  if (first === 'meeting' && path.length === 2 && second !== undefined && NUMBER.test(second))
    return { id: second, form: 'meeting' };
  if (path.length !== 1) return null;
  const id = parameter(url.search, 'id') ?? '';
  if (first === 'invited.sf' && ID.test(id)) return { id, form: 'invited' };
  if (first === 'index.html' && NUMBER.test(id)) return { id, form: 'index' };
  return null;
}

function linkOf(url: URL, { id }: Found): JoinLink {
  return {
    key: `meeting:${plainHost(url)}/${id.toLowerCase()}`,
    tenant: null,
    id,
    room: 'unknown',
    opensWithoutTyping: (parameter(url.search, 'secret') ?? '') !== '',
  };
}

export const cms: Platform = {
  id: 'cms',
  name: 'Cisco Meeting Server',
  hosts: [],
  recognise(url) {
    const found = find(url);
    return found === null ? null : linkOf(url, found);
  },
  fingerprint: {
    hints: ['secret='],
    // Without the secret the same address may be a page of anything; so may "index.html", unless the product is named.
    recognise(url, { text }) {
      const found = find(url);
      if (found === null || (found.form === 'index' && !/cisco meeting|\bcms\b/.test(text))) return null;
      return SECRET.test(parameter(url.search, 'secret') ?? '') ? linkOf(url, found) : null;
    },
  },
  passcode: passcodeIfSeen,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://join.example.org/index.html?id=5512093&secret=lQ8kab1Cd2Ef3Gh4',
      beside: { text: 'cisco meeting server: https://join.example.org/index.html' },
      id: '5512093',
      opensWithoutTyping: true,
    },
    {
      link: 'https://join.example.org/invited.sf?secret=ab1Cd2Ef3Gh4Ij5Kl6Mn7A&id=123456789',
      id: '123456789',
      tenant: null,
      room: 'unknown',
      opensWithoutTyping: true,
    },
    {
      link: 'https://join.example.org/invited.sf?id=123456789&secret=ab1Cd2Ef3Gh4Ij5Kl6Mn7A',
      opensWithoutTyping: true,
    },
    {
      link: 'https://join.example.org/meeting/123456789?secret=ab1Cd2Ef3Gh4Ij5Kl6Mn7A',
      id: '123456789',
      opensWithoutTyping: true,
    },
    {
      link: 'https://join.example.org/meeting/123456789',
      id: '123456789',
      opensWithoutTyping: false,
      ownServer: true,
    },
    {
      link: 'https://join.example.org/invited.sf?id=staf',
      id: 'staf',
      opensWithoutTyping: false,
      ownServer: true,
    },
    { link: 'https://join.example.org/index.html?id=123456789', id: '123456789', ownServer: true },
    {
      link: 'https://join.example.org/index.html?id=123456789&secret=ab1Cd2Ef3G',
      opensWithoutTyping: true,
      ownServer: true,
    },
  ],
  counterexamples: [
    { link: 'https://join.example.org/', why: 'the start page' },
    { link: 'https://join.example.org/index.html?id=123456789', why: 'a page of anything' },
    { link: 'https://join.example.org/index.html?id=123456789&secret=ab1Cd2Ef3G', why: 'a page of anything' },
    { link: 'https://raad.example.org/meeting/123456', why: 'the agenda of a council meeting' },
    { link: 'https://raad.example.org/meeting/123456?secret=', why: 'no secret' },
    { link: 'https://raad.example.org/meeting/123456/agenda?secret=ab1Cd2Ef3G', why: 'a page below it' },
    { link: 'https://raad.example.org/meeting/agenda?secret=ab1Cd2Ef3G', why: 'no number' },
    { link: 'https://join.example.org/invited.sf?secret=ab1Cd2Ef3G', why: 'no meeting' },
  ],
};
