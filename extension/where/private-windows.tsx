import { browserKind } from '../browser-kind.ts';
import { text } from '../texts.ts';

/** Whether In Camera may run in private windows, and how to change it: only on the browser's own page, to which no page can link. */
export function PrivateWindows({ allowed }: { allowed: boolean | null }) {
  if (allowed === null) return <p>{text('where_private_unknown')}</p>;
  return (
    <>
      <p data-private={allowed}>{text(allowed ? 'where_private_yes' : 'where_private_no')}</p>
      <p class="soft">{text(`where_private_how_${browserKind()}`)}</p>
    </>
  );
}
