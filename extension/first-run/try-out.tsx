/** A sample invitation that people can check, change and check again. */
import { useRef, useState } from 'preact/hooks';
import type { FrameReport } from '../messages.ts';
import { outcomeOfPage } from '../outcome.ts';
import { text } from '../texts.ts';
import { EntryView } from '../verdict/entry.tsx';
import { counted } from '../wording.ts';

/** 'failed': nothing is known of the invitation. */
type Result = FrameReport | 'failed' | null;

export function TryOut() {
  const field = useRef<HTMLTextAreaElement>(null);
  const [result, setResult] = useState<Result>(null);

  async function check(): Promise<void> {
    const written = field.current?.value ?? '';
    try {
      const { judge } = await import('./judge.ts');
      setResult(await judge(written, new Date()));
    } catch {
      setResult('failed');
    }
  }

  return (
    <>
      <label for="sample">{text('first_run_sample_label')}</label>
      <textarea id="sample" ref={field} rows={11} dir="auto" spellcheck={false}>
        {text('first_run_sample')}
      </textarea>
      <button type="button" class="site-button" onClick={() => void check()}>
        {text('first_run_check')}
      </button>
      <p class="said" role="status" data-outcome={result === null ? undefined : outcomeName(result)}>
        {result === null ? '' : outcomeWords(result)}
      </p>
      {result !== null &&
        result !== 'failed' &&
        result.entries.map((entry) => (
          <EntryView key={entry.title} title={entry.title} review={entry.review} />
        ))}
    </>
  );
}

const outcomeName = (result: FrameReport | 'failed'): string =>
  result === 'failed' ? 'failed' : outcomeOfPage([result]).state;

/** Something is wrong; nothing was found; it could not be checked: never alike. */
function outcomeWords(result: FrameReport | 'failed'): string {
  if (result === 'failed') return text('first_run_check_failed');
  const { state, findings } = outcomeOfPage([result]);
  if (state === 'wrong') return counted('state_wrong', findings);
  if (state === 'no-meeting') return text('first_run_no_meeting');
  return text(`state_${state.replaceAll('-', '_')}`);
}
