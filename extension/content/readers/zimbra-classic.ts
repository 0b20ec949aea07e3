import type { Webmail } from './webmail.ts';

/**
 * Zimbra's classic client, 8 to 10 (facts/webmail-dom.md sections 5 and 6; Zimbra/zm-selenium, pages/mail and pages/calendar;
 * Zimbra/zm-web-client, WebRoot/templates). Ids have a fixed beginning or ending and a number of the tab in them.
 */
export const zimbraClassic: Webmail = {
  id: 'zimbra-classic',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: [],
  signs: [
    // WebRoot/public/launchZCS.jsp joins all its styles in one address.
    'head > link[href*="/css/images,common,dwt,"]',
  ],
  surfaces: [
    {
      surface: 'mail-read',
      scope: [
        // A conversation: one for each open message.
        '.ZmMailMsgCapsuleView:has(iframe)',
        // The reading pane of a list of messages, and a message in its own tab; an empty one has no frame.
        '[id^="zv__"][id$="__MSG"]:has(iframe)',
        // Conversations whose messages have lost their class.
        '[id^="zv__CLV"][id$="__CV"]:has(iframe)',
      ],
      // mail/Message.template; a conversation has its subject once, above its messages.
      title: ['.SubjectCol', '[id^="zv__CLV"][id$="_header_subject"]'],
      body: ['iframe[id$="__body__iframe"]', 'iframe[name$="__body__iframe"]'],
      // Rows of mail/Message.template: only the sender's has an id, because it opens the others.
      sender: ['tr[id]:has(> td .LabelColName) > .LabelColValue'],
      people: ['.LabelColName + .LabelColValue'],
      // The link loads the rest.
      clipped: ['[id$="_msgTruncation_link"]'],
      attachments: ['[id$="attLinks_table"] tr', '.AttLink'],
    },
    {
      surface: 'mail-write',
      scope: ['[id^="zv__COMPOSE"]:has([id$="_subject_control"])'],
      title: ['[id^="zv__COMPOSE"][id$="_subject_control"]', 'input.subjectField'],
      // TinyMCE; without formatting a textarea.
      body: ['iframe[id$="_body_ifr"]', '.ZmHtmlEditorTextArea', 'textarea[id$="_body"]'],
      // Addresses become bubbles before the field.
      people: ['[id$="_to_control"]', '[id$="_cc_control"]', '[id$="_bcc_control"]', '.addrBubble'],
      // The toolbar lies outside of the view.
      send: ['[id^="zb__COMPOSE"][id$="__SEND"]'],
    },
    {
      surface: 'event-write',
      // calendar/Appointment.template#ComposeView.
      scope: ['[id^="APPT_COMPOSE_"]:has([id$="_notes"])', '.ZmApptComposeView'],
      title: ['[id$="_subject"] input', '[id$="_subject_input"]'],
      body: ['iframe[id$="_body_ifr"]', '.ZmHtmlEditorTextArea', '[id$="_notes"] textarea'],
      location: ['[id$="_location_input"]', '[id$="_location"] :is(input, textarea)'],
      people: ['[id$="_person_input"]', '[id$="_optional_input"]', '.addrBubble'],
      // Empty until it repeats.
      recurring: ['[id$="_repeatDesc"]:not(:empty)'],
      private: ['[id$="_privateCheckbox"]:checked'],
      send: ['[id^="ztb__APPT"] [id$="_SEND_INVITE_title"]', '[id^="ztb__APPT"] [id$="_SAVE_title"]'],
    },
  ],
};
