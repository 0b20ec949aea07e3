/**
 * Words in a language that the person chose, where it is not the browser's. The browsers choose the language of i18n.getMessage themselves,
 * and the worker cannot load a file without asking for it over `fetch`, which no code of ours may. So the page on which the language is
 * chosen stores that language's words, and every part of the extension reads them from there.
 */
import { isRecord } from '../src/record.ts';

/** In storage.local. */
export const OWN_WORDS_KEY = 'own-words';

/** Those that In Camera speaks (public/_locales). */
export const LANGUAGES = ['en', 'da', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'sv'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface OwnWords {
  language: Language;
  /** Of the extension that stored them: another one may have more. */
  version: string;
  words: Readonly<Record<string, string>>;
}

export function ownWordsFrom(stored: unknown): OwnWords | null {
  if (!isRecord(stored) || typeof stored.version !== 'string' || !isRecord(stored.words)) return null;
  const language = LANGUAGES.find((one) => one === stored.language);
  if (language === undefined) return null;
  const words = Object.entries(stored.words).filter(
    (one): one is [string, string] => typeof one[1] === 'string',
  );
  return { language, version: stored.version, words: Object.fromEntries(words) };
}

/** From here on, text() speaks that language in this document or worker; null: the browser's. */
export function speak(own: OwnWords | null): void {
  globalThis.inCameraWords = own?.words;
}

/** An entry of messages.json (https://developer.chrome.com/docs/extensions/reference/api/i18n#messages-json). */
interface Message {
  message: string;
  placeholders?: Readonly<Record<string, { content: string }>>;
}

/** Each message with its named placeholders ($PLATFORM$) replaced by what they stand for ($1). */
export function wordsOf(messages: Readonly<Record<string, Message>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, { message, placeholders = {} }]) => {
      const contents = new Map(
        Object.entries(placeholders).map(([name, { content }]) => [name.toLowerCase(), content]),
      );
      const numbered = message.replace(
        /\$([a-z_@][a-z0-9_@]*)\$/gi,
        (_, name: string) => contents.get(name.toLowerCase()) ?? '',
      );
      return [key, numbered];
    }),
  );
}

/** The words of the scripts in pages: a page's script is sent no more than these. */
const IN_PAGES =
  /^(?:dial_in|extension|finding|found_in|hold|level|notice|passcode|platform|policy|rule|trouble|unknown)_/;

export function wordsInPages({ words }: OwnWords): Record<string, string> {
  return Object.fromEntries(Object.entries(words).filter(([key]) => IN_PAGES.test(key)));
}
