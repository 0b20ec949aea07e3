import type { Wording } from './wording.ts';

// Sources: jitsi/jitsi-meet lang/main-hu.json, nextcloud Talk connectors, crisp-oss email-forward-parser. All looked up in November
// 2026.
export const hu: Wording = {
  language: 'hu',
  seen: {
    passcode: ['jelszó'],
    phone: ['telefonról való csatlakozáshoz', 'betárcsázási számok'],
    pin: ['pin-kód'],
    invitation: [
      'önt meghívták egy értekezletre',
      'meghívta önt egy értekezletre',
      'csatlakozás a megbeszéléshez',
    ],
    join: [
      'csatlakozás',
      'részvétel',
      'csatlakozás az értekezlethez',
      'csatlakozás a megbeszéléshez',
      'bekapcsolódás az értekezletbe',
    ],
    original: ['eredeti üzenet', 'továbbított üzenet', 'továbbított levél kezdete'],
  },
  recalled: {
    passcode: ['hozzáférési kód', 'értekezlet jelszava'],
    meetingNumber: ['értekezlet-azonosító', 'értekezlet azonosítója', 'értekezletazonosító'],
    withheld: ['külön', 'külön üzenetben'],
    conferenceId: ['telefonkonferencia-azonosító', 'konferenciaazonosító'],
    phone: ['helyi szám keresése', 'csatlakozás telefonon'],
    invitation: ['microsoft teams-értekezlet', 'csatlakozás az értekezlethez most'],
    join: ['csatlakozás most', 'csatlakozás az értekezlethez most'],
    topic: ['téma'],
    personalRoom: ['személyes tárgyaló', 'személyes szoba'],
  },
};
