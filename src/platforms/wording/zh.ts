import type { Wording } from './wording.ts';

// Recalled and translated only: no invitation in this language was seen. It keeps a passcode that the text gives from being called
// missing, and no more.
export const zh: Wording = {
  language: 'zh',
  seen: {},
  recalled: {
    passcode: ['密码', '会议密码', '入会密码', '口令', '密碼', '會議密碼'],
    meetingNumber: ['会议号', '会议id', '会议 id', '會議號', '會議 id'],
    phone: ['通过电话加入', '电话拨入'],
    invitation: ['加入zoom会议', '加入 zoom 会议', '点击链接入会'],
    join: ['加入会议', '加入會議'],
  },
};
