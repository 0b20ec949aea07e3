import { platformName } from '../platforms/recognise.ts';
import { forEachMeeting, type Rule } from './rule.ts';

const WEBEX =
  'https://a.webex.com/a/j.php?MTID=m0123456789abcdef0123456789abcdef\nMeeting number (access code): 2741 305 8812\n';

export const openDialIn: Rule = {
  id: 'open-dial-in',
  level: 'warn',
  source: {
    title: 'Cisco Webex Meetings Meeting Information and Metadata Issue June 2024 (cisco-sa-webex-june-2024)',
    date: '2024-06',
    url: 'https://sec.cloudapps.cisco.com/security/center/content/CiscoSecurityAdvisory/cisco-sa-webex-june-2024',
  },
  check: (situation) =>
    forEachMeeting(situation, (meeting) => {
      if (meeting.dialIn.state !== 'open') return null;
      const substitutions = [platformName(meeting.platform)];
      // Teams has no passcode for phones: whether callers wait in the lobby is the organiser's setting, which no invitation
      // shows (facts/meeting-links.md section 4). That is worth a word, not a warning on every Teams invitation.
      return meeting.platform === 'teams'
        ? { substitutions, variant: 'conference-id', atMost: 'inform' }
        : { substitutions };
    }),
  cases: [
    {
      name: 'a Webex dial string with an empty second field',
      text: `${WEBEX}tel:+31207944000,,*01*27413058812%23%23*01*\n`,
      finds: 1,
    },
    {
      name: 'a Webex dial string with a code',
      text: `${WEBEX}tel:+31207944000,,*01*27413058812%2348213377%23*01*\n`,
      finds: 0,
    },
    {
      name: 'a Webex tap line without a code',
      text: `${WEBEX}+31-20-794-4000,,27413058812## Netherlands Toll\n`,
      finds: 1,
    },
    {
      name: 'a web password does not protect the phone',
      text: `${WEBEX}Meeting password: aB3dE5gH7jK\nJoin by phone\n+31-20-794-4000 Netherlands Toll\nAccess code: 274 130 58812\n`,
      finds: 1,
    },
    {
      name: 'a numeric password in brackets protects it',
      text: `${WEBEX}Meeting password: aB3dE5gH7jK (22333545 from phones and video systems)\nJoin by phone\n+31-20-794-4000 Netherlands Toll\n`,
      finds: 0,
    },
    {
      name: 'Zoom one tap without a passcode',
      text: 'https://zoom.us/j/84512345678\nOne tap mobile\n+31207940854,,84512345678# Netherlands\n',
      finds: 1,
    },
    {
      name: 'Zoom one tap with a passcode',
      text: 'https://zoom.us/j/84512345678?pwd=x\nOne tap mobile\n+31207940854,,84512345678#,,,,*482913# Netherlands\n',
      finds: 0,
    },
    {
      name: 'Teams is said quietly',
      text: 'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr\nDial in by phone\n+31 20 399 0000,,123456789# Netherlands, Amsterdam\n',
      finds: ['inform'],
    },
    {
      name: 'unless the policy sets a level',
      text: 'https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGhIjKlMnOpQr\nDial in by phone\n+31 20 399 0000,,123456789# Netherlands, Amsterdam\n',
      policy: { rules: [{ rule: 'open-dial-in', level: 'justify' }] },
      finds: ['justify'],
    },
    {
      name: 'Meet always asks a PIN',
      text: 'https://meet.google.com/abc-defg-hij\nOr dial: +31 20 257 2000 PIN: 123 456 789#\n',
      finds: 0,
    },
    { name: 'its own page alone', text: 'https://zoom.us/j/84512345678', surface: 'join', finds: 0 },
    {
      name: 'its own page, and the invitation had an open line',
      text: 'https://examplestad.webex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef',
      surface: 'join',
      seen: { dialIn: 'open' },
      finds: 1,
    },
    { name: 'no phone at all', text: 'https://zoom.us/j/84512345678', finds: 0 },
    {
      name: 'a phone number in a signature',
      text: 'https://zoom.us/j/84512345678?pwd=x\n\nJan de Vries\n+31 6 12345678\n',
      finds: 0,
    },
  ],
};
