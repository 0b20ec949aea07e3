import type { Wording } from './wording.ts';

// Recalled and translated only: no invitation in this language was seen. It keeps a passcode that the text gives from being called
// missing, and no more.
export const uk: Wording = {
  language: 'uk',
  seen: {},
  recalled: {
    passcode: ['код доступу', 'пароль', 'пароль конференції'],
    meetingNumber: ['ідентифікатор конференції', 'ідентифікатор наради', 'номер наради'],
    phone: ['приєднатися по телефону', 'номер для дзвінка'],
    invitation: ['увійти в конференцію zoom', 'приєднатися до наради'],
    join: ['приєднатися', 'увійти в конференцію'],
  },
};
