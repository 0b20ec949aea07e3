import { platformName } from '../platforms/recognise.ts';
import { forEachMeeting, type Rule } from './rule.ts';

/**
 * Numbers of this length were counted up: 9 to 11 digits in Zoom (facts/incidents.md, zoom-enum-2019), 9 to 11 in Webex, where
 * they even followed each other (security.nl/posting/845546). Shorter ones are found sooner; 12 is the shortest number of Teams.
 */
const COUNTABLE = /^\d{6,12}$/;

const WEBEX = 'https://a.webex.com/a/j.php?MTID=m0123456789abcdef0123456789abcdef';

export const enumerableId: Rule = {
  id: 'enumerable-id',
  level: 'warn',
  source: {
    title: 'Tripwire, Zoom bug potentially allowed attackers to find and join active meetings',
    date: '2020-01',
    url: 'https://www.tripwire.com/state-of-security/zoom-bug-potentially-allowed-attackers-to-find-and-join-active-meetings',
  },
  check: (situation) =>
    forEachMeeting(situation, ({ platform, id, passcode: { state } }) =>
      (state === 'absent' || state === 'none-by-design') && COUNTABLE.test(id ?? '')
        ? { substitutions: [platformName(platform)] }
        : null,
    ),
  cases: [
    { name: 'Zoom’s number and no passcode', text: 'https://zoom.us/j/84512345678', finds: ['warn'] },
    { name: 'an old number of nine digits', text: 'https://zoom.us/j/123456789', finds: 1 },
    { name: 'a personal number', text: 'https://zoom.us/j/4512345678', finds: 1 },
    {
      name: 'a Webex invitation that tells its number and no password',
      text: `${WEBEX}\nMeeting number: 2741 305 8812\n`,
      finds: 1,
    },
    { name: 'BlueJeans', text: 'https://bluejeans.com/123456789', finds: 1 },
    { name: 'a passcode in the link', text: 'https://zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1', finds: 0 },
    {
      name: 'a passcode in the text',
      text: 'https://zoom.us/j/84512345678\nMeeting ID: 845 1234 5678\nPasscode: 482913\n',
      finds: 0,
    },
    {
      name: 'a passcode that comes another way',
      text: 'https://zoom.us/j/84512345678\nPasscode: will be sent in a separate e-mail\n',
      finds: 0,
    },
    { name: 'a pasted Webex link tells no number', text: WEBEX, finds: 0 },
    {
      name: 'a Webex invitation with a password',
      text: `${WEBEX}\nMeeting number: 2741 305 8812\nMeeting password: aB3dE5gH7jK\n`,
      finds: 0,
    },
    { name: 'letters cannot be counted up', text: 'https://meet.google.com/abc-defg-hij', finds: 0 },
    { name: 'a room with a name', text: 'https://meet.jit.si/OverlegFinancien', finds: 0 },
    {
      name: 'GoTo does not write its password, so that none seen proves nothing',
      text: 'https://meet.goto.com/123456789',
      finds: 0,
    },
  ],
};
