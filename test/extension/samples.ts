/** Reviews as the worker would send them. */
import type { Aside } from '../../extension/messages.ts';
import type { Finding, Marking, Meeting, PolicyNote, Review } from '../../src/model.ts';

export const BUILT_IN: PolicyNote = {
  source: 'default',
  version: null,
  organisation: null,
  contact: null,
  helpUrl: null,
  faults: [],
  notApplied: [],
  ownSettings: [],
};

export const ORGANISATION: PolicyNote = {
  source: 'managed',
  version: '2026-11-01',
  organisation: 'Gemeente Voorbeeldstad',
  contact: null,
  helpUrl: null,
  faults: [],
  notApplied: [],
  ownSettings: [],
};

export const WEBEX: Meeting = {
  platform: 'webex',
  url: 'https://voorbeeldstad.webex.com/meet/jan',
  host: 'voorbeeldstad.webex.com',
  tenant: 'voorbeeldstad',
  id: null,
  room: 'personal',
  passcode: { state: 'absent', digits: null },
  dialIn: { state: 'open' },
  wrappedBy: [],
  personalLink: null,
  quoted: false,
  ways: [],
  timing: null,
};

export const SECRET: Marking = {
  scheme: 'nl-virbi',
  level: 'stg-g',
  rank: 40,
  foundIn: 'title',
  text: 'Stg. GEHEIM',
};

export const finding = (level: Finding['level'], more: Partial<Finding> = {}): Finding => ({
  rule: 'sample',
  level,
  meeting: 0,
  variant: null,
  substitutions: [],
  ownTexts: [],
  reportedOnly: null,
  source: { title: 'ASD, Web conferencing security', url: 'https://www.cyber.gov.au/' },
  ...more,
});

export const review = (more: Partial<Review> = {}): Review => ({
  surface: 'mail-read',
  meetings: [WEBEX],
  suspicious: [],
  marking: null,
  findings: [],
  unknown: ['lobby'],
  policy: BUILT_IN,
  ...more,
});

export const NOT_ASIDE: Aside = { key: 'a1', state: null, mayBeKnown: true };
