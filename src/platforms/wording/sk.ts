import type { Wording } from './wording.ts';

// Sources: jitsi/jitsi-meet lang/main-sk.json, crisp-oss email-forward-parser. Looked up in November 2026.
export const sk: Wording = {
  language: 'sk',
  seen: {
    passcode: ['heslo'],
    phone: ['keď sa chcete pripojiť cez telefón', 'pripojovacie čísla'],
    pin: ['pin'],
    invitation: ['ste pozvaný do konferencie', 'vás pozýva do konferencie'],
    join: ['zúčastniť sa', 'zúčastniť sa konferencie', 'vstúpiť do konferencie'],
    original: ['originálna správa', 'preposlaná správa', 'začiatok preposlanej správy'],
  },
  recalled: {
    passcode: ['prístupový kód', 'heslo schôdze'],
    meetingNumber: ['id schôdze', 'číslo schôdze', 'identifikátor schôdze'],
    withheld: ['samostatne', 'osobitne'],
    conferenceId: ['id telefonickej konferencie', 'id konferencie'],
    phone: ['vyhľadať miestne číslo', 'pripojiť sa cez telefón'],
    invitation: ['schôdza v aplikácii microsoft teams', 'schôdza microsoft teams'],
    join: ['pripojiť sa', 'pripojiť sa teraz', 'pripojiť sa k schôdzi', 'pripojiť sa k schôdzi teraz'],
    topic: ['téma'],
    personalRoom: ['osobná miestnosť', 'osobná zasadacia miestnosť'],
    original: ['pôvodná správa'],
  },
};
