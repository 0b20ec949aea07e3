import fc from 'fast-check';
import { z } from 'zod';
import { candidates } from '../../../src/links/candidates.ts';
import { plainHost } from '../../../src/links/hosts.ts';
import { scanLinks } from '../../../src/links/scan.ts';
import { unwrap } from '../../../src/links/unwrap.ts';
import { isKnownHost } from '../../../src/platforms/recognise.ts';
import { corpusFiles } from '../corpus.ts';
import { anyText, damaged } from '../inputs.ts';
import { fuzzTarget } from '../target.ts';
import { anyOf, LABELS, LINKS } from '../texts.ts';
import { assert, assertSame, asText, verdictOf } from '../verdict.ts';

/** Links found in text; and a link spelt otherwise, as RFC 3986 section 6.2.2 says that it stays the same. */

/**
 * On hosts of the platforms: what is known by its path alone, on a server of anybody's, is looked for only where a text holds a piece of that
 * path as it is (Fingerprint.hints).
 */
const webLinks = LINKS.filter(
  ({ link }) =>
    /^https:\/\/[^\s]+$/.test(link) && URL.canParse(link) && isKnownHost(plainHost(new URL(link)), []),
);

const form = z.union([
  z.object({ text: z.string() }),
  z.object({
    link: z.enum(webLinks.map(({ link }) => link)),
    beside: z.string(),
    label: z.string(),
    /** Which letters and digits of path and query are written as codes. */
    coded: z.array(z.int().gte(0)),
    small: z.boolean(),
    host: z.enum(['as it is', 'capitals', 'mixed']),
    scheme: z.enum(['https://', 'HTTPS://', 'hTTps://']),
    port: z.boolean(),
  }),
]);
type Respelt = Extract<z.infer<typeof form>, { link: string }>;

function respelt({ link, coded, small, host, scheme, port }: Respelt): string {
  const [, name = '', rest = ''] = /^https:\/\/([^/?#]*)(.*)$/s.exec(link) ?? [];
  const cased =
    host === 'capitals'
      ? name.toUpperCase()
      : host === 'mixed'
        ? name.replace(/[a-z]/g, (letter, at: number) => (at % 2 === 0 ? letter.toUpperCase() : letter))
        : name;
  // Letters of a code itself, and the fragment, which the platform's own script reads as it likes, stay.
  const plain = [...rest.replace(/#.*$/s, '').matchAll(/%..|[A-Za-z0-9]/g)].filter(
    ([piece]) => piece.length === 1,
  );
  const places = new Set(coded.map((number) => plain[number % Math.max(1, plain.length)]?.index));
  const written = rest.replace(/[A-Za-z0-9]/g, (character, at: number) => {
    if (!places.has(at)) return character;
    const code = character.charCodeAt(0).toString(16);
    return `%${small ? code : code.toUpperCase()}`;
  });
  return `${scheme}${cased}${port && !name.includes(':') ? ':443' : ''}${written}`;
}

export const links = fuzzTarget<z.infer<typeof form>>({
  parser: 'links',
  form,
  cases: fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({ text: fc.oneof(anyText, damaged(fc.constantFrom(...corpusFiles('.txt')))) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        link: fc.constantFrom(...webLinks.map(({ link }) => link)),
        beside: fc.constantFrom('', ...LABELS),
        label: anyOf(LABELS),
        coded: fc.array(fc.nat(60), { maxLength: 3 }),
        small: fc.boolean(),
        host: fc.constantFrom('as it is', 'capitals', 'mixed'),
        scheme: fc.constantFrom('https://', 'HTTPS://', 'hTTps://'),
        port: fc.boolean(),
      }),
    },
  ),
  async check(one, watch) {
    if ('text' in one) {
      const { text } = one;
      const found = await watch.time(text.length, () => scanLinks(text));
      let before = 0;
      for (const { href, at, end } of found) {
        assert(
          at >= before && end > at && end <= text.length,
          `a link from ${at} to ${end}, after ${before}`,
        );
        assert(href !== '' && href.length <= end - at, `${JSON.stringify(href)} from ${at} to ${end}`);
        before = end;
      }
      const { passages } = asText(text);
      await watch.time(text.length, () => candidates(passages));
      await watch.time(text.length, () => found.map(({ href }) => unwrap(href)));
      await verdictOf(asText(text), text.length, watch);
      return;
    }
    const besideOf = webLinks.find(({ link }) => link === one.link)?.beside ?? '';
    const written = (link: string): string => [link, one.label, one.beside, '', besideOf].join('\n');
    const meetingsOf = async (link: string) =>
      (await verdictOf(asText(written(link)), 200, watch)).meetings.map((meeting) => ({
        ...meeting,
        // As written, both of them.
        url: null,
        ways: [],
        host: meeting.host.replace(/:443$/, ''),
      }));
    const other = respelt(one);
    assertSame(
      await meetingsOf(other),
      await meetingsOf(one.link),
      `the same link, spelt otherwise: ${other}`,
    );
  },
});
