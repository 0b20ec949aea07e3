import { abbreviation, bareWord, inCapitals, type MarkingScheme, onlyNamed } from '../scheme.ts';

export const frIgi1300: MarkingScheme = {
  id: 'fr-igi1300',
  title: 'Classification de défense française (IGI 1300)',
  authority: 'IGI 1300; levels since 1 Jul 2021',
  source: 'https://legal.tricoteuses.fr/articles/JORFARTI000045640226',
  byDefault: true,
  levels: [
    {
      // A protection mention, not a classification.
      id: 'dr',
      rank: 20,
      spellings: [
        inCapitals('DIFFUSION RESTREINTE'),
        // The instruction itself writes it so. At a marking's places only: "une diffusion restreinte" is plain French.
        onlyNamed(abbreviation('Diffusion Restreinte')),
        // Elsewhere a doctor, and a "direction régionale".
        onlyNamed(bareWord('DR')),
      ],
    },
    {
      // Until 1 Jul 2021, as the two spellings with DÉFENSE below. Older items keep their level: Council Decision (EU) 2021/1075.
      id: 'confidentiel-defense',
      rank: 30,
      spellings: [inCapitals('CONFIDENTIEL DÉFENSE'), inCapitals('CONFIDENTIEL-DÉFENSE')],
    },
    {
      id: 'secret',
      rank: 40,
      // With a hyphen as everyday French writes it.
      spellings: [bareWord('SECRET'), inCapitals('SECRET DÉFENSE'), inCapitals('SECRET-DÉFENSE')],
    },
    {
      id: 'tres-secret',
      rank: 50,
      spellings: [
        inCapitals('TRÈS SECRET'),
        inCapitals('TRÈS SECRET DÉFENSE'),
        inCapitals('TRÈS SECRET-DÉFENSE'),
      ],
    },
  ],
  companions: [
    'SPÉCIAL FRANCE',
    'SPECIAL FRANCE',
    'NIVEAU DE CLASSIFICATION',
    'MENTION DE PROTECTION',
    'CLASSIFICATION',
    'MENTION',
  ],
};
