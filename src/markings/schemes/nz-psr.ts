import { bareWord, inCapitals, type MarkingScheme, onlyNamed } from '../scheme.ts';

/** Two tracks: policy and privacy (IN-CONFIDENCE, SENSITIVE) and national security (RESTRICTED and up). */
export const nzPsr: MarkingScheme = {
  id: 'nz-psr',
  title: 'New Zealand Protective Security Requirements',
  authority: 'Protective Security Requirements, classification system',
  source: 'https://www.protectivesecurity.govt.nz/classification-system/overview/classifications/',
  byDefault: true,
  levels: [
    { id: 'unclassified', rank: 10, spellings: [bareWord('UNCLASSIFIED')] },
    // With a blank these are words of every day, also in capitals: "COMMERCIAL IN CONFIDENCE" stands on any offer.
    {
      id: 'in-confidence',
      rank: 15,
      spellings: [inCapitals('IN-CONFIDENCE'), onlyNamed(bareWord('IN CONFIDENCE'))],
    },
    // The European Commission marks by the same word what ranks lower there.
    { id: 'sensitive', rank: 20, spellings: [onlyNamed(bareWord('SENSITIVE'))] },
    { id: 'restricted', rank: 20, spellings: [bareWord('RESTRICTED')] },
    { id: 'confidential', rank: 30, spellings: [bareWord('CONFIDENTIAL')] },
    { id: 'secret', rank: 40, spellings: [bareWord('SECRET')] },
    { id: 'top-secret', rank: 50, spellings: [inCapitals('TOP SECRET')] },
  ],
  // Endorsements, and the tag of the government's secure mail. Recalled: they only explain what stands beside a marking.
  companions: [
    'SEEMAIL',
    'NZEO',
    'NEW ZEALAND EYES ONLY',
    'NEW ZEALAND GOVERNMENT ACCESS',
    'ACCOUNTABLE MATERIAL',
    'APPOINTMENTS',
    'BUDGET',
    'CABINET',
    'COMMERCIAL',
    'EMBARGOED FOR RELEASE',
    'EVALUATIVE',
    'HONOURS',
    'LEGAL PRIVILEGE',
    'MEDICAL',
    'POLICY',
    'STAFF',
  ],
};
