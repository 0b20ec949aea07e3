import { plainHost } from '../links/hosts.ts';
import { type JoinLink, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';
import { isPage } from './service.ts';

// facts/meeting-links.md sections 1, 6 and 7 [S]: rooms stay.

const NAME = /^[\w.-]{1,64}$/;

function recognise(url: URL): JoinLink | null {
  const path = segments(url);
  const marked = path[0] === 'r';
  const [name = '', more] = marked ? path.slice(1) : path;
  // meet.around.co has rooms only; around.co is the company's site as well.
  if (!marked && (plainHost(url) !== 'meet.around.co' || isPage(name))) return null;
  if (!NAME.test(name) || more !== undefined) return null;
  return { key: `room:${name}`, tenant: null, id: name, room: 'permanent', opensWithoutTyping: false };
}

export const around: Platform = {
  id: 'around',
  name: 'Around',
  hosts: ['around.co', 'www.around.co', 'meet.around.co'],
  recognise,
  passcode: passcodeIfSeen,
  dialIn: phoneIfSeen,
  examples: [
    { link: 'https://around.co/r/abcd1234', id: 'abcd1234', room: 'permanent' },
    { link: 'https://meet.around.co/r/abcd1234', id: 'abcd1234', room: 'permanent' },
    { link: 'https://meet.around.co/staf-overleg', id: 'staf-overleg', room: 'permanent' },
  ],
  counterexamples: [
    { link: 'https://www.around.co/', why: 'the start page' },
    { link: 'https://www.around.co/blog/hybrid-work', why: 'a blog' },
    { link: 'https://around.co/pricing', why: 'the prices' },
    { link: 'https://meet.around.co/login', why: 'the sign-in' },
    { link: 'https://meet.around.co/r', why: 'no room is named' },
  ],
};
