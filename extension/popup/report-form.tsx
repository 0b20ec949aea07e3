/** A report to the organisation: the person sees all of it, changes what they like, and sends it by their own mail program. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../texts.ts';

interface ReportFormProps {
  first: string;
  /** "mailto:…" or "https://…". */
  contact: string;
  organisation: string | null;
  close: () => void;
}

/** Windows hands a program no longer address (Microsoft, "Maximum URL length is 2,083 characters"). */
const LONGEST_ADDRESS = 2000;

/** Null where the text does not fit into an address. */
export function mailAddress(contact: string, subject: string, body: string): string | null {
  const [written = '', given = ''] = contact.split('?', 2);
  // Line ends would begin another header (RFC 6068, 7). What else such an address can hold, a person would hardly see.
  const oneLine = (part: string): string => part.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  const to = written.replaceAll(/%[01][0-9a-f]/gi, '');
  const own = new URLSearchParams(given);
  const copies = oneLine(own.get('cc') ?? '');
  const fields = [
    ...(copies === '' ? [] : [`cc=${encodeURIComponent(copies).replaceAll('%40', '@')}`]),
    // The organisation may have given a subject of its own.
    `subject=${encodeURIComponent(oneLine(own.get('subject') ?? subject))}`,
    `body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`,
  ];
  const address = `${to}?${fields.join('&')}`;
  return address.length > LONGEST_ADDRESS ? null : address;
}

export function ReportForm({ first, contact, organisation, close }: ReportFormProps) {
  const [body, setBody] = useState(first);
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    // Where the text begins; the browsers would show where it ends.
    field.current?.setSelectionRange(0, 0);
    if (field.current !== null) field.current.scrollTop = 0;
  }, []);

  const isMail = /^mailto:/i.test(contact);
  const whole = isMail ? mailAddress(contact, text('popup_report_subject'), body) : null;
  const target =
    whole ?? (isMail ? mailAddress(contact, text('popup_report_subject'), '') : contact) ?? contact;

  /** What the address cannot carry goes by the clipboard. */
  function carry(): void {
    if (whole !== null) return;
    navigator.clipboard.writeText(body).then(
      () => setSaid(text('popup_report_copied')),
      () => setSaid(text('popup_copy_failed')),
    );
  }

  /** Escape leaves the form; otherwise it would close the popup, and what was written were gone. */
  function leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    close();
  }

  return (
    <section class="report" aria-label={text('popup_report')} onKeyDown={leave}>
      <label for="report">
        {organisation === null ? text('popup_report_text') : text('popup_report_to', organisation)}
      </label>
      <textarea
        id="report"
        ref={field}
        rows={10}
        // A browser that looks for slips may ask a server for its dictionary, or send it the words.
        spellcheck={false}
        value={body}
        onInput={({ currentTarget }) => setBody(currentTarget.value)}
      />
      <p class="soft">{text(whole === null ? 'popup_report_by_clipboard' : 'popup_report_nothing_else')}</p>
      <div class="actions">
        <a class="button" href={target} target="_blank" rel="noopener noreferrer" onClick={carry}>
          {text(isMail ? 'popup_report_mail' : 'popup_report_page')}
        </a>
        <button type="button" onClick={close}>
          {text('popup_report_back')}
        </button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
