/** The room “What applies to me”: the policy in force in sentences, each with whose it is, and what is wrong with it. */
import { useEffect, useState } from 'preact/hooks';
import type { PolicyInForce } from '../../../src/policy/in-force.ts';
import { followPolicyHere, policyHere } from '../../policy-here.ts';
import { policyWords } from '../../policy-words/index.ts';
import { speaker } from '../../policy-words/sentence.ts';
import { numberLocale, text } from '../../texts.ts';
import { Drawing } from '../../verdict/drawing.tsx';
import { FaultView } from '../../verdict/policy-note.tsx';
import { counted, policyLine, sourceLine } from '../../wording.ts';
import { SectionView } from './applies-sections.tsx';

interface Here {
  inForce: PolicyInForce;
  damaged: boolean;
  /** The rules changed while the room was open. */
  isNew: boolean;
}

export function Room() {
  const [here, setHere] = useState<Here | null>(null);
  useEffect(() => {
    let latest = 0;
    let shown = '';
    const read = async (): Promise<void> => {
      const mine = ++latest;
      const found = await policyHere();
      // The worker stores the policy and its note one after the other: what says the same is not said again.
      const now = JSON.stringify(found);
      if (mine !== latest || now === shown) return;
      setHere({ ...found, isNew: shown !== '' });
      shown = now;
    };
    const stop = followPolicyHere(() => void read());
    void read();
    return () => {
      latest = Number.POSITIVE_INFINITY;
      stop();
    };
  }, []);
  return (
    <>
      <p role="status" class="applies-status">
        {here?.isNew === true && text('applies_changed')}
      </p>
      {here !== null && <Applies {...here} />}
    </>
  );
}

function Applies({ inForce, damaged }: Here) {
  const { policy, note } = inForce;
  return (
    <div class="applies" data-policy-source={damaged ? 'unknown' : note.source}>
      {damaged && (
        <section class="problem failed">
          <Drawing sign="broken-page" />
          <div>
            <h3>{text('applies_damaged')}</h3>
            <p>{text('applies_damaged_next')}</p>
          </div>
        </section>
      )}
      {!damaged && <Whose inForce={inForce} />}
      {note.faults.length > 0 && (
        <section class="faults">
          <h3>{counted('popup_faults', note.faults.length)}</h3>
          <p>{text('popup_faults_more')}</p>
          <ul>
            {note.faults.map((fault) => (
              <FaultView key={`${fault.path} ${fault.problem} ${fault.value}`} fault={fault} />
            ))}
          </ul>
        </section>
      )}
      {policy.locked === true && (
        <p class="soft applies-legend">
          <Drawing sign="lock" /> {text('applies_fixed_legend')}
        </p>
      )}
      {policyWords(inForce, new Date(), speaker(text, numberLocale())).map((section) => (
        <SectionView key={section.id} section={section} />
      ))}
      <p>
        <a href="#where">{text('applies_webmail_where')}</a>
      </p>
    </div>
  );
}

function Whose({ inForce: { note } }: { inForce: PolicyInForce }) {
  const { contact, helpUrl } = note;
  return (
    <section class="applies-whose">
      <h3>
        <bdi>{policyLine(note)}</bdi>
      </h3>
      <p>{sourceLine(note)}</p>
      {note.notApplied.length > 0 && <p>{text('popup_not_applied', note.notApplied.join(', '))}</p>}
      {(contact !== null || helpUrl !== null) && (
        <>
          <p>{text('applies_ask')}</p>
          <ul>
            {contact !== null && <Contact address={contact} />}
            {helpUrl !== null && <Outside address={helpUrl} name={text('applies_help')} />}
          </ul>
        </>
      )}
    </section>
  );
}

function Contact({ address }: { address: string }) {
  if (!/^mailto:/i.test(address)) return <Outside address={address} name={text('applies_contact_page')} />;
  const [recipient = ''] = address.slice('mailto:'.length).split('?', 1);
  return (
    <li>
      <a href={address}>
        <bdi>{recipient}</bdi>
      </a>
    </li>
  );
}

/** Only what the policy's schema lets through: addresses of the web, over an encrypted line. */
function Outside({ address, name }: { address: string; name: string }) {
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return null;
  return (
    <li>
      <a href={address} target="_blank" rel="noreferrer noopener">
        {name} (<bdi>{new URL(address).host}</bdi>)<span class="unseen"> {text('applies_new_tab')}</span>
      </a>
    </li>
  );
}
