import type { Wording } from './wording.ts';

// Sources, besides facts/meeting-links.md section 8 (S°, S): jitsi/jitsi-meet lang/main-it.json, ringcentral-js-widgets
// MeetingCalendarHelper i18n it-IT, help.webex.com/it-it, localised Microsoft Teams admin pages, Google Meet details on a public site
// in five languages, nextcloud Talk connectors, crisp-oss email-forward-parser, invitations pasted in public repositories. All looked
// up in November 2026.
export const it: Wording = {
  language: 'it',
  seen: {
    passcode: [
      'passcode',
      'password',
      'password riunione',
      'password della riunione',
      // Zoom.
      'codice d’accesso',
      // RingCentral's for phones; elsewhere it is an ordinary name for any password, so it counts as one.
      'password di accesso',
    ],
    phonePasscode: ['password accesso diretto'],
    meetingNumber: ['id riunione', 'codice di accesso/id riunione'],
    phone: [
      'trova un numero locale',
      'altri numeri di telefono',
      // Jitsi.
      'per seguire telefonicamente',
      'per entrare in riunione con un telefono',
      'ecco dei numeri telefonici per collegarsi alla riunione',
      // RingCentral.
      'oppure da iphone con un tocco',
      'accedi con un tocco da smartphone',
      'numeri internazionali disponibili',
    ],
    pin: ['pin'],
    invitation: [
      'riunione di microsoft teams',
      'partecipa da computer, app per dispositivi mobili o dispositivo della stanza',
      'partecipa dal computer, dall’app per dispositivi mobili o dal dispositivo della stanza',
      'partecipa sul computer o con l’app per dispositivi mobili',
      'fai clic qui per partecipare alla riunione',
      'partecipa con google meet',
      'come collegarsi al google meet',
      'link per il collegamento video',
      'partecipa ora alla riunione',
      // Jitsi.
      'sei stato invitato ad una riunione',
      'ti sta invitando ad una riunione',
      // RingCentral.
      'ti sta invitando a una riunione',
      'ti ha invitato a una riunione',
      'non modificare questo testo',
    ],
    join: [
      'partecipa',
      'partecipa alla riunione',
      'partecipa ora alla riunione',
      'fai clic qui per partecipare alla riunione',
      'collegati alla riunione',
      'entra nella riunione',
      'entra dal browser',
      'partecipa con google meet',
      'clicca il seguente link per entrare nella riunione',
    ],
    // Webex.
    personalRoom: ['sala riunioni personale'],
    original: ['messaggio originale', 'messaggio inoltrato', 'inizio messaggio inoltrato'],
  },
  recalled: {
    // Webex's number has the longer phrase.
    passcode: ['codice di accesso', 'codice accesso'],
    phonePasscode: ['password numerica', 'passcode numerico', 'password per telefoni e sistemi video'],
    meetingNumber: [
      'numero riunione (codice di accesso)',
      'numero riunione',
      'numero della riunione (codice di accesso)',
      'numero della riunione',
      'id della riunione',
      'id riunione personale',
    ],
    // Ordinary Italian, as a person writes it.
    withheld: [
      'separatamente',
      'fornita dall’organizzatore',
      'fornito dall’organizzatore',
      'tramite un altro canale',
      'via sms',
    ],
    conferenceId: ['id conferenza telefonica', 'id conferenza'],
    phone: [
      'componi',
      'per telefono',
      // Google Meet and RingCentral [seen]: too ordinary for a warning to rest on.
      'o al telefono',
      'o componi',
      'o via telefono',
      'oppure chiama (solo audio)',
      'oppure effettua una chiamata (solo audio)',
      'partecipa tramite telefono',
      'accedi tramite telefono',
      'chiama per telefono',
      'tocca per accedere da un dispositivo mobile',
      'numeri di accesso globali',
      'numeri di chiamata in ingresso globali',
      'dispositivo mobile con un solo tocco',
      'componi in base alla tua posizione',
      'componi in base alla propria posizione',
      'trova il tuo numero locale',
      'trova il numero locale',
    ],
    invitation: [
      'ti sta invitando a una riunione pianificata in zoom',
      'entra nella riunione in zoom',
      'partecipa alla riunione ora',
      'accedi alla riunione webex',
      'accedi da un sistema video o applicazione',
    ],
    join: [
      'partecipa ora',
      'partecipa alla riunione ora',
      'entra nella riunione in zoom',
      'accedi alla riunione',
      'accedi alla riunione webex',
      'unisciti',
      'unisciti ora',
      'unisciti alla riunione',
      'clicca qui per partecipare',
      'fai clic qui per partecipare',
      'collegati alla videochiamata',
      'entra nella videochiamata',
      'link alla riunione',
      'link della riunione',
    ],
    topic: ['argomento'],
    personalRoom: ['sala personale'],
    original: ['appuntamento originale'],
  },
};
