import { anywhere, bareWord, inCapitals, type MarkingScheme } from '../scheme.ts';

export const ukGscp: MarkingScheme = {
  id: 'uk-gscp',
  title: 'UK Government Security Classifications',
  authority: 'Cabinet Office, Government Security Classifications Policy, updated 5 Aug 2024',
  source:
    'https://www.gov.uk/government/publications/government-security-classifications/government-security-classifications-policy-html',
  byDefault: true,
  levels: [
    { id: 'official', rank: 10, spellings: [bareWord('OFFICIAL')] },
    {
      id: 'official-sensitive',
      rank: 20,
      // Not a tier of its own: OFFICIAL plus a mark. The dash and the colon match with blanks around them too.
      spellings: [
        anywhere('OFFICIAL-SENSITIVE'),
        anywhere('OFFICIAL:SENSITIVE'),
        inCapitals('OFFICIAL SENSITIVE'),
      ],
    },
    { id: 'secret', rank: 40, spellings: [bareWord('SECRET')] },
    { id: 'top-secret', rank: 50, spellings: [inCapitals('TOP SECRET')] },
  ],
  companions: [
    'UK',
    'HMG',
    'RECIPIENTS ONLY',
    'FOR PUBLIC RELEASE',
    'USE ONLY',
    'EMBARGOED',
    'PERSONAL DATA',
    'LEGAL PROFESSIONAL PRIVILEGE',
    'LPP',
    'LEGAL',
    'MARKET SENSITIVE',
    'COMMERCIAL',
    'HR/MANAGEMENT',
    'UK EYES ONLY',
    'FIVE EYES ONLY',
    'UK/US EYES ONLY',
  ],
};
