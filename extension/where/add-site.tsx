/** The field for a site of the person's own: what people paste, and why it cannot be taken. */
import { useRef, useState } from 'preact/hooks';
import { text } from '../texts.ts';
import { type AddressFault, siteFromAddress } from './address.ts';

export function AddSite({ add }: { add: (pattern: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<AddressFault | null>(null);

  function submit(event: Event): void {
    event.preventDefault();
    if (field.current === null) return;
    const asked = siteFromAddress(field.current.value);
    setFault('fault' in asked ? asked.fault : null);
    if ('fault' in asked) {
      field.current.focus();
      return;
    }
    // Still in the click: afterwards the browser would not ask.
    add(asked.pattern);
    field.current.value = '';
  }

  return (
    <form class="add-site" noValidate onSubmit={submit}>
      <label for="add-site">{text('where_add_label')}</label>
      <p class="soft" id="add-site-help">
        {text('where_add_help')}
      </p>
      {/* A live region must be there before it speaks. */}
      <p id="add-site-fault" class="field-fault" role="alert">
        {fault !== null && text(`where_add_${fault}`)}
      </p>
      <div class="field-and-button">
        <input
          ref={field}
          id="add-site"
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="ltr"
          aria-invalid={fault === null ? undefined : 'true'}
          aria-describedby={fault === null ? 'add-site-help' : 'add-site-fault add-site-help'}
        />
        <button type="submit" class="site-button">
          {text('where_add')}
        </button>
      </div>
    </form>
  );
}
