/** What is wrong with a policy, as one sentence in English for whoever wrote it. */
import type { PolicyFault } from '../src/model.ts';

const SENTENCES: Readonly<Record<PolicyFault['problem'], (value: string) => string>> = {
  'not-json': (value) => `the policy is not JSON: ${value}`,
  empty: () => 'the policy is empty',
  'wrong-type': (value) => `the wrong kind of value: ${value}`,
  'wrong-value': (value) => `a value that is not possible here: ${value}`,
  missing: () => 'this is required and is missing',
  'unknown-key': () => 'unknown setting',
  'unknown-rule': (value) => `unknown rule "${value}"`,
  'unknown-marking': (value) => `unknown marking "${value}"`,
  'unknown-scheme': (value) => `unknown marking scheme "${value}"`,
  'unknown-platform': (value) => `unknown platform "${value}"`,
  'dropped-by-browser': () => 'expected, but it is missing',
  expired: (value) => `the policy has expired on ${value}`,
};

/** For example `rules[2].rule: unknown rule "no-pascode"`. */
export function faultSentence({ path, problem, value }: PolicyFault): string {
  const sentence = SENTENCES[problem](value);
  return path === '' ? sentence : `${path}: ${sentence}`;
}
