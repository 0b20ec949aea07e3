import { type JoinLink, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 6 [S]: the fragment holds the password, so that Proton's server never sees it.

const ID = /^id-([A-Z\d]{3,32})$/i;
const PASSWORD = /^#pwd-./;

function recognise(url: URL): JoinLink | null {
  const [word, named = '', more] = segments(url);
  const id = ID.exec(named)?.[1];
  if (word !== 'join' || id === undefined || more !== undefined) return null;
  return {
    key: `meeting:${id.toUpperCase()}`,
    tenant: null,
    id,
    room: 'one-off',
    opensWithoutTyping: PASSWORD.test(url.hash),
  };
}

export const protonMeet: Platform = {
  id: 'proton-meet',
  name: 'Proton Meet',
  hosts: ['meet.proton.me'],
  recognise,
  // A link that lost its fragment lets nobody in: there is a password, and we do not know who has it.
  passcode: passcodeIfSeen,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://meet.proton.me/join/id-AB12CD34EF#pwd-AbCdEf123456',
      id: 'AB12CD34EF',
      room: 'one-off',
      opensWithoutTyping: true,
    },
    { link: 'https://meet.proton.me/join/id-AB12CD34EF', opensWithoutTyping: false },
  ],
  counterexamples: [
    { link: 'https://meet.proton.me/', why: 'the start page' },
    { link: 'https://meet.proton.me/join', why: 'no meeting is named' },
    { link: 'https://meet.proton.me/dashboard', why: 'a person’s own list' },
    { link: 'https://proton.me/meet', why: 'the product’s page' },
  ],
};
