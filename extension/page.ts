import browser from 'webextension-polyfill';
import { speakChosen } from './load-words.ts';
import { OWN_WORDS_KEY } from './own-words.ts';
import { language, text } from './texts.ts';

/** What a page of the extension begins with: the language that the person chose, and its direction. Never rejects. */
export async function startPage(): Promise<void> {
  const { [OWN_WORDS_KEY]: stored } = await browser.storage.local
    .get(OWN_WORDS_KEY)
    .catch((): Record<string, unknown> => ({}));
  // Words that cannot be loaded are in the browser's language.
  await speakChosen(stored).catch(() => undefined);
  showLanguage();
}

/** For screen readers, and which side things begin on. */
export function showLanguage(): void {
  const root = document.documentElement;
  root.lang = language();
  root.dir = text('extension_direction');
}
