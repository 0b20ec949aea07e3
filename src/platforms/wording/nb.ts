import type { Wording } from './wording.ts';

// Sources: jitsi/jitsi-meet lang/main-nb.json, crisp-oss email-forward-parser, Teams and Zoom invitations pasted in public
// repositories. All looked up in November 2026.
export const nb: Wording = {
  language: 'nb',
  seen: {
    passcode: ['passord'],
    meetingNumber: ['møte-id'],
    phone: ['for å bli med via telefon', 'innringingsnumre'],
    pin: ['pin-kode'],
    invitation: [
      'microsoft teams-møte',
      'du er invitert til å bli med i et møte',
      'inviterer deg til et møte',
    ],
    join: ['bli med', 'bli med i møtet', 'bli med i nettleseren', 'klikk på følgende lenke for å bli med'],
    original: ['opprinnelig melding', 'videresendt melding'],
  },
  recalled: {
    passcode: ['tilgangskode', 'møtepassord'],
    meetingNumber: ['møtenummer (tilgangskode)', 'møtenummer'],
    withheld: ['separat', 'i en egen melding'],
    conferenceId: ['telefonkonferanse-id', 'konferanse-id'],
    phone: [
      'ring inn via telefon',
      'finn et lokalt nummer',
      'eller ring inn (bare lyd)',
      'bli med via telefon',
    ],
    invitation: ['klikk her for å bli med i møtet', 'bli med i møtet nå'],
    join: ['bli med nå', 'bli med i møtet nå', 'delta i møtet', 'klikk her for å bli med i møtet'],
    topic: ['emne'],
    personalRoom: ['personlig rom', 'personlig møterom'],
  },
};
