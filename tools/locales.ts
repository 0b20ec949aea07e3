/**
 * The languages of the extension. A translator writes the message alone: what the message is for, and what its gaps are called, is taken
 * from the English one, so that it is written once.
 */
import { withPlatformNames } from './platform-names.ts';

/** An entry of messages.json (https://developer.chrome.com/docs/extensions/reference/api/i18n#messages-json). */
interface Entry {
  message: string;
  description?: string;
  placeholders?: Readonly<Record<string, { content: string }>>;
}

export type Locale = Readonly<Record<string, Entry>>;

/** Names of webmail are the same in every language, as names of platforms are. */
const SAME_EVERYWHERE = /^(?:platform|webmail)_/;

/** A language with English descriptions and gaps, in the order of English. What it has no message for is left out, and a test names it. */
export function completed(messages: Locale, english: Locale): Record<string, object> {
  const entries = Object.entries(english).flatMap(([key, { message, ...about }]) => {
    const own = SAME_EVERYWHERE.test(key) ? message : messages[key]?.message;
    return own === undefined ? [] : [[key, { message: own, ...about }] as const];
  });
  return withPlatformNames(Object.fromEntries(entries));
}
