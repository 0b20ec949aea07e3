import { anywhere, bareWord, type MarkingScheme, onlyNamed } from '../scheme.ts';

export const euEuci: MarkingScheme = {
  id: 'eu-euci',
  title: 'EU classified information',
  authority: 'Council Decision 2013/488/EU',
  source: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A32013D0488',
  byDefault: true,
  levels: [
    // The Council's distribution mark and the Commission's handling mark, both for unclassified items and both only recalled
    // (facts/markings.json, certainty R): nobody but an EU policy turns them on.
    { id: 'limite', rank: 15, spellings: [onlyNamed(bareWord('LIMITE'))] },
    { id: 'sensitive', rank: 15, spellings: [onlyNamed(bareWord('SENSITIVE'))] },
    {
      id: 'r-ue',
      rank: 20,
      spellings: [anywhere('RESTREINT UE/EU RESTRICTED'), bareWord('R-UE/EU-R')],
    },
    {
      id: 'c-ue',
      rank: 30,
      spellings: [anywhere('CONFIDENTIEL UE/EU CONFIDENTIAL'), bareWord('C-UE/EU-C')],
    },
    { id: 's-ue', rank: 40, spellings: [anywhere('SECRET UE/EU SECRET'), bareWord('S-UE/EU-S')] },
    {
      id: 'ts-ue',
      rank: 50,
      spellings: [anywhere('TRÈS SECRET UE/EU TOP SECRET'), bareWord('TS-UE/EU-TS')],
    },
  ],
  companions: [],
};
