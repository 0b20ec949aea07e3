import browser from 'webextension-polyfill';
import { OWN_WORDS_KEY, type OwnWords, ownWordsFrom, speak } from '../own-words.ts';

/** The language that the person chose, in the worker and for the scripts in pages. `changed` is called when they choose another one. */
export function followWords(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local' || !Object.hasOwn(changes, OWN_WORDS_KEY)) return;
    current = read();
    void current.then(changed);
  });
}

let current: Promise<OwnWords | null> | null = null;

/** Null: the browser's own language. Never rejects. */
export function wordsInForce(): Promise<OwnWords | null> {
  current ??= read();
  return current;
}

async function read(): Promise<OwnWords | null> {
  const { [OWN_WORDS_KEY]: stored } = await browser.storage.local
    .get(OWN_WORDS_KEY)
    .catch((): Record<string, unknown> => ({}));
  const own = ownWordsFrom(stored);
  speak(own);
  return own;
}
