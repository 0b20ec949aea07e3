import { platformName } from '../platforms/recognise.ts';
import { forEachMeeting, type Rule } from './rule.ts';

export const personalRoom: Rule = {
  id: 'personal-room',
  level: 'warn',
  source: {
    title: 'Webex Help: prefer scheduled, one-time meetings when security matters',
    date: 'n.d.',
    url: 'https://help.webex.com/en-us/article/ov50hy',
  },
  check: (situation) =>
    forEachMeeting(situation, (meeting) =>
      meeting.room === 'personal' ? { substitutions: [platformName(meeting.platform)] } : null,
    ),
  cases: [
    { name: 'Webex /meet/', text: 'https://examplestad.webex.com/meet/j.devries', finds: 1 },
    { name: 'Zoom /my/', text: 'https://zoom.us/my/jan.devries?pwd=x', finds: 1 },
    { name: 'a ten-digit Zoom id', text: 'https://zoom.us/j/4512345678?pwd=x', finds: 1 },
    {
      name: 'a topic that names the room',
      text: "Topic: Jan de Vries' Personal Meeting Room\nhttps://zoom.us/j/84512345678?pwd=x",
      finds: 1,
    },
    {
      name: 'the room’s own page',
      text: 'https://examplestad.webex.com/meet/j.devries',
      surface: 'join',
      finds: 1,
    },
    {
      name: 'a page whose invitation called it a personal room',
      text: 'https://zoom.us/j/84512345678',
      surface: 'join',
      seen: { room: 'personal' },
      finds: 1,
    },
    { name: 'an eleven-digit Zoom id', text: 'https://zoom.us/j/84512345678?pwd=x', finds: 0 },
    {
      name: 'a scheduled Webex meeting',
      text: 'https://a.webex.com/a/j.php?MTID=m0123456789abcdef0123456789abcdef',
      finds: 0,
    },
    {
      name: 'two links to one room are one finding',
      text: 'https://a.webex.com/meet/jan\nhttps://a.webex.com/join/jan',
      finds: 1,
    },
  ],
};
