import { parameter } from '../links/parameters.ts';
import { type JoinLink, type Platform, passcodeFromTextAndLink, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 6 [S]: both the call (p) and its key (k) stand in the fragment.

const VALUE = /^[\w+/=-]{4,128}$/;

function recognise(url: URL): JoinLink | null {
  // facetime://join#… has the word where a host would be; facetime://<person> calls somebody and is no meeting.
  const path =
    url.protocol === 'facetime:'
      ? [url.hostname, ...segments(url)].filter((part) => part !== '')
      : segments(url);
  const call = parameter(url.hash, 'p') ?? '';
  const key = parameter(url.hash, 'k') ?? '';
  if (path.length !== 1 || path[0] !== 'join' || !VALUE.test(call) || !VALUE.test(key)) return null;
  return { key: `call:${call}`, tenant: null, id: null, room: 'one-off', opensWithoutTyping: true };
}

export const facetime: Platform = {
  id: 'facetime',
  name: 'FaceTime',
  hosts: ['facetime.apple.com'],
  schemes: ['facetime'],
  recognise,
  passcode: passcodeFromTextAndLink,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://facetime.apple.com/join#v=1&p=AbCdEfGhIjKlMnOpQrStUv&k=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE',
      id: null,
      room: 'one-off',
      opensWithoutTyping: true,
    },
    { link: 'https://facetime.apple.com/join/#v=1&p=AbCdEf12&k=GhIjKl34', opensWithoutTyping: true },
    { link: 'facetime://join#v=1&p=AbCdEf12&k=GhIjKl34', opensWithoutTyping: true },
  ],
  counterexamples: [
    { link: 'https://facetime.apple.com/', why: 'the start page' },
    { link: 'https://facetime.apple.com/join', why: 'without its key it lets nobody in' },
    { link: 'https://facetime.apple.com/join#v=1&p=AbCdEf12', why: 'without its key it lets nobody in' },
    { link: 'facetime://jan@example.org', why: 'a call to a person' },
    { link: 'https://support.apple.com/guide/facetime/welcome/mac', why: 'help' },
  ],
};
