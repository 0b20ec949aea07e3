/** The words of every language, and how a page is made to speak them. */
import { readdirSync, readFileSync } from 'node:fs';
import { wordsOf } from '../../../extension/own-words.ts';
import { pseudo } from '../../pseudo-locale.ts';
import type { HandledPage } from '../own-pages.ts';

export type Words = Readonly<Record<string, string>>;

const LOCALES = 'extension/public/_locales';

const read = (language: string): Words =>
  wordsOf(JSON.parse(readFileSync(`${LOCALES}/${language}/messages.json`, 'utf8')));

export const ENGLISH = read('en');

/** Each language as the browsers show it (what it lacks is English), and one that is longer than all, from right to left. */
export const LANGUAGES: readonly (readonly [string, Words])[] = [
  ...readdirSync(LOCALES).map((language): [string, Words] => [language, { ...ENGLISH, ...read(language) }]),
  ['pseudo-locale, right to left', pseudo(ENGLISH, 'rtl')],
];

/** What the page draws from now on is in these words. */
export async function speak(page: HandledPage, words: Words): Promise<void> {
  await page.evaluate(`void (() => {
    globalThis.inCameraWords = ${JSON.stringify(words)};
    document.documentElement.lang = ${JSON.stringify(words['extension_language'] ?? 'en')};
    document.documentElement.dir = ${JSON.stringify(words['extension_direction'] ?? 'ltr')};
  })()`);
}
