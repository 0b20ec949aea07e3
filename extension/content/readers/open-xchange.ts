import type { Webmail } from './webmail.ts';

/**
 * Open-Xchange App Suite 7 and 8, on any host. Reading and writing mail: facts/webmail-dom.md section 5 [A]; the rest stands in the app's
 * own openly licensed source (open-xchange/appsuite-frontend: io.ox/mail/detail, io.ox/mail/compose, io.ox/calendar, io.ox/participants).
 */
export const openXchange: Webmail = {
  id: 'open-xchange',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: [],
  signs: [
    '#io-ox-core', // Around everything.
    '[data-app-name^="io.ox/"]', // Each window of the app.
    '.mail-detail-pane,.io-ox-mail-compose',
  ],
  surfaces: [
    {
      surface: 'mail-write',
      // The window first: from 7.10 the button that sends is in its foot.
      scope: ['.io-ox-mail-compose-window', '.io-ox-mail-compose'],
      title: ['[data-extension-id=subject] input', 'input[name=subject]'],
      // In a frame, or plain text; the other one is hidden.
      body: ['.editor iframe,textarea.plain-text', '.io-ox-mail-compose :is(iframe,.editable)'],
      sender: ['[data-extension-id=sender]'],
      // The addresses stand in the tokens' titles.
      people: [':is([data-extension-id=to],[data-extension-id=cc],[data-extension-id=bcc])', '.tokenfield'],
      attachments: ['.attachments', '.attachment-list'],
      send: ['[data-action=send]'],
    },
    {
      surface: 'event-write',
      scope: ['.io-ox-calendar-edit-window', '.io-ox-calendar-edit'],
      title: ['[data-extension-id=title] input', '[name=summary]'],
      body: ['[name=description]', '.note'],
      location: ['[data-extension-id=location] input', '[name=location]'],
      people: ['.participant-email,.add-participant'],
      recurring: ['.recurrence-view :checked', '[data-extension-id=recurrence] :checked'],
      // "Standard" is called PUBLIC and is not public; CONFIDENTIAL is "Private", PRIVATE is "Secret". A tick in older ones.
      private: ['[data-extension-id=private_flag] :is(select:has(:checked:not([value=PUBLIC])),input)'],
      send: ['[data-action=save]'],
    },
    {
      surface: 'mail-read',
      scope: [
        '.mail-detail.expanded', // Each open mail of a conversation.
        '.mail-detail-pane:has(.mail-detail-frame,.mail-detail-content)', // It is there before a mail is chosen.
      ],
      title: ['h1.subject', '.mail-detail-pane .subject'],
      body: ['iframe.mail-detail-frame', '.mail-detail-content'], // In the frame; without one in older versions.
      sender: ['.from', '.person-from'],
      people: ['.recipients'],
      clipped: ['.max-size-warning'],
      attachments: ['.attachments', '.attachment-list'],
    },
    {
      surface: 'event-read',
      scope: ['.calendar-detail'],
      title: ['.calendar-detail .subject'],
      body: ['.note', '.date-time'], // An event may have no text, but it has a time.
      location: ['.location'],
      sender: ['.organizer'],
      people: ['.participants-view'],
      recurring: ['.recurrence'],
      private: ['.private-flag'],
    },
  ],
};
