import { abbreviation, anywhere, type MarkingScheme, onlyNamed } from '../scheme.ts';

export const nlVirbi: MarkingScheme = {
  id: 'nl-virbi',
  title: 'Rubricering van de Rijksoverheid',
  authority: 'VIRBI 2025 (BWBR0051482), in force 9 Sep 2025',
  source: 'https://zoek.officielebekendmakingen.nl/stcrt-2025-30222.html',
  byDefault: true,
  levels: [
    { id: 'ongerubriceerd', rank: 10, spellings: [abbreviation('Ongerubriceerd')] },
    {
      id: 'depv',
      rank: 20,
      spellings: [
        anywhere('Dep. VERTROUWELIJK'),
        anywhere('Departementaal VERTROUWELIJK'),
        // Informal, and recalled only (facts/markings.json).
        onlyNamed(abbreviation('DepV')),
        onlyNamed(abbreviation('Dep.V.')),
        onlyNamed(abbreviation('Dep. V.')),
        onlyNamed(abbreviation('Dep V')),
      ],
    },
    {
      id: 'stg-c',
      rank: 30,
      spellings: [anywhere('Stg. CONFIDENTIEEL'), anywhere('CONFIDENTIEEL STG'), abbreviation('Stg.C')],
    },
    { id: 'stg-g', rank: 40, spellings: [anywhere('Stg. GEHEIM'), anywhere('GEHEIM STG')] },
    { id: 'stg-zg', rank: 50, spellings: [anywhere('Stg. ZEER GEHEIM'), anywhere('ZEER GEHEIM STG')] },
  ],
  companions: ['TBB 1', 'TBB 2', 'TBB 3', 'TBB 4'],
};
