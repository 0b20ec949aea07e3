import type { Webmail } from './webmail.ts';

/**
 * Zimbra's modern client (facts/webmail-dom.md section 5, grade C: its source is not open; public browser tests and scripts name its
 * classes, all made of "zimbra-client", a file and a part). So it only stands beside the generic reading.
 */
export const zimbraModern: Webmail = {
  id: 'zimbra-modern',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: [],
  // WebRoot/public/modern.jsp of Zimbra/zm-web-client sends people to /modern/; that its scripts come from there is inferred. Both are
  // asked for: many sites have such a folder, and any mail may have such a class.
  signs: ['html:has(> head > [src*="/modern/"]) [class^="zimbra-client_"]'],
  surfaces: [
    {
      surface: 'mail-read',
      scope: ['.zimbra-client_viewer', '[class*="client_viewer"]:has([class*="html-viewer"])'],
      // Inferred from how all its classes are named.
      title: [
        '[class*="client_viewer"] [class$="_subject"]',
        '[class*="client_viewer"] :is(h1, h2, h3, [role="heading"])',
      ],
      body: ['.zimbra-client_html-viewer_inner', '[class*="html-viewer"]', '[class*="text-viewer"]'],
      // The title is the address.
      people: ['.zimbra-client_address-list_addressName', '[class*="address-list_"][title]'],
      attachments: ['.zimbra-client_attachment-grid_attachments > *', '[class*="attachment-grid_"] > *'],
    },
    {
      surface: 'mail-write',
      scope: ['.zimbra-client_composer_inner', '[class*="client_composer"]:has([class*="composer_subject"])'],
      title: ['input.zimbra-client_composer_subject', 'input[class*="composer_subject"]'],
      body: ['rich-text-area', '[contenteditable="true"]', 'textarea'],
      people: [
        '.zimbra-client_token-input_token',
        '[class*="token-input_token"]',
        'input[class*="address-field"]',
      ],
      send: ['[class*="client_composer"] button[class$="_send"]'],
    },
  ],
};
