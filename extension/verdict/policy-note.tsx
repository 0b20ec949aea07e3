/** Which rules apply, and what is wrong with them. */
import type { PolicyFault, PolicyNote } from '../../src/model.ts';
import { faultWords } from '../fault-words.ts';
import { text } from '../texts.ts';
import { counted, policyLine, sourceLine } from '../wording.ts';

export function PolicyNoteView({ policy, damaged }: { policy: PolicyNote; damaged: boolean }) {
  if (damaged) return <p data-policy-source="unknown">{text('popup_policy_unreadable')}</p>;
  return (
    <>
      <details data-policy-source={policy.source} data-policy-version={policy.version ?? ''}>
        <summary>
          <h2>{policyLine(policy)}</h2>
        </summary>
        <p class="soft">{sourceLine(policy)}</p>
        {policy.ownSettings.length > 0 && (
          <p class="soft" data-own-settings>
            {text('popup_own_settings', policy.ownSettings.join(', '))}
          </p>
        )}
        {policy.notApplied.length > 0 && (
          <p class="soft">{text('popup_not_applied', policy.notApplied.join(', '))}</p>
        )}
      </details>
      {policy.faults.length > 0 && (
        <section class="faults">
          <h2>{counted('popup_faults', policy.faults.length)}</h2>
          <p>{text('popup_faults_more')}</p>
          <details>
            <summary>{text('popup_faults_list')}</summary>
            <ul>
              {policy.faults.map((fault) => (
                <FaultView key={`${fault.path} ${fault.problem} ${fault.value}`} fault={fault} />
              ))}
            </ul>
          </details>
        </section>
      )}
    </>
  );
}

export function FaultView({ fault }: { fault: PolicyFault }) {
  return (
    <li data-fault={fault.problem}>
      {fault.path === '' ? <b>{text('fault_whole')}</b> : <code>{fault.path}</code>}
      <p>{faultWords(fault, text)}</p>
    </li>
  );
}
