import type { Marking } from '../model.ts';
import { platformName } from '../platforms/recognise.ts';
import { platformTerms } from '../policy/platform-terms.ts';
import { forEachMeeting, type Rule, shortened } from './rule.ts';

const DEPV: Marking = {
  scheme: 'nl-virbi',
  level: 'depv',
  rank: 20,
  text: 'Dep. VERTROUWELIJK',
  foundIn: 'title',
};
const WEBEX_UP_TO_ONGERUBRICEERD = { platforms: [{ platform: 'webex', ceiling: 'nl-virbi/ongerubriceerd' }] };

export const tooSensitiveForPlatform: Rule = {
  id: 'too-sensitive-for-platform',
  level: 'warn',
  source: {
    title: 'NCSC-NL, Videobellen en online vergaderen: no confidential matters in these applications',
    date: 'n.d.',
    url: 'https://www.ncsc.nl/onderwerpen/veilig-thuiswerken/videobellen-en-online-vergaderen',
  },
  check: (situation) =>
    forEachMeeting(situation, (meeting) => {
      const { marking, rank, policy } = situation;
      const { ceiling, alternative } = platformTerms(policy, meeting);
      if (rank === null || ceiling === null || rank <= ceiling.rank) return null;
      const variant = [
        // Then the rank is what the policy assumes, and nobody has said that the invitation is sensitive.
        marking === null ? 'unlabelled' : null,
        alternative === null ? null : 'alternative',
      ]
        .filter((part) => part !== null)
        .join('-');
      const said = shortened(marking?.text ?? '');
      const substitutions = [platformName(meeting.platform), said, ceiling.name, alternative ?? ''];
      return variant === '' ? { substitutions } : { substitutions, variant };
    }),
  cases: [
    {
      name: 'marked above the ceiling',
      title: 'Dep. VERTROUWELIJK - overleg',
      text: 'https://examplestad.webex.com/meet/jan',
      policy: WEBEX_UP_TO_ONGERUBRICEERD,
      finds: 1,
    },
    {
      name: 'marked at the ceiling',
      title: 'Dep. VERTROUWELIJK - overleg',
      text: 'https://examplestad.webex.com/meet/jan',
      policy: { platforms: [{ platform: 'webex', ceiling: 'nl-virbi/depv' }] },
      finds: 0,
    },
    {
      name: 'the page of a meeting whose invitation was marked',
      text: 'https://examplestad.webex.com/meet/jan',
      surface: 'join',
      seen: { marking: DEPV },
      policy: WEBEX_UP_TO_ONGERUBRICEERD,
      finds: 1,
    },
    {
      name: 'the same, where the policy ranks that marking lower now',
      text: 'https://examplestad.webex.com/meet/jan',
      surface: 'join',
      seen: { marking: DEPV },
      policy: { ...WEBEX_UP_TO_ONGERUBRICEERD, labels: [{ id: 'nl-virbi/depv', rank: 0 }] },
      finds: 0,
    },
    {
      name: 'a page whose invitation nobody saw is not unmarked',
      text: 'https://examplestad.webex.com/meet/jan',
      surface: 'join',
      policy: { ...WEBEX_UP_TO_ONGERUBRICEERD, unlabelled: { rank: 20 } },
      finds: 0,
    },
    {
      name: 'a page whose invitation had no marking',
      text: 'https://examplestad.webex.com/meet/jan',
      surface: 'join',
      seen: {},
      policy: { ...WEBEX_UP_TO_ONGERUBRICEERD, unlabelled: { rank: 20 } },
      finds: 1,
    },
    {
      name: 'not marked',
      text: 'https://examplestad.webex.com/meet/jan',
      policy: WEBEX_UP_TO_ONGERUBRICEERD,
      finds: 0,
    },
    {
      name: 'no ceiling without a policy',
      title: 'Stg. ZEER GEHEIM',
      text: 'https://examplestad.webex.com/meet/jan',
      finds: 0,
    },
    {
      name: 'a ceiling for every other platform',
      title: 'OFFICIAL-SENSITIVE: budget',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      policy: { otherPlatforms: { ceiling: 'uk-gscp/official' } },
      finds: 1,
    },
    {
      name: 'only by rank across schemes',
      title: 'TLP:RED call',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      policy: { otherPlatforms: { ceiling: 'nl-virbi/depv' } },
      finds: 1,
    },
    {
      name: 'a scheme that is not in force',
      title: 'TLP:RED call',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      policy: { schemes: ['nl-virbi'], otherPlatforms: { ceiling: 'nl-virbi/depv' } },
      finds: 0,
    },
    {
      name: 'the organisation’s own label',
      title: '[Intern] overleg',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      policy: {
        labels: [
          { id: 'open', names: ['Open'], rank: 0 },
          { id: 'intern', names: ['Intern'], rank: 10 },
        ],
        otherPlatforms: { ceiling: 'labels/open' },
      },
      finds: 1,
    },
    {
      name: 'not marked, and the policy assumes more than the ceiling',
      text: 'https://examplestad.webex.com/meet/jan',
      policy: { ...WEBEX_UP_TO_ONGERUBRICEERD, unlabelled: { rank: 20 } },
      finds: ['warn'],
    },
    {
      name: 'the same with an alternative, from the rank that is assumed',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      policy: {
        otherPlatforms: { ceiling: 'nl-virbi/ongerubriceerd', alternative: 'Use Webex.' },
        unlabelled: { rank: 20 },
        rules: [{ rule: 'too-sensitive-for-platform', from: 'nl-virbi/depv', level: 'justify' }],
      },
      finds: ['justify'],
    },
    {
      name: 'not marked, and the policy assumes no more than the ceiling',
      text: 'https://examplestad.webex.com/meet/jan',
      policy: { platforms: [{ platform: 'webex', ceiling: 'nl-virbi/depv' }], unlabelled: { rank: 20 } },
      finds: 0,
    },
    {
      name: 'a marking counts before what is assumed',
      title: 'TLP:CLEAR call',
      text: 'https://zoom.us/j/84512345678?pwd=x',
      policy: { otherPlatforms: { ceiling: 'nl-virbi/ongerubriceerd' }, unlabelled: { rank: 20 } },
      finds: 0,
    },
  ],
};
