import { describe, expect, it } from 'vitest';
import { WORDINGS } from '../../src/platforms/wording/index.ts';
import { PHRASE_KINDS, type PhraseKind, type Wording } from '../../src/platforms/wording/wording.ts';
import { BLOCKS } from './wording-blocks.ts';

/** As phrases are compared: no case, accents or punctuation. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function phrases({ seen, recalled }: Wording, kind: PhraseKind): readonly string[] {
  return [...(seen[kind] ?? []), ...(recalled[kind] ?? [])];
}

function repeated(list: readonly string[]): string[] {
  return list.filter((one, index) => list.indexOf(one) !== index);
}

/** Without these an invitation in the language cannot be read. No language lacks one today. */
const NEEDED: readonly PhraseKind[] = ['passcode', 'meetingNumber', 'phone', 'join', 'invitation'];

/** The languages in which most invitations to Dutch officials are written. */
const MAIN = ['en', 'nl', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'sv', 'da'];

describe.each(WORDINGS.map((wording) => [wording.language, wording] as const))('%s', (_language, wording) => {
  it('writes phrases in lower case, without blanks around them', () => {
    const wrong = PHRASE_KINDS.flatMap((kind) => phrases(wording, kind)).filter(
      (phrase) => phrase !== phrase.toLowerCase() || phrase !== phrase.trim() || folded(phrase) === '',
    );
    expect(wrong).toEqual([]);
  });
  it.each(PHRASE_KINDS)('names no %s twice, nor both as seen and as recalled', (kind) => {
    expect(repeated(phrases(wording, kind).map(folded))).toEqual([]);
  });
  it('has what is needed to read an invitation', () => {
    expect(NEEDED.filter((kind) => phrases(wording, kind).length === 0)).toEqual([]);
  });
});

it('each language is there once', () => {
  expect(repeated(WORDINGS.map(({ language }) => language))).toEqual([]);
  expect(WORDINGS.map(({ language }) => language)).toEqual(expect.arrayContaining(MAIN));
});

// A phrase is looked up in all languages at once, so they must not contradict each other either.
it.each([
  ['passcode', 'meetingNumber'],
  ['passcode', 'phonePasscode'],
  ['passcode', 'conferenceId'],
  ['passcode', 'pin'],
  ['meetingNumber', 'conferenceId'],
] as const)('no phrase is both %s and %s, in whatever language', (one, other) => {
  const first = new Set(WORDINGS.flatMap((wording) => phrases(wording, one)).map(folded));
  const both = WORDINGS.flatMap((wording) => phrases(wording, other))
    .map(folded)
    .filter((phrase) => first.has(phrase));
  expect(both).toEqual([]);
});

describe('the blocks', () => {
  it('are two or more for each main language, all in a language that we have', () => {
    const languages = new Set(WORDINGS.map(({ language }) => language));
    expect(BLOCKS.filter((block) => !languages.has(block.language))).toEqual([]);
    const few = MAIN.filter((language) => BLOCKS.filter((block) => block.language === language).length < 2);
    expect(few).toEqual([]);
  });
  it.each(BLOCKS.map((block, index) => [`${index} ${block.language} ${block.platform}`, block] as const))(
    '%s writes its number as it says',
    (_name, { text, number }) => {
      if (number !== null) expect(text.replace(/[^\d]/g, '')).toContain(number);
    },
  );
});
