import type { Review } from '../../src/model.ts';
import type { Aside, Decision, Hints, Trouble } from '../messages.ts';
import type { ReadSurface } from './reading/page.ts';
import type { Root } from './tree.ts';

/**
 * Between the content script and the second one that holds joining and sending (hold.iife.ts). The worker brings that one only where the
 * policy can hold anything, so that nobody else carries it.
 */

/** What the holding script needs of the one that reads. */
export interface HeldPage {
  /** What the worker said of each link of the page. */
  ways: ReadonlyMap<string, string | null>;
  /** The documents and shadow roots of the page, as they are now. */
  roots(): Iterable<Root>;
  /** What was reviewed last is what stands there, as far as it may lead to a meeting. */
  isCurrent(): boolean;
  /** Reviews what is open now; false when no review came. */
  lookNow(): Promise<boolean>;
  /** Asks the worker about a link; then it is among `ways`. */
  ask(link: string): Promise<void>;
  tell(decision: Decision): void;
  /** Tells the person that it went on unchecked, and why. */
  unchecked(reason: Trouble): void;
}

export interface Reviewed {
  reviews: readonly Review[];
  ways: readonly (readonly (readonly string[])[])[];
  /** Changed as the person sets something aside. */
  asides: readonly Aside[];
}

export interface Hold {
  enter(root: Root): void;
  policy(hints: Pick<Hints, 'holds' | 'whenUnchecked'> & { hint: (address: string) => boolean }): void;
  hold(read: readonly ReadSurface[], reviewed: Reviewed): void;
  stop(): void;
}
