/** What was found about one file: by the rules in force and, beside it, by another policy that somebody tries. */
import type { Review } from '../../src/model.ts';
import { text } from '../texts.ts';
import { Drawing } from '../verdict/drawing.tsx';
import { EntryView } from '../verdict/entry.tsx';
import { type Answer, answerOf, answerTo } from './answer.ts';
import type { Outcome } from './outcomes.ts';
import { sameVerdict } from './rows.ts';

export function VerdictView({ outcome }: { outcome: Outcome }) {
  if ('failure' in outcome) return <AnswerView answer={answerTo(outcome)} />;
  const { title, review, other } = outcome;
  if (other === null) return <OneSide title={title} review={review} />;
  return (
    <>
      <p class="check-compared">
        <strong>{text(sameVerdict(review, other) ? 'check_same' : 'check_differs')}</strong>
      </p>
      <div class="check-sides">
        <section aria-label={text('check_by_rules_here')}>
          <p class="soft">{text('check_by_rules_here')}</p>
          <OneSide title={title} review={review} />
        </section>
        <section aria-label={text('check_column_other')} data-other>
          <p class="soft">{text('check_column_other')}</p>
          <OneSide title={title} review={other} />
        </section>
      </div>
    </>
  );
}

function OneSide({ title, review }: { title: string; review: Review }) {
  const { meetings, unknown, marking, findings } = review;
  const tells = meetings.length + unknown.length + findings.length > 0 || marking !== null;
  return (
    <>
      <AnswerView answer={answerOf(review)} />
      {tells && <EntryView title={title} review={review} />}
    </>
  );
}

function AnswerView({ answer }: { answer: Answer }) {
  return (
    <div data-state={answer.state === 'failed' ? 'unchecked' : answer.state} data-answer={answer.state}>
      <div class={answer.state === 'failed' ? 'answer failed' : 'answer'} data-level={answer.level}>
        <Drawing sign={answer.sign} />
        <div>
          <h3>{answer.heading}</h3>
          {answer.more.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </div>
    </div>
  );
}
