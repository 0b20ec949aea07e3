import type { Wording } from './wording.ts';

// Sources: jitsi/jitsi-meet lang/main-da.json, crisp-oss email-forward-parser, Teams invitations in public repositories (also one of
// a ministry, 2024). All looked up in November 2026.
export const da: Wording = {
  language: 'da',
  seen: {
    passcode: ['adgangskode', 'mødeadgangskode'],
    meetingNumber: ['møde-id'],
    // Jitsi.
    phone: [
      'for at deltage i telefon i stedet',
      'for at deltage via telefon',
      'se mødeopkaldsnumre',
      'opkaldsnumre',
    ],
    pin: ['pin'],
    invitation: [
      'microsoft teams-møde',
      'klik her for at deltage i mødet',
      'tilmeld dig mødet nu',
      'tilmeld dig på en enhed til videomøder',
      // Jitsi.
      'du opfordres til at deltage i et møde',
      'inviterer dig til et møde',
    ],
    join: [
      'deltag i møde',
      'deltag i mødet',
      'tilmeld dig mødet nu',
      'klik her for at deltage i mødet',
      'klik på følgende link for at deltage',
      'deltag i browser',
    ],
    original: [
      'oprindelig meddelelse',
      'oprindelig besked',
      'videresendt meddelelse',
      'start på videresendt besked',
    ],
  },
  recalled: {
    phonePasscode: ['numerisk adgangskode', 'adgangskode til telefon- og videosystemer'],
    meetingNumber: ['mødenummer (adgangskode)', 'mødenummer', 'personligt møde-id'],
    // Ordinary Danish, as a person writes it.
    withheld: ['separat', 'særskilt', 'via en anden kanal', 'på sms'],
    conferenceId: ['telefonkonference-id', 'telefonisk konference-id', 'konference-id'],
    phone: [
      'ring ind via telefon',
      'find et lokalt nummer',
      'find dit lokale nummer',
      'eller ring op (kun lyd)',
      'eller ring ind (kun lyd)',
      'deltag via telefon',
      'tryk for at deltage fra en mobilenhed',
      'globale opkaldsnumre',
      'flere telefonnumre',
    ],
    pin: ['pinkode'],
    invitation: [
      'deltag i mødet nu',
      'inviterer dig til et planlagt zoom-møde',
      'deltag i zoom-møde',
      'deltag i webex-mødet',
    ],
    join: [
      'deltag',
      'deltag nu',
      'deltag i mødet nu',
      'deltag i zoom-møde',
      'deltag i webex-mødet',
      'klik her for at deltage',
      'tilslut',
      'tilslut dig mødet',
      'link til mødet',
      'mødelink',
    ],
    topic: ['emne'],
    personalRoom: ['personligt rum', 'personligt mødelokale', 'personlige mødelokale'],
    original: ['oprindelig aftale'],
  },
};
