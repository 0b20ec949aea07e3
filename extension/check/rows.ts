/** Many outcomes → the rows of a table, and what is said of them together. */
import { type Level, type Review, severity } from '../../src/model.ts';
import { outcomeOf, type State, worstFirst } from '../outcome.ts';
import type { Outcome } from './outcomes.ts';
import type { Taken } from './taken.ts';

export interface Row {
  /** Its place among the files that were taken. */
  id: number;
  file: string;
  outcome: Outcome;
  state: State | 'failed';
  worst: Level;
}

export function rowsOf(files: readonly Taken[], outcomes: readonly Outcome[]): Row[] {
  return outcomes.map((outcome, id) => {
    const { state, worst } =
      'review' in outcome ? outcomeOf([outcome.review]) : { state: 'failed' as const, worst: 'off' as const };
    return { id, file: files[id]?.name ?? '', outcome, state, worst };
  });
}

/** What was not checked, or not wholly, needs somebody's eyes as well. */
export const needsAttention = ({ state, outcome }: Row): boolean =>
  state === 'wrong' || state === 'failed' || state === 'unchecked' || otherWarns(outcome);

const otherWarns = (outcome: Outcome): boolean =>
  'review' in outcome && outcome.other !== null && outcomeOf([outcome.other]).state === 'wrong';

export type Order = 'severity' | 'file' | 'taken';

const STATES: readonly Row['state'][] = ['no-meeting', 'clear', 'unchecked', 'failed', 'wrong'];

/** The worst first; equal ones stay as they were taken. */
export function inOrder(rows: readonly Row[], order: Order): Row[] {
  const compare: Record<Order, (one: Row, other: Row) => number> = {
    taken: (one, other) => one.id - other.id,
    file: (one, other) => one.file.localeCompare(other.file),
    severity: (one, other) =>
      severity(other.worst) * Number(other.state === 'wrong') -
        severity(one.worst) * Number(one.state === 'wrong') ||
      STATES.indexOf(other.state) - STATES.indexOf(one.state) ||
      severity(other.worst) - severity(one.worst),
  };
  return [...rows].sort(compare[order]);
}

/** Whether a person would see the same: the same findings at the same levels, and the same marking. */
export function sameVerdict(one: Review, other: Review): boolean {
  const seen = ({ findings, marking }: Review): string =>
    JSON.stringify([
      worstFirst(findings)
        .map(({ rule, level, meeting }) => `${level} ${rule} ${meeting}`)
        .sort(),
      marking === null ? null : `${marking.scheme}/${marking.level}`,
    ]);
  return seen(one) === seen(other);
}
