import type { Wording } from './wording.ts';

// Recalled and translated only: no invitation in this language was seen. It keeps a passcode that the text gives from being called
// missing, and no more.
export const ar: Wording = {
  language: 'ar',
  seen: {},
  recalled: {
    passcode: ['رمز المرور', 'كلمة المرور', 'كلمة السر'],
    meetingNumber: ['معرف الاجتماع', 'رقم الاجتماع'],
    phone: ['الانضمام عبر الهاتف', 'الاتصال الهاتفي'],
    invitation: ['الانضمام إلى اجتماع zoom', 'انضم إلى الاجتماع الآن'],
    join: ['الانضمام إلى الاجتماع', 'انضم إلى الاجتماع'],
  },
};
