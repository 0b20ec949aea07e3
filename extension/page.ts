import { isRecord } from '../src/record.ts';
import browser from './api.ts';
import { speakChosen } from './load-words.ts';
import { OWN_WORDS_KEY } from './own-words.ts';
import { language, text } from './texts.ts';

/** What a page of the extension begins with: the language that the person chose, and its direction. Never rejects. */
export async function startPage(): Promise<void> {
  speakStored(await browser.storage.local.get(OWN_WORDS_KEY).catch(() => null));
}

/** The same, of what was read of storage.local already. */
export function speakStored(local: unknown): void {
  speakChosen(isRecord(local) ? local[OWN_WORDS_KEY] : undefined);
  showLanguage();
}

/** For screen readers, and which side things begin on. */
export function showLanguage(): void {
  const root = document.documentElement;
  root.lang = language();
  root.dir = text('extension_direction');
}
