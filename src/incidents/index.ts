import type { Incident } from './incident.ts';

/**
 * Dated incidents that an invitation can be tested for (facts/incidents.md section 2). Bugs mended for all meetings do not belong
 * here, nor does a guessable Jitsi room: it is no incident but a state, and the rule guessable-room tells of it.
 *
 * The gravest first: of several that hit one meeting only the first is said, and its remedy must serve the others. An attack that
 * still goes on comes before what lay open once; then what only a new meeting or room mends, the newest first; then what a new
 * passcode mends, the newest first; last what needs a look at the address.
 *
 * The facts give Zoom's enumeration and the two of personal rooms no day for a single meeting. "Do not nag about bugs fixed years
 * ago": the day on which the incident ended or was told stands in for it, so that only meetings of then are named.
 */
export const INCIDENTS: readonly Incident[] = [
  {
    id: 'teams-devicecode-2024',
    platform: 'teams',
    // Going on since August 2024; the report is of 13 February 2025.
    createdBefore: null,
    asksForDeviceCode: true,
    source: {
      title: 'Microsoft Threat Intelligence, Storm-2372 conducts device code phishing campaign',
      date: '2025-02-13',
      url: 'https://www.microsoft.com/en-us/security/blog/2025/02/13/storm-2372-conducts-device-code-phishing-campaign/',
    },
  },
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
  {
    id: 'zoom-pmi-links-2023',
    platform: 'zoom',
    createdBefore: '2023-11-01',
    personalRoom: true,
    passcodeInLink: true,
    source: {
      title: 'Krebs on Security, Don’t Let Zombie Zoom Links Drag You Down (reprint)',
      date: '2023-10',
      url: 'https://lebanonhub.news/dont-let-zombie-zoom-links-drag-you-down-krebs-on-security',
    },
  },
  {
    id: 'zoom-credentials-2020',
    platform: 'zoom',
    createdBefore: '2020-04-18',
    personalRoom: true,
    source: {
      title: 'ID Agent, Stolen account info Zooms to the Dark Web for 500K Zoom users',
      date: '2020-04-17',
      url: 'https://idagent.com/blog/stolen-account-info-zooms-to-the-dark-web-for-500k-zoom-users',
    },
  },
  {
    id: 'zoom-open-2020',
    platform: 'zoom',
    createdBefore: '2020-09-27',
    without: 'passcode',
    source: {
      title: 'University of Iowa, Zoom: passcode or waiting room required',
      date: '2020-09-27',
      url: 'https://its.uiowa.edu/support/article/119686',
    },
  },
  {
    id: 'zoom-passcode-bruteforce-2020',
    platform: 'zoom',
    // Mended on 9 April 2020, published on 29 July.
    createdBefore: '2020-04-10',
    sixDigitPasscode: true,
    source: {
      title: 'Bitdefender, Zoom bug meant attackers could brute force their way into meetings',
      date: '2020-07',
      url: 'https://hotforsecurity.bitdefender.com/blog/zoom-bug-meant-attackers-could-brute-force-their-way-into-password-protected-meetings-23854.html',
    },
  },
  {
    id: 'zoom-enum-2019',
    platform: 'zoom',
    createdBefore: '2019-09-01',
    without: 'passcode',
    source: {
      title: 'Tripwire, Zoom bug potentially allowed attackers to find and join active meetings',
      date: '2020-01',
      url: 'https://tripwire.com/state-of-security/zoom-bug-potentially-allowed-attackers-to-find-and-join-active-meetings',
    },
  },
  {
    id: 'zoom-vanity-2020',
    platform: 'zoom',
    createdBefore: '2020-07-17',
    foreignTenant: true,
    source: {
      title: 'BetaNews, Check Point works with Zoom to fix "Vanity URL" vulnerability',
      date: '2020-07-16',
      url: 'https://betanews.com/2020/07/16/check-point-zoom-vanity-url',
    },
  },
];
