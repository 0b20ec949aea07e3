import { abbreviation, type MarkingScheme } from '../scheme.ts';

/**
 * Names that companies give their labels again and again. Words of every day that mean another thing in every house: a policy
 * should rather list its own labels by GUID (facts/markings.json).
 */
export const corp: MarkingScheme = {
  id: 'corp',
  title: 'Typical company labels',
  authority: 'Common names of Microsoft Purview sensitivity labels; inferred',
  source: 'https://learn.microsoft.com/en-us/purview/sensitivity-labels',
  byDefault: false,
  levels: [
    { id: 'public', rank: 0, spellings: [abbreviation('Public')] },
    { id: 'general', rank: 10, spellings: [abbreviation('General'), abbreviation('Internal')] },
    { id: 'confidential', rank: 20, spellings: [abbreviation('Confidential')] },
    { id: 'highly-confidential', rank: 30, spellings: [abbreviation('Highly Confidential')] },
  ],
  // Sub-labels that Purview offers, and what houses put behind a name. Recalled.
  companions: [
    'ALL EMPLOYEES',
    'ANYONE',
    'UNRESTRICTED',
    'SPECIFIED PEOPLE',
    'TRUSTED PEOPLE',
    'RECIPIENTS ONLY',
    'USE ONLY',
    'SENSITIVITY',
  ],
};
