import { platformName } from '../platforms/recognise.ts';
import { RESTRICTED } from './levels.ts';
import { forEachMeeting, type Rule } from './rule.ts';

const MARKED = 'Stg. CONFIDENTIEEL overleg';
const ZOOM = 'https://zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1';

export const passcodeInLink: Rule = {
  id: 'passcode-in-link',
  level: 'inform',
  // Zoom and Teams write every invitation so: it is a fault only where the talk is sensitive (facts/guidance.md, "separate").
  below: { rank: RESTRICTED, level: 'off' },
  source: {
    title:
      'ASD, Web conferencing security, "Establish meetings securely": give the credentials of a sensitive meeting another way',
    date: 'n.d.',
    url: 'https://www.cyber.gov.au/publications/web-conferencing-security',
  },
  check: (situation) =>
    forEachMeeting(situation, ({ platform, passcode: { state } }) =>
      state === 'in-link' || state === 'both' ? { substitutions: [platformName(platform)] } : null,
    ),
  cases: [
    { name: 'a marking, and Zoom’s pwd=', title: MARKED, text: ZOOM, finds: ['inform'] },
    {
      name: 'the passcode stands in the text as well',
      title: MARKED,
      text: `${ZOOM}\nMeeting ID: 845 1234 5678\nPasscode: 482913\n`,
      finds: ['inform'],
    },
    {
      name: 'a marking, and the short link of Teams',
      title: MARKED,
      text: 'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr',
      finds: 1,
    },
    { name: 'every Zoom invitation does so, and nobody marked it', text: ZOOM, finds: 0 },
    {
      name: 'the policy takes unmarked invitations for restricted',
      text: ZOOM,
      policy: { unlabelled: { rank: 20 } },
      finds: ['inform'],
    },
    {
      name: 'the policy takes them for less',
      text: ZOOM,
      policy: { unlabelled: { rank: 10 } },
      finds: 0,
    },
    {
      name: 'the policy wants to hear it always',
      text: ZOOM,
      policy: { rules: [{ rule: 'passcode-in-link', level: 'inform' }] },
      finds: ['inform'],
    },
    {
      name: 'the passcode stands in the text only',
      title: MARKED,
      text: 'https://zoom.us/j/84512345678\nMeeting ID: 845 1234 5678\nPasscode: 482913\n',
      finds: 0,
    },
    {
      name: 'the host will provide it',
      title: MARKED,
      text: 'https://zoom.us/j/84512345678\nPasscode: will be sent in a separate e-mail\n',
      finds: 0,
    },
    { name: 'an empty pwd= is none', title: MARKED, text: 'https://zoom.us/j/84512345678?pwd=', finds: 0 },
    { name: 'Meet has none', title: MARKED, text: 'https://meet.google.com/abc-defg-hij', finds: 0 },
  ],
};
