import type { Wording } from './wording.ts';

// Sources: jitsi/jitsi-meet lang/main-cs.json, nextcloud Talk connectors, crisp-oss email-forward-parser, a Teams invitation in a
// public repository. All looked up in November 2026.
export const cs: Wording = {
  language: 'cs',
  seen: {
    passcode: ['heslo', 'přístupový kód'],
    meetingNumber: ['id schůzky'],
    phone: [
      'pro připojení telefonicky použijte',
      'pro připojení telefonem použijte toto číslo',
      'čísla pro připojení telefonicky',
    ],
    pin: ['pin'],
    invitation: [
      'schůzka v microsoft teams',
      'připojit se ke schůzce',
      'dostali jste pozvánku připojit se k setkání',
      'vás zve do setkání',
    ],
    join: [
      'připojit se',
      'připojit se ke schůzce',
      'připojit se k setkání',
      'vstoupit do setkání',
      'připojte se v prohlížeči',
    ],
    original: ['původní zpráva', 'přeposlaná zpráva', 'začátek přeposílané zprávy'],
  },
  recalled: {
    passcode: ['heslo schůzky'],
    meetingNumber: ['číslo schůzky (přístupový kód)', 'číslo schůzky', 'identifikátor schůzky'],
    withheld: ['samostatně', 'zvlášť'],
    conferenceId: ['id telefonické konference', 'id konference'],
    phone: ['najít místní číslo', 'připojit se telefonicky', 'nebo zavolejte (jenom zvuk)'],
    invitation: ['kliknutím sem se připojíte ke schůzce', 'připojit se ke schůzce teď'],
    join: ['připojit se teď', 'připojit se ke schůzce teď', 'kliknutím sem se připojíte ke schůzce'],
    topic: ['téma'],
    personalRoom: ['osobní místnost', 'osobní zasedací místnost'],
  },
};
