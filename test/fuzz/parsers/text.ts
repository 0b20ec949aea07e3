import fc from 'fast-check';
import { z } from 'zod';
import { nameByContent } from '../../../src/invitation/file-kind.ts';
import { corpusFiles } from '../corpus.ts';
import { anyText, damaged } from '../inputs.ts';
import { fuzzTarget } from '../target.ts';
import { assertSame, comparable, latin1, utf8, verdictOfFile } from '../verdict.ts';

/** Text files and what is pasted; line ends and the encoding of the file change nothing. */

const WRITTEN = {
  'with CRLF': (text: string) => utf8(text.replaceAll('\n', '\r\n')),
  'with CR': (text: string) => utf8(text.replaceAll('\n', '\r')),
  'with a byte order mark': (text: string) => utf8(`\ufeff${text}`),
  'as UTF-16': (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
} as const;
const form = z.object({
  text: z.string(),
  bytes: z.enum(['utf8', 'latin1']),
  written: z.enum(['with CRLF', 'with CR', 'with a byte order mark', 'as UTF-16']),
});

export const text = fuzzTarget<z.infer<typeof form>>({
  parser: 'text',
  form,
  cases: fc.record({
    text: fc.oneof(anyText, damaged(fc.constantFrom(...corpusFiles('.txt')))),
    bytes: fc.constantFrom('utf8', 'utf8', 'latin1'),
    written: fc.constantFrom('with CRLF', 'with CR', 'with a byte order mark', 'as UTF-16'),
  }),
  async check({ text: given, bytes, written }, watch) {
    const raw = bytes === 'utf8' ? utf8(given) : latin1(given);
    await watch.time(raw.length, () => nameByContent('a', raw));
    const direct = await verdictOfFile('a.txt', raw, watch);
    // What was no text of one encoding cannot be written in another.
    if (bytes === 'latin1' || !given.isWellFormed() || given.startsWith('\ufeff') || direct === null) return;
    const otherwise = WRITTEN[written](given.replace(/\r\n?/g, '\n'));
    assertSame(comparable(await verdictOfFile('a.txt', otherwise, watch)), comparable(direct), written);
  },
});
