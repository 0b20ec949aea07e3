import { abbreviation, anywhere, bareWord, inCapitals, type MarkingScheme, onlyNamed } from '../scheme.ts';

export const deVsa: MarkingScheme = {
  id: 'de-vsa',
  title: 'Verschlusssachenanweisung (VSA)',
  authority: 'VSA, Federal Ministry of the Interior, 13 Mar 2023',
  source: 'https://www.verwaltungsvorschriften-im-internet.de/BMI-OESII5-20230313-SF-A004.htm',
  byDefault: true,
  levels: [
    {
      id: 'vs-nfd',
      rank: 20,
      spellings: [
        anywhere('VS-NUR FÜR DEN DIENSTGEBRAUCH'),
        anywhere('VS-NUR FUER DEN DIENSTGEBRAUCH'),
        // Not "anywhere": "keine VS-NfD-Inhalte besprechen" is in half of all invitations of German authorities.
        abbreviation('VS-NfD'),
      ],
    },
    {
      id: 'vs-v',
      rank: 30,
      spellings: [anywhere('VS-VERTRAULICH'), abbreviation('VS-Vertr.'), onlyNamed(bareWord('VS-V'))],
    },
    {
      id: 'geheim',
      rank: 40,
      // "geh." is also "gehoben" ("geh. Dienst"), and "Geh" the beginning of many a sentence.
      spellings: [bareWord('GEHEIM'), onlyNamed(abbreviation('Geh.'))],
    },
    {
      id: 'streng-geheim',
      rank: 50,
      spellings: [inCapitals('STRENG GEHEIM'), abbreviation('Str. Geh.')],
    },
  ],
  companions: [
    // From VS-VERTRAULICH up, under or beside the level; in one word in the rules of some Länder.
    'AMTLICH GEHEIM GEHALTEN',
    'AMTLICH GEHEIMGEHALTEN',
    'GEHEIMHALTUNGSGRAD',
    'VS-EINSTUFUNG',
    'EINSTUFUNG',
  ],
};
