import { type JoinLink, noPasscodeByDesign, type Platform, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 5.

const CODE = /^[a-z]{3}-?[a-z]{4}-?[a-z]{3}$/;

function recognise(url: URL): JoinLink | null {
  const path = segments(url);
  const [first, second] = path[0] === '_meet' ? path.slice(1) : path;
  if (first === 'lookup' && second !== undefined) return named(second);
  if (first === undefined || second !== undefined || !CODE.test(first)) return null;
  const letters = first.replaceAll('-', '');
  const id = `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
  return { key: `code:${id}`, tenant: null, id, room: 'one-off', opensWithoutTyping: false };
}

/** A nickname stays with the organisation [R]. */
function named(nickname: string): JoinLink | null {
  if (!/^[\w.-]{1,64}$/.test(nickname)) return null;
  const id = nickname.toLowerCase();
  return { key: `nickname:${id}`, tenant: null, id, room: 'permanent', opensWithoutTyping: false };
}

export const meet: Platform = {
  id: 'meet',
  name: 'Google Meet',
  hosts: ['meet.google.com'],
  recognise,
  passcode: noPasscodeByDesign,
  dialIn(evidence) {
    // Meet makes a PIN for each meeting; the phone is never without one.
    if (evidence.pin || evidence.dialStrings.length > 0) return 'pin';
    return phoneIfSeen(evidence);
  },
  examples: [
    { link: 'https://meet.google.com/abc-defg-hij', id: 'abc-defg-hij', room: 'one-off' },
    { link: 'https://meet.google.com/_meet/abc-defg-hij?authuser=0', id: 'abc-defg-hij' },
    { link: 'https://meet.google.com/abcdefghij', id: 'abc-defg-hij' },
    { link: 'https://meet.google.com/lookup/staf-overleg', id: 'staf-overleg', room: 'permanent' },
  ],
  counterexamples: [
    { link: 'https://meet.google.com/landing', why: 'the start page' },
    { link: 'https://meet.google.com/new', why: 'a button for a new meeting' },
    { link: 'https://meet.google.com/', why: 'the start page' },
    { link: 'https://meet.google.com/linkredirect?dest=https://evil.example/', why: 'an open redirect' },
    {
      link: 'https://meet.google.com.evil.example/abc-defg-hij',
      why: 'another domain that begins with the host',
    },
  ],
};
