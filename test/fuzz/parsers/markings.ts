import fc from 'fast-check';
import { z } from 'zod';
import { readMsipLabels } from '../../../src/markings/msip-labels.ts';
import {
  readProtectiveMarkingHeader,
  readProtectiveMarkingSubject,
} from '../../../src/markings/protective-marking.ts';
import { SCHEMES } from '../../../src/markings/schemes/index.ts';
import { markingsOf } from '../../../src/policy/in-force.ts';
import { corpusFiles } from '../corpus.ts';
import { damaged } from '../inputs.ts';
import { fuzzTarget } from '../target.ts';
import { assert, assertSame, asText, NOW } from '../verdict.ts';

/** Markings in titles, texts and headers; and one marking written in two ways that facts/markings.md section 3 takes for the same. */

/** A marking must stay what it is in each of these. */
const SAME = {
  'no-break spaces': (text: string) => text.replaceAll(' ', '\u00a0'),
  'two blanks': (text: string) => text.replaceAll(' ', '  '),
  'thin spaces': (text: string) => text.replaceAll(' ', '\u2009'),
  'ideographic spaces': (text: string) => text.replaceAll(' ', '\u3000'),
  'a no-break hyphen': (text: string) => text.replaceAll('-', '\u2011'),
  'a dash': (text: string) => text.replaceAll('-', '\u2013'),
  decomposed: (text: string) => text.normalize('NFD'),
  'soft hyphens': (text: string) => text.replace(/(\p{L})(\p{L})/gu, '$1\u00ad$2'),
  'zero-width joiners': (text: string) => text.replace(/(\p{L})(\p{L})/gu, '$1\u200d$2'),
  'a byte order mark': (text: string) => `\ufeff${text}`,
  'full width': (text: string) =>
    text.replace(/[A-Za-z0-9]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
} as const;
type Same = keyof typeof SAME;
const NAMES: readonly Same[] = [
  'no-break spaces',
  'two blanks',
  'thin spaces',
  'ideographic spaces',
  'a no-break hyphen',
  'a dash',
  'decomposed',
  'soft hyphens',
  'zero-width joiners',
  'a byte order mark',
  'full width',
];
const spellings = SCHEMES.flatMap(({ id, levels }) =>
  levels.flatMap((level) => level.spellings.map(({ text, counts }) => ({ scheme: id, text, counts }))),
);
const named = new Map(SCHEMES.map(({ id }) => [id, { schemes: [id] }]));
const ALL = { schemes: SCHEMES.map(({ id }) => id) };

const form = z.union([
  z.object({
    title: z.string(),
    text: z.string(),
    carrier: z.enum(['chip', 'x-protective-marking', 'msip-labels']),
  }),
  z.object({
    scheme: z.string(),
    marking: z.string(),
    place: z.enum(['title', 'body', 'chip']),
    same: z.array(z.enum(SAME_NAMES())).min(1).max(3),
  }),
]);

function SAME_NAMES(): [Same, ...Same[]] {
  const [first = 'decomposed', ...rest] = NAMES;
  return [first, ...rest];
}

const anyMarking = fc.constantFrom(...spellings);
const texts = fc.oneof(
  fc.constantFrom(...corpusFiles('.txt', ['markings/cases']).flatMap((file) => file.split('\n== '))),
  fc
    .array(fc.tuple(anyMarking, fc.constantFrom(' ', '//', ', ', '\n', '-', ': ', ' - ', '(', ')')), {
      maxLength: 6,
    })
    .map((list) => list.map(([{ text }, sign]) => text + sign).join('')),
  fc.constantFrom(
    'VER=2018.6, NS=gov.au, SEC=OFFICIAL:Sensitive, CAVEAT=SH:CABINET, EXPIRES=2027-01-01, DOWNTO=OFFICIAL, ORIGIN=a@b.gov.au',
    'Budget [SEC=PROTECTED, ACCESS=Legal-Privilege]',
    'MSIP_Label_87867195-f2b8-4ac2-b0b6-6bb73cb33afc_Enabled=true; MSIP_Label_87867195-f2b8-4ac2-b0b6-6bb73cb33afc_Name=Intern',
  ),
);

export const markings = fuzzTarget<z.infer<typeof form>>({
  parser: 'markings',
  form,
  cases: fc.oneof(
    fc.record({
      title: damaged(texts.map((text) => text.slice(0, 300))),
      text: damaged(texts),
      carrier: fc.constantFrom('chip', 'x-protective-marking', 'msip-labels'),
    }),
    fc
      .tuple(
        anyMarking,
        fc.constantFrom('title', 'body', 'chip'),
        fc.subarray([...NAMES], { minLength: 1, maxLength: 3 }),
      )
      .map(([{ scheme, text }, place, same]) => ({ scheme, marking: text, place, same })),
  ),
  async check(one, watch) {
    if ('title' in one) {
      const { title, text, carrier } = one;
      const invitation = { ...asText(text, title), labels: [{ carrier, text: title }] };
      for (const policy of [{}, ALL]) {
        const { highest, inTitle } = await watch.time(title.length + text.length, () =>
          markingsOf(policy).match(invitation, NOW),
        );
        for (const found of [highest, inTitle])
          assert(
            found === null ||
              SCHEMES.some(
                ({ id, levels }) => id === found.scheme && levels.some((level) => level.id === found.level),
              ),
            `a marking that nobody knows: ${found?.scheme}/${found?.level}`,
          );
      }
      for (const read of [readProtectiveMarkingHeader, readProtectiveMarkingSubject, readMsipLabels])
        for (const given of [title, text]) await watch.time(given.length, () => read(given));
      return;
    }
    const policy = named.get(one.scheme) ?? ALL;
    const found = async (marking: string) => {
      const invitation = {
        ...asText(
          one.place === 'body' ? `${marking}\n\nBeste allen` : '',
          one.place === 'title' ? marking : '',
        ),
        labels: one.place === 'chip' ? [{ carrier: 'chip' as const, text: marking }] : [],
      };
      const { highest } = await watch.time(marking.length, () => markingsOf(policy).match(invitation, NOW));
      return highest && { scheme: highest.scheme, level: highest.level, foundIn: highest.foundIn };
    };
    const other = one.same.reduce((marking, name) => SAME[name](marking), one.marking);
    assertSame(
      await found(other),
      await found(one.marking),
      `the same marking, written otherwise: ${JSON.stringify(other)}`,
    );
  },
});
