import { CONFIDENTIAL } from './levels.ts';
import type { Rule } from './rule.ts';

const ZOOM = 'https://zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1';

export const unprovenProtection: Rule = {
  id: 'unproven-protection',
  level: 'inform',
  below: { rank: CONFIDENTIAL, level: 'off' },
  source: {
    title:
      'Microsoft, Teams meetings with three tiers of protection: lobby and end-to-end encryption when highly sensitive',
    date: 'n.d.',
    url: 'https://learn.microsoft.com/en-us/microsoftteams/configure-meetings-three-tiers-protection',
  },
  // No invitation shows them (facts/meeting-links.md section 1): where they matter most, the unknown is said, never counted as safe.
  check: ({ meetings }) => (meetings.length === 0 ? [] : [{ meeting: null, substitutions: [] }]),
  cases: [
    { name: 'confidential', title: 'Stg. CONFIDENTIEEL overleg', text: ZOOM, finds: ['inform'] },
    { name: 'secret', title: 'Stg. GEHEIM overleg', text: 'https://meet.google.com/abc-defg-hij', finds: 1 },
    {
      name: 'once for several meetings',
      title: 'Stg. GEHEIM overleg',
      text: `${ZOOM}\n\n\nhttps://meet.google.com/abc-defg-hij`,
      finds: 1,
    },
    {
      name: 'the policy takes unmarked invitations for confidential',
      text: ZOOM,
      policy: { unlabelled: { rank: 30 } },
      finds: 1,
    },
    { name: 'no marking', text: ZOOM, finds: 0 },
    { name: 'restricted', text: ZOOM, policy: { unlabelled: { rank: 20 } }, finds: 0 },
    { name: 'no meeting', title: 'Stg. GEHEIM overleg', text: 'Zie de bijlage.', finds: 0 },
    {
      name: 'the policy wants a warning from a marking on',
      title: 'Stg. GEHEIM overleg',
      text: ZOOM,
      policy: { rules: [{ rule: 'unproven-protection', from: 'nl-virbi/stg-g', level: 'warn' }] },
      finds: ['warn'],
    },
  ],
};
