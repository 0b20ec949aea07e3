/** How the room "History" says what an entry holds. */
import type { Action, How, Keeping } from '../../log.ts';
import { text } from '../../texts.ts';
import { counted, word } from '../../wording.ts';

/** Of a rule without a name in the messages, its id. */
export const ruleName = (id: string): string => text(`rule_${id.replaceAll('-', '_')}_name`) || id;
export const howName = (how: How): string => word('history_how', how);
export const actionName = (action: Action): string => word('history_action', action);

/** How long entries are kept, and who says so. */
export function keepingWords({ days, origin, organisation }: Keeping): string {
  const long = days === 0 ? text('history_kept_never') : counted('history_kept', days);
  if (origin === 'local') return `${long} ${text('history_kept_by_you')}`;
  if (origin === 'default') return `${long} ${text('history_kept_by_default')}`;
  const by = organisation === null ? text('history_kept_by_managed') : text('history_kept_by', organisation);
  return `${long} ${by}`;
}
