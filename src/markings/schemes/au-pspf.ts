import { anywhere, bareWord, inCapitals, type MarkingScheme } from '../scheme.ts';

/** What machines read of it, in a header and in the brackets of a subject: markings/protective-marking.ts. */
export const auPspf: MarkingScheme = {
  id: 'au-pspf',
  title: 'Australian Protective Security Policy Framework',
  authority: 'PSPF; Australian Government Email Protective Marking Standard 2025',
  source:
    'https://protectivesecurity.gov.au/publications-library/australian-government-email-protective-marking-standard',
  byDefault: true,
  levels: [
    { id: 'unofficial', rank: 0, spellings: [bareWord('UNOFFICIAL')] },
    { id: 'official', rank: 10, spellings: [bareWord('OFFICIAL')] },
    { id: 'official-sensitive', rank: 20, spellings: [anywhere('OFFICIAL: Sensitive')] },
    { id: 'protected', rank: 30, spellings: [bareWord('PROTECTED')] },
    { id: 'secret', rank: 40, spellings: [bareWord('SECRET')] },
    { id: 'top-secret', rank: 50, spellings: [inCapitals('TOP SECRET'), inCapitals('TOP-SECRET')] },
  ],
  // Information management markers and caveats (facts/markings.json), with the blank that people write for the dash.
  companions: [
    'PERSONAL-PRIVACY',
    'PERSONAL PRIVACY',
    'LEGAL-PRIVILEGE',
    'LEGAL PRIVILEGE',
    'LEGISLATIVE-SECRECY',
    'LEGISLATIVE SECRECY',
    'NATIONAL-CABINET',
    'NATIONAL CABINET',
    'CABINET',
    'AUSTEO',
    'AGAO',
    'REL',
    'EXCLUSIVE-FOR',
    'EXCLUSIVE FOR',
  ],
};
