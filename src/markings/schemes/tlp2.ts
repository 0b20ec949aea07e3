import { anywhere, type MarkingScheme } from '../scheme.ts';

/** Not a classification: it says with whom a text may be shared. Never translated. */
export const tlp2: MarkingScheme = {
  id: 'tlp2',
  title: 'Traffic Light Protocol 2.0',
  authority: 'FIRST, TLP 2.0 (Aug 2022)',
  source: 'https://www.first.org/tlp/',
  levels: [
    // TLP:WHITE is the name of version 1 for the same level.
    { id: 'clear', rank: 0, spellings: [anywhere('TLP:CLEAR'), anywhere('TLP:WHITE')] },
    { id: 'green', rank: 10, spellings: [anywhere('TLP:GREEN')] },
    { id: 'amber', rank: 20, spellings: [anywhere('TLP:AMBER')] },
    { id: 'amber-strict', rank: 25, spellings: [anywhere('TLP:AMBER+STRICT')] },
    { id: 'red', rank: 30, spellings: [anywhere('TLP:RED')] },
  ],
  companions: [],
  cases: [
    { title: '[TLP:AMBER] Incident call', level: 'amber', why: 'in brackets' },
    {
      title: 'TLP:AMBER+STRICT Incident call',
      level: 'amber-strict',
      why: 'the longer name before the shorter',
    },
    { body: 'This call is TLP:RED.', level: 'red', why: 'in a sentence' },
    { body: 'TLP: GREEN', level: 'green', why: 'a blank after the colon' },
    { body: 'tlp:clear', level: 'clear', why: 'capitals are only recommended' },
    { body: 'TLP:WHITE', level: 'clear', why: 'the name of version 1' },
    { body: 'TLP:REDACTED', level: null, why: 'the word goes on' },
    { body: 'The light was amber.', level: null, why: 'a colour' },
    { title: 'TLP training', level: null, why: 'no level' },
  ],
};
