import fc from 'fast-check';
import { z } from 'zod';
import { MAX_TEXT } from '../../../src/invitation/bound.ts';
import { corpusFiles } from '../corpus.ts';
import { htmlOf } from '../encodings.ts';
import { anyText, damaged } from '../inputs.ts';
import { fuzzTarget } from '../target.ts';
import { mail as mailText } from '../texts.ts';
import { assertSame, comparable, latin1, utf8, verdictOfFile } from '../verdict.ts';

/** HTML: damaged, and one page written in two ways that a browser shows alike. */

const way = z.object({
  references: z.enum(['needed', 'decimal', 'hexadecimal']),
  /** Of so many characters one is written as a reference. */
  every: z.int().gte(1).lte(20),
  names: z.enum(['upper', 'lower']),
  quotes: z.enum(['"', "'"]),
  blank: z.enum([' ', '\n', ' \t\n ']),
  lineBreak: z.enum(['<br>', '<br/>', '<br class="x" >']),
  nesting: z.array(z.enum(['div', 'span', 'font', 'section', 'b', 'center'])).max(8),
  comments: z.boolean(),
  bytes: z.enum(['utf8', 'utf8 with mark', 'utf16']),
});
type Way = z.infer<typeof way>;
const form = z.union([
  z.object({ file: z.string(), bytes: z.enum(['utf8', 'latin1']) }),
  z.object({ text: z.string(), anchors: z.boolean(), ways: z.tuple([way, way]) }),
]);

const anyWay: fc.Arbitrary<Way> = fc.record({
  references: fc.constantFrom('needed', 'decimal', 'hexadecimal'),
  every: fc.integer({ min: 1, max: 20 }),
  names: fc.constantFrom('upper', 'lower'),
  quotes: fc.constantFrom('"', "'"),
  blank: fc.constantFrom(' ', '\n', ' \t\n '),
  lineBreak: fc.constantFrom('<br>', '<br/>', '<br class="x" >'),
  nesting: fc.array(fc.constantFrom('div', 'span', 'font', 'section', 'b', 'center'), { maxLength: 4 }),
  comments: fc.boolean(),
  bytes: fc.constantFrom('utf8', 'utf8 with mark', 'utf16'),
});

function pageOf(text: string, asAnchors: boolean, how: Way): Uint8Array {
  let count = 0;
  const escaped = (value: string): string =>
    Array.from(value, (character) => {
      count += 1;
      const needed = '&<>"\''.includes(character);
      if (how.references === 'needed' ? !needed : !needed && count % how.every !== 0) return character;
      const code = character.codePointAt(0) ?? 0;
      return how.references === 'hexadecimal' ? `&#x${code.toString(16)};` : `&#${code};`;
    }).join('');
  const tag = (name: string): string => (how.names === 'upper' ? name.toUpperCase() : name);
  const word = (given: string): string =>
    asAnchors && given.startsWith('https://')
      ? `<${tag('a')} ${tag('href')}=${how.quotes}${escaped(given)}${how.quotes}>${escaped(given)}</${tag('a')}>`
      : escaped(given);
  const lines = text
    .split('\n')
    .map((line) =>
      line
        .split(' ')
        .filter((part) => part !== '')
        .map(word)
        .join(how.blank),
    )
    .map((line) => (how.comments ? `${line}<!-- a > b -->` : line));
  const open = how.nesting.map((name) => `<${tag(name)}>`).join('');
  const close = [...how.nesting]
    .reverse()
    .map((name) => `</${tag(name)}>`)
    .join('');
  const page = `<!DOCTYPE html><html><head><title>Overleg</title></head><body>${open}<${tag('p')}>${lines.join(how.lineBreak)}</${tag('p')}>${close}</body></html>`;
  if (how.bytes === 'utf16') return new Uint8Array(Buffer.from(`\ufeff${page}`, 'utf16le'));
  return utf8(how.bytes === 'utf8' ? page : `\ufeff${page}`);
}

/** What a reference can name, too: no surrogates and no controls. Blanks other than the space stay out: a browser keeps some. */
const shown = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\f]/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g, '');

export const html = fuzzTarget<z.infer<typeof form>>({
  parser: 'html',
  form,
  cases: fc.oneof(
    fc.record({
      file: damaged(
        fc.oneof(
          fc.constantFrom(...corpusFiles('.html')),
          fc.tuple(mailText, fc.boolean()).map(([text, asAnchors]) => htmlOf(text, asAnchors)),
        ),
      ),
      bytes: fc.constantFrom('utf8', 'utf8', 'latin1'),
    }),
    fc.record({ text: anyText, anchors: fc.boolean(), ways: fc.tuple(anyWay, anyWay) }),
  ),
  async check(one, watch) {
    if ('file' in one) {
      await verdictOfFile('a.html', one.bytes === 'utf8' ? utf8(one.file) : latin1(one.file), watch);
      return;
    }
    const text = shown(one.text);
    const [first, second] = one.ways;
    // Beyond this only the beginning of a page is read, and one way is longer than the other.
    if (one.ways.some((how) => pageOf(text, one.anchors, how).length > MAX_TEXT)) return;
    const read = (how: Way) => verdictOfFile('a.html', pageOf(text, one.anchors, how), watch);
    const answer = comparable(await read(first));
    assertSame(comparable(await read(second)), answer, 'the same page, written otherwise');
  },
});
