import { plainHost } from '../links/hosts.ts';
import { parameter } from '../links/parameters.ts';
import type { DialInState, Room } from '../model.ts';
import { dialInFrom, type JoinLink, type Platform, passcodeFromTextAndLink, segments } from './platform.ts';

// facts/meeting-links.md section 3; S and S° unless a line says otherwise.

const ID = /^\d{9,11}$/;
/** Zoom's own labels and data centres; every other first label is an account's vanity name, which is a claim, not proof. */
const NOT_AN_ACCOUNT =
  /^(?:us\d\d(?:web)?|eu\d\d(?:web)?|app|www|support|explore|events|marketplace|developers)$/;

function accountOf(host: string): string | null {
  const label = /^([a-z0-9-]+)\.(?:zoom\.us|zoom\.com|zoom\.com\.cn|zoomgov\.com|zoom-x\.de)$/.exec(
    host,
  )?.[1];
  return label === undefined || NOT_AN_ACCOUNT.test(label) ? null : label;
}

/** Ten digits are a Personal Meeting ID (or a meeting of early 2020); 9 and 11 are made for one meeting or series. */
function roomOf(id: string): Room {
  return id.length === 10 ? 'personal' : 'one-off';
}

function recognise(url: URL): JoinLink | null {
  const [first, second, third] = segments(url);
  const tenant = accountOf(plainHost(url));
  if (first === 'my' && second !== undefined && /^[\w.-]{1,64}$/.test(second)) {
    return {
      key: `my:${second.toLowerCase()}`,
      tenant,
      id: second,
      room: 'personal',
      opensWithoutTyping: (parameter(url.search, 'pwd') ?? '') !== '',
    };
  }
  const id = ((): string | undefined => {
    switch (first) {
      case 'j':
      case 's':
      case 'w':
      case 'p':
      case 'meeting':
        return second;
      case 'wc':
        return second === 'join' ? third : third === 'join' || third === 'start' ? second : undefined;
      case 'launch':
        return second === 'jc' ? third : undefined;
      default:
        return undefined;
    }
  })();
  if (id === undefined || !ID.test(id)) return null;
  return {
    key: `meeting:${id}`,
    tenant,
    id,
    room: first === 'p' ? 'personal' : roomOf(id),
    opensWithoutTyping:
      (parameter(url.search, 'pwd') ?? '') !== '' || (parameter(url.search, 'tk') ?? '') !== '',
  };
}

/** `,,<id>#,,,,*<passcode>#` asks the passcode; `,,<id>#` asks nothing; an old form puts `,,,,,,0#` between. */
function fromDialString(keys: string): DialInState | null {
  const match = /^,+\d{9,11}#(?:,+0#)?(?:,+\*?(\d+)#)?/.exec(keys);
  return match === null ? null : match[1] === undefined ? 'open' : 'protected';
}

export const zoom: Platform = {
  id: 'zoom',
  name: 'Zoom',
  hosts: [
    'zoom.us',
    '*.zoom.us',
    'zoom.com',
    '*.zoom.com',
    'zoom.com.cn',
    '*.zoom.com.cn',
    'zoomgov.com',
    '*.zoomgov.com',
    '*.zoom-x.de',
  ],
  recognise,
  // A personal room's links may look like any other; Zoom then names the room in the topic.
  room: (evidence, link) => (evidence.personalRoom ? 'personal' : link.room),
  // `pwd=` is not the passcode of the text; the passcode is absent when neither is there.
  passcode: passcodeFromTextAndLink,
  dialIn(evidence, link) {
    return dialInFrom(evidence, fromDialString, () => {
      if (evidence.passcodeBesidePhone || evidence.phonePasscode) return 'protected';
      return evidence.passcode === 'none' && !link.opensWithoutTyping ? 'open' : 'unknown';
    });
  },
  examples: [
    { link: 'https://zoom.us/j/84512345678', id: '84512345678', room: 'one-off', tenant: null },
    {
      link: 'https://us02web.zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1',
      tenant: null,
      opensWithoutTyping: true,
    },
    {
      link: 'https://examplestad.zoom.us/j/84512345678?pwd=',
      tenant: 'examplestad',
      opensWithoutTyping: false,
    },
    { link: 'https://zoom.us/j/4512345678', id: '4512345678', room: 'personal' },
    { link: 'https://zoom.us/my/jan.devries', id: 'jan.devries', room: 'personal' },
    { link: 'https://zoom.us/p/4512345678', room: 'personal' },
    { link: 'https://zoom.us/s/84512345678?zak=eyJ0', id: '84512345678' },
    { link: 'https://zoom.us/w/84512345678?tk=abc', opensWithoutTyping: true },
    { link: 'https://zoom.us/wc/join/84512345678', id: '84512345678' },
    { link: 'https://app.zoom.us/wc/84512345678/join', id: '84512345678', tenant: null },
    { link: 'https://zoom.us/launch/jc/84512345678', id: '84512345678' },
    { link: 'https://agency.zoomgov.com/j/1612345678', tenant: 'agency' },
    { link: 'https://bund.zoom-x.de/j/61234567890', tenant: 'bund' },
  ],
  counterexamples: [
    { link: 'https://us02web.zoom.us/u/kbVnAbCdE', why: 'the list of phone numbers' },
    { link: 'https://zoom.us/rec/share/abc', why: 'a recording' },
    { link: 'https://zoom.us/download', why: 'the download page' },
    { link: 'https://zoom.us/webinar/register/WN_abc', why: 'a registration' },
    { link: 'https://zoom.us/meeting/register/tJ0abc', why: 'a registration' },
    { link: 'https://support.zoom.com/hc/en/article?id=zm_kb', why: 'help' },
    { link: 'https://www.zoomland.example/j/84512345678', why: 'a company that is not Zoom' },
    { link: 'https://zoom.us.evil.example/j/84512345678', why: 'another domain that begins with zoom.us' },
  ],
};
