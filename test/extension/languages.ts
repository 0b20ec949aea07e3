/** Every language of the extension, out of its folders. */
import { readdirSync, readFileSync } from 'node:fs';

export interface LocaleMessage {
  message: string;
  description: string;
  placeholders?: Readonly<Record<string, { content: string }>>;
}

type Messages = Readonly<Record<string, LocaleMessage>>;

const folder = new URL('../../extension/public/_locales/', import.meta.url);

export const LOCALES: readonly (readonly [language: string, messages: Messages])[] = readdirSync(folder).map(
  (language) => {
    const messages: Messages = JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), 'utf8'));
    return [language, messages];
  },
);
