import { type JoinLink, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';
import { isPage } from './service.ts';

// facts/meeting-links.md sections 1 and 6 [S]: each person or team has one room. UberConference is its name of before.

const NAME = /^[\w.-]{1,64}$/;
const PAGES =
  /^(?:conference|conference-calls?|free-conference-calls?|getmp3|getrecording|history|international|mobile|numbers|rates|recap|summary|transcript)$/i;

function recognise(url: URL): JoinLink | null {
  const path = segments(url);
  const [name = '', more] = path[0] === 'room' ? path.slice(1) : path;
  if (!NAME.test(name) || more !== undefined || isPage(name) || PAGES.test(name)) return null;
  return {
    key: `room:${name.toLowerCase()}`,
    tenant: null,
    id: name,
    room: 'permanent',
    opensWithoutTyping: false,
  };
}

export const dialpad: Platform = {
  id: 'dialpad',
  name: 'Dialpad Meetings',
  hosts: ['meetings.dialpad.com', 'uberconference.com', 'www.uberconference.com'],
  recognise,
  passcode: passcodeIfSeen,
  dialIn: phoneIfSeen,
  examples: [
    { link: 'https://meetings.dialpad.com/jandevries', id: 'jandevries', room: 'permanent' },
    { link: 'https://meetings.dialpad.com/room/staf-overleg', id: 'staf-overleg', room: 'permanent' },
    { link: 'https://www.uberconference.com/jandevries', id: 'jandevries', room: 'permanent' },
    { link: 'https://uberconference.com/room/jandevries', id: 'jandevries' },
  ],
  counterexamples: [
    { link: 'https://meetings.dialpad.com/', why: 'the start page' },
    { link: 'https://meetings.dialpad.com/international', why: 'the list of phone numbers' },
    { link: 'https://meetings.dialpad.com/login', why: 'the sign-in' },
    { link: 'https://www.uberconference.com/pricing', why: 'the prices' },
    { link: 'https://www.dialpad.com/meetings/', why: 'the product’s page' },
  ],
};
