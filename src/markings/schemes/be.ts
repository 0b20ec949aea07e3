import { bareWord, inCapitals, type MarkingScheme } from '../scheme.ts';

/** Each level in Dutch and in French: a document may carry either, or both ("BEPERKT/RESTREINT"). */
export const be: MarkingScheme = {
  id: 'be',
  title: 'Classificatie / Classification (België, Belgique)',
  authority: 'Law of 11 Dec 1998 as amended 7 Apr 2023 (in force 31 Dec 2023)',
  source: 'https://refli.be/fr/lex/1999007004',
  byDefault: true,
  levels: [
    {
      // A limit on distribution, not a class. In France the same French words weigh more (rank 20).
      id: 'bv',
      rank: 15,
      spellings: [inCapitals('BEPERKTE VERSPREIDING'), inCapitals('DIFFUSION RESTREINTE')],
    },
    { id: 'beperkt', rank: 20, spellings: [bareWord('BEPERKT'), bareWord('RESTREINT')] },
    { id: 'vertrouwelijk', rank: 30, spellings: [bareWord('VERTROUWELIJK'), bareWord('CONFIDENTIEL')] },
    { id: 'geheim', rank: 40, spellings: [bareWord('GEHEIM'), bareWord('SECRET')] },
    { id: 'zeer-geheim', rank: 50, spellings: [inCapitals('ZEER GEHEIM'), inCapitals('TRÈS SECRET')] },
  ],
  companions: [
    'CLASSIFICATIENIVEAU',
    'CLASSIFICATIE',
    'NIVEAU DE CLASSIFICATION',
    'CLASSIFICATION',
    'VERMELDING',
    'MENTION',
  ],
};
