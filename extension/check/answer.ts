/** The first line about one file. Three answers are kept apart: something is wrong, nothing was found, it could not be checked. */
import type { Level, Review } from '../../src/model.ts';
import { outcomeOf, type State } from '../outcome.ts';
import { LEVEL_SIGNS } from '../signs.ts';
import { text } from '../texts.ts';
import type { PopupSign } from '../verdict/signs.ts';
import { counted, word } from '../wording.ts';
import type { Outcome } from './outcomes.ts';

export interface Answer {
  state: State | 'failed';
  level: Level;
  sign: PopupSign;
  heading: string;
  more: readonly string[];
}

export function answerTo(outcome: Outcome): Answer {
  if ('review' in outcome) return answerOf(outcome.review);
  return {
    state: 'failed',
    level: 'off',
    sign: 'broken-page',
    heading: text('check_failed'),
    more: [word('check_why', outcome.failure)],
  };
}

export function answerOf(review: Review): Answer {
  const { state, worst, findings } = outcomeOf([review]);
  if (state === 'wrong') {
    const more = [text('state_wrong_worst', word('level', worst))];
    const heading = counted('state_wrong', findings);
    return { state, level: worst, sign: LEVEL_SIGNS[worst], heading, more };
  }
  const { sign, heading, more } = PLAIN[state];
  const remarks = findings > 0 ? [text('popup_remarks')] : [];
  return { state, level: worst, sign, heading: text(heading), more: [text(more), ...remarks] };
}

const PLAIN: Readonly<Record<Exclude<State, 'wrong'>, { sign: PopupSign; heading: string; more: string }>> = {
  clear: { sign: 'tick', heading: 'state_clear', more: 'check_clear_more' },
  'no-meeting': { sign: 'calendar', heading: 'check_no_meeting', more: 'check_no_meeting_more' },
  unchecked: { sign: 'question', heading: 'state_unchecked', more: 'state_unchecked_more' },
};
