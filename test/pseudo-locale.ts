/**
 * A language that nobody speaks, for looking at layouts before a translation exists: every message accented, in brackets and 35 per cent
 * longer. What is not accented on a surface does not come from the messages; a missing bracket was cut off. As in Microsoft's
 * "Pseudolocalization" (https://learn.microsoft.com/globalization/methodology/pseudolocalization), with the growth that it names for
 * longer English texts.
 */
import type { Message } from '../tools/messages.ts';

type Messages = Readonly<Record<string, Message>>;

const PLAIN = 'AEIOUYaceinouyzdgklrst';
const ACCENTED = 'ÅÉÎÖÛÝåçéîñöûýžðĝķļřšţ';
const FILLING = ' ļöřéḿ îþšûɱ ðöļöř šîţ';
const GROWTH = 0.35;

/** $1, $NAME$ and $$ stay as they are; so do addresses, and tags that a text may hold. */
const KEPT = /\$[a-z_@][a-z0-9_@]*\$|\$[$1-9]|https?:\/\/\S+|<[^>]*>/gi;

/** These are no words, but settings. */
const SETTINGS = new Set(['extension_language', 'extension_direction']);

/** All messages of a locale, in the pseudo-language, written in that direction. */
export function pseudo(messages: Messages, direction: 'ltr' | 'rtl'): Record<string, Message> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, entry]) => {
      if (key === 'extension_direction') return [key, { ...entry, message: direction }];
      return [key, SETTINGS.has(key) ? entry : { ...entry, message: pseudoText(entry.message) }];
    }),
  );
}

function pseudoText(message: string): string {
  if (message === '') return '';
  let told = '';
  let from = 0;
  for (const { 0: kept, index } of message.matchAll(KEPT)) {
    told += accented(message.slice(from, index)) + kept;
    from = index + kept.length;
  }
  told += accented(message.slice(from));
  const more = Math.ceil(message.replaceAll(KEPT, '').length * GROWTH);
  return `[${told}${FILLING.repeat(Math.ceil(more / FILLING.length)).slice(0, more)}]`;
}

function accented(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
}
