import type { Wording } from './wording.ts';

export const nl: Wording = {
  language: 'nl',
  seen: {
    passcode: ['wachtwoordcode', 'wachtwoord'],
    phonePasscode: ['inbelwachtwoord'],
    meetingNumber: ['vergadering-id', 'vergaderings-id', 'meeting-id', 'toegangscode/meeting-id'],
    // Ordinary Dutch, not a platform's wording: a person wrote it. It counts only beside a word for the passcode.
    withheld: [
      'wordt verstrekt door de host',
      'verstrekt door de host',
      'apart',
      'afzonderlijk',
      'via een ander kanaal',
    ],
    conferenceId: ['telefonische vergadering-id', 'conferentie-id'],
    phone: [
      'inbellen via telefoon',
      'een lokaal nummer zoeken',
      'om deel te nemen via uw telefoon',
      'bekijk de inbelnummers',
    ],
    pin: ['pincode', 'pin'],
    invitation: [
      'nu deelnemen aan de vergadering',
      'klik hier om deel te nemen aan de vergadering',
      'deelnemen op uw computer of via de mobiele app',
      'deelname-informatie van google meet',
      'deelnemen aan de vergadering',
    ],
    topic: ['onderwerp'],
    personalRoom: ['persoonlijke ruimte', 'persoonlijke vergaderruimte'],
  },
  recalled: {
    passcode: ['toegangscode', 'vergaderwachtwoord', 'wachtwoord voor vergadering', 'wachtwoord vergadering'],
    meetingNumber: ['vergadernummer (toegangscode)', 'vergadernummer'],
  },
};
