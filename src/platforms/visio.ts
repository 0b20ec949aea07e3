import { plainHost } from '../links/hosts.ts';
import {
  type Beside,
  dialInFrom,
  type JoinLink,
  type Platform,
  passcodeIfSeen,
  segments,
} from './platform.ts';

// facts/meeting-links.md section 6. suitenumerique/meet (features/rooms/utils/isRoomValid) takes a room's code with and without
// hyphens, in either case.

const CODE = /^[a-z0-9]{3}-?[a-z0-9]{4}-?[a-z0-9]{3}$/i;
/** What it makes itself. On an unknown host nothing else is looked at. */
const MADE = /^[a-z]{3}-[a-z]{4}-[a-z]{3}$/;

/** The words before the link in what its button copies (suitenumerique/meet locales/<xx>/global.json, clipboardContent.url). */
const ANNOUNCED = [
  'pour participer à la visioconférence, cliquez sur ce lien :',
  'to join the video conference, click on this link:',
  'klik op deze link om deel te nemen aan de videoconferentie:',
  'um an der videokonferenz teilzunehmen, folge diesem link:',
];

function recognise(url: URL): JoinLink | null {
  const path = segments(url);
  const code = path[0];
  if (code === undefined || path.length !== 1 || !CODE.test(code)) return null;
  const letters = code.replaceAll('-', '').toLowerCase();
  const id = `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
  return {
    key: `room:${plainHost(url)}/${id}`,
    tenant: null,
    id,
    room: 'one-off',
    opensWithoutTyping: false,
  };
}

function byFingerprint(url: URL, { text }: Beside): JoinLink | null {
  if (!MADE.test(segments(url).join('/'))) return null;
  const written = `${url.protocol}//${url.host}${url.pathname}`.toLowerCase();
  const announced = ANNOUNCED.some(
    (words) => text.includes(`${words} ${written}`) || text.includes(`${words} <${written}`),
  );
  return announced ? recognise(url) : null;
}

export const visio: Platform = {
  id: 'visio',
  name: 'La Suite Visio',
  hosts: ['visio.numerique.gouv.fr', 'visio.suite.anct.gouv.fr'],
  recognise,
  fingerprint: { hints: ANNOUNCED, recognise: byFingerprint },
  passcode: passcodeIfSeen,
  dialIn(evidence) {
    // The code that a phone asks is made for each room (section 1).
    if (evidence.pin) return 'pin';
    return dialInFrom(
      evidence,
      (keys) => (/^,+\d{6,12}#/.test(keys) ? 'pin' : null),
      () => 'pin',
    );
  },
  examples: [
    {
      link: 'https://visio.numerique.gouv.fr/abc-defg-hij',
      id: 'abc-defg-hij',
      tenant: null,
      room: 'one-off',
      opensWithoutTyping: false,
    },
    { link: 'https://visio.numerique.gouv.fr/abcdefghij', id: 'abc-defg-hij' },
    { link: 'https://visio.numerique.gouv.fr/ABC-defg-HIJ', id: 'abc-defg-hij' },
    { link: 'https://visio.suite.anct.gouv.fr/abc-defg-hij', id: 'abc-defg-hij' },
    { link: 'https://visio.examplestad.example/abc-defg-hij', id: 'abc-defg-hij', ownServer: true },
    {
      link: 'https://meet.example.org/abc-defg-hij',
      id: 'abc-defg-hij',
      beside: {
        text: 'pour participer à la visioconférence, cliquez sur ce lien : https://meet.example.org/abc-defg-hij',
      },
    },
    {
      link: 'https://meet.example.org/abc-defg-hij',
      beside: {
        text: 'klik op deze link om deel te nemen aan de videoconferentie: https://meet.example.org/abc-defg-hij bel +31',
      },
    },
  ],
  counterexamples: [
    { link: 'https://visio.numerique.gouv.fr/', why: 'the start page' },
    { link: 'https://visio.numerique.gouv.fr/feedback', why: 'the page for comments' },
    { link: 'https://visio.numerique.gouv.fr/test-connection', why: 'a test of the connection' },
    { link: 'https://visio.numerique.gouv.fr/mentions-legales', why: 'legal text' },
    { link: 'https://visio.numerique.gouv.fr/sdk/create-popup', why: 'a part for other sites' },
    {
      link: 'https://visio.numerique.gouv.fr/recording/0a1b2c3d-0000-4000-8000-00000000abcd',
      why: 'a recording',
    },
    { link: 'https://meet.example.org/abc-defg-hij', why: 'an unknown host without a sign' },
    {
      link: 'https://visio.numerique.gouv.fr.evil.example/abc-defg-hij',
      why: 'another domain that begins with the host',
    },
  ],
};
