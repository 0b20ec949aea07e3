import { abbreviation, anywhere, type MarkingScheme } from '../scheme.ts';

export const nlVirbi: MarkingScheme = {
  id: 'nl-virbi',
  title: 'Rubricering van de Rijksoverheid',
  authority: 'VIRBI 2025 (BWBR0051482), in force 9 Sep 2025',
  source: 'https://zoek.officielebekendmakingen.nl/stcrt-2025-30222.html',
  levels: [
    { id: 'ongerubriceerd', rank: 10, spellings: [abbreviation('Ongerubriceerd')] },
    {
      id: 'depv',
      rank: 20,
      spellings: [
        anywhere('Dep. VERTROUWELIJK'),
        anywhere('Departementaal VERTROUWELIJK'),
        // Informal, and recalled only (facts/markings.json): they count at a marking's places alone.
        abbreviation('DepV'),
        abbreviation('Dep.V.'),
        abbreviation('Dep V'),
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
  cases: [
    { title: 'Dep. VERTROUWELIJK - Voorbereiding ministerraad', level: 'depv', why: 'subject prefix' },
    { title: 'Voorbereiding (Dep. Vertrouwelijk)', level: 'depv', why: 'the older spelling' },
    { title: 'Dep.Vertrouwelijk overleg', level: 'depv', why: 'without the blank' },
    { body: 'Rubricering: Departementaal VERTROUWELIJK', level: 'depv', why: 'written out' },
    { title: 'Dep.\u00a0VERTROUWELIJK overleg', level: 'depv', why: 'a no-break blank' },
    { title: '[DepV] overleg', level: 'depv', why: 'abbreviation in brackets' },
    { title: 'DepV: overleg', level: 'depv', why: 'abbreviation at the start' },
    { body: 'Stg. CONFIDENTIEEL', level: 'stg-c', why: 'alone on a line' },
    { body: 'STG GEHEIM', level: 'stg-g', why: 'without the dot' },
    { body: 'Dit overleg is Stg. GEHEIM, neem geen telefoon mee.', level: 'stg-g', why: 'in a sentence' },
    { title: 'Stg. ZEER GEHEIM', level: 'stg-zg', why: 'the longer name before the shorter' },
    { body: 'GEHEIM STG', level: 'stg-g', why: 'the other order' },
    { body: 'Ongerubriceerd\nAgenda volgt.', level: 'ongerubriceerd', why: 'alone on a line' },
    { body: 'Dit gesprek is vertrouwelijk.', level: null, why: 'a word in a sentence' },
    { title: 'Vertrouwelijk overleg', level: null, why: 'no marking of this scheme' },
    { title: 'Geheim recept', level: null, why: 'no marking of this scheme' },
    {
      body: 'De stukken waren vroeger ongerubriceerd en zijn dat nog.',
      level: null,
      why: 'a word in a sentence',
    },
    { body: 'De dep v. van de vorige week', level: null, why: 'an abbreviation in a sentence' },
    {
      body: 'Dit bericht kan informatie bevatten die Departementaal Vertrouwelijk is en die niet voor u is bestemd. Neem contact op.',
      level: null,
      why: 'a disclaimer',
    },
  ],
};
