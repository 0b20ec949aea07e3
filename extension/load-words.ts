import browser from 'webextension-polyfill';
import {
  LANGUAGES,
  type Language,
  OWN_WORDS_KEY,
  type OwnWords,
  ownWordsFrom,
  speak,
  wordsOf,
} from './own-words.ts';

/** For the extension's own pages: each language is a file of its own, loaded when somebody chooses it. */
const FILES = import.meta.glob<Parameters<typeof wordsOf>[0]>('./public/_locales/*/messages.json', {
  import: 'default',
});

const fileOf = (language: Language) => FILES[`./public/_locales/${language}/messages.json`];

/** Those that can be chosen. */
export const languagesHere = (): Language[] => LANGUAGES.filter((one) => fileOf(one) !== undefined);

const version = (): string => browser.runtime.getManifest().version;

/** Speaks the chosen language in this page. Those of an older version serve for the moment, and are stored anew for the next. */
export async function speakChosen(stored: unknown): Promise<void> {
  const own = ownWordsFrom(stored);
  speak(own);
  if (own !== null && own.version !== version()) await chooseLanguage(own.language);
}

/** Stores the words of a language, or with null goes back to the browser's own. Rejects when they cannot be loaded or stored. */
export async function chooseLanguage(language: Language | null): Promise<void> {
  if (language === null) {
    await browser.storage.local.remove(OWN_WORDS_KEY);
    speak(null);
    return;
  }
  const load = fileOf(language);
  if (load === undefined) throw new Error(`There are no words in ${language}.`);
  const own: OwnWords = { language, version: version(), words: wordsOf(await load()) };
  await browser.storage.local.set({ [OWN_WORDS_KEY]: own });
  speak(own);
}
