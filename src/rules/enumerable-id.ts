import type { Meeting } from '../model.ts';
import { platformName } from '../platforms/recognise.ts';
import { type Found, forEachMeeting, isUnseen, type Rule } from './rule.ts';

/**
 * Numbers of this length were counted up: 9 to 11 digits in Zoom (facts/incidents.md, zoom-enum-2019), 9 to 11 in Webex, where
 * they even followed each other (security.nl/posting/845546). Shorter ones are found sooner; 12 is the shortest number of Teams.
 */
const COUNTABLE = /^\d{6,12}$/;

/**
 * A number is all that their invitations show of the way in: GoTo's "access code = id" of 9 digits, Chime's 10 digits and nothing beside
 * them (facts/meeting-links.md section 6, S). A password may exist that no invitation shows, so that the rule tells what it saw.
 */
const SHOW_A_NUMBER: ReadonlySet<string> = new Set(['goto', 'chime']);
/** Numbers of webinars are of another kind, of which the facts tell nothing. */
const WEBINAR_HOST = /(?:^|\.)gotowebinar\.com$/;

function found({ platform, id, url, host, passcode: { state } }: Meeting): Omit<Found, 'meeting'> | null {
  if (!COUNTABLE.test(id ?? '')) return null;
  const substitutions = [platformName(platform)];
  if (state === 'absent' || state === 'none-by-design') return { substitutions };
  // What is hidden may hold a passcode.
  const isUnseen = state === 'unknown' && url !== null && SHOW_A_NUMBER.has(platform);
  return isUnseen && !WEBINAR_HOST.test(host) ? { variant: 'unseen', substitutions, atMost: 'inform' } : null;
}

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
    forEachMeeting(situation, (meeting) => {
      const one = found(meeting);
      return one?.variant === 'unseen' && isUnseen(situation.invitation) ? null : one;
    }),
  cases: [
    { name: 'Zoom’s number and no passcode', text: 'https://zoom.us/j/84512345678', finds: ['warn'] },
    { name: 'its own page alone', text: 'https://zoom.us/j/84512345678', surface: 'join', finds: 0 },
    {
      name: 'its own page, and the invitation gave no passcode',
      text: 'https://zoom.us/j/84512345678',
      surface: 'join',
      seen: { passcode: 'absent' },
      finds: ['warn'],
    },
    {
      name: 'the page of a number whose invitation was not seen',
      text: 'https://meet.goto.com/123456789',
      surface: 'join',
      finds: 0,
    },
    {
      name: 'the page of a number whose invitation gave no passcode',
      text: 'https://meet.goto.com/123456789',
      surface: 'join',
      seen: {},
      finds: ['inform'],
    },
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
      name: 'GoTo does not write its password: none seen is no proof, but a number is all there is to see',
      text: 'https://meet.goto.com/123456789\nAccess Code: 123-456-789\n',
      finds: ['inform'],
    },
    {
      name: 'GoTo’s older address',
      text: 'https://global.gotomeeting.com/join/123456789',
      finds: ['inform'],
    },
    { name: 'Chime’s ten digits', text: 'https://chime.aws/1234567890', finds: ['inform'] },
    {
      name: 'the policy is stricter',
      text: 'https://meet.goto.com/123456789',
      policy: { rules: [{ rule: 'enumerable-id', level: 'warn' }] },
      finds: ['warn'],
    },
    {
      name: 'a GoTo password in the text',
      text: 'https://meet.goto.com/123456789\nMeeting password: wK7tR2\n',
      finds: 0,
    },
    { name: 'a GoTo room with a name', text: 'https://meet.goto.com/jandevries', finds: 0 },
    { name: 'a webinar', text: 'https://www.gotowebinar.com/join/551209337', finds: 0 },
    { name: 'a name on Chime', text: 'https://app.chime.aws/meetings/jan-devries', finds: 0 },
    {
      name: 'a passcode that only the phone line shows',
      text: 'https://zoom.us/j/84512345678\n+31207940854,,84512345678#,,,,*482913#\n',
      finds: 0,
    },
  ],
};
