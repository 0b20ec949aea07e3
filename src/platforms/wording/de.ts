import type { Wording } from './wording.ts';

export const de: Wording = {
  language: 'de',
  seen: {
    passcode: ['kenncode', 'passcode', 'meeting-passwort', 'passwort', 'kennwort'],
    phonePasscode: ['passwort für telefon- und videosysteme'],
    meetingNumber: [
      'meeting-kennnummer (zugriffscode)',
      'meeting-kennnummer',
      'meeting-id',
      'besprechungs-id',
      'zugriffscode',
    ],
    // Ordinary German, as a person writes it; it counts only beside a word for the passcode.
    withheld: ['separat', 'gesondert', 'vom gastgeber', 'getrennt'],
    conferenceId: ['telefonkonferenz-id', 'konferenz-id'],
    phone: [
      'über telefon beitreten',
      'per telefon einwählen',
      'schnelleinwahl mobil',
      'einwahl nach aktuellem standort',
      'ortseinwahl suchen',
      'suchen einer lokalen rufnummer',
      'globale einwahlnummern',
    ],
    pin: ['pin'],
    invitation: [
      'zoom-meeting beitreten',
      'meeting beitreten',
      'über videogerät oder -anwendung beitreten',
      'nehmen sie an dieser videokonferenz teil',
      'nehmen sie auf dem computer oder in der mobilen app teil',
      'hier klicken, um an der besprechung teilzunehmen',
    ],
    topic: ['thema'],
    personalRoom: ['persönlicher meetingraum', 'persönlicher raum'],
  },
  recalled: { passcode: ['zugangscode', 'meeting-kennwort'] },
};
