import type { Wording } from './wording.ts';

// Recalled and translated only: no invitation in this language was seen. It keeps a passcode that the text gives from being called
// missing, and no more.
export const ru: Wording = {
  language: 'ru',
  seen: {},
  recalled: {
    passcode: ['код доступа', 'пароль', 'пароль конференции'],
    meetingNumber: ['идентификатор конференции', 'идентификатор собрания', 'номер совещания'],
    phone: ['присоединиться по телефону', 'телефон для подключения'],
    invitation: ['подключиться к конференции zoom', 'присоединиться к собранию'],
    join: ['присоединиться', 'подключиться к конференции'],
  },
};
