import { decodedOnce } from '../links/parameters.ts';
import { type JoinLink, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 6. "/app" behind the number was seen in a public text and opens the same meeting.

const NUMBER = /^\d{5,15}$/;

function recognise(url: URL): JoinLink | null {
  const path = segments(url).map(decodedOnce);
  const [id, page] = path;
  if (id === undefined || !NUMBER.test(id) || path.length > 2) return null;
  if (page !== undefined && page !== 'app') return null;
  return { key: `meeting:${id}`, tenant: null, id, room: 'unknown', opensWithoutTyping: false };
}

export const starleaf: Platform = {
  id: 'starleaf',
  name: 'StarLeaf',
  hosts: ['meet.starleaf.com'],
  recognise,
  passcode: passcodeIfSeen,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://meet.starleaf.com/4512345678',
      id: '4512345678',
      tenant: null,
      room: 'unknown',
      opensWithoutTyping: false,
    },
    { link: 'https://meet.starleaf.com/4512345678/', id: '4512345678' },
    { link: 'https://meet.starleaf.com/4512345678/app', id: '4512345678' },
    { link: 'https://meet.examplestad.example/4512345678', id: '4512345678', ownServer: true },
  ],
  counterexamples: [
    { link: 'https://meet.starleaf.com/', why: 'the start page' },
    { link: 'https://meet.starleaf.com/download', why: 'the download page' },
    { link: 'https://meet.starleaf.com/4512345678/dial-in', why: 'the list of phone numbers' },
    { link: 'https://support.starleaf.com/4512345678', why: 'help' },
    {
      link: 'https://meet.starleaf.com.evil.example/4512345678',
      why: 'another domain that begins with the host',
    },
  ],
};
