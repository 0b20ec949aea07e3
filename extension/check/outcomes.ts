/** What becomes of a file that is checked. */
import type { Failure, Review } from '../../src/model.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';

export interface Policies {
  inForce: PolicyInForce;
  /** One that somebody tries beside it. */
  other: PolicyInForce | null;
}

/** Why there is no verdict: the file's own reasons, and ours. */
export const CHECK_FAILURES = ['unreadable', 'too-slow', 'broken'] as const;
export type CheckFailure = Failure | (typeof CHECK_FAILURES)[number];

export interface Verdict {
  title: string;
  review: Review;
  /** By the other policy, if there is one. */
  other: Review | null;
}

export type Outcome = Verdict | { failure: CheckFailure };
