/** Words that must not stand in a title. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { termsToEdit, withTerms } from '../../../src/policy/settings-changes.ts';
import { text } from '../../texts.ts';
import { type Desk, isLocked } from './desk.ts';
import { lineFault, linesOf } from './lines.ts';

/** After the last key: nobody must remember to leave the field. */
const REST_MS = 800;

export function Terms({ desk }: { desk: Desk }) {
  const { organisation, settings, save } = desk;
  const stored = termsToEdit(settings, organisation).join('\n');
  /** What the field shows in place of what is stored. */
  const [draft, setDraft] = useState<string | null>(null);
  /** What is not stored yet: as new as the last key, before anything is drawn again. */
  const written = useRef<string | null>(null);
  const write = (value: string): void => {
    written.current = value;
    setDraft(value);
  };
  const [fault, setFault] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef<() => void>(() => undefined);
  const organisations = isLocked(desk) ? (organisation.policy.titles?.forbiddenTerms ?? []) : [];

  const store = async (): Promise<void> => {
    clearTimeout(timer.current);
    const now = written.current;
    if (now === null) {
      if (!isWriting()) setDraft(null);
      return;
    }
    const terms = linesOf(now);
    const wrong = lineFault({ titles: { forbiddenTerms: terms } });
    setFault(wrong);
    if (wrong !== '') return;
    const done = terms.join('\n') === stored || (await save(withTerms(terms, organisation)));
    // What was written meanwhile is stored by its own timer; who still writes keeps their lines as they are.
    if (!done || written.current !== now) return;
    written.current = null;
    if (!isWriting()) setDraft(null);
  };
  latest.current = () => void store();
  // Who leaves the room, or closes the page, has written it all the same.
  useEffect(() => {
    const leave = (): void => latest.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return (
    <section>
      <h3>{text('settings_terms')}</h3>
      <p id="settings-terms-about">{text('settings_terms_about')}</p>
      {organisations.length > 0 && (
        <>
          <p>{text('settings_terms_organisation')}</p>
          <ul class="settings-terms">
            {organisations.map((term) => (
              <li key={term}>
                <bdi>{term}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <label class="settings-field">
        {text(isLocked(desk) ? 'settings_terms_add' : 'settings_terms_field')}
        <textarea
          id={ID}
          rows={5}
          // A browser that looks for slips may send the words to a server.
          spellcheck={false}
          value={draft ?? stored}
          aria-invalid={fault !== ''}
          aria-describedby={fault === '' ? 'settings-terms-about' : 'settings-terms-fault'}
          onInput={(event) => {
            write(event.currentTarget.value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => latest.current(), REST_MS);
          }}
          onBlur={() => void store()}
        />
      </label>
      {fault !== '' && (
        <p id="settings-terms-fault" role="alert" class="settings-fault">
          {fault} {text('settings_not_saved')}
        </p>
      )}
    </section>
  );
}

const ID = 'settings-terms';

const isWriting = (): boolean => document.activeElement?.id === ID;
