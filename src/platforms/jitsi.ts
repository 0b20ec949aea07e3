import { plainHost } from '../links/hosts.ts';
import { decodedOnce, parameter } from '../links/parameters.ts';
import type { Room } from '../model.ts';
import {
  type Beside,
  dialInFrom,
  type JoinLink,
  type Platform,
  passcodeFromTextAndLink,
  segments,
} from './platform.ts';

// facts/meeting-links.md sections 1, 5 and 8. The policy's selfHosted hosts count as hosts of Jitsi too.

/** First parts of the path that the server or its web programme keeps for itself. */
const PAGES =
  /^(?:static|libs|images|sounds|fonts|css|lang|api|v1|about|login|logout|admin|help|privacy|terms|impressum|datenschutz|apple-app-site-association|\.well-known|http-bind|xmpp-websocket|colibri-ws|etherpad|excalidraw|close\d?|_[\w-]*)$/i;
/** Only real kinds of files: "jan.devries" and "j.smit" are rooms. */
const FILE =
  /\.(?:html?|php|js|mjs|css|json|map|txt|xml|ico|png|jpe?g|svg|gif|webp|wasm|mp3|ogg|wav|woff2?|pdf|webmanifest)$/i;
/** The server's own rule for a room name: everything but these signs. */
const NAME = /^[^?&:'"/\\]{1,250}$/;

/**
 * A name that nobody thought up: Jitsi's generator, a UUID, or a run of random characters. "perhaps": letters and digits change
 * as in a random name, but a word stands in it ("overleg2026week14team3").
 */
export function generatedName(name: string): 'yes' | 'perhaps' | 'no' {
  // The generator of jitsi/js-utils (random/roomNameGenerator) writes an adjective, a plural, a verb and an adverb, and a few
  // of its words hold a second capital ("LongTerm"). Four capitals alone may be a person's own name for a room.
  if (/^(?:[A-Z][a-z]{1,16}){4,6}$/.test(name)) {
    const plural = name.match(/[A-Z][a-z]+/g)?.[1]?.endsWith('s') === true;
    return plural || name.endsWith('ly') ? 'yes' : 'no';
  }
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name)) return 'yes';
  if (!/^[A-Za-z0-9_-]{16,250}$/.test(name)) return 'no';
  if (/^[0-9a-f]+$/i.test(name) && /[a-f]/i.test(name) && /\d/.test(name)) return 'yes';
  const changes = name.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
  if (changes < 4) return 'no';
  return /[A-Za-z][a-z]{6}/.test(name) ? 'perhaps' : 'yes';
}

/** A name that a person chose stays in use (facts section 1) and can be guessed (section 5, S). */
function roomOf(name: string): Room {
  const generated = generatedName(name);
  return generated === 'yes' ? 'one-off' : generated === 'perhaps' ? 'unknown' : 'permanent';
}

function recognise(url: URL): JoinLink | null {
  const host = plainHost(url);
  const path = segments(url).map(decodedOnce);
  const [first, second] = path;
  if (first === undefined || path.length > 2 || PAGES.test(first)) return null;
  if (!path.every((part) => NAME.test(part)) || FILE.test(path.at(-1) ?? '')) return null;
  // The same host carries 8x8's own meetings.
  if (host === '8x8.vc' && (!first.startsWith('vpaas-magic-cookie-') || second === undefined)) return null;
  const name = second ?? first;
  return {
    key: `room:${host}/${path.join('/').toLowerCase()}`,
    tenant: second === undefined ? null : first,
    id: name,
    room: roomOf(name),
    opensWithoutTyping: (parameter(url.search, 'jwt') ?? '') !== '',
  };
}

/** Settings behind "#config." that the handbook documents for links (user-guide-advanced), or that Jitsi's invitation writes. */
const SETTINGS = new Set([
  'config.startSilent',
  'config.startAudioOnly',
  'config.startAudioMuted',
  'config.startVideoMuted',
  'config.startWithAudioMuted',
  'config.startWithVideoMuted',
  'config.prejoinPageEnabled',
  'config.prejoinConfig.enabled',
  'config.disableDeepLinking',
  'config.disableInviteFunctions',
  'config.requireDisplayName',
  'config.defaultLanguage',
  'config.minParticipants',
]);

/** No other product reads these names from a fragment. */
function hasJitsiFragment(url: URL): boolean {
  return url.hash
    .slice(1)
    .split('&')
    .some((pair) => {
      const name = pair.slice(0, Math.max(0, pair.indexOf('=')));
      return (
        SETTINGS.has(name) ||
        name === 'jitsi_meet_external_api_id' ||
        name === 'userInfo.displayName' ||
        name === 'userInfo.email' ||
        /^interfaceConfig\.[A-Z][A-Z_]{3,60}$/.test(name)
      );
    });
}

/** The page with the phone numbers of this very room: `[/<tenant>]/static/dialInInfo.html?room=<room>`. */
function tellsPhoneNumbersOf(page: URL, room: string): boolean {
  const [folder, file] = segments(page).slice(-2);
  return (
    folder === 'static' &&
    file === 'dialInInfo.html' &&
    parameter(page.search, 'room')?.toLowerCase() === room.toLowerCase()
  );
}

/**
 * Jitsi's fixed invitation: who invites, and the words right before the link (jitsi/jitsi-meet lang/main[-xx].json, keys
 * info.inviteURLFirstPart… and info.inviteURLSecondPart). Either alone is ordinary language; one after the other, and then the
 * link, they are Jitsi's.
 */
const INVITATIONS: readonly { invited: readonly string[]; join: string }[] = [
  {
    invited: ['you are invited to join a meeting.', 'is inviting you to a meeting.'],
    join: 'join the meeting:',
  },
  {
    invited: [
      'u bent uitgenodigd om aan een vergadering deel te nemen.',
      'nodigt u uit voor een vergadering.',
    ],
    join: 'deelnemen aan de vergadering:',
  },
  {
    invited: ['sie wurden zur teilnahme an einem meeting eingeladen.', 'lädt sie zu einem meeting ein.'],
    join: 'am meeting teilnehmen:',
  },
  {
    invited: ['vous êtes invité(e) à participer à une réunion.', 'vous invite à une réunion.'],
    join: 'rejoindre la réunion:',
  },
  {
    invited: ['invito a connettersi ad una riunione.', 'ti sta invitando ad una riunione.'],
    join: 'partecipa alla riunione:',
  },
  {
    invited: ['le han invitado a unirse a una reunión', 'te esta invitando a una sesión.'],
    join: 'unirse a la reunión:',
  },
  {
    invited: ['estás invitado a unirte a una reunión.', 'te esta invitando a una reunión.'],
    join: 'link para unirse a la reunión:',
  },
];

function standsInInvitation(url: URL, text: string): boolean {
  const origin = `${url.protocol}//${url.host}`;
  // The invitation writes the room's name decoded; a mail program may have encoded it again.
  const written = [decodedOnce(url.pathname), url.pathname].map((path) => `${origin}${path}`.toLowerCase());
  return INVITATIONS.some(({ invited, join }) =>
    invited.some((sentence) =>
      written.some(
        (link) =>
          text.includes(`${sentence} ${join} ${link}`) || text.includes(`${sentence} ${join} <${link}`),
      ),
    ),
  );
}

function byFingerprint(url: URL, beside: Beside): JoinLink | null {
  const link = recognise(url);
  if (link === null) return null;
  const room = link.id ?? '';
  const sure =
    hasJitsiFragment(url) ||
    beside.links.some(
      (other) =>
        tellsPhoneNumbersOf(other, room) || (other.pathname === url.pathname && hasJitsiFragment(other)),
    ) ||
    (link.tenant === null && standsInInvitation(url, beside.text));
  return sure ? link : null;
}

export const jitsi: Platform = {
  id: 'jitsi',
  name: 'Jitsi Meet',
  hosts: ['meet.jit.si', '8x8.vc'],
  recognise,
  fingerprint: {
    hints: [
      'dialininfo.html',
      '#config.',
      '#userinfo.',
      '#interfaceconfig.',
      'jitsi_meet_external_api_id',
      ...INVITATIONS.flatMap(({ invited }) => invited),
    ],
    recognise: byFingerprint,
  },
  passcode: passcodeFromTextAndLink,
  dialIn(evidence) {
    // The phone number asks a PIN that the server makes for each room: "<number>,,<10 digits>#" (section 5, S).
    if (evidence.pin) return 'pin';
    return dialInFrom(
      evidence,
      (keys) => (/^,+\d{6,12}#/.test(keys) ? 'pin' : null),
      () => 'pin',
    );
  },
  examples: [
    {
      link: 'https://meet.jit.si/raadsvergadering',
      id: 'raadsvergadering',
      tenant: null,
      room: 'permanent',
      opensWithoutTyping: false,
    },
    { link: 'https://meet.jit.si/OverlegFinancien', room: 'permanent' },
    { link: 'https://meet.jit.si/OverlegCollegeBurgemeesterWethouders', room: 'permanent' },
    { link: 'https://meet.jit.si/raadsvergadering-2026-10-14', room: 'permanent' },
    { link: 'https://meet.jit.si/overleg2026week14team3', room: 'unknown' },
    { link: 'https://meet.jit.si/FunnyBusesRunFast', room: 'one-off' },
    { link: 'https://meet.jit.si/LongTermHorsesTravelQuietly', room: 'one-off' },
    {
      link: 'https://meet.jit.si/0a1b2c3d-0000-4000-8000-00000000abcd#config.startSilent=true',
      room: 'one-off',
    },
    { link: 'https://meet.jit.si/3f9c0a7be21d4c58', room: 'one-off' },
    { link: 'https://meet.jit.si/q7Zk2mX9bT4vR1nL8w', room: 'one-off' },
    { link: 'https://meet.jit.si/team%20overleg', id: 'team overleg' },
    { link: 'https://meet.jit.si/j.smit', id: 'j.smit' },
    { link: 'https://meet.jit.si/examplestad/overleg', id: 'overleg', tenant: 'examplestad' },
    { link: 'https://meet.jit.si/overleg?jwt=eyJhbGciOi', opensWithoutTyping: true },
    { link: 'https://meet.jit.si/overleg?jwt=', opensWithoutTyping: false },
    {
      link: 'https://8x8.vc/vpaas-magic-cookie-0a1b2c3d4e/Overleg?jwt=eyJhbGciOi',
      id: 'Overleg',
      tenant: 'vpaas-magic-cookie-0a1b2c3d4e',
      opensWithoutTyping: true,
    },
    { link: 'https://meet.examplestad.example/staf', id: 'staf', room: 'permanent', ownServer: true },
    {
      link: 'https://meet.examplestad.example/zaal/staf?jwt=eyJ0',
      id: 'staf',
      tenant: 'zaal',
      opensWithoutTyping: true,
      ownServer: true,
    },
    { link: 'https://video.example.org/staf#config.startSilent=true', id: 'staf' },
    { link: 'https://video.example.org/staf#userInfo.displayName=%22Jan%22&config.startWithAudioMuted=true' },
    { link: 'https://video.example.org/staf#jitsi_meet_external_api_id=0&config.prejoinPageEnabled=false' },
    { link: 'https://video.example.org/staf#interfaceConfig.SHOW_CHROME_EXTENSION_BANNER=false' },
    {
      link: 'https://video.example.org/staf',
      room: 'permanent',
      beside: { links: ['https://video.example.org/static/dialInInfo.html?room=Staf'] },
    },
    {
      link: 'https://video.example.org/zaal/staf',
      tenant: 'zaal',
      beside: { links: ['https://video.example.org/zaal/static/dialInInfo.html?room=staf'] },
    },
    {
      link: 'https://video.example.org/staf',
      beside: { links: ['https://video.example.org/staf#config.startSilent=true'] },
    },
    {
      link: 'https://video.example.org/GroteZaal',
      id: 'GroteZaal',
      beside: {
        text: 'jan de vries is inviting you to a meeting. join the meeting: https://video.example.org/grotezaal',
      },
    },
    {
      link: 'https://video.example.org/grote%20zaal',
      id: 'grote zaal',
      beside: {
        text: 'u bent uitgenodigd om aan een vergadering deel te nemen. deelnemen aan de vergadering: https://video.example.org/grote zaal',
      },
    },
    {
      link: 'https://video.example.org/staf',
      beside: {
        text: 'anna lädt sie zu einem meeting ein. am meeting teilnehmen: <https://video.example.org/staf>',
      },
    },
    {
      link: 'https://video.example.org/staf',
      beside: {
        text: 'jean vous invite à une réunion. rejoindre la réunion: https://video.example.org/staf',
      },
    },
  ],
  counterexamples: [
    { link: 'https://meet.jit.si/', why: 'the start page' },
    {
      link: 'https://meet.jit.si/static/dialInInfo.html?room=raadsvergadering',
      why: 'the list of phone numbers',
    },
    { link: 'https://meet.jit.si/static/close3.html#jitsi_meet_external_api_id=0', why: 'the goodbye page' },
    { link: 'https://meet.jit.si/images/watermark.svg', why: 'a picture' },
    { link: 'https://meet.jit.si/external_api.js', why: 'a program' },
    { link: 'https://8x8.vc/vpaas-magic-cookie-0a1b2c3d4e/external_api.js', why: 'a program' },
    { link: 'https://meet.jit.si/a/b/c', why: 'no room: three parts' },
    { link: 'https://8x8.vc/examplebedrijf', why: 'a page of another product' },
    {
      link: 'https://meet.jit.si.evil.example/raadsvergadering',
      why: 'another domain that begins with the host',
    },
    { link: 'https://video.example.org/staf', why: 'an unknown host without a sign' },
    { link: 'https://docs.example.org/handbook#config.timeout', why: 'a heading of a manual' },
    { link: 'https://docs.example.org/handbook#config.timeout=5', why: 'a setting that is not Jitsi’s' },
    { link: 'https://video.example.org/#config.startSilent=true', why: 'no room' },
  ],
};
