import type { Wording } from './wording.ts';

// Sources, besides facts/meeting-links.md section 8 (S°, S): a Microsoft Graph invitation in Spanish kept as a test case,
// jitsi/jitsi-meet lang/main-es.json, ringcentral-js-widgets MeetingCalendarHelper i18n es-419 and es-ES, localised Microsoft Teams
// admin pages, Google Meet details on a public site in five languages, a public Webex class list, nextcloud Talk connectors,
// crisp-oss email-forward-parser, invitations pasted in public repositories. All looked up in November 2026.
export const es: Wording = {
  language: 'es',
  seen: {
    // "Código de acceso" is Teams's and Zoom's passcode; Webex's number has the longer phrase.
    passcode: ['código de acceso', 'contraseña', 'contraseña de la reunión'],
    // RingCentral.
    phonePasscode: ['contraseña de marcado', 'contraseña de marcación'],
    meetingNumber: [
      // Webex.
      'número de la reunión (código de acceso)',
      // Teams ("Id. de reunión", before 2023 "ID de la reunión") and Zoom.
      'id de reunión',
      'id de la reunión',
      // RingCentral.
      'código de acceso/id de reunión',
      'código de acceso/id de la reunión',
    ],
    phone: [
      'buscar un número local',
      // Google Meet.
      'o marca el',
      'más números de teléfono',
      'otros números de teléfono',
      // Jitsi.
      'también puede entrar por llamada telefónica',
      'números para entrar por llamada telefónica',
      'para participar por teléfono',
      // RingCentral.
      'pulse una vez para unirse solo mediante audio',
      'un toque para unirse al audio solo desde un teléfono',
      'números internacionales disponibles',
    ],
    pin: ['pin'],
    invitation: [
      'reunión de microsoft teams',
      'unirse a la reunión ahora',
      'haga clic aquí para unirse a la reunión',
      'únase a través de su ordenador, aplicación móvil o dispositivo de sala',
      'le está invitando a una reunión de zoom programada',
      'entrar zoom reunión',
      'unirse a la reunión zoom',
      'información para unirse a la reunión de google meet',
      'información para unirse con google meet',
      'cómo unirse al google meet',
      'vínculo a la videollamada',
      'enlace de la videollamada',
      'enlace para unirse a la videoconferencia',
      'unirse ahora a la reunión',
      // Jitsi.
      'está invitado a unirse a una reunión',
      'le invita a una reunión',
      'enlace para unirse a la reunión',
      // RingCentral.
      'no modifique este texto',
    ],
    join: [
      'unirse',
      'unirse a la reunión',
      'unirse a la reunión ahora',
      'unirse ahora a la reunión',
      'unirse a la reunión zoom',
      'unirse a la reunión de microsoft teams',
      'haga clic aquí para unirse a la reunión',
      'click aquí para unirse a la reunión',
      'entrar a la reunión',
      'entrar zoom reunión',
      'enlace para unirse a la reunión',
      'unirse en el navegador',
    ],
    topic: ['tema'],
    original: ['mensaje original', 'mensaje reenviado', 'inicio del mensaje reenviado'],
  },
  recalled: {
    passcode: ['contraseña de reunión'],
    phonePasscode: [
      'contraseña numérica',
      'código de acceso numérico',
      'contraseña para teléfonos y sistemas de vídeo',
    ],
    meetingNumber: [
      'número de la reunión',
      'número de reunión (código de acceso)',
      'número de reunión',
      'id de reunión personal',
    ],
    // Ordinary Spanish, as a person writes it.
    withheld: [
      'por separado',
      'proporcionada por el anfitrión',
      'proporcionado por el anfitrión',
      'por otro canal',
      'por sms',
    ],
    conferenceId: ['id de conferencia telefónica', 'identificador de conferencia', 'id de conferencia'],
    phone: [
      'marcar',
      'por teléfono',
      'marque',
      // RingCentral, and Google Meet on one site [seen]: too ordinary for a warning to rest on.
      'o marque',
      'o llama al',
      'o llame (solo audio)',
      'llamar por teléfono',
      'marcar por teléfono',
      'unirse por teléfono',
      'entrar por teléfono',
      'toque para unirse desde un dispositivo móvil',
      'números de llamada globales',
      'números de llamada entrante globales',
      'números de acceso globales',
      'móvil con un toque',
      'marcar según su ubicación',
      'marque según su ubicación',
      'encuentre su número local',
      'busque su número local',
    ],
    invitation: ['unirse a la reunión de webex', 'unirse desde un sistema o una aplicación de vídeo'],
    join: [
      'unirme',
      'únete',
      'únase',
      'únase ahora',
      'unirse ahora',
      'únete a la reunión',
      'únase a la reunión',
      'haz clic aquí para unirte',
      'haga clic aquí para unirse',
      'entrar en la reunión',
      'acceder a la reunión',
      'unirse a la videollamada',
      'entrar a la videollamada',
      'unirse con google meet',
      'enlace de la reunión',
    ],
    personalRoom: ['sala personal', 'sala de reuniones personal', 'sala de reunión personal'],
    original: ['cita original'],
  },
};
