import { hostMatches } from '../links/hosts.ts';
import { PLATFORMS } from '../platforms/index.ts';
import type { Attack } from './attack.ts';

/**
 * Properties that calendars make a "Join" button of, without looking at the host (facts sections 9 and 11), with the platforms whose
 * links belong there.
 */
const PLATFORMS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['X-GOOGLE-CONFERENCE', ['meet', 'hangouts']],
  ['X-MICROSOFT-SKYPETEAMSMEETINGURL', ['teams', 'skype']],
  ['X-MICROSOFT-ONLINEMEETINGEXTERNALLINK', ['teams', 'skype']],
  ['X-MICROSOFT-ONLINEMEETINGCONFLINK', ['teams', 'skype']],
  ['X-MICROSOFT-SCHEDULINGSERVICEUPDATEURL', ['teams']],
]);

const SKYPE_PATH = /^(?:\/meet)?\/[\w.+-]{1,64}\/[A-Z0-9]{8}\/?$/;

/** The platform's own host, or one below it: some property's values are pages there and no meetings. */
function isHostOf(id: string, host: string): boolean {
  const hosts = PLATFORMS.find((platform) => platform.id === id)?.hosts ?? [];
  return hosts.some((own) => hostMatches(host, own) || hostMatches(host, `*.${own.replace(/^\*\./, '')}`));
}

export const calendarProperty: Attack = {
  why: 'calendar-property',
  isIn({ property, names, url, href, host }) {
    const platforms = property === null ? undefined : PLATFORMS_OF.get(property);
    if (platforms === undefined) return false;
    // Skype's own form names a person and a conference: conf:sip:jan@example.org;gruu;… (facts section 9).
    if (/^conf:sips?:/i.test(href) && property === 'X-MICROSOFT-ONLINEMEETINGCONFLINK') return false;
    if (url.protocol === 'tel:') return false;
    if (names !== null) return !platforms.includes(names.platform.id);
    // Skype for Business stands on its owners' own hosts: `/<user>/<8 capitals and digits>` (section 6).
    if (property === 'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK' && SKYPE_PATH.test(url.pathname)) return false;
    return !platforms.some((id) => isHostOf(id, host));
  },
  examples: [
    { href: 'https://evil.example/join', property: 'X-MICROSOFT-SKYPETEAMSMEETINGURL' },
    { href: 'https://zoom.us/j/84512345678', property: 'X-MICROSOFT-SKYPETEAMSMEETINGURL' },
    { href: 'https://www.google.com/url?q=https://evil.example/', property: 'X-GOOGLE-CONFERENCE' },
    {
      href: 'https://teams.microsoft.com.evil.example/meet/3456789012345',
      property: 'X-MICROSOFT-SKYPETEAMSMEETINGURL',
    },
    { href: 'javascript:alert(1)', property: 'X-GOOGLE-CONFERENCE' },
    { href: '\\\\203.0.113.77\\x', property: 'X-MICROSOFT-SKYPETEAMSMEETINGURL' },
  ],
  counterexamples: [
    { href: 'https://meet.google.com/abc-defg-hij', property: 'X-GOOGLE-CONFERENCE', because: 'Google Meet' },
    {
      href: 'https://teams.microsoft.com/l/channel/x',
      property: 'X-MICROSOFT-SKYPETEAMSMEETINGURL',
      because: 'the host is Teams’ own',
    },
    {
      href: 'https://meet.examplestad.example/jan.devries/ABCD1234',
      property: 'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
      because: 'Skype for Business on its owner’s host',
    },
    {
      href: 'https://teams.microsoft.com/meet/3456789012345?p=abc',
      property: 'X-MICROSOFT-SKYPETEAMSMEETINGURL',
      because: 'Microsoft Teams',
    },
    { href: 'https://zoom.us/j/84512345678', property: 'CONFERENCE', because: 'a property of no platform' },
    { href: 'https://intranet.example/agenda', property: 'URL', because: 'a property of no platform' },
  ],
};
