import { parameter } from '../links/parameters.ts';
import { type JoinLink, type Platform, passcodeFromTextAndLink, phoneIfSeen, segments } from './platform.ts';

// facts/meeting-links.md section 6 [S]. Wire calls it a guest link: it lets into a conversation and all its calls.

/** `key` names the conversation, `code` is the secret; both are 20 letters, digits, "-" and "_" as Wire makes them. */
const VALUE = /^[\w-]{1,64}$/;
const MADE_BY_WIRE = /^[\w-]{20}$/;

function guestLink(url: URL, value: RegExp): JoinLink | null {
  const native = url.protocol === 'wire:';
  // In wire://conversation-join the words stand where a host would.
  const path = native ? [url.hostname, ...segments(url)].filter((part) => part !== '') : segments(url);
  if (path.length !== 1 || path[0]?.toLowerCase() !== 'conversation-join') return null;
  const key = parameter(url.search, 'key') ?? '';
  const code = parameter(url.search, 'code') ?? '';
  if (!value.test(key) || !value.test(code)) return null;
  return {
    key: `conversation:${key}`,
    tenant: null,
    id: null,
    // A group may be kept for years or made for an hour; the link does not tell.
    room: 'unknown',
    opensWithoutTyping: true,
  };
}

export const wire: Platform = {
  id: 'wire',
  name: 'Wire',
  hosts: ['account.wire.com'],
  schemes: ['wire'],
  recognise: (url) => guestLink(url, VALUE),
  // Wire on an organisation's own server writes the same path and values on that server's host.
  fingerprint: {
    hints: ['conversation-join'],
    recognise: (url) => guestLink(url, MADE_BY_WIRE),
  },
  // A guest link may ask a password besides (has_password); the link does not show it, a text may.
  passcode: passcodeFromTextAndLink,
  dialIn: phoneIfSeen,
  examples: [
    {
      link: 'https://account.wire.com/conversation-join/?key=AbCdEf-GhIjKl1234567&code=MnOpQr-StUvWx8901234',
      opensWithoutTyping: true,
      room: 'unknown',
    },
    {
      link: 'https://account.wire.com/conversation-join?code=MnOpQr-StUvWx8901234&key=AbCdEf-GhIjKl1234567&domain=wire.com',
      opensWithoutTyping: true,
    },
    {
      link: 'wire://conversation-join?key=AbCdEf-GhIjKl1234567&code=MnOpQr-StUvWx8901234',
      opensWithoutTyping: true,
    },
    {
      link: 'wire://conversation-join/?key=AbCdEf-GhIjKl1234567&code=MnOpQr-StUvWx8901234',
      opensWithoutTyping: true,
    },
    {
      link: 'https://account.example.org/conversation-join/?key=AbCdEf-GhIjKl1234567&code=MnOpQr-StUvWx8901234',
      opensWithoutTyping: true,
    },
  ],
  counterexamples: [
    {
      link: 'https://account.wire.com/conversation-join/?key=AbCdEf-GhIjKl1234567',
      why: 'without its code it lets nobody in',
    },
    { link: 'https://account.wire.com/conversation-join/', why: 'no conversation is named' },
    { link: 'https://account.wire.com/user-profile/?id=0a1b2c3d', why: 'a person’s page' },
    { link: 'https://account.wire.com/login', why: 'the sign-in' },
    { link: 'wire://user/0a1b2c3d-0000-4000-8000-00000000abcd', why: 'a person' },
    { link: 'https://wire.com/en/pricing', why: 'the prices' },
    {
      link: 'https://account.example.org/conversation-join/?key=abc&code=def',
      why: 'another site’s page: Wire’s values are longer',
    },
  ],
};
