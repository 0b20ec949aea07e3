/** Where a person checks an invitation that no page shows. What it needs is loaded when it is opened: the popup must paint at once. */
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { text } from '../texts.ts';

export function CheckOne() {
  const [Inside, setInside] = useState<ComponentType | 'failed' | null>(null);
  const load = (): void => {
    import('./check-one-inside.tsx').then(
      ({ CheckOneInside }) => setInside(() => CheckOneInside),
      () => setInside('failed'),
    );
  };
  return (
    <details
      class="check-one"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && (Inside === null || Inside === 'failed')) load();
      }}
    >
      <summary>{text('check_popup')}</summary>
      {Inside === 'failed' && <p role="alert">{text('check_popup_failed')}</p>}
      {Inside !== null && Inside !== 'failed' && <Inside />}
    </details>
  );
}
