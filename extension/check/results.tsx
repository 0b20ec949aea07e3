/** What becomes of the files that were taken: while they are checked, and then. */
import { useEffect, useRef } from 'preact/hooks';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { text } from '../texts.ts';
import { number, policyLine } from '../wording.ts';
import { answerTo } from './answer.ts';
import { rowsOf } from './rows.ts';
import { TableView } from './table.tsx';
import { type Haul, MOST_FILES } from './taken.ts';
import { type Run, useCheck } from './use-check.ts';
import { VerdictView } from './verdict.tsx';

interface ResultsProps {
  haul: Haul;
  other: PolicyInForce | null;
  /** Once for each start, each quarter and each end: a screen reader says it. */
  say: (sentence: string) => void;
}

export function Results({ haul: { files, leftOut }, other, say }: ResultsProps) {
  const run = useCheck(files, other);
  useSaid(run, files.length, say);
  const [first] = run.outcomes;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (run.state !== 'running') place.current?.scrollIntoView({ block: 'nearest' });
  }, [run.state]);
  const several = files.length > 1;
  return (
    <section
      ref={place}
      class="results"
      data-run={run.state}
      aria-label={text(several ? 'check_results' : 'check_result')}
    >
      {leftOut > 0 && (
        <p class="check-left-out">{text('check_left_out', number(MOST_FILES), number(leftOut))}</p>
      )}
      {run.state === 'running' && <ProgressView run={run} total={files.length} />}
      {run.state === 'stopped' && <p>{text('check_stopped')}</p>}
      {run.state !== 'running' && several && (
        <TableView rows={rowsOf(files, run.outcomes)} compared={other !== null} sum={sumOf(run)} />
      )}
      {!several && first !== undefined && <VerdictView outcome={first} />}
      {run.policy !== null && (
        <p class="soft">
          {run.policy.damaged
            ? text('popup_policy_unreadable')
            : text('check_policy', policyLine(run.policy.inForce.note))}
        </p>
      )}
    </section>
  );
}

function ProgressView({ run, total }: { run: Run; total: number }) {
  if (total === 1) return <p>{text('check_checking')}</p>;
  const done = run.outcomes.length;
  return (
    <div class="check-progress">
      <progress value={done} max={total} aria-label={text('check_progress_name')} />
      <p>{text('check_progress', number(done), number(total))}</p>
      <button type="button" onClick={run.stop}>
        {text('check_stop')}
      </button>
    </div>
  );
}

function sumOf({ outcomes }: Run): string {
  const rows = rowsOf([], outcomes);
  const not = rows.filter(({ state }) => state === 'failed' || state === 'unchecked').length;
  const wrong = rows.filter(({ state }) => state === 'wrong').length;
  return text('check_done', number(rows.length), number(wrong), number(not));
}

function useSaid(run: Run, total: number, say: (sentence: string) => void): void {
  const quarter = Math.floor((run.outcomes.length / total) * 4);
  const latest = useRef(say);
  latest.current = say;
  useEffect(() => {
    const [first] = run.outcomes;
    if (run.state === 'running') {
      const progress = text('check_progress', number(run.outcomes.length), number(total));
      latest.current(quarter === 0 ? text('check_checking') : progress);
    } else if (total === 1 && first !== undefined) {
      const { heading, more } = answerTo(first);
      latest.current([heading, ...more].join('. '));
    } else latest.current(sumOf(run));
  }, [run.state, quarter]);
}
