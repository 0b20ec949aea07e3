import { useState } from 'preact/hooks';
import browser from '../api.ts';
import { Intake } from '../check/intake.tsx';
import { Results } from '../check/results.tsx';
import type { Haul } from '../check/taken.ts';
import { text } from '../texts.ts';
import '../check/check.css';

export function CheckOneInside() {
  const [haul, setHaul] = useState<Haul | null>(null);
  const [said, say] = useState('');
  return (
    <>
      <Intake take={setHaul} canOpen={false} />
      <p role="status" class="unseen">
        {said}
      </p>
      {haul !== null && haul.files.length === 0 && <p role="alert">{text('check_nothing_taken')}</p>}
      {haul !== null && haul.files.length > 1 && <p role="alert">{text('check_popup_several')}</p>}
      {haul !== null && haul.files.length === 1 && <Results haul={haul} other={null} say={say} />}
      <p>
        <a href={browser.runtime.getURL('options/index.html#check')} target="_blank" rel="noreferrer">
          {text('check_popup_room')}
        </a>
      </p>
    </>
  );
}
