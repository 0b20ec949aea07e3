import { platformName } from '../platforms/recognise.ts';
import { forEachMeeting, type Rule } from './rule.ts';

export const noPasscode: Rule = {
  id: 'no-passcode',
  level: 'warn',
  source: {
    title: 'Digital Trust Center (NL), Tips voor veilig videobellen',
    date: 'n.d.',
    url: 'https://www.digitaltrustcenter.nl/tips-voor-veilig-videobellen',
  },
  check: (situation) =>
    forEachMeeting(situation, (meeting) =>
      meeting.passcode.state === 'absent' ? { substitutions: [platformName(meeting.platform)] } : null,
    ),
  cases: [
    {
      name: 'Zoom with neither passcode nor pwd=',
      text: 'Join Zoom Meeting\nhttps://zoom.us/j/84512345678\n',
      finds: 1,
    },
    {
      name: 'Zoom with the passcode in the text',
      text: 'Join Zoom Meeting\nhttps://zoom.us/j/84512345678\n\nMeeting ID: 845 1234 5678\nPasscode: 482913\n',
      finds: 0,
    },
    {
      name: 'Zoom with the passcode in the link',
      text: 'https://zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1',
      finds: 0,
    },
    {
      name: 'the host will provide it',
      text: 'https://zoom.us/j/84512345678\nPasscode: will be sent in a separate e-mail\n',
      finds: 0,
    },
    {
      name: 'a person wrote the password in brackets',
      text: 'Overleg via https://meet.jit.si/OverlegFinancien (wachtwoord: geheim123)',
      finds: 0,
    },
    { name: 'its own page alone', text: 'https://zoom.us/j/84512345678', surface: 'join', finds: 0 },
    {
      name: 'its own page, and the invitation gave none',
      text: 'https://zoom.us/j/84512345678',
      surface: 'join',
      seen: { passcode: 'absent' },
      finds: 1,
    },
    {
      name: 'its own page, and the invitation gave one',
      text: 'https://zoom.us/j/84512345678',
      surface: 'join',
      seen: { passcode: 'in-text' },
      finds: 0,
    },
    {
      name: 'its own page with a link that lets in, after an invitation without',
      text: 'https://zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1',
      surface: 'join',
      seen: { passcode: 'absent' },
      finds: 0,
    },
    { name: 'Meet has none by design', text: 'https://meet.google.com/abc-defg-hij', finds: 0 },
    {
      name: 'a pasted Webex link proves nothing',
      text: 'https://a.webex.com/a/j.php?MTID=m0123456789abcdef0123456789abcdef',
      finds: 0,
    },
    {
      name: 'a whole Webex invitation without a password',
      text: 'https://a.webex.com/a/j.php?MTID=m0123456789abcdef0123456789abcdef\nMeeting number: 2741 305 8812\n',
      finds: 1,
    },
    {
      name: 'a Dutch Teams invitation with a code',
      text: 'https://teams.microsoft.com/meet/3456789012345\nVergadering-id: 345 678 901 234 5\nWachtwoordcode: aB3xY9\n',
      finds: 0,
    },
    {
      name: 'a German Zoom invitation with a code',
      text: 'https://zoom.us/j/84512345678\nMeeting-ID: 845 1234 5678\nKenncode: 482913\n',
      finds: 0,
    },
    {
      name: 'switched off below a marking, on above it',
      title: 'Stg. GEHEIM overleg',
      text: 'https://zoom.us/j/84512345678',
      policy: {
        rules: [
          { rule: 'no-passcode', level: 'off' },
          { rule: 'no-passcode', from: 'nl-virbi/stg-c', level: 'block' },
        ],
      },
      finds: ['block'],
    },
    {
      name: 'switched off by the policy',
      text: 'https://zoom.us/j/84512345678',
      policy: { rules: [{ rule: 'no-passcode', level: 'off' }] },
      finds: 0,
    },
    {
      name: 'an exception until a day',
      text: 'https://partner.zoom.us/j/84512345678',
      policy: { exceptions: [{ rule: 'no-passcode', host: 'partner.zoom.us', until: '2027-01-01' }] },
      finds: 0,
    },
    {
      name: 'an exception that has ended',
      text: 'https://partner.zoom.us/j/84512345678',
      policy: { exceptions: [{ rule: 'no-passcode', host: 'partner.zoom.us', until: '2026-11-01' }] },
      finds: 1,
    },
  ],
};
