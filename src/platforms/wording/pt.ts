import type { Wording } from './wording.ts';

// Sources: jitsi/jitsi-meet lang/main-pt.json and main-pt-BR.json, ringcentral-js-widgets MeetingCalendarHelper i18n pt-BR and pt-PT,
// help.webex.com/pt-br, localised Microsoft Teams admin pages, Google Meet details and Zoom invitations pasted in public repositories
// and on trade unions' pages, nextcloud Talk connectors, crisp-oss email-forward-parser. All looked up in November 2026. European and
// Brazilian Portuguese together.
export const pt: Wording = {
  language: 'pt',
  seen: {
    passcode: ['senha de acesso', 'senha', 'senha da reunião', 'palavra-passe'],
    // RingCentral.
    phonePasscode: ['senha de discagem', 'palavra-passe de marcação'],
    meetingNumber: ['id da reunião', 'código de acesso/id da reunião'],
    phone: [
      'localizar um número local',
      // Google Meet.
      'ou disque',
      'outros números de telefone',
      // Jitsi.
      'para entrar por telefone',
      'para entrar através do telefone',
      'para participar por telefone',
      'veja os números de telefone da reunião',
      'veja os números de discagem da reunião',
      'números de discagem',
      'números para entrar por chamada telefónica',
      // RingCentral.
      'ou um toque de iphone',
      'um toque para entrar apenas com áudio',
      'números internacionais disponíveis',
    ],
    pin: ['pin'],
    invitation: [
      'reunião do microsoft teams',
      'participe pelo computador',
      'entrar na reunião zoom',
      'como participar do google meet',
      'participar da reunião agora',
      'participar na reunião agora',
      // Jitsi.
      'você foi convidado para uma reunião',
      'está convidando você para uma reunião',
      'está convidado a entrar numa reunião',
      'está a convidá-lo para uma reunião',
      // RingCentral.
      'não modifique este texto',
      'não modificar este texto',
    ],
    join: [
      'participar',
      'participar da reunião',
      'participar da reunião agora',
      'participar na reunião',
      'participar na reunião agora',
      'entrar na reunião',
      'entre na reunião',
      'entrar na reunião zoom',
      'clique aqui para entrar na reunião',
      'link da videochamada',
    ],
    // Webex, Zoom.
    personalRoom: ['sala pessoal', 'sala de reunião pessoal'],
    original: [
      'mensagem original',
      'mensagem encaminhada',
      'mensagem reencaminhada',
      'início da mensagem encaminhada',
      'início da mensagem reencaminhada',
    ],
  },
  recalled: {
    // Webex's number has the longer phrase.
    passcode: ['código de acesso', 'código secreto'],
    phonePasscode: ['senha numérica', 'senha para telefones e sistemas de vídeo'],
    meetingNumber: [
      'número da reunião (código de acesso)',
      'número da reunião',
      'id de reunião',
      'id de reunião pessoal',
      'id da reunião pessoal',
    ],
    // Ordinary Portuguese, as a person writes it.
    withheld: [
      'separadamente',
      'em separado',
      'fornecida pelo anfitrião',
      'fornecida pelo organizador',
      'por outro canal',
      'por sms',
    ],
    conferenceId: [
      'id da conferência por telefone',
      'id da conferência telefónica',
      'id de conferência telefónica',
      'id da conferência',
    ],
    phone: [
      // RingCentral [seen]: too ordinary for a warning to rest on.
      'ou marque',
      'ou ligue (somente áudio)',
      'ou ligue (apenas áudio)',
      'discar por telefone',
      'ligar por telefone',
      'entrar por telefone',
      'ingressar por telefone',
      'toque para entrar em um dispositivo móvel',
      'números de chamada globais',
      'números de chamada de entrada globais',
      'discagem com um toque',
      'discar pelo seu local',
      'ligar de acordo com a sua localização',
      'encontre seu número local',
      'localizar seu número local',
    ],
    invitation: [
      'ingressar na reunião agora',
      'ingressar na reunião zoom',
      'clique aqui para ingressar na reunião',
      'clique aqui para participar na reunião',
      'entrar na reunião do webex',
    ],
    join: [
      'ingressar',
      'ingressar na reunião',
      'ingressar na reunião agora',
      'clique aqui para ingressar na reunião',
      'clique aqui para participar na reunião',
      'clique aqui para participar',
      'participar agora',
      'aderir à reunião',
      'entrar na videochamada',
      'participar com o google meet',
      'link da reunião',
    ],
    topic: ['tópico', 'assunto'],
    original: ['compromisso original'],
  },
};
