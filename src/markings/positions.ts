import type { Marking } from '../model.ts';
import type { Spelling } from './scheme.ts';
import type { Piece } from './spellings.ts';

/** Where a spelling must stand to be a marking: the position rules of facts/markings.md section 3. */

/** Where a spelling stands on its line; offsets are UTF-16 units. */
export interface Place {
  line: string;
  start: number;
  end: number;
  /** The markings and companions around it, with nothing but punctuation between. */
  run: { start: number; end: number };
  /** Nothing else stands on the line. */
  alone: boolean;
  /** The line is the first or the last of the writer's own text, or all there is. */
  atEdge: boolean;
  foundIn: Marking['foundIn'];
  /** The text that the line is of numbers its points with letters in brackets. Asked for portion marks only. */
  isLettered(): boolean;
}

/** How far into a line its first or last marking may begin or end: signs, blanks, the number of a paragraph. */
const MARGIN = 20;
/** The farthest apart that two pieces of one marking stand: " // ", " - ". */
const LONGEST_GAP = 5;
/** How many pieces of a line are looked at to each side. */
const MOST_PIECES = 20;
const LONGEST_BANNER = 80;
/** The categories of a banner, which nobody can list: "//SP-PRVCY//NOFORN" (CUI Marking Handbook). */
const BANNER = /^\/\/[A-Z0-9 ,/-]{1,60}(?![\p{Ll}\p{N}])/u;

/** Only what stands right beside each other, so that many markings on one long line cost no more than the line. */
export function runAround(
  line: string,
  pieces: readonly Piece[],
  index: number,
): { start: number; end: number } {
  const joined = (one: Piece | undefined, other: Piece | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    other.start - one.end <= LONGEST_GAP &&
    !/[\p{L}\p{N}]/u.test(line.slice(one.end, other.start));
  let first = index;
  let last = index;
  while (index - first < MOST_PIECES && joined(pieces[first - 1], pieces[first])) first -= 1;
  while (last - index < MOST_PIECES && joined(pieces[last], pieces[last + 1])) last += 1;
  const end = pieces[last]?.end ?? 0;
  const banner = BANNER.exec(line.slice(end, end + LONGEST_BANNER))?.[0] ?? '';
  return { start: pieces[first]?.start ?? 0, end: end + banner.trimEnd().length };
}

export function counts(spelling: Spelling, place: Place): boolean {
  const { line, start, end, run } = place;
  if (spelling.counts === 'anywhere') return true;
  const written = line.slice(start, end);
  const capitals = written === written.toUpperCase();
  if (spelling.counts === 'portion') return capitals && isPortion(place);
  if (isPartOfWord(line, run)) return false;
  if (capitals && spelling.counts === 'capitals') return true;
  if (!capitals && spelling.counts === 'position') return false;
  // In small letters several common words are a marking only where one stands, and not in mid-sentence.
  if (!capitals && spelling.counts === 'capitals' && !/^\p{Lu}/u.test(written)) return false;
  return standsAsMarking(place, written, { capitals, commonWords: spelling.counts === 'capitals' });
}

/** Alone on a line, in brackets, or at the subject's start or end; there common words count in capitals only. */
function standsAsMarking(
  place: Place,
  written: string,
  { capitals, commonWords }: { capitals: boolean; commonWords: boolean },
): boolean {
  const { line, start, end, run, alone, atEdge, foundIn } = place;
  // A page may write much beside the subject: its label is the whole of the words.
  if (foundIn === 'label') return alone;
  // "General" on a line of its own in the middle is a heading; at the text's edge it is a label.
  if (alone && (capitals || atEdge || !ONE_PLAIN_WORD.test(line.trim()))) return true;
  if (isInBrackets(line, start, end) || isInBrackets(line, run.start, run.end)) return true;
  if (foundIn !== 'title' || (commonWords && !capitals)) return false;
  // In a subject that is in capitals throughout, capitals prove nothing, and plain words prove nothing anywhere.
  const needsSign = line === line.toUpperCase() || !(capitals || isAbbreviation(written));
  return isAtAnEnd(line, run, needsSign);
}

const ONE_PLAIN_WORD = /^\p{L}\p{Ll}{1,60}$/u;

/** Capitals within or small letters before them: "VS-NfD", "DepV"; not "General", not "Highly Confidential". */
function isAbbreviation(written: string): boolean {
  return /\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(written);
}

/** "(S) The first paragraph", "1. (S//NF) …", "Weekly sync (S)". */
function isPortion({ line, start, end, foundIn, isLettered }: Place): boolean {
  if (line.charAt(start - 1) !== '(') return false;
  const after = line.slice(end, end + LONGEST_BANNER);
  const closing = /^(\/\/[A-Z0-9 ,/-]{1,60})?\)/.exec(after);
  if (closing === null || isCopyright(line, start, end)) return false;
  // With its categories it is nothing else, wherever it stands.
  if (closing[1] !== undefined) return true;
  const atStart =
    start <= MARGIN && /^[^\p{L}\p{N}]*(?:(?:\p{L}|\d{1,3})[.)]\s{1,3})?$/u.test(line.slice(0, start - 1));
  const atEnd = foundIn === 'title' && !/[\p{L}\p{N}]/u.test(after.slice(closing[0].length));
  return (atStart || atEnd) && !isLettered();
}

/** "(A)", "(B)" before other points: there "(C)" is the third one. */
export const LETTERED = /(?:^|\n)[^\p{L}\p{N}\n]{0,5}\((?:A|B|D)\)/iu;

/** "(C) 2026 Example Ltd", "(C) Example Ltd 2026", "Copyright (C)". */
function isCopyright(line: string, start: number, end: number): boolean {
  if (line.slice(start, end) !== 'C') return false;
  return (
    /^\)\s{0,3}(?:(?:19|20)\d\d|Copyright)/i.test(line.slice(end, end + 20)) ||
    /Copyright\s{0,3}\($/i.test(line.slice(Math.max(0, start - 20), start)) ||
    /\b(?:19|20)\d\d[^\p{L}\p{N}]{0,3}$/u.test(line.slice(-20))
  );
}

/** "SECRET-service", "geheim.example.org", "O'SECRET": joined to another word without a blank. */
function isPartOfWord(line: string, { start, end }: { start: number; end: number }): boolean {
  const before = line.slice(Math.max(0, start - 3), start);
  return /[\p{L}\p{N}][-_'’./@]$/u.test(before) || /^[-_'’./@][\p{L}\p{N}]/u.test(line.slice(end, end + 3));
}

function isInBrackets(line: string, start: number, end: number): boolean {
  const opened = /[[({]\s{0,2}$/.test(line.slice(Math.max(0, start - 3), start));
  return opened && /^(?:\/\/[A-Z0-9 ,/-]{1,60})?\s{0,2}[\])}]/.test(line.slice(end, end + LONGEST_BANNER));
}

/** `needsSign`: punctuation must set it off from the rest. */
function isAtAnEnd(line: string, run: { start: number; end: number }, needsSign: boolean): boolean {
  const before = line.slice(Math.max(0, run.start - MARGIN), run.start);
  const after = line.slice(run.end, run.end + MARGIN);
  const atStart = run.start <= MARGIN && !/[\p{L}\p{N}]/u.test(before);
  const atEnd = line.length - run.end <= MARGIN && !/[\p{L}\p{N}]/u.test(after);
  if (atStart && (!needsSign || /^\s{0,3}[^\p{L}\p{N}\s]/u.test(after))) return true;
  return atEnd && (!needsSign || /[^\p{L}\p{N}\s]\s{0,3}$/u.test(before));
}
