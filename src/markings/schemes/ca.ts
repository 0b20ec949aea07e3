import { bareWord, inCapitals, type MarkingScheme } from '../scheme.ts';

/** Two tracks, not one ladder: PROTECTED for what harms a person or a company, the classified ones for the national interest. */
export const ca: MarkingScheme = {
  id: 'ca',
  title: 'Government of Canada security categories',
  authority: 'Treasury Board; pages of ESDC and Justice Canada',
  source: 'https://justice.canada.ca/',
  byDefault: true,
  levels: [
    { id: 'pa', rank: 15, spellings: [inCapitals('PROTECTED A'), inCapitals('PROTÉGÉ A')] },
    { id: 'pb', rank: 20, spellings: [inCapitals('PROTECTED B'), inCapitals('PROTÉGÉ B')] },
    { id: 'c', rank: 30, spellings: [bareWord('CONFIDENTIAL'), bareWord('CONFIDENTIEL')] },
    { id: 'pc', rank: 35, spellings: [inCapitals('PROTECTED C'), inCapitals('PROTÉGÉ C')] },
    { id: 's', rank: 40, spellings: [bareWord('SECRET')] },
    { id: 'ts', rank: 50, spellings: [inCapitals('TOP SECRET'), inCapitals('TRÈS SECRET')] },
  ],
  // Recalled: forms are marked for the time when they are filled in.
  companions: [
    'WHEN COMPLETED',
    'ONCE COMPLETED',
    'UNE FOIS REMPLI',
    'LORSQUE REMPLI',
    'CANADIAN EYES ONLY',
    'CABINET CONFIDENCE',
  ],
};
