import type { Webmail } from './webmail.ts';

/**
 * Yahoo Mail (facts/webmail-dom.md section 5, grade B; the host is recalled). Its attributes made for tests are stable. Mails that were
 * quoted from Yahoo carry copies of them in their text.
 */
export const yahoo: Webmail = {
  id: 'yahoo',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: ['mail.yahoo.com'],
  signs: [],
  surfaces: [
    {
      surface: 'mail-read',
      // Closed messages of a thread have no body.
      scope: [
        '[data-test-id=message-view]:has([data-test-id^=message-view-body])',
        'li:has([data-test-id=message-view-body-content])',
      ],
      title: ['[data-test-id=message-group-subject-text]', '[data-test-id^=message-group-subject]'],
      body: ['[data-test-id=message-view-body-content]', '[data-test-id^=message-view-body]'],
      sender: ['[data-test-id=message-from] [data-test-id=email-pill]', '[data-test-id=message-from]'],
      people: [
        '[data-test-id=email-pill]:not([data-test-id=message-from] *)',
        '[data-test-id=message-to], [data-test-id=message-cc], [data-test-id=message-recipients]',
      ],
      // Recalled; it can only add that a calendar was not read.
      attachments: ['[data-test-id*=attachment]'],
    },
    {
      surface: 'mail-write',
      // The outermost of a kind; the next kind is looked for when there is none.
      scope: [
        '[data-test-id^=compose]:has([data-test-id=compose-subject]):has([data-test-id=rte])',
        '[role=dialog]:has([data-test-id=compose-subject])',
        '[role=main]:has([data-test-id=compose-subject])',
        'body:has([data-test-id=compose-subject])',
      ],
      title: ['[data-test-id=compose-subject]'],
      body: ['[data-test-id=rte]', '[contenteditable=true]'],
      people: ['[data-test-id^=container-] [data-test-id=pill]', '[data-test-id=pill][title]'],
      send: ['[data-test-id=compose-send-button]', '[data-test-id*=send-button]'],
    },
  ],
};
