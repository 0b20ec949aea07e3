import type { Wording } from './wording.ts';

// Sources: jitsi/jitsi-meet lang/main-fi.json, crisp-oss email-forward-parser, Zoom details in a public repository. All looked up in
// November 2026.
export const fi: Wording = {
  language: 'fi',
  seen: {
    passcode: ['salasana', 'kokoussalasana'],
    meetingNumber: ['kokoustunnus'],
    phone: ['liittyäksesi puhelimella', 'liittymispuhelinnumerot'],
    pin: ['pin'],
    invitation: ['olet saanut kokouskutsun', 'kutsuu sinut kokoukseen'],
    join: ['liity', 'liity kokoukseen', 'liity selaimessa', 'napsauta seuraavaa linkkiä liittyäksesi'],
    original: [
      'alkuperäinen viesti',
      'edelleenlähetetty viesti',
      'välitetty viesti',
      'välitetty viesti alkaa',
    ],
  },
  recalled: {
    passcode: ['tunnuskoodi', 'pääsykoodi'],
    meetingNumber: ['kokouksen tunnus', 'kokousnumero'],
    withheld: ['erikseen', 'erillisessä viestissä'],
    conferenceId: ['puhelinneuvottelun tunnus', 'neuvottelutunnus'],
    phone: ['soita puhelimella', 'etsi paikallinen numero', 'liity puhelimella'],
    invitation: ['microsoft teams -kokous', 'liity kokoukseen nyt', 'liity kokoukseen napsauttamalla tätä'],
    join: [
      'liity nyt',
      'liity kokoukseen nyt',
      'liity kokoukseen napsauttamalla tätä',
      'osallistu kokoukseen',
    ],
    topic: ['aihe'],
    personalRoom: ['henkilökohtainen kokoushuone', 'henkilökohtainen huone'],
  },
};
