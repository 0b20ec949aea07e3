import type { Wording } from './wording.ts';

// Sources: jitsi/jitsi-meet lang/main-ro.json, Google Meet details on a public site in five languages, crisp-oss
// email-forward-parser. All looked up in November 2026.
export const ro: Wording = {
  language: 'ro',
  seen: {
    passcode: ['parolă'],
    phone: ['mai multe numere de telefon', 'apăsați o data pentru apelare', 'numere apelare'],
    pin: ['pin'],
    invitation: [
      'informații pentru google meet',
      'linkul pentru apelul video',
      'ați fost invitat pentru a participa la apelul video',
      'v-a invitat pentru a participa la apelul video',
    ],
    join: ['participare', 'participați la apelul video'],
    original: ['mesaj redirecționat', 'începe mesajul redirecționat'],
  },
  recalled: {
    passcode: ['cod de acces', 'parola întâlnirii'],
    meetingNumber: ['id întâlnire', 'id ședință', 'id-ul întâlnirii', 'numărul întâlnirii (cod de acces)'],
    withheld: ['separat', 'într-un mesaj separat'],
    conferenceId: ['id conferință telefonică', 'id conferință'],
    // Google Meet [seen] writes the first: too ordinary for a warning to rest on.
    phone: ['sau apelați', 'găsiți un număr local', 'participați prin telefon'],
    invitation: ['întâlnire microsoft teams', 'ședință microsoft teams', 'participați acum la întâlnire'],
    join: [
      'participați',
      'participați acum',
      'participați acum la întâlnire',
      'alăturați-vă',
      'intrați în întâlnire',
    ],
    topic: ['subiect'],
    personalRoom: ['sală personală', 'sala personală de întâlniri'],
    original: ['mesajul original', 'mesaj original'],
  },
};
