import { decodedOnce } from '../links/parameters.ts';
import { type JoinLink, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 6. The number is the meeting's extension.

const NUMBER = /^\d{4,15}$/;

function recognise(url: URL): JoinLink | null {
  const path = segments(url).map(decodedOnce);
  const id = path[0];
  if (id === undefined || path.length !== 1 || !NUMBER.test(id)) return null;
  return { key: `meeting:${id}`, tenant: null, id, room: 'unknown', opensWithoutTyping: false };
}

export const lifesize: Platform = {
  id: 'lifesize',
  name: 'Lifesize',
  hosts: ['call.lifesizecloud.com'],
  recognise,
  passcode: passcodeIfSeen,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://call.lifesizecloud.com/3451234',
      id: '3451234',
      tenant: null,
      room: 'unknown',
      opensWithoutTyping: false,
    },
    { link: 'https://call.lifesizecloud.com/3451234?lang=nl', id: '3451234' },
    { link: 'https://call.examplestad.example/3451234', id: '3451234', ownServer: true },
  ],
  counterexamples: [
    { link: 'https://call.lifesizecloud.com/', why: 'the start page' },
    { link: 'https://call.lifesizecloud.com/login', why: 'the login' },
    { link: 'https://call.lifesizecloud.com/3451234/numbers', why: 'the list of phone numbers' },
    { link: 'https://admin.lifesizecloud.com/3451234', why: 'the administration' },
    {
      link: 'https://call.lifesizecloud.com.evil.example/3451234',
      why: 'another domain that begins with the host',
    },
  ],
};
