/** What a person can do with what the popup says: copy it, report it, and go to the rooms of the options page. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import browser from '../api.ts';
import { text } from '../texts.ts';
import { ReportForm } from './report-form.tsx';

interface ActionsProps {
  /** All that is shown, as text. */
  told: () => string;
  /** organisation.contact; null where nobody is named. */
  contact: string | null;
  organisation: string | null;
  /** Reads the tab again; null where that cannot be. */
  checkAgain: (() => void) | null;
}

export function Actions({ told, contact, organisation, checkAgain }: ActionsProps) {
  /** The text as it was when the person began to report; null while they do not. */
  const [reporting, setReporting] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const report = useRef<HTMLButtonElement>(null);
  const hasReported = useRef(false);
  useLayoutEffect(() => {
    // The form took the focus with it.
    if (reporting === null && hasReported.current) report.current?.focus();
    hasReported.current = reporting !== null;
  }, [reporting]);

  function copy(): void {
    navigator.clipboard.writeText(told()).then(
      () => setSaid(text('popup_copied')),
      () => setSaid(text('popup_copy_failed')),
    );
  }

  if (reporting !== null && contact !== null)
    return (
      <ReportForm
        first={reporting}
        contact={contact}
        organisation={organisation}
        close={() => setReporting(null)}
      />
    );
  return (
    <section class="actions" aria-label={text('popup_actions')}>
      {contact !== null && (
        <button type="button" ref={report} onClick={() => setReporting(told())}>
          {text('popup_report')}
        </button>
      )}
      <button type="button" onClick={copy}>
        {text('popup_copy')}
      </button>
      {checkAgain !== null && (
        <button type="button" onClick={checkAgain}>
          {text('popup_check_again')}
        </button>
      )}
      <button type="button" onClick={openOptions}>
        {text('popup_options')}
      </button>
      <p role="status">{said}</p>
    </section>
  );
}

function openOptions(): void {
  browser.runtime.openOptionsPage().catch((error: unknown) => {
    console.warn('In Camera: the options page did not open.', error);
  });
}
