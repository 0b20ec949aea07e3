import type { Webmail } from './webmail.ts';

/** Proton Mail (facts/webmail-dom.md sections 5 and 6; ProtonMail/WebClients, applications/mail/src/app/components/). */
export const protonMail: Webmail = {
  id: 'proton-mail',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: ['mail.proton.me'],
  // Nobody hosts it at home.
  signs: [],
  surfaces: [
    {
      surface: 'mail-read',
      // One article for each message of a conversation; only the open ones have text (message/MessageView.tsx).
      scope: [
        'article[data-message-id][data-expanded="true"]',
        'article[data-testid^="message-view-"]:has(iframe[data-subject])',
      ],
      // The conversation's, above the articles; before it stands how many messages there are (conversation/NumMessages.tsx).
      title: [
        '[data-testid="conversation-header:subject"] > span:last-of-type',
        '[data-testid="conversation-header:subject"]',
        'h1.message-conversation-summary-header',
      ],
      // An about:blank frame, sandboxed without scripts (message/MessageBodyIframe.tsx).
      body: ['iframe[data-testid="content-iframe"]', 'iframe[data-subject]'],
      // The card of an invitation (message/extras/calendar/ExtraEvent.tsx): place, calendar, participants.
      location: ['[data-testid="calendar-widget"]', '.calendar-widget'],
      sender: [
        '[data-testid="recipients:sender"]',
        '.message-header-from-container .message-recipient-item-address',
      ],
      people: ['[data-testid^="recipients:item-"]', '#message-recipients .message-recipient-item-address'],
      // The name is the text and the title of a button.
      attachments: ['[data-testid="attachment-item"]', '[data-testid^="attachment-item:"]'],
    },
    {
      surface: 'mail-write',
      // The frame of each draft has its own id there (composer/ComposerFrame.tsx).
      scope: [
        '[data-testid^="composer-"]:has([data-testid="composer:subject"])',
        '.composer:has([id^="subject-composer"])',
      ],
      title: ['[data-testid="composer:subject"]', '[id^="subject-composer"]'],
      // Rooster's frame; in plain text a textarea.
      body: ['iframe[data-testid="rooster-iframe"]', 'textarea'],
      // Chips while the field is open, otherwise a summary with all in its title.
      people: ['.composer-addresses-item-label', '[data-testid="composer:address"] > [title]'],
      send: ['[data-testid="composer:send-button"]', '.composer-send-button'],
    },
  ],
};
