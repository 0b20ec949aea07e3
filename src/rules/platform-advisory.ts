import { ownIncidents } from '../incidents/own.ts';
import { platformName } from '../platforms/recognise.ts';
import type { Rule } from './rule.ts';

/** One meeting gets no more than this: nobody reads further, and a policy may hold thousands. */
const MOST_OF_A_MEETING = 10;

const ADVICE = { id: 'zoom-advies', platform: 'zoom', text: 'Zoom on Windows has a hole until version 9.' };

/** What the policy says of a platform without a day. With one it is a matter of when the meeting was made: exposed-invitation. */
export const platformAdvisory: Rule = {
  id: 'platform-advisory',
  level: 'warn',
  source: {
    title: 'FedTech, How to Keep Teleconferencing Tools Secure at Agencies (advice of CISA and NSA)',
    date: '2021-07-07',
    url: 'https://fedtechmagazine.com/article/2021/07/how-keep-teleconferencing-tools-secure-agencies',
  },
  check: ({ meetings, policy }) =>
    meetings.flatMap(({ platform }, meeting) =>
      ownIncidents(policy, platform)
        .advice.slice(0, MOST_OF_A_MEETING)
        .map(({ text, action, source = '' }) => {
          const substitutions = [platformName(platform), text, action ?? '', source];
          const said = { title: policy.organisation?.name ?? '', url: source };
          return action === undefined
            ? { meeting, substitutions, source: said }
            : { meeting, substitutions, source: said, variant: 'action' };
        }),
    ),
  cases: [
    {
      name: 'on the platform’s own page',
      text: 'https://zoom.us/j/84512345678',
      surface: 'join',
      policy: { incidents: [ADVICE] },
      finds: ['warn'],
    },
    {
      name: 'the policy’s advice on the platform',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      policy: { incidents: [ADVICE] },
      finds: ['warn'],
    },
    {
      name: 'with what to do',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      policy: {
        incidents: [{ ...ADVICE, action: 'Join in the browser.', source: 'https://example.gov/zoom' }],
      },
      finds: ['warn'],
    },
    {
      name: 'for each meeting there',
      text: 'https://zoom.us/j/84512345678?pwd=x\nhttps://zoom.us/j/84598765432?pwd=y\n',
      policy: { incidents: [ADVICE] },
      finds: 2,
    },
    {
      name: 'each piece of advice',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      policy: { incidents: [ADVICE, { ...ADVICE, id: 'zoom-advies-2' }] },
      finds: 2,
    },
    {
      name: 'another platform',
      text: 'https://meet.google.com/abc-defg-hij',
      policy: { incidents: [ADVICE] },
      finds: 0,
    },
    {
      name: 'with a day it is an incident',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      policy: { incidents: [{ ...ADVICE, createdBefore: '2026-10-01' }] },
      finds: 0,
    },
    {
      name: 'switched off by its id',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      policy: { incidents: [ADVICE], disabledIncidents: ['zoom-advies'] },
      finds: 0,
    },
    {
      name: 'at the level that the policy sets',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      policy: { incidents: [ADVICE], rules: [{ rule: 'platform-advisory', level: 'inform' }] },
      finds: ['inform'],
    },
    { name: 'no policy, no advice', text: 'https://zoom.us/j/84512345678?pwd=x', finds: 0 },
  ],
};
