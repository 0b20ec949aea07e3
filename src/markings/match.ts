import type { Invitation, Label, Marking } from '../model.ts';
import { readMsipLabels } from './msip-labels.ts';
import { type Line, ownLines } from './own-lines.ts';
import {
  type ProtectiveMarking,
  readProtectiveMarkingHeader,
  readProtectiveMarkingSubject,
} from './protective-marking.ts';
import type { MarkingLevel, MarkingScheme, Spelling } from './scheme.ts';
import { type Meaning, type Piece, piecesOf, spellingsOf, withoutAccents } from './spellings.ts';
import { typedSubject } from './subject.ts';

/** Finds markings by the position rules of facts/markings.md section 3. Linear in the text's length. */
export type MarkingMatcher = (invitation: Invitation, now: Date) => MarkingsFound;

export interface MarkingsFound {
  /** Of all that count, wherever they stand; of equal ones the title's, then the label's. */
  highest: Marking | null;
  inTitle: Marking | null;
  /** A label or a protective marking is there, and does not tell its level to us. */
  unreadLabel: boolean;
}

export interface MarkingsInForce {
  /** In the order in which they count when ranks are equal. */
  schemes: readonly MarkingScheme[];
  /** A policy names the schemes; otherwise spellings that are `onlyNamed` are left out. */
  named: boolean;
  /** The organisation's own labels: they count before a scheme's marking of the same spelling. */
  own: MarkingScheme | null;
  /** Purview's labels, by GUID in lower case. */
  purview: ReadonlyMap<string, { scheme: MarkingScheme; level: MarkingLevel }>;
}

/** Its markings have carriers of their own: a mail header, and the subject's [SEC=…]. */
const AUSTRALIA = 'au-pspf';

export function markingMatcher({ schemes, named, own, purview }: MarkingsInForce): MarkingMatcher {
  const spellings = spellingsOf(named ? schemes : schemes.map(withoutOnlyNamed), own);
  const australia = schemes.find(({ id }) => id === AUSTRALIA);

  /** `text`: that the lines are of. */
  const highestIn = (lines: readonly Line[], text: string, foundIn: Marking['foundIn']): Marking | null => {
    let highest: Marking | null = null;
    for (const line of lines) {
      const { pieces, alone } = piecesOf(line.plain, spellings);
      for (let index = 0; index < pieces.length; index += 1) {
        const piece = pieces[index];
        if (piece === undefined || !ranksAbove(piece, highest?.rank ?? -1)) continue;
        const run = runAround(line.plain, pieces, index);
        const found = readingOf(piece, { line: line.plain, run, alone, foundIn, text });
        if (found !== null && found.meaning.level.rank > (highest?.rank ?? -1))
          highest = markingOf(found.meaning, foundIn, asWritten(line, piece.start, found.end));
      }
    }
    return highest;
  };

  const protective = (
    read: ProtectiveMarking | null,
    foundIn: Marking['foundIn'],
    now: Date,
  ): Marking | null => {
    if (read === null || australia === undefined) return null;
    // EXPIRES with DOWNTO: from that moment the lower marking is the right one.
    const lowered =
      read.expires !== null && now.getTime() >= Date.parse(read.expires) && read.downTo !== null;
    const level = australia.levels.find(({ id }) => id === (lowered ? read.downTo : read.level));
    return level === undefined ? null : { ...levelAsMarking(australia, level), foundIn, text: read.text };
  };

  const fromLabel = ({ carrier, text }: Label, now: Date): { marking: Marking | null; unread: boolean } => {
    if (carrier === 'chip') {
      const written = text.trim();
      return {
        marking: highestIn([{ written, plain: withoutAccents(written) }], text, 'label'),
        unread: false,
      };
    }
    if (carrier === 'x-protective-marking') {
      if (australia === undefined) return { marking: null, unread: false };
      const marking = protective(readProtectiveMarkingHeader(text), 'header', now);
      return { marking, unread: marking === null };
    }
    let marking: Marking | null = null;
    let unread = false;
    for (const { id, name } of readMsipLabels(text)) {
      const known = purview.get(id);
      if (known === undefined) unread = true;
      else if (marking === null || known.level.rank > marking.rank)
        marking = {
          ...levelAsMarking(known.scheme, known.level),
          foundIn: 'label',
          text: known.level.spellings[0]?.text ?? name ?? known.level.id,
        };
    }
    return { marking, unread };
  };

  return (invitation, now) => {
    const subject = typedSubject(invitation.title);
    const labels = invitation.labels.map((label) => fromLabel(label, now));
    const header = labels.find(({ marking }) => marking?.foundIn === 'header')?.marking ?? null;
    const suffix = protective(readProtectiveMarkingSubject(subject.written), 'title', now);
    const plain = highestIn([subject], subject.plain, 'title');
    const inTitle = higher(suffix, plain);
    // The standard: the header beats the subject, also where the subject says more.
    const title = header !== null && inTitle?.scheme === AUSTRALIA ? null : inTitle;
    const highest = invitation.passages.reduce<Marking | null>(
      (best, { text, source }) => {
        const found = highestIn(ownLines(text, spellings), text, source === 'body' ? 'body' : 'calendar');
        return higher(best, found);
      },
      labels.reduce((best, { marking }) => higher(best, marking), title),
    );
    return { inTitle, highest, unreadLabel: labels.some(({ unread }) => unread) };
  };
}

function withoutOnlyNamed(scheme: MarkingScheme): MarkingScheme {
  const levels = scheme.levels.map((level) => ({
    ...level,
    spellings: level.spellings.filter(({ onlyNamed }) => onlyNamed !== true),
  }));
  return { ...scheme, levels };
}

/** Of equal ones the first. */
function higher(one: Marking | null, other: Marking | null): Marking | null {
  if (one === null) return other;
  return other !== null && other.rank > one.rank ? other : one;
}

function levelAsMarking(
  { id }: MarkingScheme,
  level: MarkingLevel,
): Pick<Marking, 'scheme' | 'level' | 'rank'> {
  return { scheme: id, level: level.id, rank: level.rank };
}

function markingOf({ scheme, level }: Meaning, foundIn: Marking['foundIn'], text: string): Marking {
  return { ...levelAsMarking(scheme, level), foundIn, text };
}

/** The written piece: dropping accents may have moved the places. */
function asWritten({ written, plain }: Line, start: number, end: number): string {
  if (written.length === plain.length) return written.slice(start, end);
  let at = 0;
  let text = '';
  for (const character of written) {
    if (at >= start && at < end) text += character;
    at += withoutAccents(character).length;
    if (at >= end) break;
  }
  return text;
}

function ranksAbove({ readings }: Piece, rank: number): boolean {
  return readings.some(({ meanings }) => meanings.some(({ level }) => level.rank > rank));
}

/** What a piece means, if it stands where a marking counts; the longest reading that counts. */
function readingOf(
  { start, readings }: Piece,
  around: Omit<Place, 'start' | 'end'>,
): { end: number; meaning: Meaning } | null {
  for (const { end, meanings } of readings) {
    const place: Place = { ...around, start, end };
    const meaning = meanings.find(({ spelling }) => counts(spelling, place));
    if (meaning !== undefined) return { end, meaning };
  }
  return null;
}

/** Where a spelling stands on its line; offsets are UTF-16 units. */
interface Place {
  line: string;
  start: number;
  end: number;
  /** The markings and companions around it, with nothing but punctuation between. */
  run: { start: number; end: number };
  /** Nothing else stands on the line. */
  alone: boolean;
  foundIn: Marking['foundIn'];
  /** That the line is of. */
  text: string;
}

/** How far into a subject its first or last marking may begin or end: signs and blanks. */
const MARGIN = 20;
/** The farthest apart that two pieces of one marking stand: " // ", " - ". */
const LONGEST_GAP = 5;
/** How many pieces of a line are looked at to each side. */
const MOST_PIECES = 20;

function runAround(line: string, pieces: readonly Piece[], index: number): { start: number; end: number } {
  const joined = (one: Piece | undefined, other: Piece | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    other.start - one.end <= LONGEST_GAP &&
    !/[\p{L}\p{N}]/u.test(line.slice(one.end, other.start));
  let first = index;
  let last = index;
  while (index - first < MOST_PIECES && joined(pieces[first - 1], pieces[first])) first -= 1;
  while (last - index < MOST_PIECES && joined(pieces[last], pieces[last + 1])) last += 1;
  return { start: pieces[first]?.start ?? 0, end: pieces[last]?.end ?? 0 };
}

function counts(spelling: Spelling, place: Place): boolean {
  const { line, start, end, run, alone, foundIn } = place;
  if (spelling.counts === 'anywhere') return true;
  const written = line.slice(start, end);
  const capitals = written === written.toUpperCase();
  if (spelling.counts === 'portion')
    return capitals && isPortion(line, start, end) && !LETTERED.test(place.text);
  // What a page shows as a label is one, in whatever case.
  if (foundIn === 'label') return alone;
  if (isPartOfWord(line, run)) return false;
  if (spelling.counts === 'capitals') return capitals;
  if (spelling.counts === 'position' && !capitals) return false;
  if (alone || isInBrackets(line, start, end) || isInBrackets(line, run.start, run.end)) return true;
  return foundIn === 'title' && isAtAnEnd(line, run, written);
}

/** "(S) The first paragraph", "(S//NF) …": only punctuation stands before it. "(C) 2026" is a copyright. */
function isPortion(line: string, start: number, end: number): boolean {
  if (line.charAt(start - 1) !== '(' || start > MARGIN || /[\p{L}\p{N}]/u.test(line.slice(0, start - 1)))
    return false;
  const after = line.slice(end, end + LONGEST_BANNER);
  return /^(?:\/\/[A-Z0-9 ,/-]{1,60})?\)(?!\s{0,2}(?:(?:19|20)\d\d|Copyright))/.test(after);
}

/** "(A)", "(B)" before other points: there "(C)" is the third one. */
const LETTERED = /(?:^|\n)[^\p{L}\p{N}\n]{0,5}\((?:A|B|D)\)/iu;

/** "SECRET-service", "geheim.example.org", "O'SECRET": joined to another word without a blank. */
function isPartOfWord(line: string, { start, end }: { start: number; end: number }): boolean {
  const before = line.slice(Math.max(0, start - 3), start);
  return /[\p{L}\p{N}][-_'’./@]$/u.test(before) || /^[-_'’./@][\p{L}\p{N}]/u.test(line.slice(end, end + 3));
}

const LONGEST_BANNER = 80;

/**
 * With the categories of a banner, which nobody can list: "[CUI//SP-PRVCY]". Only what stands right beside it, so that many markings
 * on one long line cost no more than the line.
 */
function isInBrackets(line: string, start: number, end: number): boolean {
  const opened = /[[({]\s{0,2}$/.test(line.slice(Math.max(0, start - 3), start));
  return opened && /^(?:\/\/[A-Z0-9 ,/-]{1,60})?\s{0,2}[\])}]/.test(line.slice(end, end + LONGEST_BANNER));
}

/** A label that is written like any other word or words: "General", "Highly Confidential". */
const PLAIN_WORDS = /^\p{L}\p{Ll}{1,60}(?: \p{L}\p{Ll}{1,60}){0,5}$/u;

/**
 * At the subject's very start or end. In a subject that is in capitals throughout, capitals prove nothing, and plain words prove
 * nothing anywhere: there the marking must be set off by punctuation.
 */
function isAtAnEnd(line: string, run: { start: number; end: number }, written: string): boolean {
  const needsSign = line === line.toUpperCase() || PLAIN_WORDS.test(written);
  const before = line.slice(Math.max(0, run.start - MARGIN), run.start);
  const after = line.slice(run.end, run.end + MARGIN);
  const atStart = run.start <= MARGIN && !/[\p{L}\p{N}]/u.test(before);
  const atEnd = line.length - run.end <= MARGIN && !/[\p{L}\p{N}]/u.test(after);
  if (atStart && (!needsSign || /^\s{0,3}[^\p{L}\p{N}\s]/u.test(after))) return true;
  return atEnd && (!needsSign || /[^\p{L}\p{N}\s]\s{0,3}$/u.test(before));
}
