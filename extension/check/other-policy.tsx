/** Another policy, to be tried beside the one in force. It is kept nowhere. */
import { useId, useRef, useState } from 'preact/hooks';
import { textOfBytes } from '../../src/invitation/bytes.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { policyFromText } from '../../src/policy/parse.ts';
import { text } from '../texts.ts';
import { FaultView } from '../verdict/policy-note.tsx';
import { counted, policyLine } from '../wording.ts';

/** A policy with all that the schema allows is some hundred kB. */
const MOST_BYTES = 1024 * 1024;

interface OtherPolicyProps {
  use: (policy: PolicyInForce | null) => void;
}

/** What became of what was given. */
type Given = { policy: PolicyInForce } | 'unreadable' | null;

export function OtherPolicyView({ use }: OtherPolicyProps) {
  const [given, setGiven] = useState<Given>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const give = (next: Given): void => {
    setGiven(next);
    use(next !== null && next !== 'unreadable' && isUsable(next.policy) ? next.policy : null);
  };
  const fromField = (): void => give({ policy: policyFromText(field.current?.value ?? '', 'file') });
  return (
    <details class="other-policy">
      <summary>{text('check_other_title')}</summary>
      <p class="soft">{text('check_other_hint')}</p>
      <label for={id}>{text('check_other_field')}</label>
      <textarea id={id} ref={field} rows={6} autocomplete="off" spellcheck={false} class="code" />
      <div class="intake-buttons">
        <button type="button" onClick={fromField}>
          {text('check_other_use')}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {text('check_other_open')}
        </button>
        <input
          type="file"
          hidden
          accept=".json,application/json"
          ref={file}
          onChange={({ currentTarget }) => {
            const [opened] = currentTarget.files ?? [];
            if (opened !== undefined) void policyFromFile(opened).then(give);
            currentTarget.value = '';
          }}
        />
        {given !== null && (
          <button type="button" onClick={() => give(null)}>
            {text('check_other_remove')}
          </button>
        )}
      </div>
      <div role="status">{given !== null && <GivenView given={given} />}</div>
    </details>
  );
}

/** Of what is no policy at all nothing applies: comparing with it would compare with nothing. */
const isUsable = ({ note }: PolicyInForce): boolean => !note.faults.some(({ lost }) => lost === '');

async function policyFromFile(file: File): Promise<Given> {
  if (file.size > MOST_BYTES) return 'unreadable';
  try {
    return { policy: policyFromText(textOfBytes(new Uint8Array(await file.arrayBuffer())), 'file') };
  } catch {
    return 'unreadable';
  }
}

function GivenView({ given }: { given: NonNullable<Given> }) {
  if (given === 'unreadable')
    return (
      <>
        <h3>{text('check_other_unusable')}</h3>
        <p>{text('check_other_unreadable')}</p>
      </>
    );
  const { note } = given.policy;
  const usable = isUsable(given.policy);
  return (
    <>
      {usable ? (
        <p data-other-policy={note.version ?? ''}>{text('check_other_used', policyLine(note))}</p>
      ) : (
        <h3>{text('check_other_unusable')}</h3>
      )}
      {note.faults.length > 0 && (
        <section class="faults">
          <h3>{counted('popup_faults', note.faults.length)}</h3>
          <ul>
            {note.faults.map((fault) => (
              <FaultView key={`${fault.path} ${fault.problem} ${fault.value}`} fault={fault} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
