/** Deletes what a person points at, after asking once more in the page itself. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LogEntry } from '../../log.ts';
import { text } from '../../texts.ts';
import { number } from '../../wording.ts';
import { deleteAll, deleteEntries } from './stored.ts';

interface Props {
  found: readonly LogEntry[];
  all: readonly LogEntry[];
  filtering: boolean;
  /** Says what became of it. */
  say(words: string): void;
  /** Where the reading goes on when the buttons are gone. */
  after(): void;
}

/** What is asked about, as it was when the question was put. */
interface Question {
  /** Null: all there are. */
  entries: readonly LogEntry[] | null;
  count: number;
}

export function Deleting({ found, all, filtering, say, after }: Props) {
  const [question, setQuestion] = useState<Question | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const asked = useRef<HTMLButtonElement | null>(null);
  const buttons = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (question !== null) keep.current?.focus();
  }, [question]);

  const keepThem = (): void => {
    const which = asked.current?.dataset.delete;
    setQuestion(null);
    // It is drawn anew.
    setTimeout(() => buttons.current?.querySelector<HTMLElement>(`[data-delete="${which}"]`)?.focus());
  };
  const deleteThem = async ({ entries }: Question): Promise<void> => {
    setQuestion(null);
    try {
      await (entries === null ? deleteAll() : deleteEntries(entries));
      say(text('history_deleted'));
    } catch {
      say(text('history_delete_failed'));
    }
    after();
  };
  const ask = (button: HTMLButtonElement, next: Question): void => {
    asked.current = button;
    say('');
    setQuestion(next);
  };

  if (question === null)
    return (
      <div class="buttons" ref={buttons}>
        {filtering && found.length > 0 ? (
          <button
            type="button"
            data-delete="found"
            onClick={({ currentTarget }) => ask(currentTarget, { entries: found, count: found.length })}
          >
            {text('history_delete_found')}
          </button>
        ) : null}
        <button
          type="button"
          data-delete="all"
          onClick={({ currentTarget }) => ask(currentTarget, { entries: null, count: all.length })}
        >
          {text('history_delete_all')}
        </button>
      </div>
    );
  return (
    <fieldset
      onKeyDown={({ key }) => {
        if (key === 'Escape') keepThem();
      }}
    >
      <legend id="history-question">
        {text(
          question.entries === null ? 'history_delete_all_sure' : 'history_delete_found_sure',
          number(question.count),
        )}
      </legend>
      <div class="buttons">
        <button ref={keep} type="button" aria-describedby="history-question" onClick={keepThem}>
          {text('history_keep')}
        </button>
        <button type="button" class="danger" onClick={() => void deleteThem(question)}>
          {text('history_delete')}
        </button>
      </div>
    </fieldset>
  );
}
