/** What is wrong with a policy, for people. Popup, `npm run check` and `npm run policy -- lint` say it in these same words. */
import type { PolicyFault } from '../src/model.ts';

/** A message of public/_locales by its key, filled. */
type Message = (key: string, ...substitutions: string[]) => string;

/** Two sentences: what is wrong, and what becomes of it. The path stands before them, see faultSentence. */
export function faultWords({ path, problem, value, lost }: PolicyFault, message: Message): string {
  const wrong = message(`fault_${problem.replaceAll('-', '_')}`, value);
  // What nobody can read, locks: see src/policy/parse.ts.
  if (path === 'locked') return `${wrong} ${message('fault_locked')}`;
  if (lost !== null) return `${wrong} ${message('fault_lost', lost === '' ? message('fault_whole') : lost)}`;
  // Their own words say what becomes of it.
  if (problem === 'empty' || problem === 'unanswered' || problem === 'expired') return wrong;
  return `${wrong} ${message('fault_last_good')}`;
}

/** For example `rules[2].rule: There is no rule called “no-pascode”. Not applied: rules[2].` */
export function faultSentence(fault: PolicyFault, message: Message): string {
  return `${fault.path === '' ? '' : `${fault.path}: `}${faultWords(fault, message)}`;
}
