import type { Wording } from './wording.ts';

// Source: jitsi/jitsi-meet lang/main-lt.json, looked up in November 2026. Its bare word for "join" also means "sign in": left out.
export const lt: Wording = {
  language: 'lt',
  seen: {
    passcode: ['slaptažodis'],
    phone: ['jei norite prisijungti telefonu', 'suvestiniai numeriai'],
    pin: ['pin kodas'],
    invitation: ['jūs esate kviečiama(-as) prisijungti prie susitikimo', 'jus kviečia į susitikimą'],
    join: ['prisijungti prie susitikimo', 'prisijunkite prie susitikimo'],
  },
  recalled: {
    passcode: ['prieigos kodas', 'susitikimo slaptažodis'],
    meetingNumber: ['susitikimo id', 'posėdžio id', 'susitikimo numeris'],
    withheld: ['atskirai'],
    conferenceId: ['telefoninės konferencijos id'],
    phone: ['rasti vietinį numerį', 'prisijungti telefonu'],
    invitation: ['microsoft teams susitikimas', 'microsoft teams posėdis'],
    join: ['prisijungti prie susitikimo dabar', 'prisijungti prie posėdžio'],
    topic: ['tema'],
    original: ['pradinis pranešimas', 'persiųstas pranešimas'],
  },
};
