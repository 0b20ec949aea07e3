import type { Wording } from './wording.ts';

// Sources: jitsi/jitsi-meet lang/main-hr.json, crisp-oss email-forward-parser. Looked up in November 2026.
export const hr: Wording = {
  language: 'hr',
  seen: {
    passcode: ['lozinka'],
    phone: ['za pridruživanje telefonom', 'za pridruživanje putem telefona', 'pozivni brojevi'],
    pin: ['pin'],
    invitation: ['pozvan/a si da se pridružiš sastanku', 'te poziva na sastanak'],
    join: ['pridruži se', 'pridruži se sastanku', 'za pridruživanje pritisni sljedeću poveznicu'],
    original: ['originalna poruka', 'proslijeđena poruka', 'započni proslijeđenu poruku'],
  },
  recalled: {
    passcode: ['pristupni kod', 'lozinka sastanka'],
    meetingNumber: ['id sastanka', 'broj sastanka'],
    withheld: ['zasebno', 'odvojeno'],
    conferenceId: ['id telefonske konferencije'],
    phone: ['pronađi lokalni broj', 'pronađite lokalni broj', 'pridružite se telefonom'],
    invitation: ['sastanak u aplikaciji microsoft teams', 'microsoft teams sastanak'],
    join: ['pridruži se sada', 'pridružite se', 'pridružite se sastanku', 'pridružite se sastanku sada'],
    topic: ['tema'],
    personalRoom: ['osobna soba', 'osobna soba za sastanke'],
    original: ['izvorna poruka'],
  },
};
