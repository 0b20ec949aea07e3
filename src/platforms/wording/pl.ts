import type { Wording } from './wording.ts';

// Sources: jitsi/jitsi-meet lang/main-pl.json, support.zoom.com/hc/pl, help.webex.com/pl-pl, nextcloud Talk connectors, crisp-oss
// email-forward-parser, invitations pasted in public repositories (Teams, Zoom). All looked up in November 2026.
export const pl: Wording = {
  language: 'pl',
  seen: {
    passcode: ['kod dostępu', 'hasło', 'hasło spotkania', 'hasło do spotkania'],
    meetingNumber: ['identyfikator spotkania', 'identyfikator osobistego spotkania'],
    // Jitsi.
    phone: ['aby skorzystać z połączenia telefonicznego', 'aby dołączyć z telefonu', 'numery do wdzwonienia'],
    pin: ['pin'],
    invitation: [
      'spotkanie w microsoft teams',
      'spotkanie w aplikacji microsoft teams',
      'dołącz do spotkania w aplikacji microsoft teams',
      'zaprasza cię na zaplanowane spotkanie zoom',
      'dołącz do spotkania zoom',
      'dołącz do spotkania teraz',
      // Jitsi.
      'zostałeś zaproszony do dołączenia do spotkania',
      'zaprasza cię na spotkanie',
    ],
    join: [
      'dołącz',
      'dołącz do spotkania',
      'dołącz do spotkania teraz',
      'dołącz do spotkania zoom',
      'dołącz do spotkania w aplikacji microsoft teams',
      'dołącz w przeglądarce',
      'kliknij tutaj aby dołączyć do spotkania',
      'kliknij w link, aby dołączyć',
    ],
    topic: ['temat'],
    // Zoom; Webex ("in the personal room").
    personalRoom: ['pokój osobistego spotkania', 'pokoju osobistym'],
    original: [
      'wiadomość oryginalna',
      'oryginalna wiadomość',
      'przekazana wiadomość',
      'treść przekazanej wiadomości',
      'początek przekazywanej wiadomości',
      'wiadomość przesłana dalej',
    ],
  },
  recalled: {
    phonePasscode: ['hasło numeryczne', 'numeryczny kod dostępu'],
    meetingNumber: ['numer spotkania (kod dostępu)', 'numer spotkania', 'id spotkania'],
    // Ordinary Polish, as a person writes it.
    withheld: ['osobno', 'oddzielnie', 'w osobnej wiadomości', 'innym kanałem'],
    conferenceId: ['identyfikator konferencji telefonicznej', 'identyfikator konferencji'],
    phone: [
      'znajdź numer lokalny',
      'znajdź swój numer lokalny',
      'lub zadzwoń (tylko dźwięk)',
      'zadzwoń telefonicznie',
      'dołącz telefonicznie',
      'dołącz przez telefon',
      'dotknij, aby dołączyć z urządzenia przenośnego',
      'globalne numery dostępowe',
      'więcej numerów telefonów',
      'inne numery telefonów',
      'wybierz numer według lokalizacji',
    ],
    invitation: [
      'dołącz na komputerze, w aplikacji mobilnej lub urządzeniu w pokoju',
      'dołącz do spotkania webex',
      'informacje o dołączaniu do spotkania w google meet',
    ],
    join: [
      'dołącz teraz',
      'kliknij tutaj, aby dołączyć',
      'kliknij, aby dołączyć',
      'dołącz do spotkania webex',
      'dołącz do rozmowy',
      'weź udział w spotkaniu',
      'link do spotkania',
    ],
    personalRoom: ['pokój osobisty', 'osobisty pokój spotkań'],
    original: ['początek przekazanej wiadomości', 'wiadomość przekazana'],
  },
};
