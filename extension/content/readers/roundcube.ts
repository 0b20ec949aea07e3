import type { Webmail } from './webmail.ts';

export const roundcube: Webmail = {
  id: 'roundcube',
  proven: { day: '2026-11-22', against: 'the real webmail' },
  hosts: [],
  signs: ['script[src*="program/js/app"]'],
  surfaces: [
    {
      surface: 'mail-read',
      scope: ['#layout-content:has(#messagebody)', 'body:has(#messagebody)'],
      title: ['#message-header h2.subject', '#message-header .subject'],
      body: ['#messagebody', '#message-content .message-part'],
      attachments: ['#attachment-list li', '#message-objects li'],
      sender: ['.header.from', '#message-header .adr'],
      people: ['.header.to', '.header.cc'],
    },
    {
      surface: 'mail-write',
      scope: ['#compose-content', 'form[name=form]'],
      title: ['#compose-subject', '[name=_subject]'],
      body: ['iframe#composebody_ifr', 'textarea#composebody'],
      people: ['#_to, #_cc, #_bcc', '#compose_to li.recipient'],
      send: ['button.send', '[onclick*="\'send\'"]'],
    },
  ],
};
