import { plainHost } from '../links/hosts.ts';
import { decodedOnce, parameter } from '../links/parameters.ts';
import { type JoinLink, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 6. /webapp3/m/<alias>[/express] is what the third web app writes (seen in Nextcloud's
// integration_pexip and in other public programs).

/** The web app's versions live beside each other: /webapp, /webapp2, /webapp3. */
const WEB_APP = /^webapp[1-3]?$/;
/** A name, a number, or a SIP address ("97912345", "staf@video.example.org"). */
const ALIAS = /^[\w.+~-]{1,200}(?:@[\w.-]{1,100})?$/;
const FILE = /\.(?:html?|js|css|json|map|txt|xml|ico|png|jpe?g|svg|gif|wasm|mp3|woff2?|pdf|php)$/i;
const STEPS = new Set(['express', 'step-by-step']);

interface Found {
  alias: string;
  /** The form belongs to Pexip alone; the others could be a page of any web application. */
  sure: boolean;
}

/** The part of a fragment behind its "?": "#/?conference=1" and "#/home?conference=1". */
function fragmentQuery(url: URL): string {
  const mark = url.hash.indexOf('?');
  return mark < 0 ? '' : url.hash.slice(mark);
}

function aliasIn(query: string): string | null {
  return parameter(query, 'conference') ?? parameter(query, 'alias');
}

function find(url: URL): Found | null {
  const [app, ...rest] = segments(url).map(decodedOnce);
  if (app === undefined || !WEB_APP.test(app)) return null;
  const [page, alias, step] = rest;
  if (page === 'conference' && alias !== undefined && rest.length === 2) return { alias, sure: true };
  if (page === 'm' && alias !== undefined && rest.length <= 3)
    return step === undefined || STEPS.has(step) ? { alias, sure: true } : null;
  if (page !== undefined && page !== 'home') return null;
  if (rest.length > 1) return null;
  const inFragment = aliasIn(fragmentQuery(url));
  if (inFragment !== null) return { alias: inFragment, sure: true };
  const inQuery = aliasIn(url.search);
  return inQuery === null ? null : { alias: inQuery, sure: page === 'home' || /[\d@]/.test(inQuery) };
}

function linkOf(url: URL, { alias }: Found): JoinLink | null {
  if (!ALIAS.test(alias) || FILE.test(alias)) return null;
  const pin = parameter(url.search, 'pin') || parameter(fragmentQuery(url), 'pin') || '';
  return {
    // "97912345" and "97912345@conf.example.org" are one room on one server.
    key: `conference:${plainHost(url)}/${(alias.split('@')[0] ?? alias).toLowerCase()}`,
    tenant: null,
    id: alias,
    room: 'unknown',
    opensWithoutTyping: pin !== '',
  };
}

export const pexip: Platform = {
  id: 'pexip',
  name: 'Pexip',
  hosts: ['conf.dfn.de'],
  recognise(url) {
    const found = find(url);
    return found === null ? null : linkOf(url, found);
  },
  fingerprint: {
    hints: ['/webapp'],
    recognise(url) {
      const found = find(url);
      return found?.sure === true ? linkOf(url, found) : null;
    },
  },
  // Pexip's secret is a PIN that the host may give with the number; its absence proves nothing.
  passcode: passcodeIfSeen,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://conf.dfn.de/webapp/#/?conference=97912345',
      id: '97912345',
      tenant: null,
      room: 'unknown',
      opensWithoutTyping: false,
    },
    { link: 'https://conf.dfn.de/webapp/conference/97912345', id: '97912345' },
    { link: 'https://conf.dfn.de/webapp/home/?conference=97912345', id: '97912345' },
    { link: 'https://conf.dfn.de/webapp/home/#/?conference=97912345&pin=4711', opensWithoutTyping: true },
    { link: 'https://video.example.org/webapp/conference/staf', id: 'staf' },
    {
      link: 'https://video.example.org/webapp/conference/staf@example.org?callType=video&pin=4711',
      opensWithoutTyping: true,
    },
    {
      link: 'https://video.example.org/webapp/conference/staf?name=Jan&pin=&join=1',
      opensWithoutTyping: false,
    },
    { link: 'https://video.example.org/webapp/home/?conference=1234@example.org', id: '1234@example.org' },
    {
      link: 'https://video.example.org/webapp/#/?conference=1234%40example.org&pin=4711',
      id: '1234@example.org',
      opensWithoutTyping: true,
    },
    { link: 'https://video.example.org/webapp2/conference/staf', id: 'staf' },
    { link: 'https://video.example.org/webapp3/m/staf', id: 'staf' },
    {
      link: 'https://video.example.org/webapp3/m/staf/express?pin=4711&name=Jan',
      id: 'staf',
      opensWithoutTyping: true,
    },
    { link: 'https://video.example.org/webapp3/m/staf/step-by-step', id: 'staf' },
    { link: 'https://video.example.org/webapp3/m/staf/?pin=4711', opensWithoutTyping: true },
    { link: 'https://video.example.org/webapp/?conference=staf', id: 'staf', ownServer: true },
    { link: 'https://video.example.org/webapp/?alias=1234', id: '1234', ownServer: true },
  ],
  counterexamples: [
    { link: 'https://conf.dfn.de/webapp/', why: 'the start page' },
    { link: 'https://conf.dfn.de/', why: 'the start page' },
    { link: 'https://conf.dfn.de/webapp/#/settings', why: 'the settings' },
    { link: 'https://conf.dfn.de/webapp3/branding/manifest.json', why: 'a file' },
    { link: 'https://conf.dfn.de/webapp/conference/', why: 'no conference' },
    { link: 'https://www.conf.dfn.de/dfnconf/anleitungen-und-dokumentation/', why: 'manuals' },
    { link: 'https://video.example.org/admin/platform/', why: 'the administration' },
    { link: 'https://shop.example.org/webapp/?conference=autumn', why: 'a list of somebody’s conferences' },
    { link: 'https://shop.example.org/webapp/conference/index.html', why: 'a page' },
    { link: 'https://shop.example.org/webapplication/conference/staf', why: 'another path that begins so' },
    { link: 'https://pexip.me/teams/example.org/123456', why: 'the way of video rooms into a Teams meeting' },
  ],
};
