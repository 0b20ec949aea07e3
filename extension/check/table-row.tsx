import type { Review } from '../../src/model.ts';
import { outcomeOf, worstFirst } from '../outcome.ts';
import { LEVEL_SIGNS } from '../signs.ts';
import { text } from '../texts.ts';
import { Drawing } from '../verdict/drawing.tsx';
import { findingWords, number, platformName, word } from '../wording.ts';
import { type Row, sameVerdict } from './rows.ts';

interface RowProps {
  row: Row;
  compared: boolean;
  isOpen: boolean;
  toggle: () => void;
}

export function RowCells({ row: { id, file, outcome, state, worst }, compared, isOpen, toggle }: RowProps) {
  const review = 'review' in outcome ? outcome.review : null;
  const other = 'review' in outcome ? outcome.other : null;
  return (
    <tr data-verdict={state} data-level={worst}>
      <th scope="row">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `verdict-${id}` : undefined}
          onClick={toggle}
        >
          <bdi>{file}</bdi>
        </button>
      </th>
      <td>
        <b>{word('check_verdict', state)}</b>
      </td>
      <td>{worst !== 'off' && <LevelView review={review} />}</td>
      <td>
        {[...new Set((review?.meetings ?? []).map(({ platform }) => platformName(platform)))].join(', ')}
      </td>
      <td>
        <bdi>{review?.marking?.text ?? ''}</bdi>
      </td>
      <td>
        {'failure' in outcome ? word('check_why', outcome.failure) : <FoundView review={outcome.review} />}
      </td>
      {compared && (
        <td>{review !== null && other !== null && <OtherView review={review} other={other} />}</td>
      )}
    </tr>
  );
}

function LevelView({ review }: { review: Review | null }) {
  const worst = review === null ? 'off' : outcomeOf([review]).worst;
  return (
    <span class="level" data-level={worst}>
      <Drawing sign={LEVEL_SIGNS[worst]} />
      {word('level', worst)}
    </span>
  );
}

/** The worst one, and how many more. */
function FoundView({ review }: { review: Review }) {
  const [worst, ...others] = worstFirst(review.findings);
  if (worst === undefined) return null;
  const meeting = worst.meeting === null ? undefined : review.meetings[worst.meeting];
  return (
    <>
      {findingWords(worst, meeting, review.surface).what}
      {others.length > 0 && <span class="soft"> {text('check_more_findings', number(others.length))}</span>}
    </>
  );
}

function OtherView({ review, other }: { review: Review; other: Review }) {
  if (sameVerdict(review, other)) return <>{text('check_same')}</>;
  const { state, worst } = outcomeOf([other]);
  return (
    <div data-differs>
      <b>{text('check_differs')}</b>: {word('check_verdict', state)}
      {worst !== 'off' && <LevelView review={other} />}
    </div>
  );
}
