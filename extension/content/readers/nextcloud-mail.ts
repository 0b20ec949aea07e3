import type { Webmail } from './webmail.ts';

/**
 * Nextcloud Mail (facts/webmail-dom.md sections 5 and 6; nextcloud/mail, src/components/). What it is stands around every mail: the
 * head with the token and the app's class at main (core/templates/layout.user.php of nextcloud/server).
 */
export const nextcloudMail: Webmail = {
  id: 'nextcloud-mail',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: [],
  signs: [
    'head[data-requesttoken] ~ body > .app-mail',
    // Inferred; the whole name, because the dashboard loads a script of the same folder.
    'head[data-requesttoken] > script[src*="/apps/mail/js/mail"]',
  ],
  surfaces: [
    {
      surface: 'mail-read',
      // One for each message of a thread; the others show a preview only (ThreadEnvelope.vue).
      scope: ['#mail-message .envelope--expanded', '.envelope:has(.mail-message-body)'],
      // The thread's stands above its messages; one that has another says so in its own head, where the first two find nothing.
      title: [
        '#mail-thread-header h2',
        '#mail-thread-header-fields > *',
        '.envelope__header .subline:not(:has(*))',
      ],
      // HTML stands in a frame of the same origin, text in the page (Message.vue).
      body: ['iframe.message-frame', '#message-container iframe', '#mail-content', '.mail-message-body'],
      // An invitation's card tells no more than its place (imip/EventData.vue).
      location: ['.event-data__row--location', '.event-data > :has(> .map-marker-icon)'],
      // Nextcloud's own sensitivity label (GovernanceLabelChip.vue, 2026).
      label: ['.governance-label-chip', 'span:has(> .security-icon)'],
      sender: ['.sender__email', '.envelope__header .sender'],
      // Names where the calendar gives any, otherwise addresses.
      people: ['.event-data__row--participants li'],
      attachments: ['.mail-message-body .attachment', '.attachment-name'],
    },
    {
      surface: 'mail-write',
      scope: ['.message-composer', 'form:has(#subject)'],
      title: ['#subject', '[name="subject"]'],
      // CKEditor 5 in the page; without formatting as well.
      body: ['.message-body', '.message-editor :is([contenteditable="true"], textarea)'],
      // vue-multiselect before 2023, vue-select since. The one row that is not the recipients' is the account's.
      people: ['#to', '#cc', '#bcc', '.composer-fields:not(.mail-account) .vs__selected'],
      send: ['.composer-actions button[type="submit"]', '.message-composer button:has(.send-icon)'],
    },
  ],
};
