/** “Check an invitation”: what somebody has, checked as their webmail's would be. */
import { useState } from 'preact/hooks';
import type { PolicyInForce } from '../../../src/policy/in-force.ts';
import { Intake } from '../../check/intake.tsx';
import { OtherPolicyView } from '../../check/other-policy.tsx';
import { Results } from '../../check/results.tsx';
import type { Haul } from '../../check/taken.ts';
import { text } from '../../texts.ts';

export function Room() {
  const [haul, setHaul] = useState<Haul | null>(null);
  const [other, setOther] = useState<PolicyInForce | null>(null);
  const [said, say] = useState('');
  return (
    <div class="check-room">
      <p>{text('check_intro')}</p>
      <Intake take={setHaul} canOpen />
      <OtherPolicyView use={setOther} />
      <p role="status" class="unseen">
        {said}
      </p>
      {haul !== null &&
        (haul.files.length === 0 ? (
          <p role="alert">{text('check_nothing_taken')}</p>
        ) : (
          <Results haul={haul} other={other} say={say} />
        ))}
    </div>
  );
}
