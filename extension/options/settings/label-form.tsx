/** To write a label, or to change one. What the policy's schema says against it stands at its field. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { withLabel } from '../../../src/policy/settings-changes.ts';
import { text } from '../../texts.ts';
import type { Desk } from './desk.ts';
import type { Label } from './labels.tsx';
import { lineFault, linesOf } from './lines.ts';
import { RANKS, rankWords } from './ranks.ts';

interface Props {
  desk: Desk;
  /** Null: a new one. */
  label: Label | null;
  name: string;
  close(): void;
}

export function LabelForm({ desk, label, name, close }: Props) {
  const [names, setNames] = useState((label?.names ?? []).join('\n'));
  const [rank, setRank] = useState(label?.rank ?? 20);
  const [fault, setFault] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  // A marking has its own spellings already.
  const needsName = label === null || !label.id.includes('/');

  const submit = async (): Promise<void> => {
    const given = { names: linesOf(names), rank };
    const wrong = faultIn(given.names, needsName);
    setFault(wrong);
    if (wrong !== '') field.current?.focus();
    else if (await desk.save(withLabel(label?.id ?? null, given, desk.organisation))) close();
  };
  const ranks = [...new Set<number>([...RANKS, rank])].sort((one, other) => one - other);
  return (
    <form
      class="settings-form"
      aria-label={label === null ? text('settings_label_new') : text('settings_label_change', name)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      {label !== null && !needsName && (
        <p>
          <bdi>{name}</bdi>
        </p>
      )}
      <label class="settings-field">
        {text(needsName ? 'settings_label_names' : 'settings_label_more_names')}
        <textarea
          ref={field}
          rows={3}
          // A browser that looks for slips may send the words to a server.
          spellcheck={false}
          value={names}
          aria-invalid={fault !== ''}
          aria-describedby={fault === '' ? undefined : 'settings-label-fault'}
          onInput={(event) => setNames(event.currentTarget.value)}
        />
      </label>
      {fault !== '' && (
        <p id="settings-label-fault" role="alert" class="settings-fault">
          {fault}
        </p>
      )}
      <label class="settings-field">
        {text('settings_label_rank')}
        <select value={rank} onChange={(event) => setRank(Number(event.currentTarget.value))}>
          {ranks.map((one) => (
            <option key={one} value={one}>
              {rankWords(one)}
            </option>
          ))}
        </select>
      </label>
      <div class="settings-buttons">
        <button type="submit">{text('settings_save')}</button>
        <button type="button" onClick={close}>
          {text('settings_cancel')}
        </button>
      </div>
    </form>
  );
}

/** In words; empty: none. */
function faultIn(names: readonly string[], needsName: boolean): string {
  if (needsName && names.length === 0) return text('settings_label_no_name');
  return lineFault({ labels: [{ id: 'x', names: [...names], rank: 0 }] });
}
