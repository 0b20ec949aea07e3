import type { Level, PasscodeState } from '../model.ts';
import { platformName } from '../platforms/recognise.ts';
import { forEachMeeting, isUnseen, type Rule } from './rule.ts';

/**
 * Where a room's name is a person's choice, and is all that a stranger needs to find it; and how loudly that may be said. Rooms of
 * other platforms have generated ids (BigBlueButton), or nothing tells whether a named one stays (8x8, Element Call): their rooms
 * are not `permanent`, or not named here.
 */
const NAMED_BY_PEOPLE: ReadonlyMap<string, Level> = new Map([
  // facts/meeting-links.md section 5 (S): the name is the only secret; facts/incidents.md, jitsi-guessable (S).
  ['jitsi', 'warn'],
  // facts/incidents.md, whereby-norway-2020 (S): a room's link was guessed.
  ['whereby', 'warn'],
  // facts/meeting-links.md section 6 (S): named, permanent rooms.
  ['around', 'warn'],
  ['dialpad', 'warn'],
  ['goto', 'warn'],
  // A Meet nickname is only recalled (section 5, R), and then lets in the organisation's own people: no warning rests on it.
  ['meet', 'inform'],
]);

/** "withheld": there is one, and it comes another way. */
const PROTECTED: ReadonlySet<PasscodeState> = new Set(['in-text', 'in-link', 'both', 'withheld']);

/**
 * Whether a person made this name up, so that others can too. "overleg-x7k2p9qd" is a name that a random end protects; a date is
 * none. Platforms tell their own generators' names by themselves (jitsi.ts, whereby.ts: `one-off`).
 */
function isChosenName(id: string): boolean {
  return /\p{L}/u.test(id) && !hasRandomPart(id);
}

function hasRandomPart(name: string): boolean {
  return name.split(/[^\p{L}\p{N}]+/u).some(isRandom);
}

function isRandom(part: string): boolean {
  if (/^\d+$/.test(part)) return part.length >= 8 && !/^(?:(?:19|20)\d{6}|\d{4}(?:19|20)\d\d)$/.test(part);
  // Other scripts have words of any shape.
  if (part.length < 6 || !/^[a-z\d]+$/i.test(part)) return false;
  const changes = part.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
  const words = part.match(/[a-z]{4,64}/gi)?.filter((run) => /[aeiouy]/i.test(run)) ?? [];
  return words.length === 0 && (changes >= 2 || (changes === 0 && part.length >= 8 && !/\d/.test(part)));
}

export const guessableRoom: Rule = {
  id: 'guessable-room',
  level: 'warn',
  source: {
    title: 'Jitsi Meet, issue 5407: Choosing a meeting name is insecure by default',
    date: '2020',
    url: 'https://github.com/jitsi/jitsi-meet/issues/5407',
  },
  check: (situation) =>
    forEachMeeting(situation, ({ platform, tenant, id, room, passcode: { state } }) => {
      const loudest = NAMED_BY_PEOPLE.get(platform);
      // Of a room that belongs to a person the rule personal-room speaks.
      if (loudest === undefined || room !== 'permanent' || PROTECTED.has(state)) return null;
      // Jitsi's path may hold a random part before a plain name (a comment in issue 5407).
      if (id === null || !isChosenName(id) || hasRandomPart(tenant ?? '')) return null;
      const substitutions = [platformName(platform)];
      // Whose page opened shows no invitation, and no passcode that one may have given.
      return isUnseen(situation.invitation)
        ? { substitutions, atMost: loudest, variant: 'unseen' }
        : { substitutions, atMost: loudest };
    }),
  cases: [
    { name: 'a Jitsi room with a plain name', text: 'https://meet.jit.si/OverlegFinancien', finds: ['warn'] },
    {
      name: 'its own page, and the invitation was not seen',
      text: 'https://meet.jit.si/OverlegFinancien',
      surface: 'join',
      finds: ['warn'],
    },
    {
      name: 'its own page, and the invitation gave a password',
      text: 'https://meet.jit.si/OverlegFinancien',
      surface: 'join',
      seen: { passcode: 'in-text' },
      finds: 0,
    },
    {
      name: 'its own page, and the invitation gave none',
      text: 'https://meet.jit.si/OverlegFinancien',
      surface: 'join',
      seen: { passcode: 'absent' },
      finds: 1,
    },
    {
      name: 'a date is easy to guess, too',
      text: 'https://meet.jit.si/raadsvergadering-2026-10-14',
      finds: 1,
    },
    { name: 'a name in another alphabet', text: 'https://meet.jit.si/заседание-совета', finds: 1 },
    {
      name: 'a server of our own',
      text: 'https://meet.examplestad.example/staf',
      policy: { selfHosted: [{ platform: 'jitsi', hosts: ['meet.examplestad.example'] }] },
      finds: 1,
    },
    { name: 'a Whereby room', text: 'https://whereby.com/jan-devries', finds: ['warn'] },
    { name: 'an Around room', text: 'https://meet.around.co/staf-overleg', finds: 1 },
    { name: 'a Dialpad room', text: 'https://meetings.dialpad.com/jandevries', finds: 1 },
    { name: 'a GoTo room', text: 'https://meet.goto.com/jandevries', finds: 1 },
    {
      name: 'a Meet nickname is said quietly',
      text: 'https://meet.google.com/lookup/staf-overleg',
      finds: ['inform'],
    },
    {
      name: 'a password in the text',
      text: 'https://meet.jit.si/OverlegFinancien\nPassword: geheim123\n',
      finds: 0,
    },
    {
      name: 'a password that comes another way',
      text: 'https://meet.jit.si/OverlegFinancien\nPassword: will be sent in a separate e-mail\n',
      finds: 0,
    },
    {
      name: 'a key in the link',
      text: 'https://whereby.com/raad?roomKey=eyJhbGciOiJIUzI1NiJ9.e30.abc',
      finds: 0,
    },
    {
      name: 'a name that Jitsi made',
      text: 'https://meet.jit.si/CleverTomatoesDanceQuietly',
      finds: 0,
    },
    { name: 'a name with a random end', text: 'https://meet.jit.si/overleg-x7k2p9qd', finds: 0 },
    {
      name: 'a random part before the name',
      text: 'https://meet.jit.si/b06be4f9-6b1c-4874-a6a0-4fd59ad77b16/Overleg',
      finds: 0,
    },
    { name: 'digits alone are no name', text: 'https://meet.jit.si/48291734', finds: 0 },
    {
      name: 'a room that a program made',
      text: 'https://examplestad.whereby.com/overleg-0a1b2c3d-0000-4000-8000-00000000abcd',
      finds: 0,
    },
    {
      name: 'BigBlueButton makes its rooms’ ids',
      text: 'https://bbb.example.org/b/jan-x7k-2fp-9qd',
      finds: 0,
    },
    { name: 'a personal room has its own rule', text: 'https://a.webex.com/meet/jan', finds: 0 },
    { name: 'a Meet code', text: 'https://meet.google.com/abc-defg-hij', finds: 0 },
  ],
};
