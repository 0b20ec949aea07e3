/** The popup's first line: six answers that must never be taken for one another. */
import type { Level } from '../../src/model.ts';
import type { Trouble } from '../messages.ts';
import { isPart, outcomeOfPage, type PageState } from '../outcome.ts';
import { LEVEL_SIGNS } from '../signs.ts';
import { text } from '../texts.ts';
import type { PopupSign } from '../verdict/signs.ts';
import { counted, word } from '../wording.ts';
import type { Stored } from './stored.ts';

export interface Problem {
  heading: string;
  more: readonly string[];
}

export interface Answer extends Problem {
  state: PageState | 'not-reading';
  /** Gives `wrong` its colour. */
  level: Level;
  sign: PopupSign;
  /** What else could not be checked. */
  problems: readonly Problem[];
}

export function answerOf(stored: Stored): Answer {
  const reports = stored.reports ?? [];
  const { state, worst, findings, troubles } = outcomeOfPage(reports);
  const remarks = findings > 0 ? [text('popup_remarks')] : [];
  // A page that was checked and hides our notice.
  const hidden = troubles.includes('notice-removed') ? [problemOf('notice-removed')] : [];
  const failures = failuresIn(stored, troubles);
  if (state === 'wrong') {
    const more = [text('state_wrong_worst', word('level', worst))];
    return {
      state,
      level: worst,
      sign: LEVEL_SIGNS[worst],
      heading: counted('state_wrong', findings),
      more,
      problems: [...failures, ...hidden],
    };
  }
  const [failure, ...others] = failures;
  if (failure !== undefined) {
    const more = [...failure.more, ...remarks];
    return {
      state: 'unchecked',
      level: worst,
      sign: 'broken-page',
      heading: failure.heading,
      more,
      problems: [...others, ...hidden],
    };
  }
  if (stored.reports === null) return plain('not-reading', 'closed-eye', worst, []);
  return {
    ...plain(state, SIGN_OF[state], worst, [...partsIn(stored, state), ...remarks]),
    problems: hidden,
  };
}

const SIGN_OF: Readonly<Record<Exclude<PageState, 'wrong'>, PopupSign>> = {
  clear: 'tick',
  limited: 'half-tick',
  'no-meeting': 'calendar',
  unchecked: 'question',
};

/** Which parts were not read. */
function partsIn({ reports }: Stored, state: PageState): string[] {
  if (state !== 'unchecked') return [];
  const unknown = (reports ?? []).flatMap(({ entries }) => entries.flatMap(({ review }) => review.unknown));
  return [...new Set(unknown.filter(isPart))].map((part) => `${word('unknown', part)}.`);
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

/** What kept us from checking. */
function failuresIn(stored: Stored, troubles: readonly Trouble[]): Problem[] {
  const damaged = { heading: text('popup_unreadable'), more: [text('popup_unreadable_next')] };
  return [
    ...(stored.reportsDamaged ? [damaged] : []),
    ...troubles.filter((trouble) => trouble !== 'notice-removed').map(problemOf),
  ];
}

function problemOf(trouble: Trouble): Problem {
  return {
    heading: text(trouble === 'notice-removed' ? 'trouble_notice_removed_title' : 'trouble_title'),
    more: [word('trouble', trouble), word('trouble', `${trouble}-next`)],
  };
}
