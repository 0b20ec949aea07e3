/** A made-up language: every letter accented, a third longer, in brackets. What is not in it was not translated; what is cut off shows it. */

const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aàbƀcçdđeéfƒgĝhĥiîjĵkķlļmɱnñoöpþqɋrŕsštţuûvṽwŵxẋyýzž'].reduce<[string, string][]>(
    (pairs, letter, index, all) => {
      const accented = all[index + 1];
      if (index % 2 === 0 && accented !== undefined)
        pairs.push([letter, accented], [letter.toUpperCase(), accented.toUpperCase()]);
      return pairs;
    },
    [],
  ),
);
const LONGER = 0.35;
/** Gaps and the browsers' own notation stay as they are: "$1", "$$", "$PLATFORM$". */
const KEPT = /(\$(?:\$|\d|[a-z_@][a-z0-9_@]*\$))/i;

/** `messages`: what people see, by its key (wordsOf of extension/own-words.ts). */
export function pseudo(
  messages: Readonly<Record<string, string>>,
  direction: 'ltr' | 'rtl',
): Record<string, string> {
  const told = Object.entries(messages).map(([key, message]) => [key, pseudoMessage(message)]);
  return { ...Object.fromEntries(told), extension_language: 'en', extension_direction: direction };
}

function pseudoMessage(message: string): string {
  // An empty message is one that is not there.
  if (message === '') return '';
  const accented = message
    .split(KEPT)
    .map((part, index) =>
      index % 2 === 1 ? part : [...part].map((letter) => ACCENTED[letter] ?? letter).join(''),
    )
    .join('');
  const more = Math.ceil(message.length * LONGER);
  // In words of a usual length, which can go to another line.
  return `[${accented} ${'one two three four five '
    .repeat(Math.ceil(more / 24))
    .slice(0, more)
    .trim()}]`;
}
