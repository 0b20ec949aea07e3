/** What the sentences about a policy are made of. Words stand in public/_locales; here they meet what the policy itself says. */
import type { Level } from '../../src/model.ts';
import { firstMoment } from '../../src/policy/days.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import type { Origin } from '../../src/policy/provenance.ts';

export type Piece =
  /** Our words. */
  | { kind: 'words'; text: string }
  /** As the policy writes it: somebody else's words. */
  | { kind: 'own'; text: string }
  /** What a policy names by an id: a rule, a scheme, a label, an incident. */
  | { kind: 'named'; of: 'rule' | 'scheme' | 'label' | 'incident'; id: string; name: string }
  | { kind: 'marking'; name: string; rank: number }
  /** The end of a list that is too long to be read at once: "and 42 more". */
  | { kind: 'more'; text: string; rest: readonly Piece[] };

export type Words = Extract<Piece, { kind: 'words' }>;

export interface Sentence {
  /** What it is about. */
  id: string;
  /** Made when it is read: a policy may have thousands of sentences. */
  pieces(): readonly Piece[];
  origin: Origin;
  /** A person's own settings cannot make it milder. */
  locked: boolean;
  /** Of a sentence about a rule: how loudly it is said. */
  level?: Level;
}

export interface Section {
  id: string;
  heading: string;
  sentences: readonly Sentence[];
}

/** A message of public/_locales by its key, filled; empty if there is none. */
export type Message = (key: string, ...gaps: string[]) => string;
type Gap = Piece | readonly Piece[];

/** Says messages with pieces in their gaps. */
export interface Speaker {
  message: Message;
  say(key: string, ...gaps: Gap[]): Piece[];
  number(value: number): Words;
  /** A day or a moment of a policy, which are UTC. */
  day(written: string): Piece;
  /** "a, b and c", shortened where it is long. `plain`: without "and". */
  list(items: readonly Piece[], plain?: 'plain'): Piece[];
}

/** So many of a list are read at once. */
const MOST_LISTED = 20;

/** Stand in the gaps of a message while it is filled: no message has any of these, and the policy's words never pass through it. */
const MARKS = [...'\uE001\uE002\uE003\uE004\uE005\uE006\uE007\uE008\uE009'];

/** `locale`: how numbers, days and lists are written. */
export function speaker(message: Message, locale: string): Speaker {
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale);
  const plainLists = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });

  const say: Speaker['say'] = (key, ...gaps) =>
    message(key, ...MARKS.slice(0, gaps.length))
      .split(/([\uE001-\uE009])/)
      .flatMap((part, index): readonly Piece[] => {
        const gap = index % 2 === 1 ? gaps[MARKS.indexOf(part)] : undefined;
        if (gap === undefined) return part === '' || index % 2 === 1 ? [] : [words(part)];
        return 'kind' in gap ? [gap] : gap;
      });
  const joined = (items: readonly Piece[], format: Intl.ListFormat): Piece[] => {
    const left = [...items];
    return format
      .formatToParts(items.map(() => '-'))
      .flatMap(({ type, value }) => (type === 'element' ? (left.shift() ?? []) : [words(value)]));
  };
  return {
    message,
    say,
    number: (value) => words(numbers.format(value)),
    day: (written) => words(dayIn(written, days, moments)),
    list(items, plain) {
      const rest = items.slice(MOST_LISTED);
      if (rest.length === 0) return joined(items, plain === undefined ? lists : plainLists);
      const more = message('applies_more', numbers.format(rest.length));
      return [
        ...joined(items.slice(0, MOST_LISTED), plainLists),
        words(' '),
        { kind: 'more', text: more, rest },
      ];
    },
  };
}

function dayIn(written: string, days: Intl.DateTimeFormat, moments: Intl.DateTimeFormat): string {
  if (!written.includes('T')) return days.format(firstMoment(written));
  return `${moments.format(firstMoment(written))} UTC`;
}

export const words = (text: string): Words => ({ kind: 'words', text });
export const own = (text: string): Piece => ({ kind: 'own', text });

/** People's own words may end as a sentence does already. */
export function ended(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1);
  const isEnded = last?.kind === 'own' && /[.!?…]["”’)]?$/.test(last.text.trimEnd());
  return isEnded ? [...pieces] : [...pieces, words('.')];
}

export const sentence = (
  { policy }: PolicyInForce,
  id: string,
  origin: Origin,
  pieces: () => readonly Piece[],
): Sentence => ({ id, pieces, origin, locked: policy.locked === true && origin !== 'local' });

/** A sentence without any form. `shown` says how what is named by an id is called. */
export function plainText(
  pieces: readonly Piece[],
  shown: (piece: Extract<Piece, { name: string }>) => string,
): string {
  return pieces.map((piece) => ('text' in piece ? piece.text : shown(piece))).join('');
}
