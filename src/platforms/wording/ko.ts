import type { Wording } from './wording.ts';

// Recalled and translated only: no invitation in this language was seen. It keeps a passcode that the text gives from being called
// missing, and no more.
export const ko: Wording = {
  language: 'ko',
  seen: {},
  recalled: {
    passcode: ['암호', '비밀번호', '회의 암호', '회의 비밀번호'],
    meetingNumber: ['회의 id', '회의 번호', '미팅 id'],
    phone: ['전화로 참여', '전화 접속'],
    invitation: ['zoom 회의 참가', '지금 모임에 참가'],
    join: ['회의 참가', '모임에 참가'],
  },
};
