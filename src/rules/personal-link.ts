import { platformName } from '../platforms/recognise.ts';
import { forEachMeeting, type Rule } from './rule.ts';

/**
 * One person's own link was mailed. A host's starts the meeting: Zoom's /s/ (facts/meeting-links.md section 3, S) and Zoho's
 * meeting-start (section 6, S°). `zak` and `tk` are only recalled there; Zoom's own pages for developers name both as tokens of one
 * person. A registrant's link is often sent to its owner in good faith, so it is worth a word, not a warning.
 */
export const personalLink: Rule = {
  id: 'personal-link',
  level: 'warn',
  source: {
    title: 'Zoom Developers, Start or join a meeting: do not pass a host’s access key to others',
    date: 'n.d.',
    url: 'https://developers.zoom.us/docs/meeting-sdk/react-native/start-join-meeting/',
  },
  check: (situation) =>
    forEachMeeting(situation, (meeting) => {
      if (meeting.personalLink === null) return null;
      const substitutions = [platformName(meeting.platform)];
      return meeting.personalLink === 'host'
        ? { substitutions }
        : { substitutions, variant: 'participant', atMost: 'inform' };
    }),
  cases: [
    { name: 'Zoom’s start link', text: 'https://zoom.us/s/84512345678', finds: ['warn'] },
    {
      name: 'Zoom’s start link with its token',
      text: 'https://zoom.us/s/84512345678?zak=eyJ0',
      finds: ['warn'],
    },
    {
      name: 'Zoho’s start link',
      text: 'https://meeting.zoho.eu/meeting/meeting-start?key=1234567890&x-meeting-org=12345',
      finds: ['warn'],
    },
    { name: 'a registrant’s link', text: 'https://zoom.us/w/84512345678?tk=abc', finds: ['inform'] },
    {
      name: 'the level that a policy sets, for both',
      text: 'https://zoom.us/w/84512345678?tk=abc\nhttps://zoom.us/s/84598765432',
      policy: { rules: [{ rule: 'personal-link', level: 'justify' }] },
      finds: ['justify', 'justify'],
    },
    {
      name: 'the link for everybody beside the host’s',
      text: 'https://zoom.us/j/84512345678?pwd=x\nStart: https://zoom.us/s/84512345678',
      finds: 1,
    },
    {
      name: 'a host who opens his own link',
      text: 'https://zoom.us/s/84512345678?zak=eyJ0',
      surface: 'join',
      finds: 0,
    },
    {
      name: 'the page of a host’s link that was mailed',
      text: 'https://zoom.us/s/84512345678',
      surface: 'join',
      seen: { personalLink: 'host' },
      finds: ['warn'],
    },
    { name: 'the link for everybody', text: 'https://zoom.us/j/84512345678?pwd=x', finds: 0 },
    { name: 'a webinar’s link for everybody', text: 'https://zoom.us/w/84512345678', finds: 0 },
    { name: 'a personal room is another matter', text: 'https://zoom.us/my/jan.devries?pwd=x', finds: 0 },
  ],
};
