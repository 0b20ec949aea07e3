import type { Wording } from './wording.ts';

// Source: jitsi/jitsi-meet lang/main-lv.json, looked up in November 2026. Its bare word for "password" is French and Italian for
// "speech" and "words", which agendas hold: left out.
export const lv: Wording = {
  language: 'lv',
  seen: {
    phone: ['lai pieslēgtos telefoniski', 'lai pievienotos pa tālruni', 'iezvana numuri'],
    pin: ['pin'],
    invitation: ['jūs tiekat aicināti pievienoties sapulcei', 'aicina jūs pievienoties sapulcei'],
    join: ['pievienoties', 'pievienoties sapulcei', 'pievienojieties pārlūkā'],
  },
  recalled: {
    passcode: ['piekļuves kods', 'sapulces parole'],
    meetingNumber: ['sapulces id', 'sapulces numurs'],
    withheld: ['atsevišķi'],
    conferenceId: ['tālruņa konferences id'],
    phone: ['atrast vietējo numuru', 'pievienoties pa tālruni'],
    invitation: ['microsoft teams sapulce'],
    join: ['pievienoties tagad', 'pievienoties sapulcei tagad', 'pievienojieties sapulcei'],
    topic: ['tēma'],
    original: ['sākotnējais ziņojums', 'pārsūtītais ziņojums'],
  },
};
