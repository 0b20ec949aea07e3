import fc from 'fast-check';
import { z } from 'zod';
import { corpusFiles } from '../corpus.ts';
import { base64, CRLF, ENCODING_NAMES, ENCODINGS, emlOf, htmlOf, quotedPrintable } from '../encodings.ts';
import { anyText, anyTitle, damaged } from '../inputs.ts';
import { fuzzTarget } from '../target.ts';
import { mail as mailText } from '../texts.ts';
import { assertSame, comparable, latin1, utf8, verdictOfFile } from '../verdict.ts';

/** Saved mails: damaged ones, and one mail written in two ways that mean the same. */

const way = z.object({
  encoding: z.enum(['8bit', 'quoted-printable', 'base64']),
  charset: z.enum(['utf-8', 'iso-8859-1']),
  nesting: z.enum(['alone', 'mixed', 'alternative', 'mixed alternative']),
  lineEnd: z.enum(['\r\n', '\n']),
  subject: z.enum(['Q', 'B']),
  names: z.enum(['usual', 'lower', 'upper']),
});
type Way = z.infer<typeof way>;
const form = z.union([
  z.object({ file: z.string(), bytes: z.enum(['utf8', 'latin1']) }),
  z.object({ title: z.string(), text: z.string(), html: z.boolean(), ways: z.tuple([way, way]) }),
]);

const anyWay: fc.Arbitrary<Way> = fc.record({
  encoding: fc.constantFrom('8bit', 'quoted-printable', 'base64'),
  charset: fc.constantFrom('utf-8', 'iso-8859-1'),
  nesting: fc.constantFrom('alone', 'mixed', 'alternative', 'mixed alternative'),
  lineEnd: fc.constantFrom('\r\n', '\n'),
  subject: fc.constantFrom('Q', 'B'),
  names: fc.constantFrom('usual', 'lower', 'upper'),
});

const written = fc
  .tuple(mailText, anyTitle, fc.constantFrom(...ENCODING_NAMES))
  .map(([text, title, encoding]) => emlOf(text, title.replace(/\s/g, ' '), encoding));

/** Of many short lines only the first are read (src/invitation/mail.ts), and base64 has other lines. */
const MOST_LINES = 40_000;

const MOST_OF_TITLE = 20_000;

/** What a mail can carry in each encoding: whole characters, and lines that end alike. */
const carried = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g, '');

const isLatin1 = (text: string): boolean => /^[\u0000-\u00ff]*$/.test(text);

/** RFC 2047: at most 75 characters each, folded; never inside a character. */
function encodedWords(text: string, how: Way['subject']): string {
  const words: string[] = [];
  let piece = '';
  const word = (): string =>
    how === 'B'
      ? `=?utf-8?B?${Buffer.from(piece, 'utf8').toString('base64')}?=`
      : `=?utf-8?Q?${[...utf8(piece)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')}?=`;
  for (const character of text) {
    if (utf8(piece + character).length > 18) {
      words.push(word());
      piece = '';
    }
    piece += character;
  }
  return [...words, word()].join(`${CRLF} `);
}

function mailOf(text: string, title: string, html: boolean, how: Way): Uint8Array {
  const isNarrow = how.charset === 'iso-8859-1' && isLatin1(text);
  const bytesOf = isNarrow ? latin1 : utf8;
  const body =
    how.encoding === '8bit'
      ? ENCODINGS['8bit'](text)
      : how.encoding === 'base64'
        ? base64(text, bytesOf)
        : quotedPrintable(text, bytesOf);
  const named = (name: string): string =>
    how.names === 'usual' ? name : how.names === 'lower' ? name.toLowerCase() : name.toUpperCase();
  let part = [
    `${named('Content-Type')}: text/${html ? 'html' : 'plain'}; charset=${isNarrow ? 'iso-8859-1' : 'utf-8'}`,
    `${named('Content-Transfer-Encoding')}: ${how.encoding}`,
    '',
    body,
  ].join(CRLF);
  const kinds = how.nesting === 'alone' ? [] : how.nesting.split(' ').reverse();
  for (const [level, kind] of kinds.entries()) {
    const boundary = `=_${level}_b0undary`;
    part = [
      `${named('Content-Type')}: multipart/${kind}; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      part,
      `--${boundary}--`,
      '',
    ].join(CRLF);
  }
  const head = [
    `${named('From')}: Jan de Vries <jan.devries@example.org>`,
    `${named('To')}: staf@example.org`,
    `${named('Subject')}: ${encodedWords(title, how.subject)}`,
    `${named('Date')}: Mon, 2 Nov 2026 08:00:00 +0000`,
    `${named('MIME-Version')}: 1.0`,
  ].join(CRLF);
  const file = `${head}${CRLF}${part}`;
  return bytesOf(how.lineEnd === CRLF ? file : file.replaceAll(CRLF, '\n'));
}

export const mail = fuzzTarget<z.infer<typeof form>>({
  parser: 'mail',
  form,
  cases: fc.oneof(
    fc.record({
      file: damaged(fc.oneof(fc.constantFrom(...corpusFiles('.eml')), written)),
      bytes: fc.constantFrom('utf8', 'utf8', 'latin1'),
    }),
    fc.record({ title: anyTitle, text: anyText, html: fc.boolean(), ways: fc.tuple(anyWay, anyWay) }),
  ),
  async check(one, watch) {
    if ('file' in one) {
      await verdictOfFile('a.eml', one.bytes === 'utf8' ? utf8(one.file) : latin1(one.file), watch);
      return;
    }
    const text = carried(one.text);
    if (text.split('\n').length > MOST_LINES) return;
    // Headers that are too long as a whole are not read (MAX_HEADERS), and one encoding makes them longer than another.
    const title = carried(one.title).replace(/\s+/g, ' ').trim().slice(0, MOST_OF_TITLE);
    const content = one.html ? htmlOf(text, true) : text;
    const [first, second] = one.ways;
    const read = (how: Way) => verdictOfFile('a.eml', mailOf(content, title, one.html, how), watch);
    const answer = comparable(await read(first));
    assertSame(comparable(await read(second)), answer, 'the same mail, written otherwise');
  },
});
