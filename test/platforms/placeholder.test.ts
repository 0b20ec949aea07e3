import { expect, it } from 'vitest';
import { recognise } from '../../src/platforms/recognise.ts';

it.each([
  'https://meet.google.com/xxx-xxxx-xxx',
  'https://meet.jit.si/{roomName}',
  'https://meet.jit.si/$ROOM',
  'https://meet.jit.si/%25s',
  'https://meet.jit.si/ROOM_NAME',
  'https://zoom.us/j/0000000000',
  'https://zoom.us/my/yourname',
  'https://yoursite.webex.com/meet/USERNAME',
])('%s shows what a link looks like', (link) => {
  expect(recognise(new URL(link), [])).toBeNull();
});

it.each([
  'https://meet.jit.si/YouthCouncilMeeting',
  'https://meet.jit.si/Overleg100%25',
  'https://meet.jit.si/xxl-overleg',
  'https://zoom.us/my/jan.devries',
  'https://zoom.us/j/84511111111',
])('%s is a meeting', (link) => {
  expect(recognise(new URL(link), [])).not.toBeNull();
});
