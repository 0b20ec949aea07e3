/** The one answer that badge, notice and popup give about a set of reviews. */
import { type Finding, type Level, type Review, severity, type Unknown } from '../src/model.ts';
import type { FrameReport, Trouble } from './messages.ts';

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

/** `limited`: nothing was found, and hooks of the webmail were gone, so it is no full check. */
export type PageState = State | 'limited';

export interface PageOutcome extends Omit<Outcome, 'state'> {
  state: PageState;
  troubles: readonly Trouble[];
}

/** Of all frames of a tab: what badge and popup say. */
export function outcomeOfPage(reports: readonly FrameReport[]): PageOutcome {
  const reviewed = outcomeOf(reports.flatMap((report) => report.entries.map((entry) => entry.review)));
  const troubles = [...new Set(reports.flatMap((report) => report.trouble ?? []))];
  return { ...reviewed, troubles, state: pageState(reviewed.state, troubles, reports) };
}

function pageState(
  reviewed: State,
  troubles: readonly Trouble[],
  reports: readonly FrameReport[],
): PageState {
  if (reviewed === 'wrong') return 'wrong';
  // A page that removes our notice was checked all the same.
  if (troubles.some((trouble) => trouble !== 'notice-removed')) return 'unchecked';
  const missed = reports.some((report) => report.missed.length > 0);
  return missed && reviewed !== 'unchecked' ? 'limited' : reviewed;
}

function stateOf(reviews: readonly Review[], worst: Level): State {
  if (severity(worst) >= severity('warn')) return 'wrong';
  if (reviews.some((review) => review.unknown.some(isPart))) return 'unchecked';
  // A link that pretends to be a meeting's was looked at, also where the policy makes its rule quiet.
  const looked = reviews.some(({ meetings, suspicious }) => meetings.length + suspicious.length > 0);
  return looked ? 'clear' : 'no-meeting';
}
