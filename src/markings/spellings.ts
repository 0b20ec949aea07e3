import type { MarkingLevel, MarkingScheme, Spelling } from './scheme.ts';

/**
 * All spellings of the schemes in force as one tree of words, so that a text is read once, however many there are. Text and
 * spellings are normalised alike (facts/markings.md section 3): accents dropped, every dash one, blanks collapsed and dropped round
 * dash, colon and slash, upper case. A dot is like a blank: "Dep. VERTROUWELIJK" and "Dep VERTROUWELIJK" are one.
 */

/** One meaning of a spelling. */
export interface Meaning {
  scheme: MarkingScheme;
  level: MarkingLevel;
  spelling: Spelling;
}

interface Node {
  /** By the sign between the words and the next word: " SECRET", "-NFD". */
  next: Map<string, Node>;
  /** Those that end here; the first that counts is taken. */
  meanings: Meaning[];
  /** Words that may stand beside a marking end here. */
  companion: boolean;
}

export type Spellings = ReadonlyMap<string, Node>;

/** A word with its place in the line without accents, and the sign between it and the word before. */
interface Word {
  upper: string;
  start: number;
  end: number;
  /** " ", "-", ":", "/", "+", "//"; anything else as it stands. Empty for the first word. */
  sign: string;
}

/** A piece of a line that is a marking, or a companion of one. */
export interface Piece {
  /** UTF-16 offsets in the line without accents. */
  start: number;
  end: number;
  /** Longest first; each with its own end. Empty for a companion. */
  readings: readonly { end: number; meanings: readonly Meaning[] }[];
}

const WORD = /[\p{L}\p{N}]+/gu;
const DASH = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** Words such as "Classification:" that introduce a marking on its line, in the languages of the schemes. */
const INTRODUCING = [
  'CLASSIFICATION',
  'SECURITY CLASSIFICATION',
  'CLASSIFICATION LEVEL',
  'PROTECTIVE MARKING',
  'MARKING',
  'SENSITIVITY',
  'RUBRICERING',
  'MERKING',
  'EINSTUFUNG',
  'VS-EINSTUFUNG',
  'GEHEIMHALTUNGSGRAD',
  'CLASSIFICATION DE SECURITE',
  'NIVEAU DE CLASSIFICATION',
  'MENTION DE PROTECTION',
  'INFORMATIONSKLASSNING',
  'SAKERHETSSKYDDSKLASS',
  'KLASSIFIKATION',
];
/** Longest line that is looked at as a whole; a longer one is no line of a marking alone. */
const LONGEST_LINE = 200;

export function withoutAccents(text: string): string {
  if (/^[\u0000-\u007f]*$/.test(text)) return text;
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** `schemes` in the order in which they count when ranks are equal; `first` counts before all of them, whatever its ranks. */
export function spellingsOf(schemes: readonly MarkingScheme[], first: MarkingScheme | null): Spellings {
  const tree = new Map<string, Node>();
  const add = (text: string): Node | undefined => {
    let at: Node | undefined;
    for (const { upper, sign } of wordsOf(withoutAccents(text))) {
      const key = at === undefined ? upper : sign + upper;
      const among = at === undefined ? tree : at.next;
      const known = among.get(key);
      at = known ?? { next: new Map(), meanings: [], companion: false };
      if (known === undefined) among.set(key, at);
    }
    return at;
  };
  const meanings = schemes.flatMap((scheme) =>
    scheme.levels.flatMap((level) => level.spellings.map((spelling) => ({ scheme, level, spelling }))),
  );
  meanings.sort((one, other) => other.level.rank - one.level.rank);
  const own = (first?.levels ?? []).flatMap((level) =>
    first === null ? [] : level.spellings.map((spelling) => ({ scheme: first, level, spelling })),
  );
  for (const meaning of own) add(meaning.spelling.text)?.meanings.push(meaning);
  for (const { scheme, level, spelling } of meanings) {
    const node = add(spelling.text);
    // What the organisation calls by the same words is its own label, wherever the scheme's words count.
    const renamed = node?.meanings.find((meaning) => meaning.scheme === first);
    node?.meanings.push(renamed === undefined ? { scheme, level, spelling } : { ...renamed, spelling });
  }
  for (const companion of [...INTRODUCING, ...schemes.flatMap((scheme) => scheme.companions)]) {
    const node = add(companion);
    if (node !== undefined) node.companion = true;
  }
  return tree;
}

/**
 * Markings and companions in a line without accents, from left to right, the longest at each place; and whether there is nothing else
 * on it but punctuation.
 */
export function piecesOf(line: string, spellings: Spellings): { pieces: Piece[]; alone: boolean } {
  if (!beginsSome(line, spellings)) return { pieces: [], alone: false };
  const words = wordsOf(line);
  const pieces: Piece[] = [];
  let others = line.length > LONGEST_LINE ? Number.POSITIVE_INFINITY : 0;
  let marking = false;
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    const found = word === undefined ? null : pieceAt(words, at, spellings);
    if (word === undefined || found === null) {
      if (others === Number.POSITIVE_INFINITY || !(marking && isInBanner(line, word))) others += 1;
      at += 1;
      continue;
    }
    marking ||= found.piece.readings.length > 0;
    // "[ORGANISATION] USE ONLY" (UK): up to three words of capitals name the organisation.
    if (found.useOnly && others < Number.POSITIVE_INFINITY)
      others -= Math.min(others, organisationBefore(line, words, at));
    pieces.push(found.piece);
    at += found.words;
  }
  return { pieces, alone: others === 0 && marking };
}

/** Most lines hold no word with which a marking begins: they are passed over without taking them apart. */
function beginsSome(line: string, spellings: Spellings): boolean {
  for (const [word] of line.matchAll(WORD)) if (spellings.has(word.toUpperCase())) return true;
  return false;
}

function pieceAt(
  words: readonly Word[],
  from: number,
  spellings: Spellings,
): { piece: Piece; words: number; useOnly: boolean } | null {
  const first = words[from];
  let node = first === undefined ? undefined : spellings.get(first.upper);
  const readings: { end: number; meanings: readonly Meaning[] }[] = [];
  let length = 0;
  let end = 0;
  for (let at = from; node !== undefined; ) {
    const word = words[at];
    if (word === undefined) break;
    if (node.meanings.length > 0) readings.unshift({ end: word.end, meanings: node.meanings });
    if (node.meanings.length > 0 || node.companion) {
      length = at - from + 1;
      end = word.end;
      // A companion swallows the marking in it.
      if (node.companion && node.meanings.length === 0) readings.length = 0;
    }
    at += 1;
    const next = words[at];
    node = next === undefined ? undefined : node.next.get(next.sign + next.upper);
  }
  if (first === undefined || length === 0) return null;
  const useOnly = first.upper === 'USE' && words[from + 1]?.upper === 'ONLY';
  return { piece: { start: first.start, end, readings }, words: length, useOnly };
}

/** How many words right before `at` are in capitals and belong to "… USE ONLY". */
function organisationBefore(line: string, words: readonly Word[], at: number): number {
  let count = 0;
  while (count < 3) {
    const word = words[at - 1 - count];
    if (word === undefined || line.slice(word.start, word.end) !== word.upper) return count;
    count += 1;
  }
  return count;
}

/** "SECRET//NOFORN//SP-PRVCY": what follows the double slash in capitals belongs to the banner (US, CUI Marking Handbook). */
function isInBanner(line: string, word: Word | undefined): boolean {
  if (word === undefined || line.slice(word.start, word.end) !== word.upper) return false;
  return line.lastIndexOf('//', word.start) !== -1;
}

function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of line.matchAll(WORD)) {
    const gap = line.slice(end, match.index);
    const sign = words.length === 0 ? '' : signOf(gap);
    words.push({
      upper: match[0].toUpperCase(),
      start: match.index,
      end: match.index + match[0].length,
      sign,
    });
    end = match.index + match[0].length;
  }
  return words;
}

function signOf(gap: string): string {
  if (gap === ' ') return gap;
  const bare = gap.slice(0, 20).replace(/\s+/g, '').replace(DASH, '-');
  return bare === '' || bare === '.' ? ' ' : bare;
}
