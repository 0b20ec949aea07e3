import fc from 'fast-check';
import { anyOf } from './texts.ts';

/** What may happen to a text on its way, or in the hands of somebody who means ill. */

const INSERTED = [
  ...[
    '\u0000',
    '\u0007',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u200b',
    '\u200e',
    '\u202e',
    '\u2066',
    '\u2069',
    '\u2028',
  ],
  ...[
    '\ud800',
    '\udfff',
    '\ufeff',
    '\ufffe',
    '\uffff',
    '\u0301',
    '\u00a0',
    '\u3000',
    '\t',
    '\r',
    '\n',
    '\r\n',
  ],
  ...['é', 'ß', 'İ', 'ﬀ', 'ж', '会议', '😀', '\u{10ffff}'],
  ...[
    '://',
    ':',
    '/',
    '\\',
    '//',
    '?',
    '#',
    '&',
    '=',
    '%',
    '%2',
    '%00',
    '%ff',
    '%25',
    '@',
    '.',
    '..',
    '-',
    '_',
    '*',
  ],
  ...[
    '<',
    '>',
    '> ',
    '"',
    "'",
    '`',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '|',
    ',,',
    '*01*',
    '#',
    '0',
    '9',
    'https://',
    'tel:',
  ],
  ...[
    'http://[::1',
    'https://xn--',
    'javascript:',
    'data:,',
    'msteams:',
    'Passcode:',
    'PIN:',
    '-- \n',
    '-----\n',
  ],
  ...[
    '<a href="',
    '</a>',
    '<!--',
    '-->',
    '<style>',
    '<br>',
    '&amp;',
    '&#x0;',
    '&#55296;',
    '<svg><a xlink:href="',
  ],
  ...[
    'BEGIN:VEVENT\r\n',
    'END:VCALENDAR\r\n',
    'RRULE:FREQ=SECONDLY\r\n',
    'DTSTART:0\r\n',
    'TZID=',
    '\r\n ',
    '=\r\n',
  ],
  ...['Content-Type: ', 'boundary=', '--b\r\n', '=?utf-8?Q?', '?=', '=3D', '\r\n\r\n'],
];

export type Change = { at: number; length: number } & (
  | { kind: 'insert' | 'replace'; what: string; times: number }
  | { kind: 'delete' | 'duplicate' | 'swap' | 'delete line' | 'duplicate line' | 'delete token' }
);
const place = fc.double({ min: 0, max: 1, noNaN: true });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('insert' as const, 'replace' as const),
    at: place,
    length: fc.nat(8),
    what: fc.oneof(anyOf(INSERTED), fc.string({ unit: 'binary', maxLength: 3 })),
    // Once in a while a very long run.
    times: fc.oneof(
      { weight: 60, arbitrary: fc.integer({ min: 1, max: 4 }) },
      { weight: 1, arbitrary: fc.nat(4000) },
    ),
  }),
  fc.record({
    kind: fc.constantFrom(
      'delete' as const,
      'duplicate' as const,
      'swap' as const,
      'delete line' as const,
      'duplicate line' as const,
      'delete token' as const,
    ),
    at: place,
    length: fc.nat(30),
  }),
);
export const changes = fc.array(change, { minLength: 1, maxLength: 6 });

export function changed(text: string, list: readonly Change[]): string {
  return list.reduce((current, one) => changedOnce(current, one), text);
}

function changedOnce(text: string, one: Change): string {
  const at = Math.floor(one.at * text.length);
  const end = Math.min(text.length, at + one.length);
  const [before, piece, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
  switch (one.kind) {
    case 'insert':
      return before + one.what.repeat(one.times) + text.slice(at);
    case 'replace':
      return before + one.what.repeat(one.times) + after;
    case 'delete':
      return before + after;
    case 'duplicate':
      return before + piece + piece + after;
    case 'swap':
      return before + after.slice(0, one.length) + piece + after.slice(one.length);
    case 'delete line':
      return withPiece(text, at, '\n', () => '');
    case 'duplicate line':
      return withPiece(text, at, '\n', (line) => line + line);
    case 'delete token':
      return withPiece(text, at, ' ', () => '');
  }
}

/** Up to and with the next separator. */
function withPiece(text: string, at: number, separator: string, write: (piece: string) => string): string {
  const start = text.lastIndexOf(separator, at - 1) + 1;
  const next = text.indexOf(separator, at);
  const end = next === -1 ? text.length : next + 1;
  return text.slice(0, start) + write(text.slice(start, end)) + text.slice(end);
}
