import browser from './api.ts';
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

/** Speaks the chosen language in this page. Words of an older version serve for the moment, and are stored anew for the next page. */
export function speakChosen(stored: unknown): void {
  const own = ownWordsFrom(stored);
  speak(own);
  if (own === null || own.version === version()) return;
  chooseLanguage(own.language).catch((error: unknown) => {
    console.warn('In Camera: the words of this version could not be stored.', error);
  });
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
