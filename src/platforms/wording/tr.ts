import type { Wording } from './wording.ts';

// Recalled and translated only: no invitation in this language was seen. It keeps a passcode that the text gives from being called
// missing, and no more.
export const tr: Wording = {
  language: 'tr',
  seen: {},
  recalled: {
    passcode: ['geçiş kodu', 'parola', 'şifre', 'toplantı parolası', 'toplantı şifresi'],
    meetingNumber: ['toplantı kimliği', 'toplantı numarası'],
    phone: ['telefonla katıl', 'telefonla arama'],
    invitation: ['zoom toplantısına katıl', 'toplantıya şimdi katıl'],
    join: ['toplantıya katıl', 'hemen katıl'],
  },
};
