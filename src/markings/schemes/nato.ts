import { bareWord, inCapitals, type MarkingScheme, onlyNamed } from '../scheme.ts';

/** In capitals only: "the NATO secret service" and "a Cosmic Top Secret clearance" are sentences. */
export const nato: MarkingScheme = {
  id: 'nato',
  title: 'NATO',
  authority: 'NATO security policy',
  source: 'https://github.com/MISP/misp-taxonomies/blob/main/nato/machinetag.json',
  byDefault: true,
  levels: [
    // NU, NR, NC and NS are also numbers, railways and machines.
    { id: 'nu', rank: 10, spellings: [inCapitals('NATO UNCLASSIFIED'), onlyNamed(bareWord('NU'))] },
    { id: 'nr', rank: 20, spellings: [inCapitals('NATO RESTRICTED'), onlyNamed(bareWord('NR'))] },
    { id: 'nc', rank: 30, spellings: [inCapitals('NATO CONFIDENTIAL'), onlyNamed(bareWord('NC'))] },
    { id: 'ns', rank: 40, spellings: [inCapitals('NATO SECRET'), onlyNamed(bareWord('NS'))] },
    { id: 'cts', rank: 50, spellings: [inCapitals('COSMIC TOP SECRET'), onlyNamed(bareWord('CTS'))] },
  ],
  companions: ['ATOMAL', 'BOHEMIA'],
};
