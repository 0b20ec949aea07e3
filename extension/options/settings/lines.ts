/** Fields of several lines, each of which is a word or a name for the policy. */
import { parsePolicy } from '../../../src/policy/parse.ts';
import { text } from '../../texts.ts';

/** One a line, without what surrounds it, each once. */
export const linesOf = (written: string): string[] => [
  ...new Set(
    written
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** What the policy's schema says against settings made of such lines, in words; empty: nothing. */
export function lineFault(settings: Readonly<Record<string, unknown>>): string {
  const [fault] = parsePolicy(settings, 'local').note.faults;
  if (fault === undefined) return '';
  if (fault.problem === 'too-many') return text('settings_too_many_lines');
  return text('settings_line_fault', fault.value);
}
