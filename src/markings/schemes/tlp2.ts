import { anywhere, type MarkingScheme } from '../scheme.ts';

/** Not a classification: it says with whom a text may be shared. Never translated. */
export const tlp2: MarkingScheme = {
  id: 'tlp2',
  title: 'Traffic Light Protocol 2.0',
  authority: 'FIRST, TLP 2.0 (Aug 2022)',
  source: 'https://www.first.org/tlp/',
  byDefault: true,
  levels: [
    // TLP:WHITE is the name of version 1 for the same level.
    { id: 'clear', rank: 0, spellings: [anywhere('TLP:CLEAR'), anywhere('TLP:WHITE')] },
    { id: 'green', rank: 10, spellings: [anywhere('TLP:GREEN')] },
    { id: 'amber', rank: 20, spellings: [anywhere('TLP:AMBER')] },
    { id: 'amber-strict', rank: 25, spellings: [anywhere('TLP:AMBER+STRICT')] },
    { id: 'red', rank: 30, spellings: [anywhere('TLP:RED')] },
  ],
  companions: [],
};
