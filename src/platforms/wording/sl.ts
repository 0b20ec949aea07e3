import type { Wording } from './wording.ts';

// Source: jitsi/jitsi-meet lang/main-sl.json, looked up in November 2026.
export const sl: Wording = {
  language: 'sl',
  seen: {
    passcode: ['geslo'],
    phone: [
      'za pridružitev preko telefona',
      'da se pridružite s telefonom',
      'številke za povezavo preko telefona',
    ],
    pin: ['pin'],
    invitation: ['povabljeni ste na konferenco', 'vas je povabil/a na konferenco'],
    join: [
      'pridruži se',
      'pridruži se konferenci',
      'pridruži se sestanku',
      'pridruži se srečanju',
      'kliknite na to povezavo, da se pridružite',
    ],
  },
  recalled: {
    passcode: ['koda za dostop', 'geslo sestanka'],
    meetingNumber: ['id sestanka', 'id srečanja', 'številka srečanja'],
    withheld: ['ločeno', 'posebej'],
    conferenceId: ['id telefonske konference'],
    phone: ['poišči lokalno številko', 'pridružite se po telefonu'],
    invitation: ['srečanje v aplikaciji microsoft teams', 'srečanje microsoft teams'],
    join: ['pridruži se zdaj', 'pridružite se', 'pridružite se sestanku', 'pridružite se srečanju'],
    topic: ['tema'],
    personalRoom: ['osebna soba', 'osebna soba za sestanke'],
    original: ['izvirno sporočilo', 'posredovano sporočilo'],
  },
};
