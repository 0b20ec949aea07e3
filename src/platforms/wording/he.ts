import type { Wording } from './wording.ts';

// Recalled and translated only: no invitation in this language was seen. It keeps a passcode that the text gives from being called
// missing, and no more.
export const he: Wording = {
  language: 'he',
  seen: {},
  recalled: {
    passcode: ['קוד גישה', 'סיסמה', 'קוד סודי'],
    meetingNumber: ['מזהה פגישה', 'מספר פגישה'],
    phone: ['הצטרפות בטלפון', 'חיוג לפגישה'],
    invitation: ['הצטרף לפגישת zoom', 'הצטרף לפגישה כעת'],
    join: ['הצטרף לפגישה', 'הצטרפות לפגישה'],
  },
};
