import fc from 'fast-check';
import { z } from 'zod';
import { corpusFiles } from '../corpus.ts';
import { icsOf } from '../encodings.ts';
import { anyText, anyTitle, damaged } from '../inputs.ts';
import { fuzzTarget } from '../target.ts';
import { LINKS, mail as mailText } from '../texts.ts';
import { assertSame, comparable, latin1, utf8, verdictOfFile } from '../verdict.ts';

/** iCalendar files: damaged ones, and one event written in two ways that RFC 5545 says mean the same. */

const way = z.object({
  /** In characters, as some producers count; the standard counts octets. */
  fold: z.int().gte(20).lte(1000),
  indent: z.enum([' ', '\t']),
  lineEnd: z.enum(['\r\n', '\n', '\r']),
  newline: z.enum(['\\n', '\\N']),
  names: z.enum(['upper', 'lower']),
  quoted: z.boolean(),
  utf16: z.boolean(),
});
type Way = z.infer<typeof way>;
const form = z.union([
  z.object({ file: z.string(), bytes: z.enum(['utf8', 'latin1']) }),
  z.object({ title: z.string(), text: z.string(), place: z.string(), ways: z.tuple([way, way]) }),
]);

const anyWay: fc.Arbitrary<Way> = fc.record({
  fold: fc.integer({ min: 20, max: 200 }),
  indent: fc.constantFrom(' ', '\t'),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  newline: fc.constantFrom('\\n', '\\N'),
  names: fc.constantFrom('upper', 'lower'),
  quoted: fc.boolean(),
  utf16: fc.boolean(),
});

function folded(line: string, { fold, indent }: Way): string {
  const characters = Array.from(line);
  const lines: string[] = [];
  for (let at = 0; at < characters.length; at += fold) lines.push(characters.slice(at, at + fold).join(''));
  return lines.join(`\n${indent}`);
}

function calendarOf(title: string, text: string, place: string, how: Way): Uint8Array {
  const value = (given: string): string => given.replace(/[\\;,]/g, '\\$&').replaceAll('\n', how.newline);
  const cased = (word: string): string => (how.names === 'upper' ? word : word.toLowerCase());
  const parameter = (name: string, given: string): string =>
    `;${cased(name)}=${how.quoted ? `"${given}"` : given}`;
  const lines = [
    `${cased('BEGIN')}:${cased('VCALENDAR')}`,
    `${cased('VERSION')}:2.0`,
    `${cased('METHOD')}:${cased('REQUEST')}`,
    `${cased('BEGIN')}:${cased('VEVENT')}`,
    `${cased('UID')}:1@example.org`,
    `${cased('DTSTAMP')}:20261101T080000Z`,
    `${cased('DTSTART')}${parameter('TZID', 'Europe/Amsterdam')}:20261105T090000`,
    `${cased('ORGANIZER')}${parameter('CN', 'Jan')}:mailto:jan@example.org`,
    `${cased('SUMMARY')}${parameter('LANGUAGE', 'nl')}:${value(title)}`,
    `${cased('LOCATION')}:${value(place)}`,
    `${cased('DESCRIPTION')}${parameter('LANGUAGE', 'nl')}:${value(text)}`,
    `${cased('END')}:${cased('VEVENT')}`,
    `${cased('END')}:${cased('VCALENDAR')}`,
    '',
  ];
  const file = lines
    .map((line) => folded(line, how))
    .join('\n')
    .replaceAll('\n', how.lineEnd);
  return how.utf16 ? new Uint8Array(Buffer.from(`\ufeff${file}`, 'utf16le')) : utf8(file);
}

/** What a value can hold (RFC 5545 section 3.1: no controls but the tab). */
const held = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/g, '');

export const calendar = fuzzTarget<z.infer<typeof form>>({
  parser: 'calendar',
  form,
  cases: fc.oneof(
    fc.record({
      file: damaged(
        fc.oneof(
          fc.constantFrom(...corpusFiles('.ics')),
          fc.tuple(mailText, anyTitle).map(([text, title]) => icsOf(text, title)),
        ),
      ),
      bytes: fc.constantFrom('utf8', 'utf8', 'latin1'),
    }),
    fc.record({
      title: anyTitle,
      text: anyText,
      place: fc.constantFrom('', 'Kamer 3.12; bij de balie', ...LINKS.map(({ link }) => link)),
      ways: fc.tuple(anyWay, anyWay),
    }),
  ),
  async check(one, watch) {
    if ('file' in one) {
      const bytes = one.bytes === 'utf8' ? utf8(one.file) : latin1(one.file);
      await verdictOfFile('a.ics', bytes, watch, 'event-read');
      return;
    }
    const [title, text] = [held(one.title), held(one.text)];
    const [first, second] = one.ways;
    const read = (how: Way) =>
      verdictOfFile('a.ics', calendarOf(title, text, one.place, how), watch, 'event-read');
    const answer = comparable(await read(first));
    assertSame(comparable(await read(second)), answer, 'the same event, written otherwise');
  },
});
