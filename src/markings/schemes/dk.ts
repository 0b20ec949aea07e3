import { bareWord, inCapitals, type MarkingScheme } from '../scheme.ts';

export const dk: MarkingScheme = {
  id: 'dk',
  title: 'Danske klassifikationsgrader',
  authority: 'Appendix B of Council Decision 2013/488/EU (equivalence table)',
  source: 'https://eur-lex.europa.eu/eli/dec/2013/488/oj',
  byDefault: true,
  levels: [
    { id: 'ttb', rank: 20, spellings: [inCapitals('TIL TJENESTEBRUG')] },
    { id: 'f', rank: 30, spellings: [bareWord('FORTROLIGT')] },
    { id: 'h', rank: 40, spellings: [bareWord('HEMMELIGT')] },
    { id: 'yh', rank: 50, spellings: [inCapitals('YDERST HEMMELIGT')] },
  ],
  // Words that introduce the marking on its line, and the "KUN" of TIL TJENESTEBRUG. Recalled.
  companions: ['KLASSIFIKATION', 'KLASSIFIKATIONSGRAD', 'KLASSIFICERET', 'KUN'],
};
