/**
 * Text as words, for comparing labels: however an invitation is wrapped, quoted, accented or hyphenated, its words are the same.
 * One pass over the characters.
 */

export interface Words {
  /** Folded: lower case, no accents. */
  folded: readonly string[];
  /** UTF-16 offsets of each word's first unit, and of the one behind its last. */
  starts: readonly number[];
  ends: readonly number[];
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u;
/** By UTF-16 unit: 0 not looked at yet, 1 part of a word, 2 not. */
const KNOWN = new Uint8Array(0x10000);

function isWordUnit(code: number): boolean {
  if (KNOWN[code] === 0) KNOWN[code] = LETTER_OR_DIGIT.test(String.fromCharCode(code)) ? 1 : 2;
  return KNOWN[code] === 1;
}

/** "Réunion" and "REUNION" are one word. */
function fold(word: string): string {
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) > 127) return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return word.toLowerCase();
}

export function wordsOf(text: string): Words {
  const folded: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isWordUnit(text.charCodeAt(at))) continue;
    const start = at;
    while (at < text.length && isWordUnit(text.charCodeAt(at))) at++;
    folded.push(fold(text.slice(start, at)));
    starts.push(start);
    ends.push(at);
  }
  return { folded, starts, ends };
}
