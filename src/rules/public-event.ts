import { CONFIDENTIAL, RESTRICTED } from './levels.ts';
import type { Found, Rule } from './rule.ts';

const ZOOM = 'https://zoom.us/j/84512345678?pwd=x';

/**
 * CLASS is who may see an event in a shared calendar, and no marking (facts/markings.md section 4). PUBLIC proves little: Exchange
 * writes it into every ordinary request, whoever its reader shares a calendar with. Who writes the invitation still chooses.
 */
export const publicEvent: Rule = {
  id: 'public-event',
  level: 'warn',
  below: { rank: RESTRICTED, level: 'off' },
  source: {
    title: 'Die Zeit on the open list of meetings of the Bundeswehr',
    date: '2024-05-04',
    url: 'https://www.zeit.de/digital/datenschutz/2024-05/bundeswehr-webex-sicherheitsluecke-it-sicherheit',
  },
  check: ({ invitation, meetings, rank }): Found[] => {
    const { surface } = invitation;
    const reading: Pick<Found, 'atMost'> = surface.endsWith('-read') ? { atMost: 'inform' } : {};
    const events = invitation.events.filter(({ cancelled }) => !cancelled);
    if (meetings.length === 0 || events.length === 0) return [];
    if (events.some(({ visibility }) => visibility === 'public'))
      return [{ meeting: null, substitutions: [''], ...reading }];
    // PUBLIC is what counts when nothing is said (RFC 5545 section 3.8.1.3). Most programs say nothing, so it is worth a word only
    // where much is at stake.
    const unsaid = (rank ?? 0) >= CONFIDENTIAL && events.some(({ visibility }) => visibility === null);
    return unsaid ? [{ meeting: null, variant: 'unsaid', substitutions: [''], ...reading }] : [];
  },
  cases: [
    {
      name: 'a sensitive event that everybody may see',
      title: 'Dep. VERTROUWELIJK overleg',
      text: ZOOM,
      event: { visibility: 'public' },
      surface: 'event-write',
      finds: ['warn'],
    },
    {
      name: 'what Exchange writes into every request, for who reads it',
      title: 'Dep. VERTROUWELIJK overleg',
      text: ZOOM,
      event: { visibility: 'public' },
      finds: ['inform'],
    },
    {
      name: 'the policy is stricter for who reads it',
      title: 'Dep. VERTROUWELIJK overleg',
      text: ZOOM,
      event: { visibility: 'public' },
      policy: { rules: [{ rule: 'public-event', level: 'warn' }] },
      finds: ['warn'],
    },
    {
      name: 'a private one',
      title: 'Stg. GEHEIM overleg',
      text: ZOOM,
      event: { visibility: 'private' },
      finds: 0,
    },
    {
      name: 'CLASS:CONFIDENTIAL shows only that somebody is busy',
      title: 'Stg. GEHEIM overleg',
      text: ZOOM,
      event: { visibility: 'confidential' },
      finds: 0,
    },
    { name: 'nothing sensitive', text: ZOOM, event: { visibility: 'public' }, finds: 0 },
    {
      name: 'unless the policy wants to hear it',
      text: ZOOM,
      event: { visibility: 'public' },
      policy: { rules: [{ rule: 'public-event', level: 'inform' }] },
      finds: ['inform'],
    },
    {
      name: 'nothing said, and secret',
      title: 'Stg. GEHEIM overleg',
      text: ZOOM,
      event: {},
      surface: 'mail-write',
      finds: ['warn'],
    },
    {
      name: 'nothing said, and secret, for who reads it',
      title: 'Stg. GEHEIM overleg',
      text: ZOOM,
      event: {},
      finds: ['inform'],
    },
    {
      name: 'nothing said, and restricted',
      title: 'Dep. VERTROUWELIJK overleg',
      text: ZOOM,
      event: {},
      finds: 0,
    },
    {
      name: 'nothing said, with a level among the rules',
      text: ZOOM,
      event: {},
      policy: { rules: [{ rule: 'public-event', level: 'warn' }] },
      finds: 0,
    },
    {
      name: 'a cancelled one',
      title: 'Stg. GEHEIM overleg',
      text: ZOOM,
      event: { visibility: 'public', cancelled: true },
      finds: 0,
    },
    { name: 'a mail without a calendar', title: 'Stg. GEHEIM overleg', text: ZOOM, finds: 0 },
    {
      name: 'sensitive by what the policy assumes',
      text: ZOOM,
      event: { visibility: 'public' },
      policy: { unlabelled: { rank: 20 } },
      surface: 'event-write',
      finds: ['warn'],
    },
  ],
};
