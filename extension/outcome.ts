/** The one answer that badge, notice and popup give about a set of reviews. */
import { type Finding, type Level, type Review, severity, type Unknown } from '../src/model.ts';

export type State = 'wrong' | 'clear' | 'no-meeting' | 'unchecked';

export interface Outcome {
  state: State;
  /** `off` when there is nothing to say. */
  worst: Level;
  /** How many there are at `inform` or above. */
  findings: number;
}

/** What may hide a meeting from us. The other unknowns are about a meeting that we did see. */
const PARTS: readonly Unknown[] = ['calendar-attachment', 'rest-of-text', 'closed-frame', 'more-meetings'];

export const isPart = (unknown: Unknown): boolean => PARTS.includes(unknown);

/** Those worth saying, worst first; equal ones stay in the order of the rules. */
export function worstFirst<F extends Pick<Finding, 'level'>>(findings: readonly F[]): F[] {
  return findings
    .filter((finding) => finding.level !== 'off')
    .sort((one, other) => severity(other.level) - severity(one.level));
}

export function outcomeOf(reviews: readonly Review[]): Outcome {
  const findings = worstFirst(reviews.flatMap((review) => review.findings));
  const worst = findings[0]?.level ?? 'off';
  return { state: stateOf(reviews, worst), worst, findings: findings.length };
}

function stateOf(reviews: readonly Review[], worst: Level): State {
  if (severity(worst) >= severity('warn')) return 'wrong';
  if (reviews.some((review) => review.unknown.some(isPart))) return 'unchecked';
  // A link that pretends to be a meeting's was looked at, also where the policy makes its rule quiet.
  const looked = reviews.some(({ meetings, suspicious }) => meetings.length + suspicious.length > 0);
  return looked ? 'clear' : 'no-meeting';
}
