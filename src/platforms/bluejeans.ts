import { plainHost } from '../links/hosts.ts';
import type { DialInState } from '../model.ts';
import { dialInFrom, type JoinLink, type Platform, passcodeFromTextAndLink, segments } from './platform.ts';

// facts/meeting-links.md section 6 (S).

const ID = /^\d{5,16}$/;
const PASSCODE = /^[a-z0-9]{3,16}$/i;
/** Ways to join that stand behind the number. */
const WAY = /^(?:browser|webrtc|app|calling|quick)$/i;
/** The maker's own, not a customer's. */
const NOT_A_TENANT =
  /^(?:www|api|a|cdn|community|developer|developers|download|events|go|help|learn|primetime|status|store|support|swdl)$/;

function tenantOf(host: string): string | null {
  const label = /^([a-z0-9-]+)\.bluejeans\.com$/.exec(host)?.[1];
  return label === undefined || NOT_A_TENANT.test(label) ? null : label;
}

/** `<id>[/<passcode>][/<way>]`. */
function meeting(path: readonly string[], tenant: string | null): JoinLink | null {
  const [id, second, third] = path;
  if (id === undefined || !ID.test(id) || path.length > 3) return null;
  const passcode = second !== undefined && !WAY.test(second) ? second : null;
  if (passcode !== null && !PASSCODE.test(passcode)) return null;
  if (third !== undefined && (passcode === null || !WAY.test(third))) return null;
  return {
    key: `meeting:${id}`,
    tenant,
    id,
    // Nine digits are made for a meeting. A personal meeting's number is its owner's choice, such as a phone number.
    room: id.length === 9 ? 'one-off' : 'unknown',
    opensWithoutTyping: passcode !== null,
  };
}

function recognise(url: URL): JoinLink | null {
  const path = segments(url);
  // `bjnb://meet/id/<id>[/<passcode>]`, the program's own scheme.
  if (url.protocol === 'bjnb:')
    return url.hostname === 'meet' && path[0] === 'id' ? meeting(path.slice(1), null) : null;
  const host = plainHost(url);
  if (host === 'primetime.bluejeans.com') {
    const [first, second, code] = path;
    if (
      first !== 'a2m' ||
      second !== 'live-event' ||
      path.length !== 3 ||
      !/^[a-z0-9]{4,32}$/i.test(code ?? '')
    )
      return null;
    return {
      key: `event:${code}`,
      tenant: null,
      id: code ?? null,
      room: 'one-off',
      opensWithoutTyping: false,
    };
  }
  const tenant = tenantOf(host);
  return tenant !== null || host === 'bluejeans.com' || host === 'www.bluejeans.com'
    ? meeting(path, tenant)
    : null;
}

/** `,,,<id>,#,#` types no passcode; digits between the last two would be one. */
function fromDialString(keys: string): DialInState | null {
  const match = /^,+\d{5,16},?#(?:,+(\d*),?#)?/.exec(keys);
  return match === null ? null : match[1] === undefined || match[1] === '' ? 'open' : 'protected';
}

export const bluejeans: Platform = {
  id: 'bluejeans',
  name: 'BlueJeans',
  hosts: ['bluejeans.com', '*.bluejeans.com'],
  schemes: ['bjnb'],
  recognise,
  // The passcode stands in the path, or in the text.
  passcode: passcodeFromTextAndLink,
  dialIn(evidence, link) {
    // Whether the phone asks the passcode of the path, too, was not seen.
    const asks = evidence.passcode !== 'none' || link.opensWithoutTyping;
    return dialInFrom(
      evidence,
      (keys) => {
        const state = fromDialString(keys);
        return state === 'open' && asks ? 'unknown' : state;
      },
      () => {
        if (evidence.phonePasscode || evidence.passcodeBesidePhone) return 'protected';
        return asks ? 'unknown' : 'open';
      },
    );
  },
  numberIn: (keys) => /^,+(\d{5,16}),?#/.exec(keys)?.[1] ?? null,
  examples: [
    {
      link: 'https://bluejeans.com/123456789',
      id: '123456789',
      room: 'one-off',
      tenant: null,
      opensWithoutTyping: false,
    },
    { link: 'https://bluejeans.com/123456789/4321', id: '123456789', opensWithoutTyping: true },
    { link: 'https://bluejeans.com/123456789/4321?src=join_info', opensWithoutTyping: true },
    { link: 'https://bluejeans.com/123456789/browser', id: '123456789', opensWithoutTyping: false },
    { link: 'https://bluejeans.com/123456789/4321/webrtc', opensWithoutTyping: true },
    { link: 'https://bluejeans.com/3120000325', id: '3120000325', room: 'unknown' },
    { link: 'https://examplestad.bluejeans.com/123456789', tenant: 'examplestad' },
    { link: 'https://primetime.bluejeans.com/a2m/live-event/abcdwxyz', id: 'abcdwxyz', tenant: null },
    { link: 'bjnb://meet/id/123456789/4321', id: '123456789', opensWithoutTyping: true },
  ],
  counterexamples: [
    { link: 'https://www.bluejeans.com/', why: 'the start page' },
    { link: 'https://bluejeans.com/features', why: 'a page about the product' },
    { link: 'https://bluejeans.com/numbers', why: 'the list of phone numbers' },
    { link: 'https://bluejeans.com/111', why: 'the test of one’s camera, which every invitation names' },
    { link: 'https://bluejeans.com/s/W5bj4aS8jNR', why: 'a recording' },
    { link: 'https://bluejeans.com/playback/s/W5bj4aS8jNR', why: 'a recording' },
    { link: 'https://bluejeans.com/download', why: 'the download page' },
    { link: 'https://bluejeans.com/login', why: 'signing in' },
    {
      link: 'https://primetime.bluejeans.com/a2m/events/playback/0a1b2c3d-0000-4000-8000-00000000abcd',
      why: 'a recording of an event',
    },
    {
      link: 'https://primetime.bluejeans.com/a2m/register/abcdwxyz',
      why: 'a registration',
    },
    { link: 'https://support.bluejeans.com/s/article/123456789', why: 'help' },
    { link: 'https://examplestad.bluejeans.com/', why: 'a customer’s start page' },
    { link: 'https://bluejeans.com.evil.example/123456789', why: 'another domain that begins with the host' },
  ],
};
