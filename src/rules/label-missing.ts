import { severity } from '../model.ts';
import type { Rule } from './rule.ts';

const ZOOM = 'https://zoom.us/j/84512345678?pwd=x';

export const labelMissing: Rule = {
  id: 'label-missing',
  level: 'warn',
  source: {
    title: 'Australian Government, Email Protective Marking Standard 2025.1',
    date: '2025',
    url: 'https://github.com/pmcau/AustralianProtectiveMarkings',
  },
  check: ({ invitation, meetings, marking, titleMarking, policy: { unlabelled, titles } }) => {
    // Whose page opened has the link, and nothing to write a marking on.
    if (meetings.length === 0 || invitation.surface === 'join') return [];
    const asked = unlabelled?.level;
    if (titles?.markings === 'require' && titleMarking === null) {
      // That no marking stands anywhere is never milder than that it is missing in the title.
      const louder =
        marking === null && asked !== undefined && severity(asked) > severity(labelMissing.level);
      return [{ meeting: null, variant: 'title', substitutions: [''], ...(louder ? { asked } : {}) }];
    }
    if (marking !== null) return [];
    // Silent unless the policy wants a marking: by its `rules`, or by unlabelled.level.
    return [{ meeting: null, substitutions: [''], atMost: 'off', ...(asked === undefined ? {} : { asked }) }];
  },
  cases: [
    { name: 'nobody wants a marking', text: ZOOM, finds: 0 },
    {
      name: 'a rank is assumed, and nothing said',
      text: ZOOM,
      policy: { unlabelled: { rank: 10 } },
      finds: 0,
    },
    {
      name: 'the policy says it quietly',
      text: ZOOM,
      policy: { unlabelled: { level: 'inform' } },
      finds: ['inform'],
    },
    { name: 'the policy says nothing', text: ZOOM, policy: { unlabelled: { level: 'off' } }, finds: 0 },
    {
      name: 'marked in the text',
      text: `TLP:GREEN\n${ZOOM}`,
      policy: { unlabelled: { level: 'warn' } },
      finds: 0,
    },
    {
      name: 'the meeting’s own page has no title',
      text: ZOOM,
      surface: 'join',
      policy: { unlabelled: { level: 'warn' }, titles: { markings: 'require' } },
      finds: 0,
    },
    { name: 'no meeting', text: 'Zie de bijlage.', policy: { unlabelled: { level: 'warn' } }, finds: 0 },
    {
      name: 'a level among the rules',
      text: ZOOM,
      policy: { rules: [{ rule: 'label-missing', level: 'justify' }] },
      finds: ['justify'],
    },
    {
      name: 'the stricter of both',
      text: ZOOM,
      policy: { unlabelled: { level: 'warn' }, rules: [{ rule: 'label-missing', level: 'inform' }] },
      finds: ['warn'],
    },
    {
      name: 'wanted from a rank that the invitation does not have',
      text: ZOOM,
      policy: {
        unlabelled: { rank: 10 },
        rules: [{ rule: 'label-missing', from: 'nl-virbi/stg-c', level: 'warn' }],
      },
      finds: 0,
    },
    {
      name: 'wanted from the rank that is assumed',
      text: ZOOM,
      policy: {
        unlabelled: { rank: 30 },
        rules: [{ rule: 'label-missing', from: 'nl-virbi/stg-c', level: 'inform' }],
      },
      finds: ['inform'],
    },
    {
      name: 'not in the title, where it must be',
      text: `TLP:GREEN\n${ZOOM}`,
      policy: { titles: { markings: 'require' } },
      finds: ['warn'],
    },
    {
      name: 'in the title',
      title: 'TLP:GREEN overleg',
      text: ZOOM,
      policy: { titles: { markings: 'require' }, unlabelled: { level: 'warn' } },
      finds: 0,
    },
    {
      name: 'nowhere, said once',
      text: ZOOM,
      policy: { titles: { markings: 'require' }, unlabelled: { level: 'inform' } },
      finds: ['warn'],
    },
    {
      name: 'nowhere, at the stricter level',
      text: ZOOM,
      policy: { titles: { markings: 'require' }, unlabelled: { level: 'justify' } },
      finds: ['justify'],
    },
    {
      name: 'titles need none',
      text: `TLP:GREEN\n${ZOOM}`,
      policy: { titles: { markings: 'allow' }, unlabelled: { level: 'warn' } },
      finds: 0,
    },
  ],
};
