import { parameter } from '../links/parameters.ts';
import { type JoinLink, type Platform, passcodeFromTextAndLink, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 6 [S]: the link is the key. Whether the maker of the link must let callers in, it does not tell.

const KEY = /^[a-z\d]{4}(?:-[a-z\d]{4}){7}$/i;

function recognise(url: URL): JoinLink | null {
  // sgnl://signal.link/call/… is the same address for the program.
  if (url.protocol === 'sgnl:' && url.hostname.toLowerCase() !== 'signal.link') return null;
  const path = segments(url);
  const key = parameter(url.hash, 'key') ?? '';
  if (path.length !== 1 || path[0] !== 'call' || !KEY.test(key)) return null;
  return {
    key: `call:${key.toLowerCase()}`,
    tenant: null,
    id: null,
    room: 'one-off',
    opensWithoutTyping: true,
  };
}

export const signal: Platform = {
  id: 'signal',
  name: 'Signal',
  hosts: ['signal.link'],
  schemes: ['sgnl'],
  recognise,
  passcode: passcodeFromTextAndLink,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://signal.link/call/#key=bcdf-ghkm-npqr-stxz-bcdf-ghkm-npqr-stxz',
      id: null,
      room: 'one-off',
      opensWithoutTyping: true,
    },
    {
      link: 'https://signal.link/call#key=BCDF-GHKM-NPQR-STXZ-BCDF-GHKM-NPQR-STXZ',
      opensWithoutTyping: true,
    },
    {
      link: 'sgnl://signal.link/call/#key=bcdf-ghkm-npqr-stxz-bcdf-ghkm-npqr-stxz',
      opensWithoutTyping: true,
    },
  ],
  counterexamples: [
    { link: 'https://signal.link/', why: 'nothing is named' },
    { link: 'https://signal.link/call/', why: 'without its key it lets nobody in' },
    { link: 'https://signal.link/call/#key=bcdf-ghkm', why: 'a key that was cut off' },
    { link: 'https://signal.group/#CjQKIAbCdEf', why: 'an invitation to a group, not to a call' },
    { link: 'https://signal.me/#p/+31200000000', why: 'a person' },
    { link: 'https://signal.org/download/', why: 'the download' },
    { link: 'sgnl://linkdevice?uuid=abc&pub_key=def', why: 'links a device' },
  ],
};
