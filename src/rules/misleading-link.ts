import { platformsAt } from '../platforms/recognise.ts';
import { forEachDestination, type Rule } from './rule.ts';

const SHOWN = 'https://zoom.us/j/84512345678';
const TEAMS_BUTTON = 'X-MICROSOFT-SKYPETEAMSMEETINGURL';

/**
 * A link that opens something other than it says: its text, a genuine page that sends on, or a calendar's Join button. The last is
 * described by Tarlogic, "Abusing automatic calendar processing" (facts/meeting-links.md section 11, ICS hijack).
 */
export const misleadingLink: Rule = {
  id: 'misleading-link',
  level: 'warn',
  source: {
    title: 'CISA, Avoiding Social Engineering and Phishing Attacks: links that do not match their text',
    date: '2021-02-01',
    url: 'https://www.cisa.gov/news-events/news/avoiding-social-engineering-and-phishing-attacks',
  },
  check: (situation) =>
    forEachDestination(situation, (why, { host, shown }) => {
      switch (why) {
        case 'text-mismatch':
          return { substitutions: [shown] };
        case 'calendar-property':
          return { variant: why, substitutions: [shown] };
        case 'open-redirect':
          // Some are known by where they lead, others only by the genuine page that sends on.
          return host !== null && platformsAt(host).length > 0
            ? { variant: why, substitutions: [shown] }
            : { variant: 'redirected', substitutions: [shown] };
        default:
          return null;
      }
    }),
  cases: [
    {
      name: 'shows a meeting and opens something else',
      text: SHOWN,
      anchors: [{ href: 'https://evil.example/login', text: SHOWN, at: 0 }],
      finds: 1,
    },
    {
      name: 'shows one meeting and opens another',
      text: SHOWN,
      anchors: [{ href: 'https://zoom.us/j/99999999999', text: SHOWN, at: 0 }],
      finds: 1,
    },
    {
      name: 'a calendar’s Join button',
      text: 'Overleg',
      anchors: [{ href: 'https://evil.example/join', text: '', at: 0, property: TEAMS_BUTTON }],
      finds: 1,
    },
    {
      name: 'a calendar’s Join button that is a script',
      text: 'Overleg',
      anchors: [{ href: 'javascript:alert(1)', text: '', at: 0, property: TEAMS_BUTTON }],
      finds: 1,
    },
    {
      name: 'through a genuine page, to a known place',
      text: 'https://meet.google.com/linkredirect?dest=https://evil.example/login',
      finds: 1,
    },
    {
      name: 'through a genuine page, by a parameter',
      text: 'https://examplestad.webex.com/signin?returnUrl=https%3A%2F%2Fevil.example%2Fwebex.exe',
      finds: 1,
    },
    {
      name: 'said quietly by a policy',
      text: SHOWN,
      anchors: [{ href: 'https://evil.example/login', text: SHOWN, at: 0 }],
      policy: { rules: [{ rule: 'misleading-link', level: 'inform' }] },
      finds: ['inform'],
    },
    { name: 'shows what it opens', text: SHOWN, anchors: [{ href: SHOWN, text: SHOWN, at: 0 }], finds: 0 },
    {
      name: 'a button that shows no address',
      text: 'Join Zoom Meeting',
      anchors: [{ href: SHOWN, text: 'Join Zoom Meeting', at: 0 }],
      finds: 0,
    },
    {
      name: 'Teams behind the button for Teams',
      text: 'Overleg',
      anchors: [
        {
          href: 'https://teams.microsoft.com/meet/3456789012345?p=x',
          text: '',
          at: 0,
          property: TEAMS_BUTTON,
        },
      ],
      finds: 0,
    },
    { name: 'a page that only looks odd', text: 'https://zoom.us.evil.example/j/84512345678', finds: 0 },
  ],
};
