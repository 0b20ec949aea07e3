import type { Wording } from './wording.ts';

// Recalled and translated only: no invitation in this language was seen. It keeps a passcode that the text gives from being called
// missing, and no more.
export const ja: Wording = {
  language: 'ja',
  seen: {},
  recalled: {
    passcode: ['パスコード', 'パスワード', 'ミーティングパスワード', '会議のパスワード'],
    meetingNumber: ['ミーティングid', 'ミーティング id', '会議id', '会議 id', 'ミーティング番号'],
    phone: ['電話で参加', '電話番号'],
    invitation: ['zoomミーティングに参加', '今すぐ会議に参加'],
    join: ['会議に参加', 'ミーティングに参加'],
  },
};
