/** In which language and colours a surface is shown. */
import { readdirSync, readFileSync } from 'node:fs';
import { LANGUAGES, type OwnWords, wordsOf } from '../../extension/own-words.ts';
import en from '../../extension/public/_locales/en/messages.json' with { type: 'json' };
import { pseudo } from '../../test/pseudo-locale.ts';

export interface Look {
  /** In file names and captions. */
  name: string;
  language: string;
  colours: 'light' | 'dark' | 'forced';
  /** Of a page of ours that fills a tab; null: its usual width. */
  width: number | null;
  /** As the person's own choice of a language stores them (own-words.ts); null: the browser's, which is English. */
  words: OwnWords['words'] | null;
}

const LOCALES = new URL('../../extension/public/_locales/', import.meta.url);

const plain = { language: 'en', colours: 'light', width: null, words: null } as const;

export const ENGLISH: Look = { ...plain, name: 'en' };

/** The same English in every theme, at the width of a small telephone, and from right to left. */
const THEMES: readonly Look[] = [
  { ...plain, name: 'dark', colours: 'dark' },
  { ...plain, name: 'forced', colours: 'forced' },
  { ...plain, name: 'narrow', width: 320 },
  { ...plain, name: 'rtl', language: 'pseudo', words: pseudo(wordsOf(en), 'rtl') },
];

/** Every language that stands in _locales, English first. */
export const LOOKS: readonly Look[] = [
  ENGLISH,
  ...readdirSync(LOCALES)
    .filter((language) => language !== 'en')
    .sort()
    .map((language): Look => ({ ...plain, name: language, language, words: wordsIn(language) })),
  ...THEMES,
];

function wordsIn(language: string): OwnWords['words'] {
  if (!LANGUAGES.some((known) => known === language))
    throw new Error(`_locales/${language} is none of LANGUAGES in extension/own-words.ts.`);
  const parsed: unknown = JSON.parse(readFileSync(new URL(`${language}/messages.json`, LOCALES), 'utf8'));
  return wordsOf(messagesIn(parsed));
}

/** Our own file, which the tests of the locales keep in shape. */
function messagesIn(parsed: unknown): Parameters<typeof wordsOf>[0] {
  const isMessages = (value: unknown): value is Parameters<typeof wordsOf>[0] =>
    typeof value === 'object' && value !== null;
  if (!isMessages(parsed)) throw new Error('A file of messages holds no object.');
  return parsed;
}
