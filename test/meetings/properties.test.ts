import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { BLANK } from '../../src/invitation/blank.ts';
import { readFile } from '../../src/invitation/reading.ts';
import { MAX_LINKS } from '../../src/links/bounds.ts';
import { MAX_MEETINGS } from '../../src/meetings/find.ts';
import type { Invitation, Meeting, Review } from '../../src/model.ts';
import { PLATFORMS } from '../../src/platforms/index.ts';
import { recognise } from '../../src/platforms/recognise.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { review } from '../../src/review.ts';
import { AS_IT_IS, WRAP } from '../links/wrapping.ts';
import { BLOCKS } from '../platforms/wording-blocks.ts';

/**
 * What must hold for every invitation, whoever wrote it: no exception, and no answer that depends on how the text came here: where
 * its lines break, how the mail encodes it, which gateways rewrote its links, what stands before and after it. On a failure
 * fast-check prints the seed and the smallest text it could find.
 */

const NOW = new Date('2026-11-02T09:00:00Z');

/** How often each property is tried; 100,000 in all. Reading mails and HTML takes ten times as long as reading text. */
const RUNS = {
  text: 68_000,
  eml: 4_000,
  ics: 6_000,
  html: 6_000,
  wrapped: 6_000,
  encoded: 2_000,
  gateway: 4_000,
  both: 4_000,
};
/** A safety net: `npm test` gives these only what the browsers leave of the processors. */
const TIME = 900_000;
let tried = 0;

afterAll(() => console.info(`${tried} invitations tried`));

function invitation(text: string, title = ''): Invitation {
  return {
    ...BLANK,
    surface: 'mail-read',
    title,
    passages: [{ source: 'body', text, anchors: [], timing: null }],
  };
}

function reviewed(text: string, title = ''): Review {
  tried += 1;
  return review(invitation(text, title), DEFAULT_POLICY, NOW);
}

async function reviewedFile(name: string, content: string | Uint8Array): Promise<Review | null> {
  tried += 1;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const reading = await readFile(name, bytes, 'mail-read');
  return 'failure' in reading ? null : review(reading.invitation, DEFAULT_POLICY, NOW);
}

/** A file's own dates may tell a timing; the text cannot. */
function withoutTiming(meetings: readonly Meeting[] | undefined): Omit<Meeting, 'timing'>[] | undefined {
  return meetings?.map(({ timing: _timing, ...rest }) => rest);
}

// What invitations are made of. All values are invented.

/**
 * Every platform's own examples, as text; a product on a server that only a policy names cannot be recognised without that policy, and
 * a link that is no way in makes no meeting: both are left out here, and counted below.
 */
interface LinkText {
  link: string;
  /** What must stand beside the link, for products that run on anybody's server. */
  beside: string;
}
const EXAMPLES = PLATFORMS.flatMap(({ examples }) => examples);
const LINKS: readonly LinkText[] = EXAMPLES.filter(
  ({ ownServer, joins }) => ownServer !== true && joins !== false,
).map(({ link, beside }) => ({
  link,
  beside: [...(beside?.links ?? []), beside?.text ?? ''].join(' ').trim(),
}));

const PROSE = [
  'Beste collega’s,\n\nHierbij de uitnodiging voor het overleg van donderdag 5 november om 10.00 uur in kamer 3.12.',
  'Dear all,\n\nPlease find below the details of our meeting. The agenda and the papers are on https://intranet.example.org/agenda/2026-11-05.',
  'Sehr geehrte Damen und Herren,\n\nwir laden Sie herzlich zur Sitzung des Ausschusses am 5. November ein. Unterlagen folgen.',
  'Bonjour à tous,\n\nVoici le lien pour la réunion du comité; merci de confirmer votre présence avant mardi.',
  'Zie ook de notulen van vorige keer (https://www.example.org/notulen?id=12&jaar=2026) en de bijlage.',
  'Bel bij vragen naar +31 20 555 0199 of 06-12345678.',
  'Kind regards,\nJan de Vries\nGemeente Examplestad\n+31 20 555 0100',
  'Agenda\n1. Opening\n2. Begroting 2027\n3. Rondvraag',
  'Цей лист надіслано автоматично. 会议将于上午十点开始。',
  'The meeting room is on the second floor; guests report at the desk with an identity document before they go up.',
];
const LABELS = [
  'Passcode: 482913',
  'Wachtwoord: aB3dE5gH7',
  'Meeting-Passwort: aB3dE5gH7',
  'Passcode:',
  'Meeting ID: 845 1234 5678',
  'Vergadernummer (toegangscode): 2741 300 5881',
  'Phone conference ID: 123 456 789#',
  'One tap mobile\n+31207940854,,84512345678#,,,,*482913# Netherlands',
  '+31-20-794-4000,,27413058812## Netherlands Toll',
  'Or dial: +31 20 257 2000 PIN: 123 456 789#',
  'The passcode is sent in a separate mail.',
];
const MARKINGS = ['Stg. GEHEIM', 'TLP:AMBER', 'OFFICIAL-SENSITIVE', 'Departementaal VERTROUWELIJK'];
/** How one mail sets two invitations apart, so that anybody sees where the second begins. */
const SEPARATIONS = ['\n\n\nTweede overleg\n\n', '\n\n\n\n', `\n\n${'_'.repeat(80)}\n\n`];
const SIGNATURE = '-- \nJan de Vries\nadviseur | Gemeente Examplestad\nhttps://www.example.org';

const anyOf = (texts: readonly string[]) => fc.constantFrom(...texts);
const prose = fc.array(anyOf(PROSE), { maxLength: 2 }).map((paragraphs) => paragraphs.join('\n\n'));
const link = fc.constantFrom(...LINKS);
const block = fc.constantFrom(...BLOCKS).map(({ text }) => text);

/** A link with some labels below it, as people write it themselves. */
const ownWords = fc
  .tuple(
    link,
    anyOf(['', 'Deelnemen: ', 'Join the meeting here: ', 'Teilnehmen unter ']),
    fc.array(anyOf(LABELS), { maxLength: 3 }),
  )
  .map(([{ link: address, beside }, before, labels]) => {
    const lines = [`${before}${address}`, ...labels].join('\n');
    return beside === '' ? lines : `${lines}\n\n${beside}`;
  });
const meetingText = fc.oneof(block, ownWords);

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

const older = fc.oneof(
  meetingText.map((text) => `Op 1 november 2026 om 09:12 schreef Jan de Vries:\n${quoted(text)}`),
  meetingText.map(
    (text) =>
      `-----Original Message-----\nFrom: Jan de Vries\nSent: 1 November 2026\nTo: Examplestad\nSubject: Overleg\n\n${text}`,
  ),
);

/** A new mail: no older one below it. */
const newMail = fc
  .tuple(prose, meetingText, prose, fc.option(anyOf(MARKINGS), { nil: '' }))
  .map(([before, text, after, marking]) =>
    [marking, before, text, after].filter((part) => part !== '').join('\n\n'),
  );
const mail = fc
  .tuple(newMail, fc.boolean(), fc.option(older, { nil: '', freq: 3 }))
  .map(([text, signed, below]) =>
    [text, signed ? SIGNATURE : '', below].filter((part) => part !== '').join('\n\n'),
  );

// What may happen to them.

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

type Change = { at: number; length: number } & (
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
const changes = fc.array(change, { minLength: 1, maxLength: 6 });

function changed(text: string, list: readonly Change[]): string {
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

// How texts travel.

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const CRLF = '\r\n';

/** RFC 2045 section 6.7: soft line breaks at 76, blanks at a line's end as codes. */
function quotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const codes = [...utf8(line)].map((byte, index, all) => {
        const plain =
          (byte > 32 && byte < 127 && byte !== 61) || ((byte === 32 || byte === 9) && index < all.length - 1);
        return plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
      });
      const lines = [''];
      for (const code of codes) {
        if ((lines.at(-1)?.length ?? 0) + code.length > 75) lines.push('');
        lines.push((lines.pop() ?? '') + code);
      }
      return lines.join(`=${CRLF}`);
    })
    .join(CRLF);
}

function base64(text: string): string {
  const encoded = Buffer.from(text.replaceAll('\n', CRLF), 'utf8').toString('base64');
  return (encoded.match(/.{1,76}/g) ?? []).join(CRLF);
}

const ENCODINGS = {
  '8bit': (text: string): string => text.replaceAll('\n', CRLF),
  'quoted-printable': quotedPrintable,
  base64,
} as const;
const ENCODING_NAMES = ['8bit', 'quoted-printable', 'base64'] as const;

function emlOf(text: string, subject: string, encoding: keyof typeof ENCODINGS): string {
  return [
    'From: Jan de Vries <jan.devries@example.org>',
    'To: staf@example.org',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    ENCODINGS[encoding](text),
  ].join(CRLF);
}

/** RFC 5545 section 3.1: at most 75 octets a line, never inside a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = utf8(character).length;
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join(CRLF);
}

function icsOf(text: string, summary: string): string {
  const escaped = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Examplestad//Overleg//NL',
    'BEGIN:VEVENT',
    'UID:1@example.org',
    'DTSTAMP:20261101T080000Z',
    'DTSTART:20261105T090000Z',
    folded(`SUMMARY:${escaped(summary)}`),
    folded(`DESCRIPTION:${escaped(text)}`),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join(CRLF);
}

function htmlOf(text: string, asAnchors: boolean): string {
  const escaped = (value: string): string =>
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const lines = text.split('\n').map((line) =>
    line
      .split(' ')
      .map((word) =>
        asAnchors && word.startsWith('https://')
          ? `<a href="${escaped(word)}">${escaped(word)}</a>`
          : escaped(word),
      )
      .join(' '),
  );
  return `<!doctype html><html><head><title>Overleg</title></head><body><p>${lines.join('<br>\n')}</p></body></html>`;
}

/** The line that a mail program draws before the older mail. It is drawn when the text around it is broken already. */
const SEPARATOR = /^(?:> ?)*-{5}.{1,40}-{5}$/;

/**
 * Breaks lines at blanks so that none is longer than `column`, where it has a blank. A quoted line's continuation is quoted too.
 * A blank that ends a line goes with the break, as mail programs do, but not the one of "-- ".
 */
function wrappedAt(text: string, column: number): string {
  return text
    .split('\n')
    .map((line) => {
      if (line === '-- ' || SEPARATOR.test(line)) return line;
      const prefix = /^(?:> ?)*/.exec(line)?.[0] ?? '';
      const lines: string[] = [];
      let current = '';
      for (const word of line.slice(prefix.length).split(' ')) {
        if (current === '') current = word;
        else if (prefix.length + current.length + 1 + word.length <= column) current += ` ${word}`;
        else {
          lines.push(current);
          current = word;
        }
      }
      return [...lines, current].map((one) => prefix + one).join('\n');
    })
    .join('\n');
}

// The properties.

function expectBounded(answer: Review): void {
  const { meetings, suspicious } = answer;
  const isWhole = JSON.parse(JSON.stringify(answer)).meetings.length === meetings.length;
  // Not by expect() each time, which takes longer than the comparison.
  if (isWhole && meetings.length <= MAX_MEETINGS && suspicious.length <= MAX_LINKS) return;
  throw new Error(`out of bounds: ${meetings.length} meetings, ${suspicious.length} suspicious links`);
}

it('the examples are most of all examples, and each is a meeting', () => {
  expect(LINKS.length).toBeGreaterThan(0.7 * EXAMPLES.length);
  const none = LINKS.filter((one) => reviewed(`${one.link}\n${one.beside}`).meetings.length === 0);
  expect(none).toEqual([]);
});

describe('whatever is done to an invitation, there is an answer', () => {
  it(
    'as text',
    () => {
      fc.assert(
        fc.property(fc.oneof(meetingText, mail), changes, anyOf(LABELS), (text, list, title) => {
          expectBounded(reviewed(changed(text, list), changed(title, list)));
        }),
        { numRuns: RUNS.text },
      );
    },
    TIME,
  );

  it(
    'as a mail',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          mail,
          fc.constantFrom(...ENCODING_NAMES),
          changes,
          changes,
          async (text, encoding, inside, list) => {
            const file = changed(emlOf(changed(text, inside), 'Overleg', encoding), list);
            const answer = await reviewedFile('a.eml', file);
            if (answer !== null) expectBounded(answer);
          },
        ),
        { numRuns: RUNS.eml },
      );
    },
    TIME,
  );

  it(
    'as a calendar',
    async () => {
      await fc.assert(
        fc.asyncProperty(mail, changes, async (text, list) => {
          const answer = await reviewedFile('a.ics', changed(icsOf(text, 'Overleg'), list));
          if (answer !== null) expectBounded(answer);
        }),
        { numRuns: RUNS.ics },
      );
    },
    TIME,
  );

  it(
    'as a page',
    async () => {
      await fc.assert(
        fc.asyncProperty(mail, fc.boolean(), changes, async (text, asAnchors, list) => {
          const answer = await reviewedFile('a.html', changed(htmlOf(text, asAnchors), list));
          if (answer !== null) expectBounded(answer);
        }),
        { numRuns: RUNS.html },
      );
    },
    TIME,
  );
});

describe('the answer is the same', () => {
  it(
    'at whatever column the lines are broken',
    () => {
      fc.assert(
        fc.property(mail, fc.integer({ min: 20, max: 200 }), (text, column) => {
          const whole = reviewed(text);
          const broken = reviewed(wrappedAt(text, column));
          expect(broken.meetings).toEqual(whole.meetings);
          expect(broken.suspicious).toEqual(whole.suspicious);
        }),
        { numRuns: RUNS.wrapped },
      );
    },
    TIME,
  );

  it(
    'as text, as a mail in each encoding, and as an event’s description',
    async () => {
      await fc.assert(
        fc.asyncProperty(mail, async (text) => {
          const plain = await reviewedFile('a.txt', `Subject: Overleg\n\n${text}`);
          const files = [
            ...ENCODING_NAMES.map((encoding) => ['a.eml', emlOf(text, 'Overleg', encoding)] as const),
            ['a.ics', icsOf(text, 'Overleg')] as const,
          ];
          for (const [name, content] of files) {
            const answer = await reviewedFile(name, content);
            expect(withoutTiming(answer?.meetings)).toEqual(withoutTiming(plain?.meetings));
            expect(answer?.suspicious).toEqual(plain?.suspicious);
          }
        }),
        { numRuns: RUNS.encoded },
      );
    },
    TIME,
  );

  // Gateways rewrite web addresses; a program's own scheme ("zoommtg:") they leave alone. A dot or a bracket at the end of a link is
  // the sentence's in running text, and the link's inside a wrapper.
  const webLink = link
    .filter((one) => one.link.startsWith('https://'))
    .map((one) => ({ ...one, link: one.link.replace(/[.)]{1,3}$/, '') }));
  const wrapperName = fc.constantFrom(...Object.keys(WRAP));
  const idOf = (name: string): string => name.split(' ', 1)[0] ?? '';
  const through = (name: string, address: string): string => WRAP[name]?.(address) ?? address;

  it(
    'through each gateway, alone and inside or around another',
    () => {
      fc.assert(
        fc.property(
          webLink,
          fc.array(anyOf(LABELS), { maxLength: 3 }),
          wrapperName,
          fc.constantFrom('alone', 'inside safelinks', 'around safelinks'),
          ({ link: address, beside }, labels, name, how) => {
            const textOf = (shown: string): string => [`Join: ${shown}`, ...labels, '', beside].join('\n');
            const [shown, names] =
              how === 'alone'
                ? [through(name, address), [name]]
                : how === 'inside safelinks'
                  ? [through('safelinks', through(name, address)), ['safelinks', name]]
                  : [through(name, through('safelinks', address)), [name, 'safelinks']];
            const direct = reviewed(textOf(address)).meetings;
            const wrapped = reviewed(textOf(shown)).meetings;
            // Some wrappers hold the address as a browser writes it.
            const asBrowser = names.some((one) => AS_IT_IS.has(one));
            const comparable = (meetings: readonly Meeting[]): Meeting[] =>
              meetings.map((one) => ({
                ...one,
                url: asBrowser && one.url !== null ? new URL(one.url).href : one.url,
                wrappedBy: [],
              }));
            expect(comparable(wrapped)).toEqual(comparable(direct));
            // A second, longer link to the same meeting may stand beside it in plain; then that one is the meeting's.
            if (direct[0]?.url === address) expect(wrapped[0]?.wrappedBy).toEqual(names.map(idOf));
          },
        ),
        { numRuns: RUNS.gateway },
      );
    },
    TIME,
  );

  it(
    'for two invitations one after the other as for each by itself',
    () => {
      /**
       * Two links to one meeting stay one, whatever numbers stand beside them. Of a meeting whose link and text name no number nobody
       * can say that it is another one than the next. An alias is the same with and without its server's domain.
       */
      const keyOf = ({ url }: Meeting): string | null =>
        url === null ? null : (recognise(new URL(url), [])?.link.key ?? null);
      const nameOf = ({ id }: Meeting): string | null => id?.split('@', 1)[0] ?? null;
      const mayBeOne = (one: Meeting, other: Meeting): boolean =>
        one.platform === other.platform &&
        (nameOf(one) === nameOf(other) ||
          nameOf(one) === null ||
          nameOf(other) === null ||
          (keyOf(one) !== null && keyOf(one) === keyOf(other)));
      const dials = (text: string, { id }: Meeting): boolean =>
        id !== null && new RegExp(`,,(?:\\*01\\*)?${id.replace(/\D/g, '') || 'none'}(?!\\d)`).test(text);
      // What stands between two links may belong to the first, such as a phone number; so the second begins with its own text.
      const following = fc
        .tuple(meetingText, prose, fc.option(older, { nil: '' }))
        .map((parts) => parts.filter((part) => part !== '').join('\n\n'));
      fc.assert(
        fc.property(newMail, anyOf(SEPARATIONS), following, (first, between, second) => {
          const [one, other] = [reviewed(first), reviewed(second)];
          fc.pre(!one.meetings.some((a) => other.meetings.some((b) => mayBeOne(a, b))));
          // A phone line belongs to the meeting whose number it dials, wherever it stands.
          fc.pre(!one.meetings.some((a) => dials(second, a)) && !other.meetings.some((b) => dials(first, b)));
          const both = reviewed(`${first}${between}${second}`);
          expect(both.meetings).toEqual([...one.meetings, ...other.meetings]);
          expect(new Set(both.suspicious)).toEqual(new Set([...one.suspicious, ...other.suspicious]));
        }),
        { numRuns: RUNS.both },
      );
    },
    TIME,
  );
});
