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

export const calendarProperty: Attack = {
  why: 'calendar-property',
  isIn({ property, names, url, href }) {
    const platforms = property === null ? undefined : PLATFORMS_OF.get(property);
    if (platforms === undefined) return false;
    // Skype's own form names a person and a conference: conf:sip:jan@example.org;gruu;… (facts section 9).
    if (/^conf:sips?:/i.test(href) && property === 'X-MICROSOFT-ONLINEMEETINGCONFLINK') return false;
    if (url.protocol === 'tel:') return false;
    return names === null || !platforms.includes(names.platform.id);
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
  ],
  counterexamples: [
    { href: 'https://meet.google.com/abc-defg-hij', property: 'X-GOOGLE-CONFERENCE', because: 'Google Meet' },
    {
      href: 'https://teams.microsoft.com/meet/3456789012345?p=abc',
      property: 'X-MICROSOFT-SKYPETEAMSMEETINGURL',
      because: 'Microsoft Teams',
    },
    { href: 'https://zoom.us/j/84512345678', property: 'CONFERENCE', because: 'a property of no platform' },
    { href: 'https://intranet.example/agenda', property: 'URL', because: 'a property of no platform' },
  ],
};
