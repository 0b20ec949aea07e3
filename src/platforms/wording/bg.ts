import type { Wording } from './wording.ts';

// Source: jitsi/jitsi-meet lang/main-bg.json, looked up in November 2026. Jitsi's label for the PIN is the bare word for "code": left
// out, because any code may be called so.
export const bg: Wording = {
  language: 'bg',
  seen: {
    passcode: ['парола'],
    phone: ['за влизане през телефон', 'за влизане чрез телефон'],
    invitation: ['поканени сте да се присъедините към среща', 'ви кани за среща'],
    join: [
      'влезте в срещата',
      'влизане в срещата',
      'присъедини се към срещата',
      'включи се в срещата',
      'натиснете следният линк за да се включите',
    ],
  },
  recalled: {
    passcode: ['код за достъп'],
    meetingNumber: [
      'ид на събранието',
      'ид на срещата',
      'идентификатор на събранието',
      'номер на събранието',
    ],
    withheld: ['отделно'],
    conferenceId: ['ид на телефонната конференция'],
    phone: ['намиране на местен номер', 'присъединяване по телефон'],
    pin: ['пин'],
    invitation: ['събрание на microsoft teams', 'събрание в microsoft teams'],
    join: [
      'присъединяване',
      'присъединяване към събранието',
      'присъединете се',
      'присъединете се към срещата',
    ],
    topic: ['тема'],
    original: ['оригинално съобщение', 'препратено съобщение'],
  },
};
