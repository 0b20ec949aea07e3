import { plainHost } from '../links/hosts.ts';
import { type JoinLink, type Platform, passcodeIfSeen, phoneIfSeen, segments } from './platform.ts';
import { isPage } from './service.ts';

// facts/meeting-links.md section 7 names only the host. The shapes are Discord's known ones [R]; no warning rests on them.

const CODE = /^[A-Za-z\d-]{2,64}$/;
/** Discord's numbers for servers, channels and events. */
const NUMBER = /^\d{6,22}$/;

const joining = (key: string, id: string): JoinLink => ({
  key,
  tenant: null,
  id,
  room: 'unknown',
  opensWithoutTyping: false,
});

/**
 * An invitation to a server, one of its channels, or one of its planned events. A text channel's address looks like a voice
 * channel's; a message's has one number more.
 */
function recognise(url: URL): JoinLink | null {
  const path = segments(url);
  const short = plainHost(url).endsWith('discord.gg');
  const [word, first = '', second = '', third] = short && path[0] !== 'invite' ? ['invite', ...path] : path;
  if (word === 'invite')
    return CODE.test(first) && !isPage(first) && second === '' ? joining(`invitation:${first}`, first) : null;
  if (third !== undefined || !NUMBER.test(first) || !NUMBER.test(second)) return null;
  if (word === 'channels') return joining(`channel:${second}`, second);
  return word === 'events' ? joining(`event:${second}`, second) : null;
}

export const discord: Platform = {
  id: 'discord',
  name: 'Discord',
  hosts: [
    'discord.gg',
    'www.discord.gg',
    'discord.com',
    'www.discord.com',
    'canary.discord.com',
    'ptb.discord.com',
    'discordapp.com',
    'www.discordapp.com',
  ],
  recognise,
  passcode: passcodeIfSeen,
  dialIn: phoneIfSeen,
  examples: [
    { link: 'https://discord.gg/AbCd1234', id: 'AbCd1234', room: 'unknown' },
    { link: 'https://discord.gg/AbCd1234?event=123456789012345678', id: 'AbCd1234' },
    { link: 'https://discord.com/invite/AbCd1234', id: 'AbCd1234' },
    { link: 'https://discordapp.com/invite/AbCd1234', id: 'AbCd1234' },
    {
      link: 'https://discord.com/channels/123456789012345678/234567890123456789',
      id: '234567890123456789',
    },
    { link: 'https://discord.com/events/123456789012345678/345678901234567890' },
  ],
  counterexamples: [
    { link: 'https://discord.com/', why: 'the start page' },
    { link: 'https://discord.gg/', why: 'nothing is named' },
    { link: 'https://discord.com/developers/applications', why: 'the developers’ page' },
    { link: 'https://discord.com/developers/docs/intro', why: 'documentation' },
    { link: 'https://discord.com/blog/what-is-new', why: 'a blog' },
    { link: 'https://discord.com/download', why: 'the download' },
    { link: 'https://discord.com/login', why: 'the sign-in' },
    { link: 'https://discord.com/channels/@me', why: 'a person’s own messages' },
    {
      link: 'https://discord.com/channels/123456789012345678/234567890123456789/345678901234567890',
      why: 'a message',
    },
    { link: 'https://support.discord.com/hc/en-us', why: 'help' },
  ],
};
