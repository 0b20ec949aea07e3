import type { SuspiciousWhy } from '../model.ts';
import type { Recognised } from '../platforms/recognise.ts';

/** A link of an invitation, with what a person sees of it, to be judged for pretence. */
export interface Suspect {
  /** As written, in the text or behind it. */
  written: string;
  /** What it opens when all wrappers are undone. */
  href: string;
  url: URL;
  /** Of `url`, in lower case, without the root's dot. */
  host: string;
  /** Ids of the wrappers around it. */
  wrappedBy: readonly string[];
  /** What the link shows; null for a link in plain text. */
  text: string | null;
  /** Some words before it. */
  before: string;
  /** The iCalendar property that it is the value of. */
  property: string | null;
  /** The meeting that it joins. */
  joins: Recognised | null;
  /** The same, or one that it names without being a way in. */
  names: Recognised | null;
  /** The meeting that the link it shows joins or names; null when it shows none. */
  shows: Recognised | null;
  /** The link that it shows, as written; null when it shows none. */
  shown: string | null;
  /** The host of the link that it shows; null when it shows none. */
  shownHost: string | null;
}

/** One way to pretend. One file each, named by its `why`; index.ts names them all. */
export interface Attack {
  why: SuspiciousWhy;
  isIn(suspect: Suspect): boolean;
  /** They run as tests by name. */
  examples: readonly AttackExample[];
  counterexamples: readonly (AttackExample & { because: string })[];
}

export interface AttackExample {
  href: string;
  /** Of the link; absent for one in plain text. */
  text?: string;
  before?: string;
  property?: string;
}
