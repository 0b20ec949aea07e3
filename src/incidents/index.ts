import type { Incident } from './incident.ts';

/** Dated incidents that an invitation can be tested for (facts/incidents.md). Bugs mended for all meetings do not belong here. */
export const INCIDENTS: readonly Incident[] = [
  {
    id: 'webex-2024-metadata',
    platform: 'webex',
    // Cisco's fix was complete on 28 May 2024; NCSC-NL advises to plan anew what was made up to a week later: the safer day.
    createdBefore: '2024-06-04',
    source: {
      title: 'NCSC-NL, Meerdere kwetsbaarheden in Cisco Webex',
      date: '2024-06-07',
      url: 'https://www.ncsc.nl/actueel/nieuws/2024/juni/07/meerdere-kwetsbaarheden-in-cisco-webex',
    },
  },
];
