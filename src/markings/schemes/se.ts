import { bareWord, inCapitals, type MarkingScheme, onlyNamed } from '../scheme.ts';

/** That the four classes exist is seen; how they are spelt is only recalled (facts/markings.json), hence onlyNamed. */
export const se: MarkingScheme = {
  id: 'se',
  title: 'Säkerhetsskyddsklasser',
  authority: 'Säkerhetsskyddslag (2018:585), since 1 Apr 2019',
  source: 'https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=CELEX%3A32022D0621%2801%29',
  byDefault: true,
  levels: [
    { id: 'bh', rank: 20, spellings: [onlyNamed(inCapitals('BEGRÄNSAT HEMLIG'))] },
    { id: 'k', rank: 30, spellings: [onlyNamed(bareWord('KONFIDENTIELL'))] },
    { id: 'h', rank: 40, spellings: [onlyNamed(bareWord('HEMLIG'))] },
    { id: 'kh', rank: 50, spellings: [onlyNamed(inCapitals('KVALIFICERAT HEMLIG'))] },
  ],
  // "Säkerhetsskyddsklass: HEMLIG" on a line of its own. Recalled.
  companions: ['SÄKERHETSSKYDDSKLASS', 'SÄKERHETSSKYDDSKLASSIFICERAD'],
};
