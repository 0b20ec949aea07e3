import type { PasscodeState } from '../../src/model.ts';

/** A short invitation as a platform writes it. Labels are genuine (src/platforms/wording), all values are invented. */
export interface WordingBlock {
  language: string;
  /** Stable id of the contract. */
  platform: string;
  text: string;
  /** What text and link tell together. */
  passcode: PasscodeState;
  /** The meeting number that the text prints under a label, digits only. */
  number: string | null;
  /** The text gives phone numbers to dial in. */
  phone: boolean;
}

const TEAMS_LONG =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NmUxZjQ4YTctMGIzYy00ZDJlLTlhNWYtMTIzNDU2Nzg5MGFi%40thread.v2/0?context=%7b%22Tid%22%3a%2211111111-2222-3333-4444-555555555555%22%2c%22Oid%22%3a%2266666666-7777-8888-9999-000000000000%22%7d';
const TEAMS_SHORT = 'https://teams.microsoft.com/meet/31200045678901?p=AbCdEfGhIjKlMnOpQr';
const RULE = '_'.repeat(80);
const ZOOM = 'https://us02web.zoom.us/j/84500123456';
const ZOOM_PWD = `${ZOOM}?pwd=Q2F2ZUNhbmVtMTIzNDU2Nzg5MGFiY2Rl`;
const WEBEX = 'https://examplestad.webex.com/examplestad/j.php?MTID=m0123456789abcdef0123456789abcdef';

export const BLOCKS: readonly WordingBlock[] = [
  {
    language: 'en',
    platform: 'webex',
    text: `-- Do not delete or change any of the following text. --

When it's time, join the Webex meeting here.
${WEBEX}

Meeting number (access code): 2741 300 5881
Meeting password: aB3dE5gH7 (22334455 from phones and video systems)

Tap to join from a mobile device (attendees only)
+31-20-555-0134,,27413005881#22334455# Netherlands Toll

Join by phone
+31-20-555-0134 Netherlands Toll
Global call-in numbers

Join from a video system or application
Dial 27413005881@examplestad.webex.com`,
    passcode: 'in-text',
    number: '27413005881',
    phone: true,
  },
  {
    language: 'en',
    platform: 'webex',
    text: `Join me now in my Personal Room.

JOIN WEBEX MEETING
https://examplestad.webex.com/meet/jan.devries  |  1234 567 890

JOIN FROM A VIDEO CONFERENCING SYSTEM OR APPLICATION
Dial sip:jan.devries@examplestad.webex.com

JOIN BY PHONE
Call-in toll number: +31-20-555-0134
Access code: 1234 567 890`,
    passcode: 'absent',
    number: '1234567890',
    phone: true,
  },
  {
    language: 'en',
    platform: 'teams',
    text: `${RULE}
Microsoft Teams Need help?
Join the meeting now
${TEAMS_LONG}
Meeting ID: 312 000 456 789
Passcode: xY7zW2

Dial in by phone
+31 20 555 0134,,123456789# Netherlands, Amsterdam
Find a local number
Phone conference ID: 123 456 789#
${RULE}`,
    passcode: 'in-text',
    number: '312000456789',
    phone: true,
  },
  {
    language: 'en',
    platform: 'zoom',
    text: `Jan de Vries is inviting you to a scheduled Zoom meeting.

Topic: Jan de Vries' Personal Meeting Room
Join Zoom Meeting
${ZOOM}

Meeting ID: 845 0012 3456

One tap mobile
+31205550134,,84500123456# Netherlands

Dial by your location
+31 20 555 0134 Netherlands
Find your local number: https://us02web.zoom.us/u/kAbCdEfGh`,
    passcode: 'absent',
    number: '84500123456',
    phone: true,
  },
  {
    language: 'en',
    platform: 'meet',
    text: `Google Meet joining info
Video call link: https://meet.google.com/abc-defg-hij
Or dial: (NL) +31 20 555 0134 PIN: 123 456 789#
More phone numbers: https://tel.meet/abc-defg-hij?pin=1234567890123`,
    passcode: 'none-by-design',
    number: null,
    phone: true,
  },
  {
    language: 'nl',
    platform: 'teams',
    text: `${RULE}
Microsoft Teams Heeft u hulp nodig?
Nu deelnemen aan de vergadering
${TEAMS_LONG}
Vergadering-id: 312 000 456 789
Wachtwoordcode: xY7zW2

Inbellen via telefoon
+31 20 555 0134,,123456789# Netherlands, Amsterdam
Een lokaal nummer zoeken
Telefonische vergadering-id: 123 456 789#
Voor organisatoren: Vergaderopties | Pincode voor inbellen opnieuw instellen
${RULE}`,
    passcode: 'in-text',
    number: '312000456789',
    phone: true,
  },
  {
    language: 'nl',
    platform: 'teams',
    text: `${RULE}
Microsoft Teams-vergadering
Deelnemen op uw computer of via de mobiele app
Klik hier om deel te nemen aan de vergadering<${TEAMS_LONG}>
Meer informatie | Opties voor vergadering
${RULE}`,
    passcode: 'absent',
    number: null,
    phone: false,
  },
  {
    language: 'nl',
    platform: 'webex',
    text: `Deelnemen aan Webex-vergadering
${WEBEX}

Vergadernummer (toegangscode): 2741 300 5881
Vergaderwachtwoord: aB3dE5gH7`,
    passcode: 'in-text',
    number: '27413005881',
    phone: false,
  },
  {
    language: 'nl',
    platform: 'jitsi',
    text: `Jan de Vries nodigt u uit voor een vergadering.

Deelnemen aan de vergadering:
https://meet.jit.si/OverlegStafExamplestad

Om deel te nemen via uw telefoon, tik hierop: +31.20.555.0134,,1234567890#

Op zoek naar een ander inbelnummer?
Bekijk de inbelnummers voor de vergadering: https://meet.jit.si/static/dialInInfo.html?room=OverlegStafExamplestad`,
    passcode: 'absent',
    number: null,
    phone: true,
  },
  {
    language: 'de',
    platform: 'webex',
    text: `Meeting beitreten: ${WEBEX}
Meeting-Kennnummer (Zugriffscode): 2741 300 5881
Meeting-Passwort: aB3dE5gH7
Passwort für Telefon- und Videosysteme: 22334455
Über Telefon beitreten: +49-30-5550-1234 (Germany Toll)
Globale Einwahlnummern: https://examplestad.webex.com/examplestad/globalcallin.php?MTID=m0123456789abcdef0123456789abcdef
Über Videogerät oder -anwendung beitreten: 27413005881@examplestad.webex.com`,
    passcode: 'in-text',
    number: '27413005881',
    phone: true,
  },
  {
    language: 'de',
    platform: 'zoom',
    text: `Jan de Vries lädt Sie zu einem geplanten Zoom-Meeting ein.

Zoom-Meeting beitreten
${ZOOM}

Schnelleinwahl mobil
+493055501234,,84500123456# Deutschland

Einwahl nach aktuellem Standort
+49 30 5550 1234 Deutschland
Meeting-ID: 845 0012 3456
Ortseinwahl suchen: https://us02web.zoom.us/u/kAbCdEfGh`,
    passcode: 'absent',
    number: '84500123456',
    phone: true,
  },
  {
    language: 'de',
    platform: 'teams',
    text: `${RULE}
Microsoft Teams Benötigen Sie Hilfe?
Jetzt an der Besprechung teilnehmen<${TEAMS_LONG}>
Besprechungs-ID: 352 000 456 789 1
Kennung: xY7zW2vU

Per Telefon einwählen
+49 30 5550 1234,,123456789# Germany, Berlin
Suchen einer lokalen Rufnummer
Telefonkonferenz-ID: 123 456 789#
Für Organisatoren: Besprechungsoptionen
${RULE}`,
    passcode: 'in-text',
    number: '3520004567891',
    phone: true,
  },
  {
    language: 'de',
    platform: 'meet',
    text: `Google Meet-Teilnahmeinformationen
Link für Videoanruf: https://meet.google.com/abc-defg-hij
Oder telefonisch: (DE) +49 30 5550 1234 PIN: 123 456 789#
Weitere Telefonnummern: https://tel.meet/abc-defg-hij?pin=1234567890123`,
    passcode: 'none-by-design',
    number: null,
    phone: true,
  },
  {
    language: 'fr',
    platform: 'teams',
    text: `${RULE}
Réunion Microsoft Teams
Rejoindre sur votre ordinateur, application mobile ou appareil de salle
Cliquez ici pour participer à la réunion<${TEAMS_LONG}>
ID de la réunion : 319 000 456 78
Code secret : xY7zW2
Télécharger Teams | Rejoindre sur le web
En savoir plus | Options de réunion
${RULE}`,
    passcode: 'in-text',
    number: '31900045678',
    phone: false,
  },
  {
    language: 'fr',
    platform: 'zoom',
    text: `Jan de Vries vous invite à une réunion Zoom planifiée.

Sujet : Point d’équipe
Participer à la réunion Zoom
${ZOOM_PWD}

ID de réunion : 845 0012 3456
Code secret : 170932`,
    passcode: 'both',
    number: '84500123456',
    phone: false,
  },
  {
    language: 'fr',
    platform: 'webex',
    text: `Rejoindre la réunion
${WEBEX}

Numéro de la réunion (code d'accès) : 2741 300 5881
Mot de passe de la réunion : aB3dE5gH7`,
    passcode: 'in-text',
    number: '27413005881',
    phone: false,
  },
  {
    language: 'fr',
    platform: 'meet',
    text: `Informations pour rejoindre Google Meet :
Lien pour l'appel vidéo : https://meet.google.com/abc-defg-hij
Ou composez le : (FR) +33 1 55 50 12 34, PIN: 123 456 789#
Autres numéros de téléphone : https://tel.meet/abc-defg-hij?pin=1234567890123`,
    passcode: 'none-by-design',
    number: null,
    phone: true,
  },
  {
    language: 'es',
    platform: 'zoom',
    text: `Jan de Vries le está invitando a una reunión de Zoom programada.

Tema: Coordinación
Hora: 6 may 2026 11:00 a. m. Madrid
Entrar Zoom Reunión
${ZOOM_PWD}

ID de reunión: 845 0012 3456
Código de acceso: 320153`,
    passcode: 'both',
    number: '84500123456',
    phone: false,
  },
  {
    language: 'es',
    platform: 'teams',
    text: `${RULE}
Reunión de Microsoft Teams
Unirse: ${TEAMS_SHORT}
Id. de reunión: 312 000 456 789 01
Código de acceso: xY7zW2vU
${RULE}`,
    passcode: 'both',
    number: '31200045678901',
    phone: false,
  },
  {
    language: 'es',
    platform: 'teams',
    text: `${RULE}
Reunión de Microsoft Teams
Únase a través de su ordenador, aplicación móvil o dispositivo de sala
Haga clic aquí para unirse a la reunión<${TEAMS_LONG}>
ID de la reunión: 262 000 456 789
Descargar Teams | Unirse en la web
${RULE}`,
    passcode: 'absent',
    number: '262000456789',
    phone: false,
  },
  {
    language: 'es',
    platform: 'webex',
    text: `${WEBEX}

Número de la reunión (código de acceso): 2741 300 5881
Contraseña de la reunión: aB3dE5gH7`,
    passcode: 'in-text',
    number: '27413005881',
    phone: false,
  },
  {
    language: 'es',
    platform: 'meet',
    text: `Información para unirse con Google Meet
Enlace de la videollamada: https://meet.google.com/abc-defg-hij
O marca el: (ES) +34 915 550 134 PIN: 123 456 789#
Más números de teléfono: https://tel.meet/abc-defg-hij?pin=1234567890123`,
    passcode: 'none-by-design',
    number: null,
    phone: true,
  },
  {
    language: 'it',
    platform: 'teams',
    text: `${RULE}
Riunione di Microsoft Teams
Partecipa da computer, app per dispositivi mobili o dispositivo della stanza
Fai clic qui per partecipare alla riunione<${TEAMS_LONG}>
ID riunione: 362 000 456 789
Passcode: xY7zW2
Scarica Teams | Partecipa sul Web
${RULE}`,
    passcode: 'in-text',
    number: '362000456789',
    phone: false,
  },
  {
    language: 'it',
    platform: 'zoom',
    text: `Link di accesso: ${ZOOM_PWD}

ID riunione: 845 0012 3456
Codice d'accesso: 559517`,
    passcode: 'both',
    number: '84500123456',
    phone: false,
  },
  {
    language: 'it',
    platform: 'webex',
    text: `${WEBEX}

Numero riunione (codice di accesso): 2741 300 5881
Password riunione: aB3dE5gH7`,
    passcode: 'in-text',
    number: '27413005881',
    phone: false,
  },
  {
    language: 'pt',
    platform: 'zoom',
    text: `Entrar na reunião Zoom:
${ZOOM_PWD}

ID da reunião: 845 0012 3456
Senha de acesso: 212595`,
    passcode: 'both',
    number: '84500123456',
    phone: false,
  },
  {
    language: 'pt',
    platform: 'meet',
    text: `Como participar do Google Meet
Link da videochamada: https://meet.google.com/abc-defg-hij
Ou disque: (BR) +55 11 5555-0134 PIN: 123 456 789#
Outros números de telefone: https://tel.meet/abc-defg-hij?pin=1234567890123`,
    passcode: 'none-by-design',
    number: null,
    phone: true,
  },
  {
    language: 'pt',
    platform: 'jitsi',
    text: `Jan de Vries está a convidá-lo para uma reunião.

Entrar na reunião:
https://meet.jit.si/ReuniaoExamplestad

Palavra-passe: aB3dE5gH7`,
    passcode: 'in-text',
    number: null,
    phone: false,
  },
  {
    language: 'pl',
    platform: 'teams',
    text: `${RULE}
Spotkanie w Microsoft Teams
Dołącz: ${TEAMS_SHORT}
Identyfikator spotkania: 312 000 456 789 01
Kod dostępu: xY7zW2vU
${RULE}`,
    passcode: 'both',
    number: '31200045678901',
    phone: false,
  },
  {
    language: 'pl',
    platform: 'zoom',
    text: `Jan de Vries zaprasza Cię na zaplanowane spotkanie Zoom.
Temat: Planowanie
Dołącz do spotkania Zoom
${ZOOM}

Identyfikator spotkania: 845 0012 3456
Kod dostępu: 320153`,
    passcode: 'in-text',
    number: '84500123456',
    phone: false,
  },
  {
    language: 'pl',
    platform: 'jitsi',
    text: `Jan de Vries zaprasza Cię na spotkanie.

Dołącz do spotkania:
https://meet.jit.si/SpotkanieExamplestad

Aby skorzystać z połączenia telefonicznego, wprowadź: +48.22.555.0134,,1234567890#`,
    passcode: 'absent',
    number: null,
    phone: true,
  },
  {
    language: 'sv',
    platform: 'teams',
    text: `${RULE}
Microsoft Teams-möte
Anslut till mötet nu<${TEAMS_LONG}>
Mötes-ID: 312 000 456 789
Lösenord: xY7zW2
${RULE}`,
    passcode: 'in-text',
    number: '312000456789',
    phone: false,
  },
  {
    language: 'sv',
    platform: 'teams',
    text: `${RULE}
Microsoft Teams-möte
Jobba på datorn eller mobilappen
Klicka här för att ansluta till mötet<${TEAMS_LONG}>
${RULE}`,
    passcode: 'absent',
    number: null,
    phone: false,
  },
  {
    language: 'sv',
    platform: 'jitsi',
    text: `Jan de Vries bjuder in dig till ett möte.

Gå med i mötet:
https://meet.jit.si/MoteExamplestad

Lösenord: aB3dE5gH7

För att gå med via telefon istället trycker du in: +46.8.555.0134,,1234567890#`,
    passcode: 'in-text',
    number: null,
    phone: true,
  },
  {
    language: 'da',
    platform: 'teams',
    text: `${RULE}
Microsoft Teams Har du brug for hjælp?
Tilmeld dig mødet nu<${TEAMS_LONG}>
Møde-id: 320 000 456 789
Adgangskode: xY7zW2
${'_'.repeat(32)}
Tilmeld dig på en enhed til videomøder
Lejernøgle: teams@video.example.org
Video-id: 125 000 456 7
For arrangører: Mødeindstillinger | Nulstil opkaldspinkode
${RULE}`,
    passcode: 'in-text',
    number: '320000456789',
    phone: false,
  },
  {
    language: 'da',
    platform: 'teams',
    text: `${RULE}
Microsoft Teams-møde
Klik her for at deltage i mødet <${TEAMS_LONG}>
Få mere at vide | Mødeindstillinger
${RULE}`,
    passcode: 'absent',
    number: null,
    phone: false,
  },
  {
    language: 'nb',
    platform: 'teams',
    text: `Microsoft Teams-møte
${TEAMS_LONG}
Møte-ID: 312 000 456 789
Passord: xY7zW2
Finn ut mer | Møtealternativer`,
    passcode: 'in-text',
    number: '312000456789',
    phone: false,
  },
  {
    language: 'cs',
    platform: 'teams',
    text: `${RULE}
Schůzka v Microsoft Teams
Připojit se: ${TEAMS_SHORT}
ID schůzky: 370 000 456 789 01
Přístupový kód: xY7zW2vU
${RULE}`,
    passcode: 'both',
    number: '37000045678901',
    phone: false,
  },
  {
    language: 'ro',
    platform: 'meet',
    text: `Informații pentru Google Meet
Linkul pentru apelul video: https://meet.google.com/abc-defg-hij
Sau apelați: (RO) +40 21 555 0134, PIN: 123 456 789#
Mai multe numere de telefon: https://tel.meet/abc-defg-hij?pin=1234567890123`,
    passcode: 'none-by-design',
    number: null,
    phone: true,
  },
  {
    language: 'hu',
    platform: 'jitsi',
    text: `Jan de Vries meghívta Önt egy értekezletre.

Csatlakozás az értekezlethez:
https://meet.jit.si/ErtekezletExamplestad

Jelszó: aB3dE5gH7

Telefonról való csatlakozáshoz ezeket kell tárcsázni: +36.1.555.0134,,1234567890#`,
    passcode: 'in-text',
    number: null,
    phone: true,
  },
];
