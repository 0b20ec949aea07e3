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

export interface Spellings {
  /** By the first word. */
  tree: ReadonlyMap<string, Node>;
  /** Pairs of ASCII letters or digits with which a first word begins, as beginningOf numbers them. */
  beginnings: Uint8Array;
}

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
  'KLASSIFIZIERUNG',
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
  if (isAscii(text)) return text;
  // Programs put marks without width into words, to say where they may be broken.
  return text.normalize('NFKD').replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '');
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
  const beginnings = new Uint8Array(36 * 37);
  for (const [word, node] of tree)
    if (node.meanings.length > 0 || node.next.size > 0) beginnings[beginningOf(word, 0)] = 1;
  return { tree, beginnings };
}

/** 0 to 35 for a letter in any case or a digit; -1 for everything else. */
const ALPHANUMERIC = Int8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[0-9a-z]/i.test(character) ? Number.parseInt(character, 36) : -1;
});

const alphanumeric = (code: number): number => (code < 128 ? (ALPHANUMERIC[code] ?? -1) : -1);

/** A number for the first two characters of a word in ASCII. */
function beginningOf(text: string, at: number): number {
  return alphanumeric(text.charCodeAt(at)) * 37 + 1 + alphanumeric(text.charCodeAt(at + 1));
}

/**
 * Markings and companions in a line without accents, from left to right, the longest at each place; and whether there is nothing else
 * on it but punctuation.
 */
export function piecesOf(line: string, spellings: Spellings): { pieces: Piece[]; alone: boolean } {
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

/**
 * Whether a marking may begin between `from` and `to`: its first word stands there, and its second where one word is not enough. Most
 * lines hold none: they are passed over without taking them apart. Linear.
 */
export function mayHoldMarking(
  text: string,
  from: number,
  to: number,
  { tree, beginnings }: Spellings,
): boolean {
  let inWord = false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 128) return mayHoldBeyondAscii(withoutAccents(text.slice(from, to)), tree);
    const isWord = (ALPHANUMERIC[code] ?? -1) >= 0;
    if (isWord && !inWord && beginnings[beginningOf(text, at)] === 1) {
      let end = at + 1;
      while (end < to && alphanumeric(text.charCodeAt(end)) >= 0) end += 1;
      const node = tree.get(text.slice(at, end).toUpperCase());
      if (node !== undefined && goesOn(node, text.slice(end, Math.min(to, end + LONGEST_WORD)))) return true;
    }
    inWord = isWord;
  }
  return false;
}

function mayHoldBeyondAscii(plain: string, tree: Spellings['tree']): boolean {
  for (const { 0: word, index } of plain.matchAll(WORD)) {
    const node = tree.get(word.toUpperCase());
    const end = index + word.length;
    if (node !== undefined && goesOn(node, plain.slice(end, end + LONGEST_WORD))) return true;
  }
  return false;
}

/** Far enough to see the next word and the sign before it. */
const LONGEST_WORD = 60;

function goesOn(node: Node, rest: string): boolean {
  if (node.meanings.length > 0) return true;
  const next = /[\p{L}\p{N}]+/u.exec(rest);
  return next !== null && node.next.has(signOf(rest.slice(0, next.index)) + next[0].toUpperCase());
}

function pieceAt(
  words: readonly Word[],
  from: number,
  spellings: Spellings,
): { piece: Piece; words: number; useOnly: boolean } | null {
  const first = words[from];
  let node = first === undefined ? undefined : spellings.tree.get(first.upper);
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
  const add = (start: number, end: number): void => {
    const before = words.at(-1);
    const sign = before === undefined ? '' : signOf(line.slice(before.end, start));
    words.push({ upper: line.slice(start, end).toUpperCase(), start, end, sign });
  };
  if (!isAscii(line)) {
    for (const { 0: word, index } of line.matchAll(WORD)) add(index, index + word.length);
    return words;
  }
  for (let at = 0; at < line.length; at += 1) {
    if (alphanumeric(line.charCodeAt(at)) < 0) continue;
    const start = at;
    while (at < line.length && alphanumeric(line.charCodeAt(at)) >= 0) at += 1;
    add(start, at);
  }
  return words;
}

const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

function signOf(gap: string): string {
  if (gap === ' ' || gap === '.') return ' ';
  if (gap === '-' || gap === ':' || gap === '/') return gap;
  const bare = gap.slice(0, 20).replace(/\s+/g, '').replace(DASH, '-');
  return bare === '' || bare === '.' ? ' ' : bare;
}
