import { plainHost } from '../links/hosts.ts';
import { parameter } from '../links/parameters.ts';
import type { DialInState, Room } from '../model.ts';
import { dialInFrom, type JoinLink, type Platform, passcodeFromTextAndLink, segments } from './platform.ts';

// facts/meeting-links.md section 6 (S) and section 8. The partners' hosts and the dial string are from RingCentral's own public
// code: ringcentral-js-widgets, lib/MeetingCalendarHelper, and the brand files of the same maker.

const ID = /^\d{6,15}$/;
const NAME = /^[a-z][\w.-]{1,63}$/i;

function joinLink(name: string, search: string, room: Room): JoinLink {
  const password = parameter(search, 'pw') ?? parameter(search, 'pwd') ?? '';
  return {
    key: `meeting:${name.toLowerCase()}`,
    tenant: null,
    id: name,
    room,
    opensWithoutTyping: password !== '',
  };
}

function recognise(url: URL): JoinLink | null {
  // `rcvdt://join/<id>?pw=`: the program's own scheme (developers.ringcentral.com, URI schemes).
  const native = url.protocol === 'rcvdt:';
  const path = native ? [url.hostname, ...segments(url)] : segments(url);
  const [first, second, third] = path;
  if (path.length === 2 && first === 'join' && second !== undefined) {
    // Everybody has a personal meeting whose number looks like any other (developers.ringcentral.com, personal meetings).
    return ID.test(second) || NAME.test(second) ? joinLink(second, url.search, 'unknown') : null;
  }
  if (native) return null;
  if (path.length === 3 && first === 'conf' && second === 'on' && ID.test(third ?? ''))
    return joinLink(third ?? '', url.search, 'unknown');
  // One invited person's own link (InviteeGeneratedModel.joinUri of RingCentral's interface).
  if (path.length === 3 && first === 'w' && second === 'join' && /^[\w-]{12,128}$/.test(third ?? ''))
    return {
      key: `webinar:${third}`,
      tenant: null,
      id: null,
      room: 'unknown',
      opensWithoutTyping: true,
      personalLink: 'participant',
    };
  // RingCentral Meetings, the older product.
  if (!plainHost(url).startsWith('meetings')) return null;
  if (path.length === 2 && first === 'j' && ID.test(second ?? ''))
    return joinLink(second ?? '', url.search, 'unknown');
  if (path.length === 2 && first === 'my' && NAME.test(second ?? ''))
    return joinLink(second ?? '', url.search, 'personal');
  return null;
}

/** `,,<id>#,,<password>#` asks the dial-in password, `,,<id>#` nothing. The older product writes the id alike. */
function fromDialString(keys: string): DialInState | null {
  const match = /^,+\d{6,15}#(?:,+\*?(\d+)#)?/.exec(keys);
  return match === null ? null : match[1] === undefined ? 'open' : 'protected';
}

export const ringcentral: Platform = {
  id: 'ringcentral',
  name: 'RingCentral',
  hosts: [
    'v.ringcentral.com',
    'video.ringcentral.com',
    'meetings.ringcentral.com',
    'meetings.officeathand.att.com',
    'meetings-officeathand.att.com',
    'meetings.btcloudphone.bt.com',
    'video.cloudwork.bt.com',
    'meetings.businessconnect.telus.com',
    'video.businessconnect.telus.com',
    'video.cloudoffice.avaya.com',
    'video.rainbowoffice.com',
    'video.unifyoffice.com',
  ],
  schemes: ['rcvdt'],
  recognise,
  // An invitation carries the password in the link, in the text, or both; `pw=` is not the one of the text. Whether a link with
  // a person's chosen name would carry it was not seen.
  passcode(evidence, link) {
    const state = passcodeFromTextAndLink(evidence, link);
    return state === 'absent' && !ID.test(link.id ?? '') ? 'unknown' : state;
  },
  dialIn(evidence, link) {
    return dialInFrom(evidence, fromDialString, () => {
      if (evidence.phonePasscode || evidence.passcodeBesidePhone) return 'protected';
      return evidence.passcode === 'none' && !link.opensWithoutTyping ? 'open' : 'unknown';
    });
  },
  numberIn: (keys) => /^,+(\d{6,15})#/.exec(keys)?.[1] ?? null,
  examples: [
    {
      link: 'https://v.ringcentral.com/join/315560000467?pw=0123456789abcdef0123456789abcdef',
      id: '315560000467',
      room: 'unknown',
      tenant: null,
      opensWithoutTyping: true,
    },
    { link: 'https://v.ringcentral.com/join/123456789', id: '123456789', opensWithoutTyping: false },
    { link: 'https://v.ringcentral.com/join/123456789?pw=', opensWithoutTyping: false },
    { link: 'https://v.ringcentral.com/join/jan-devries', id: 'jan-devries', room: 'unknown' },
    { link: 'https://v.ringcentral.com/conf/on/123456789', id: '123456789' },
    {
      link: 'https://v.ringcentral.com/w/join/de7yd8ew7yfsdfjh899843rgj',
      id: null,
      opensWithoutTyping: true,
      personalLink: 'participant',
    },
    { link: 'https://video.ringcentral.com/join/123456789', id: '123456789' },
    {
      link: 'https://meetings.ringcentral.com/j/1495840000?pwd=abc',
      id: '1495840000',
      opensWithoutTyping: true,
    },
    { link: 'https://meetings.ringcentral.com/my/jandevries', id: 'jandevries', room: 'personal' },
    { link: 'https://video.cloudoffice.avaya.com/join/123456789', id: '123456789' },
    {
      link: 'https://video.unifyoffice.com/join/123456789?pw=0123456789abcdef0123456789abcdef',
      id: '123456789',
    },
    { link: 'rcvdt://join/123456789?pw=0123456789abcdef', id: '123456789', opensWithoutTyping: true },
  ],
  counterexamples: [
    { link: 'https://v.ringcentral.com/', why: 'the start page' },
    { link: 'https://v.ringcentral.com/join', why: 'a form that asks for a number' },
    { link: 'https://v.ringcentral.com/teleconference/', why: 'the list of phone numbers' },
    { link: 'https://meetings.ringcentral.com/teleconference', why: 'the list of phone numbers' },
    { link: 'https://meetings.ringcentral.com/join?lang=nl', why: 'a form that asks for a number' },
    { link: 'https://www.ringcentral.com/pricing', why: 'prices' },
    {
      link: 'https://www.ringcentral.com/office/features/video-conferencing/overview.html',
      why: 'a page about the product',
    },
    { link: 'https://app.ringcentral.com/messages/123456789', why: 'a conversation' },
    { link: 'https://support.ringcentral.com/article/123456.html', why: 'help' },
    { link: 'https://video.example.org/join/123456789', why: 'a host of nobody we know' },
    {
      link: 'https://v.ringcentral.com.evil.example/join/123456789',
      why: 'another domain that begins with the host',
    },
    { link: 'rcvdt://settings', why: 'another page of the program' },
  ],
};
