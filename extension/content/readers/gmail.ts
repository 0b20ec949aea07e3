import type { Webmail } from './webmail.ts';

/**
 * Gmail (facts/webmail-dom.md section 2, graded B: InboxSDK, gmail.js, FlowCrypt). Its class names may change by account, so beside
 * each stands an attribute, a name or a role; where neither is left, the generic reading takes over.
 */

/** The thread's heading stands above its messages. Rows of the list carry the same attributes, but on a span. */
const SUBJECT = ['h2[data-legacy-thread-id]', 'h2[data-thread-perm-id]', 'h2.hP', '.ha h2'];
const EDITOR = ['[g_editable=true][role=textbox]', '.Ap [contenteditable=true]', '[role=textbox]'];
const WRITTEN_TO = [
  // Chips.
  ':is([name=to],[name=cc],[name=bcc]) [data-hovercard-id]',
  // The line that stands for them while another field has the focus.
  'form [email]',
];
const SEND = [
  // "Send and archive" too; what has a menu only opens "Send later".
  '.IZ .Up div > div[role=button]:not([aria-haspopup])',
  // The shortcut in its tooltip: the word before it is translated.
  '[role=button][data-tooltip*="Enter)"]',
  // Grade C.
  '.aoO[role=button], [role=button][data-tooltip^="Send"]',
];

export const gmail: Webmail = {
  id: 'gmail',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: ['mail.google.com'],
  signs: [],
  surfaces: [
    {
      surface: 'mail-read',
      scope: [
        // Each open message of a thread; closed ones have no "adn".
        '.adn[data-message-id]',
        '[data-message-id]:has(.a3s)',
        '[data-legacy-message-id]:has(.ii)',
      ],
      title: SUBJECT,
      // The outer one, where the note on a clipped message stands too. "undefined": it is still being loaded.
      body: ['.ii.gt:has(> .a3s:not(.undefined))', '.a3s:not(.undefined)'],
      sender: ['.gD[email]', 'td.gF [email]', 'h3 [email]'],
      people: ['.hb [email]', '[email]:not(h3 *, .gF *, .gD)'],
      clipped: [
        '.iX a[href*="view=lg"]',
        ':is(a[href^="?"], a[href^="https://mail.google.com/"])[href*="view=lg"]',
      ],
      // Its value is "type:name:address".
      attachments: ['.aQH [download_url]', '[download_url]', '.aV3'],
    },
    {
      // The whole of a clipped message, ?view=lg. Only "maincontent" is known; the rest is recalled, and generic reading stands by.
      surface: 'mail-read',
      scope: ['div.maincontent'],
      title: ['.maincontent > table:first-child b', '.maincontent b'],
      body: ['.maincontent .message'],
    },
    {
      // A reply below a message: its field for the subject is there, but hidden.
      surface: 'mail-write',
      scope: ['.ip:has([name=subjectbox])'],
      title: SUBJECT,
      body: EDITOR,
      people: WRITTEN_TO,
      send: SEND,
    },
    {
      // Each window, also one of the browser's own. One that is folded up has nothing to see in it.
      surface: 'mail-write',
      scope: [
        '[role=region]:has(> table [name=subjectbox])',
        '[role=dialog]:has([name=subjectbox])',
        ':has(> form :is([name=composeid],[name=draft]))',
        'body:has([name=subjectbox])',
      ],
      title: ['[name=subjectbox]'],
      body: EDITOR,
      people: WRITTEN_TO,
      send: SEND,
    },
  ],
};
