import type { Wording } from './wording.ts';

// Sources: jitsi/jitsi-meet lang/main-sv.json, support.zoom.com/hc/sv, Skype for Business invitations in public calendars, crisp-oss
// email-forward-parser, Teams invitations pasted in public repositories. All looked up in November 2026.
export const sv: Wording = {
  language: 'sv',
  seen: {
    passcode: ['lösenord', 'möteslösenord'],
    meetingNumber: ['mötes-id', 'personligt mötes-id'],
    // Skype for Business.
    conferenceId: ['konferens-id'],
    phone: [
      'anslut via telefon',
      'hitta ett lokalt nummer',
      // Jitsi.
      'för att gå med via telefon',
      'om du vill gå med via telefon',
      'se mötesuppringningsnummer',
      'inringningsnummer',
    ],
    pin: ['pin', 'pin-kod'],
    invitation: [
      'microsoft teams-möte',
      'jobba på datorn eller mobilappen',
      'klicka här för att ansluta till mötet',
      'anslut till microsoft teams-möte',
      'anslut till mötet nu',
      'anslut till skype-mötet',
      // Jitsi.
      'du är inbjuden till ett möte',
      'bjuder in dig till ett möte',
    ],
    join: [
      'gå med',
      'gå med i mötet',
      'gå med i zoom-möte',
      'anslut till mötet',
      'anslut till mötet nu',
      'anslut till skype-mötet',
      'anslut till microsoft teams-möte',
      'klicka här för att ansluta till mötet',
      'klicka på följande länk för att gå med',
      'delta på webben',
    ],
    original: ['ursprungligt meddelande', 'vidarebefordrat meddelande', 'vidarebefordrat mejl'],
  },
  recalled: {
    passcode: ['lösenkod', 'åtkomstkod'],
    phonePasscode: ['numeriskt lösenord', 'lösenord för telefon- och videosystem'],
    meetingNumber: ['mötesnummer (åtkomstkod)', 'mötesnummer'],
    // Ordinary Swedish, as a person writes it.
    withheld: ['separat', 'via en annan kanal', 'via sms'],
    conferenceId: ['telefonkonferens-id', 'telefonens konferens-id'],
    phone: [
      'ring in via telefon',
      'eller ring in (endast ljud)',
      'tryck för att ansluta från en mobil enhet',
      'globala inringningsnummer',
      'fler telefonnummer',
      'hitta ditt lokala nummer',
      'ring beroende på din plats',
    ],
    invitation: [
      'anslut via dator, mobilapp eller rumsenhet',
      'bjuder in dig till ett schemalagt zoom-möte',
      'anslut till zoom-möte',
      'anslut till webex-mötet',
    ],
    join: [
      'anslut',
      'anslut nu',
      'gå med nu',
      'delta nu',
      'delta i mötet',
      'klicka här för att delta',
      'anslut till zoom-möte',
      'anslut till webex-mötet',
      'länk till mötet',
      'möteslänk',
    ],
    topic: ['ämne'],
    personalRoom: ['personligt rum', 'personligt mötesrum', 'personliga rum', 'personliga mötesrum'],
    original: ['ursprunglig avtalad tid'],
  },
};
