import type { Webmail } from './webmail.ts';

/**
 * Roundcube 1.6, elastic skin: a message in its preview frame or on its own page, and writing (facts/webmail-dom.md sections 5 and
 * 11, measured live). Ids come from skins/elastic/templates of roundcube/roundcubemail.
 */
export const roundcube: Webmail = {
  id: 'roundcube',
  proven: { day: '2026-11-22', against: 'the real webmail' },
  hosts: [],
  signs: [
    // Every page and frame of it loads this in its head (program/include/rcmail_output_html.php); its sanitiser drops a mail's scripts.
    'head > script[src*="program/js/app."]',
    // The skin writes task and action there (skins/elastic/templates/includes/layout.html).
    'body[class^="task-"][class*=" action-"]',
  ],
  surfaces: [
    {
      surface: 'mail-read',
      scope: ['#layout-content:has(#message-header)', 'body:has(#message-header)'],
      title: ['#message-header > h2.subject', '#message-header .subject'],
      // The ids of parts stand twice, so the whole: text in .pre, HTML in .rcmBody.
      body: ['#messagebody', '#message-content .message-part'],
      // The summary and the table of headers show the same people; the title of the link is the address.
      sender: ['#message-header .header.from .adr a', '#message-header .header-summary .adr a'],
      people: [
        '#message-header .header.to .adr a',
        '#message-header .header.cc .adr a',
        '#message-header .header.bcc .adr a',
      ],
      // A calendar part stands only here, as a file to download, which we never fetch.
      attachments: ['#attachment-list li', '#message-objects li'],
    },
    {
      surface: 'mail-write',
      scope: ['#layout-content:has(#compose-subject)', 'form:has([name="_subject"])'],
      title: ['#compose-subject', '[name="_subject"]'],
      // TinyMCE's frame; the textarea is hidden and empty then.
      body: ['#composebody_ifr', '#composebody', '[name="_message"]'],
      // Comma lists off screen, in step with the chips.
      people: ['#_to', '#_cc', '#_bcc'],
      send: ['.formbuttons button.send', '[onclick*="command(\'send\'"]'],
    },
  ],
};
