import type { Invitation, Label, Marking } from '../model.ts';
import { readMsipLabels } from './msip-labels.ts';
import { type Line, ownLines } from './own-lines.ts';
import { counts, LETTERED, type Place, runAround } from './positions.ts';
import {
  type ProtectiveMarking,
  readProtectiveMarkingHeader,
  readProtectiveMarkingSubject,
} from './protective-marking.ts';
import type { MarkingLevel, MarkingScheme } from './scheme.ts';
import { type Meaning, type Piece, piecesOf, spellingsOf, withoutAccents } from './spellings.ts';
import { typedSubject } from './subject.ts';

/**
 * Finds markings by the position rules of facts/markings.md section 3. Linear in the text's length. `quotedToo`: quoted text counts,
 * because all that the invitation invites to stands in it.
 */
export type MarkingMatcher = (invitation: Invitation, now: Date, quotedToo?: boolean) => MarkingsFound;

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

  /** `text`: that the lines are of. `except`: a scheme whose markings do not count. */
  const highestIn = (
    lines: readonly Line[],
    text: string,
    foundIn: Marking['foundIn'],
    except: string | null = null,
  ): Marking | null => {
    let highest: Marking | null = null;
    let lettered: boolean | null = null;
    const isLettered = (): boolean => {
      lettered ??= LETTERED.test(text);
      return lettered;
    };
    for (const line of lines) {
      const { pieces, alone } = piecesOf(line.plain, spellings);
      for (let index = 0; index < pieces.length; index += 1) {
        const piece = pieces[index];
        if (piece === undefined || !ranksAbove(piece, highest?.rank ?? -1)) continue;
        const run = runAround(line.plain, pieces, index);
        const found = readingOf(piece, except, {
          line: line.plain,
          run,
          alone,
          atEdge: line.atEdge,
          foundIn,
          isLettered,
        });
        if (found !== null && found.meaning.level.rank > (highest?.rank ?? -1) && !line.isDisclaimer())
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
        marking: highestIn(
          [{ written, plain: withoutAccents(written), atEdge: true, isDisclaimer: () => false }],
          text,
          'label',
        ),
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

  return (invitation, now, quotedToo = false) => {
    const subject = typedSubject(invitation.title);
    const labels = invitation.labels.map((label) => fromLabel(label, now));
    const header = labels.find(({ marking }) => marking?.foundIn === 'header')?.marking ?? null;
    const suffix = protective(readProtectiveMarkingSubject(subject.written), 'title', now);
    const plain = highestIn([subject], subject.plain, 'title');
    const inTitle = higher(suffix, plain);
    // The standard: the header beats the subject, also where the subject says more. Other schemes' markings it does not touch.
    const title = header === null ? inTitle : highestIn([subject], subject.plain, 'title', AUSTRALIA);
    const highest = invitation.passages.reduce<Marking | null>(
      (best, { text, source }) => {
        const found = highestIn(
          ownLines(text, spellings, quotedToo),
          text,
          source === 'body' ? 'body' : 'calendar',
        );
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

/** What a piece means, if it stands where a marking counts; the longest reading that counts. `except`: a scheme that does not. */
function readingOf(
  { start, readings }: Piece,
  except: string | null,
  around: Omit<Place, 'start' | 'end'>,
): { end: number; meaning: Meaning } | null {
  for (const { end, meanings } of readings) {
    const place: Place = { ...around, start, end };
    const meaning = meanings.find(({ scheme, spelling }) => scheme.id !== except && counts(spelling, place));
    if (meaning !== undefined) return { end, meaning };
  }
  return null;
}
