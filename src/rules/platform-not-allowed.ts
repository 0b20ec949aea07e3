import { platformName } from '../platforms/recognise.ts';
import { platformTerms } from '../policy/platform-terms.ts';
import { forEachMeeting, type Rule } from './rule.ts';

export const platformNotAllowed: Rule = {
  id: 'platform-not-allowed',
  level: 'warn',
  source: {
    title: 'CISA, Guidance for Securing Video Conferencing: use only tools your organisation approved',
    date: 'n.d.',
    url: 'https://www.cisa.gov/resources-tools/resources/guidance-securing-video-conferencing',
  },
  check: (situation) =>
    forEachMeeting(situation, (meeting) => {
      const { use, alternative } = platformTerms(situation.policy, meeting);
      const writing =
        situation.invitation.surface === 'mail-write' || situation.invitation.surface === 'event-write';
      if (use === 'allowed' || (use === 'join-only' && !writing)) return null;
      const kind = use === 'join-only' ? 'join-only' : null;
      const variant = [kind, alternative === null ? null : 'alternative']
        .filter((part) => part !== null)
        .join('-');
      const substitutions = [platformName(meeting.platform), meeting.host, alternative ?? ''];
      return variant === '' ? { substitutions } : { substitutions, variant };
    }),
  cases: [
    { name: 'no policy forbids anything', text: 'https://zoom.us/j/84512345678', finds: 0 },
    {
      name: 'forbidden',
      text: 'https://zoom.us/j/84512345678',
      policy: { platforms: [{ platform: 'zoom', use: 'forbidden', alternative: 'Use Webex.' }] },
      finds: 1,
    },
    {
      name: 'forbidden, on the platform’s own page',
      text: 'https://zoom.us/j/84512345678',
      surface: 'join',
      policy: { platforms: [{ platform: 'zoom', use: 'forbidden' }] },
      finds: 1,
    },
    {
      name: 'join-only, on the platform’s own page',
      text: 'https://zoom.us/j/84512345678',
      surface: 'join',
      policy: { platforms: [{ platform: 'zoom', use: 'join-only' }] },
      finds: 0,
    },
    {
      name: 'join-only, and we are joining',
      text: 'https://zoom.us/j/84512345678',
      policy: { platforms: [{ platform: 'zoom', use: 'join-only' }] },
      finds: 0,
    },
    {
      name: 'join-only, and we are inviting',
      text: 'https://zoom.us/j/84512345678',
      surface: 'mail-write',
      policy: { platforms: [{ platform: 'zoom', use: 'join-only' }] },
      finds: 1,
    },
    {
      name: 'a platform that no entry names',
      text: 'https://meet.jit.si/overleg',
      policy: { platforms: [{ platform: 'webex' }], otherPlatforms: { use: 'forbidden' } },
      finds: 1,
    },
    {
      name: 'only the hosts of the entry',
      text: 'https://partner.webex.com/meet/jan',
      policy: {
        platforms: [{ platform: 'webex', hosts: ['examplestad.webex.com'] }],
        otherPlatforms: { use: 'forbidden' },
      },
      finds: 1,
    },
    {
      name: 'the strictest of two entries',
      text: 'https://zoom.us/j/84512345678',
      policy: {
        platforms: [
          { platform: 'zoom', use: 'forbidden' },
          { platform: 'zoom', use: 'allowed' },
        ],
      },
      finds: 1,
    },
    {
      name: 'join-only, on the event’s own page',
      text: 'https://zoom.us/j/84512345678',
      surface: 'event-read',
      policy: { otherPlatforms: { use: 'join-only', alternative: 'Use Webex.' } },
      finds: 0,
    },
    {
      name: 'join-only, and we plan the event',
      text: 'https://zoom.us/j/84512345678',
      surface: 'event-write',
      policy: { otherPlatforms: { use: 'join-only', alternative: 'Use Webex.' } },
      finds: 1,
    },
    {
      name: 'an entry that lists our tenants is for every meeting on the platform',
      text: 'https://partner.webex.com/meet/jan',
      policy: {
        platforms: [{ platform: 'webex', tenants: ['examplestad'], use: 'allowed' }],
        otherPlatforms: { use: 'forbidden' },
      },
      finds: 0,
    },
    {
      name: 'forbidden, whoever’s tenant it is',
      text: 'https://examplestad.webex.com/meet/jan',
      policy: { platforms: [{ platform: 'webex', tenants: ['examplestad'], use: 'forbidden' }] },
      finds: 1,
    },
  ],
};
