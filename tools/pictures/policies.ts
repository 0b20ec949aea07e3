/** The policies under which pictures are taken: those that docs/it/policies offers, and one with faults. */
import { readFileSync } from 'node:fs';
import { isRecord } from '../../src/record.ts';

type Raw = Readonly<Record<string, unknown>>;

function example(name: string): Raw {
  const file = new URL(`../../docs/it/policies/${name}.json`, import.meta.url);
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(parsed)) throw new Error(`${name} is no policy.`);
  return parsed;
}

export const NONE: Raw = {};
export const DUTCH = example('nl-rijksoverheid');
export const BRITISH = example('uk-official-sensitive');

const WITH_JUSTIFY = [{ rule: 'no-passcode', level: 'justify' }];
/** The British one, for the demonstration's mails, which bear no British marking. */
export const JUSTIFY: Raw = { ...BRITISH, rules: WITH_JUSTIFY };
export const BLOCK: Raw = { ...BRITISH, rules: [{ rule: 'no-passcode', level: 'block' }] };

/** With what administrators mistype. */
export const FAULTY: Raw = {
  ...DUTCH,
  validUntil: '2025-01-01',
  rules: [{ rule: 'no-pascode', level: 'warn' }, ...WITH_JUSTIFY],
  schemes: ['nl-virbi', 'nl-virbi-2020'],
  reportonly: true,
};
