import type { Wording } from './wording.ts';

// Source: jitsi/jitsi-meet lang/main-et.json, looked up in November 2026.
export const et: Wording = {
  language: 'et',
  seen: {
    passcode: ['parool'],
    phone: ['üks klikk heliga sissehelistamiseks', 'sissehelistamise numbrid'],
    pin: ['pin'],
    invitation: ['oled kõnesse kutsutud', 'kutsub sind kõnesse'],
    join: ['liitu', 'liitu kõnega', 'ühine kõnega'],
  },
  recalled: {
    passcode: ['pääsukood', 'koosoleku parool'],
    meetingNumber: ['koosoleku id', 'koosoleku number'],
    withheld: ['eraldi'],
    conferenceId: ['telefonikonverentsi id'],
    phone: ['otsi kohalikku numbrit', 'liitu telefoni teel'],
    invitation: ['microsoft teamsi koosolek'],
    join: ['liitu kohe', 'liitu koosolekuga', 'liitu koosolekuga kohe'],
    topic: ['teema'],
    original: ['algne kiri', 'algne sõnum', 'edastatud kiri'],
  },
};
