/** Where an invitation comes in: a field, a button for files, and whatever is pasted or dropped anywhere on the page. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../texts.ts';
import { number } from '../wording.ts';
import { fromFiles, fromText, fromTransfer, type Haul, MOST_FILES } from './taken.ts';

interface IntakeProps {
  take: (haul: Haul) => void;
  /** A popup closes when the browser asks for a file. */
  canOpen: boolean;
}

export function Intake({ take, canOpen }: IntakeProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const id = useId();
  const dragged = useAnywhere(field, take);
  return (
    <div class={dragged ? 'intake dragged' : 'intake'}>
      <label for={id}>{text('check_field')}</label>
      <p class="soft" id={`${id}-hint`}>
        {text('check_field_hint')}
      </p>
      <textarea
        id={id}
        ref={field}
        rows={canOpen ? 5 : 3}
        aria-describedby={`${id}-hint`}
        autocomplete="off"
        spellcheck={false}
      />
      <div class="intake-buttons">
        <button type="button" onClick={() => take(fromText(field.current?.value ?? ''))}>
          {text('check_button')}
        </button>
        {canOpen && (
          <>
            <button type="button" aria-describedby={`${id}-open`} onClick={() => files.current?.click()}>
              {text('check_open')}
            </button>
            <input
              type="file"
              multiple
              hidden
              ref={files}
              onChange={({ currentTarget }) => {
                take(fromFiles(currentTarget.files ?? []));
                // The same files can be opened again.
                currentTarget.value = '';
              }}
            />
            <p class="soft" id={`${id}-open`}>
              {text('check_open_hint', number(MOST_FILES))}
            </p>
          </>
        )}
      </div>
      {dragged && <p class="intake-drop">{text('check_drop_here')}</p>}
    </div>
  );
}

/** Listens on the whole page: what is dropped beside the field would otherwise open in place of the page. Tells whether something is dragged. */
function useAnywhere(
  field: { readonly current: HTMLTextAreaElement | null },
  take: (haul: Haul) => void,
): boolean {
  const [dragged, setDragged] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  // With the first frame already: what nobody takes, the browser opens in place of this page.
  useLayoutEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setDragged(true);
    };
    document.addEventListener('dragenter', over, { signal });
    document.addEventListener('dragover', over, { signal });
    document.addEventListener(
      'dragleave',
      // Into nothing: out of the window.
      ({ relatedTarget }) => relatedTarget === null && setDragged(false),
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        setDragged(false);
        if (event.dataTransfer !== null)
          void fromTransfer(event.dataTransfer).then((haul) => latest.current(haul));
      },
      { signal },
    );
    document.addEventListener(
      'paste',
      ({ clipboardData, target }) => {
        // Into another field, or into a text that somebody is writing.
        if (clipboardData === null || isOtherField(target, field.current)) return;
        void fromTransfer(clipboardData).then((haul) => latest.current(haul));
      },
      { signal },
    );
    return () => leaving.abort();
  }, []);
  return dragged;
}

function isOtherField(target: EventTarget | null, own: HTMLTextAreaElement | null): boolean {
  if (target === own) return own !== null && own.value.trim() !== '';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
