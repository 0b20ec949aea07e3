/** The popup's first line: five answers that must never be taken for one another. */
import type { Level } from '../../src/model.ts';
import { isPart, outcomeOf, type State } from '../outcome.ts';
import { LEVEL_SIGNS } from '../signs.ts';
import { text } from '../texts.ts';
import { counted, word } from '../wording.ts';
import type { PopupSign } from './signs.ts';
import type { Stored } from './stored.ts';

export interface Problem {
  heading: string;
  more: readonly string[];
}

export interface Answer extends Problem {
  state: State | 'not-reading';
  /** Gives `wrong` its colour. */
  level: Level;
  sign: PopupSign;
  /** What else could not be checked. */
  problems: readonly Problem[];
}

export function answerOf(stored: Stored): Answer {
  const reports = stored.reports ?? [];
  const reviews = reports.flatMap((report) => report.entries.map((entry) => entry.review));
  const { state, worst, findings } = outcomeOf(reviews);
  const problems = problemsIn(stored);
  const remarks = findings > 0 ? [text('popup_remarks')] : [];
  const [problem, ...others] = problems;
  if (state === 'wrong') {
    const more = [text('state_wrong_worst', word('level', worst))];
    return {
      state,
      level: worst,
      sign: LEVEL_SIGNS[worst],
      heading: counted('state_wrong', findings),
      more,
      problems,
    };
  }
  if (problem !== undefined) {
    const more = [...problem.more, ...remarks];
    return {
      state: 'unchecked',
      level: worst,
      sign: 'broken-page',
      heading: problem.heading,
      more,
      problems: others,
    };
  }
  if (stored.reports === null) return plain('not-reading', 'closed-eye', worst, []);
  if (state === 'unchecked') {
    const parts = new Set(reviews.flatMap((review) => review.unknown.filter(isPart)));
    return plain(state, 'question', worst, [
      ...[...parts].map((part) => `${word('unknown', part)}.`),
      ...remarks,
    ]);
  }
  return plain(state, state === 'clear' ? 'tick' : 'calendar', worst, remarks);
}

function plain(state: Answer['state'], sign: PopupSign, level: Level, more: readonly string[]): Answer {
  const name = `state_${state.replaceAll('-', '_')}`;
  return {
    state,
    sign,
    level,
    heading: text(name),
    more: [text(`${name}_more`), ...more],
    problems: [],
  };
}

function problemsIn(stored: Stored): Problem[] {
  const troubles = new Set((stored.reports ?? []).flatMap((report) => report.trouble ?? []));
  const problems: Problem[] = [...troubles].map((trouble) => ({
    heading: text('trouble_title'),
    more: [word('trouble', trouble), word('trouble', `${trouble}-next`)],
  }));
  if (stored.reportsDamaged) {
    problems.unshift({ heading: text('popup_unreadable'), more: [text('popup_unreadable_next')] });
  }
  return problems;
}
