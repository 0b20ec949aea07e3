/** The person's own labels, and markings that they rank anew. */
import { useRef, useState } from 'preact/hooks';
import { markingsOf } from '../../../src/policy/in-force.ts';
import type { Policy } from '../../../src/policy/schema.ts';
import { without, withoutLabel } from '../../../src/policy/settings-changes.ts';
import { text } from '../../texts.ts';
import { asUsual, type Desk, isLocked } from './desk.ts';
import { LabelForm } from './label-form.tsx';
import { rankWords } from './ranks.ts';

export type Label = NonNullable<Policy['labels']>[number];

export function Labels({ desk }: { desk: Desk }) {
  const { inForce, organisation, settings, save } = desk;
  const labels = inForce.policy.labels ?? [];
  const locked = isLocked(desk);
  /** The id of the label that is being changed; '' for a new one, which no label is called. */
  const [open, setOpen] = useState<string | null>(null);
  const section = useRef<HTMLElement>(null);
  /** To the button that opened the form, which is drawn again; of a label that is gone, to the last one. */
  const close = (opener: string): void => {
    setOpen(null);
    setTimeout(() => {
      const buttons = [...(section.current?.querySelectorAll<HTMLElement>('button[data-opens]') ?? [])];
      (buttons.find((one) => one.dataset.opens === opener) ?? buttons.at(-1))?.focus();
    });
  };
  const remove = async (id: string): Promise<void> => {
    if (await save(withoutLabel(id, organisation))) close('');
  };
  return (
    <section ref={section}>
      <h3>{text('settings_labels')}</h3>
      <p>{text(locked ? 'settings_labels_locked' : 'settings_labels_about')}</p>
      {labels.length === 0 && <p class="soft">{text('settings_labels_none')}</p>}
      <ul class="settings-rows">
        {labels.map((label) =>
          open === label.id && !locked ? (
            <li key={label.id}>
              <LabelForm desk={desk} label={label} name={nameOf(label, desk)} close={() => close(label.id)} />
            </li>
          ) : (
            <li key={label.id} data-label={label.id}>
              <span class="settings-label">
                <bdi>{nameOf(label, desk)}</bdi>
                <span class="soft">{text('settings_label_counts', rankWords(label.rank))}</span>
                {furtherNames(label).length > 0 && (
                  <span class="soft">
                    {text('settings_label_also')} <bdi>{furtherNames(label).join(', ')}</bdi>
                  </span>
                )}
              </span>
              {!locked && (
                <span class="settings-buttons">
                  <button
                    type="button"
                    data-opens={label.id}
                    aria-label={text('settings_label_change', nameOf(label, desk))}
                    onClick={() => setOpen(label.id)}
                  >
                    {text('settings_change')}
                  </button>
                  <button
                    type="button"
                    aria-label={text('settings_label_remove', nameOf(label, desk))}
                    onClick={() => void remove(label.id)}
                  >
                    {text('settings_remove')}
                  </button>
                </span>
              )}
            </li>
          ),
        )}
      </ul>
      {!locked && open === '' && <LabelForm desk={desk} label={null} name="" close={() => close('')} />}
      {!locked && open !== '' && (
        <button type="button" data-opens="" onClick={() => setOpen('')}>
          {text('settings_label_add')}
        </button>
      )}
      {!locked && settings.labels !== undefined && organisation.policy.labels !== undefined && (
        <>
          <p>{text('settings_labels_replace')}</p>
          <button type="button" onClick={() => void save(without('labels'))}>
            {text(asUsual(desk, 'labels'), text('settings_labels'))}
          </button>
        </>
      )}
    </section>
  );
}

/** Of a marking that is ranked anew, as the marking is written. */
function nameOf({ id, names }: Label, { inForce }: Desk): string {
  if (id.includes('/')) return markingsOf(inForce.policy).referenced(id)?.name ?? id;
  return names?.[0] ?? id;
}

/** Of a marking, those are further which the label adds. */
const furtherNames = ({ id, names = [] }: Label): readonly string[] =>
  id.includes('/') ? names : names.slice(1);
