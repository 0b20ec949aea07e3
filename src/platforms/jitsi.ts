import { plainHost } from '../links/hosts.ts';
import { decodedOnce, parameter } from '../links/parameters.ts';
import type { Room } from '../model.ts';
import { type JoinLink, type Platform, passcodeFromTextAndLink, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 5. The policy's selfHosted hosts count as hosts of Jitsi too.

const PAGES =
  /^(?:static|libs|images|sounds|fonts|css|lang|api|about|apple-app-site-association|\.well-known|http-bind|xmpp-websocket|colibri-ws|close\d?)$/i;

/**
 * The generator writes four English words ("FunnyBusesRunFast"), other tools a UUID or a run of random characters. A name
 * that a person chose stays in use and can be guessed.
 */
function roomOf(name: string): Room {
  const generated =
    /^(?:[A-Z][a-z]{2,14}){4,}$/.test(name) ||
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name) ||
    (name.length >= 16 && !name.includes('-') && /[0-9].*[a-z].*[0-9]/i.test(name));
  return generated ? 'one-off' : 'permanent';
}

function recognise(url: URL): JoinLink | null {
  const host = plainHost(url);
  const path = segments(url).map(decodedOnce);
  const [first, second] = path;
  if (first === undefined || path.length > 2 || PAGES.test(first) || /\.[a-z]{2,4}$/i.test(path.at(-1) ?? ''))
    return null;
  if (host === '8x8.vc' && !first.startsWith('vpaas-magic-cookie-')) return null;
  if (host === '8x8.vc' && second === undefined) return null;
  const name = second ?? first;
  return {
    key: `room:${host}/${path.join('/').toLowerCase()}`,
    tenant: second === undefined ? null : first,
    id: name,
    room: roomOf(name),
    opensWithoutTyping: (parameter(url.search, 'jwt') ?? '') !== '',
  };
}

export const jitsi: Platform = {
  id: 'jitsi',
  name: 'Jitsi Meet',
  hosts: ['meet.jit.si', '8x8.vc'],
  recognise,
  passcode: passcodeFromTextAndLink,
  dialIn(evidence) {
    // The phone number asks a PIN that the server makes for each room.
    if (evidence.pin || evidence.dialStrings.some((keys) => /^,+\d{6,12}#/.test(keys))) return 'pin';
    return phoneIfSeen(evidence);
  },
  examples: [
    { link: 'https://meet.jit.si/raadsvergadering', id: 'raadsvergadering', room: 'permanent' },
    { link: 'https://meet.jit.si/FunnyBusesRunFast', room: 'one-off' },
    {
      link: 'https://meet.jit.si/0a1b2c3d-0000-4000-8000-00000000abcd#config.startSilent=true',
      room: 'one-off',
    },
    {
      link: 'https://8x8.vc/vpaas-magic-cookie-0a1b2c3d4e/Overleg?jwt=eyJhbGciOi',
      id: 'Overleg',
      tenant: 'vpaas-magic-cookie-0a1b2c3d4e',
      opensWithoutTyping: true,
    },
  ],
  counterexamples: [
    { link: 'https://meet.jit.si/', why: 'the start page' },
    {
      link: 'https://meet.jit.si/static/dialInInfo.html?room=raadsvergadering',
      why: 'the list of phone numbers',
    },
    { link: 'https://meet.jit.si/images/watermark.svg', why: 'a picture' },
    { link: 'https://8x8.vc/examplebedrijf', why: 'a page of another product' },
  ],
};
