import type { Wording } from './wording.ts';

// Sources, besides facts/meeting-links.md section 8 (S°): jitsi/jitsi-meet lang/main-fr.json, ringcentral-js-widgets
// MeetingCalendarHelper i18n fr-CA, help.webex.com/fr-fr, localised Microsoft Teams admin pages, Google Meet details on a public
// site in five languages, nextcloud Talk connectors, crisp-oss email-forward-parser, invitations pasted in public repositories.
// All looked up in November 2026. "Code secret" and "Numéro de la réunion" are false friends away from a link (facts section 8).
export const fr: Wording = {
  language: 'fr',
  seen: {
    passcode: ['code secret', 'mot de passe', 'mot de passe de la réunion'],
    // RingCentral.
    phonePasscode: ['mot de passe à composer'],
    meetingNumber: [
      'id de la réunion',
      'id de réunion',
      // RingCentral.
      'code de réunion',
      'code d’accès/code de réunion',
    ],
    phone: [
      'rechercher un numéro local',
      'autres numéros de téléphone',
      'ou composez le',
      // Jitsi.
      'pour rejoindre depuis un téléphone',
      'pour rejoindre par téléphone',
      'afficher les numéros d’appel de la réunion',
      // RingCentral.
      'numéro à composer',
      'participez à la réunion en un clic sur votre téléphone',
      'numéros internationaux disponibles',
    ],
    pin: ['pin'],
    invitation: [
      'réunion microsoft teams',
      'vous êtes invité à participer à une réunion microsoft teams',
      'rejoindre sur votre ordinateur, application mobile ou appareil de salle',
      'rejoindre sur votre ordinateur ou votre appareil mobile',
      'cliquez ici pour participer à la réunion',
      'rejoindre la réunion maintenant',
      'vous invite à une réunion zoom programmée',
      'vous invite à une réunion zoom planifiée',
      'participer à la réunion zoom',
      'informations pour rejoindre google meet',
      'lien pour l’appel vidéo',
      'rejoindre avec google meet',
      'participer avec google meet',
      // Jitsi.
      'vous êtes invité(e) à participer à une réunion',
      'vous invite à une réunion',
    ],
    join: [
      'rejoindre la réunion',
      'rejoindre une réunion',
      'rejoindre la réunion maintenant',
      'participer à la réunion',
      'participer à la réunion zoom',
      'cliquez ici pour participer à la réunion',
      'rejoindre l’appel',
      'rejoindre avec google meet',
      'participer avec google meet',
      'rejoindre depuis le navigateur',
    ],
    topic: ['sujet'],
    // Webex.
    personalRoom: ['salle personnelle'],
    original: [
      'message d’origine',
      'message transféré',
      'message transmis',
      'début du message réexpédié',
      'début du message transféré',
    ],
  },
  recalled: {
    // The short one is Zoom's and other platforms' passcode; Webex's own number has the longer phrase.
    passcode: ['code d’accès', 'mot de passe de réunion'],
    phonePasscode: [
      'mot de passe numérique',
      'code secret numérique',
      'mot de passe pour téléphones et systèmes vidéo',
    ],
    meetingNumber: [
      'numéro de la réunion (code d’accès)',
      'numéro de la réunion',
      'numéro de réunion (code d’accès)',
      'numéro de réunion',
      'code d’accès/id de réunion',
      'identifiant de la réunion',
      'identifiant de réunion',
      'id de réunion personnelle',
    ],
    // Ordinary French, as a person writes it.
    withheld: [
      'séparément',
      'fourni par l’organisateur',
      'fourni par l’hôte',
      'par un autre canal',
      'par sms',
    ],
    conferenceId: ['id de conférence téléphonique', 'id de conférence', 'numéro de conférence'],
    phone: [
      'par téléphone',
      'composez',
      'ou appelez (audio uniquement)',
      'rejoindre par téléphone',
      'appeler par téléphone',
      'composer par téléphone',
      'touchez pour rejoindre à partir d’un appareil mobile',
      'appuyez pour rejoindre à partir d’un appareil mobile',
      'numéros d’appel internationaux',
      'numéros d’appel entrant internationaux',
      'une seule touche sur l’appareil mobile',
      'composez un numéro en fonction de votre emplacement',
      'composez le numéro correspondant à votre emplacement',
      'trouver votre numéro local',
      'trouvez votre numéro local',
    ],
    pin: ['code confidentiel'],
    invitation: [
      'rejoindre à partir d’un système vidéo ou d’une application',
      'rejoindre la réunion webex',
      'ne pas supprimer ou modifier le texte ci-dessous',
    ],
    join: [
      'rejoindre',
      'participer',
      'rejoindre maintenant',
      'participer maintenant',
      'cliquez ici pour rejoindre la réunion',
      'cliquez ici pour participer',
      'accéder à la réunion',
      'se connecter à la réunion',
      'rejoindre la visioconférence',
      'rejoindre la visio',
      'rejoindre la réunion zoom',
      'rejoindre la réunion webex',
      'rejoindre l’appel vidéo',
      'lien de la réunion',
      'lien de connexion à la réunion',
    ],
    topic: ['objet de la réunion'],
    personalRoom: ['salle de réunion personnelle'],
    original: ['message original', 'rendez-vous d’origine'],
  },
};
