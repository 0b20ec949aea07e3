import type { Webmail } from './webmail.ts';

const OWN = ':not([id^="Item.Message"] *)'; // What a message imitates is not the webmail's.

/**
 * Outlook on the web of Exchange 2013, 2016 and 2019, at /owa/ on any host (facts/webmail-dom.md section 4, last row). All of it is [C]:
 * known from extensions and page objects of 2014 to 2022. The autoid of its elements changes with each build (section 7), so nothing here
 * hangs on one; what stays are ids with dots ("Item.MessageUniqueBody") and the ids that labels refer to ("MailCompose.…").
 */
export const outlookOnPremises: Webmail = {
  id: 'outlook-on-premises',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: [],
  // The ids in a mail's text ("Item.…") are no signs.
  signs: [
    'head [href*="/owa/prem/"]', // Exchange's own files: /owa/prem/15.1.…/
    'script[src*="/owa/prem/"]',
    '[id^="ItemHeader."],[id^="MailCompose."],[id^="MeetingCompose."]',
    '[aria-label="Event compose form"]',
  ],
  surfaces: [
    {
      surface: 'mail-write',
      scope: [
        `[tempid*=mailcompose i]${OWN}:has(input,textarea)`,
        `[aria-label="Compose Panel"]${OWN}`, // English
        `body:has([aria-labelledby*="MailCompose."]${OWN},#EditorBody${OWN}):not(:has([id^="MeetingCompose."]))`,
      ],
      title: [
        'input[aria-labelledby*="MailCompose.Subject"]',
        'input[aria-label^=Subject],input[placeholder="Add a subject"]', // English
      ],
      body: [
        'iframe#EditorBody', // 2013
        '[role=textbox][contenteditable=true]', // 2016 on
        'textarea', // Plain text
      ],
      people: [
        '[aria-labelledby*=RecipientWell]:not([aria-labelledby*=From])',
        '[aria-label="Compose header"],input[aria-label*="recipients."]', // English
      ],
      attachments: ['a.o365button[role=link]'],
      send: ['.sendButton', 'button:is([title=Send],[aria-label=Send])'], // English
    },
    {
      surface: 'event-write',
      scope: [
        `[aria-label="Event compose form"]${OWN}`, // English
        `body:has([id^="MeetingCompose."]${OWN})`,
      ],
      title: [
        'input[aria-label="Add a title for the event"]', // English
        '[aria-label="Event compose form"] input', // The first field
      ],
      body: ['[role=textbox][contenteditable=true]', 'iframe#EditorBody', 'textarea'],
      location: ['[aria-labelledby="MeetingCompose.LocationInputLabel"]'],
      people: ['[aria-labelledby*=RecipientWell]', '[aria-label^="Add people"]'], // English
      attachments: ['a.o365button[role=link]'],
      send: ['.sendButton', 'button:is([title=Send],[title=Save],[aria-label=Send],[aria-label=Save])'], // English
    },
    {
      surface: 'mail-read',
      scope: [
        `[tempid*=readingpane i]${OWN}:has([id^="Item.Message"])`,
        'body:has([id^="Item.Message"]:not([contenteditable] *))',
      ],
      title: [
        `.rpHighlightSubjectClass${OWN}`, // The list says lvHighlightSubjectClass.
        `[role=heading][autoid^=_rp_]${OWN}`, // The prefix stays: it means the reading pane.
        '[tempid*=readingpane i] [role=heading]',
      ],
      body: ['[id="Item.MessageUniqueBody"]', '[id="Item.MessagePartBody"]', '[role=document]'],
      people: ['[id^="ItemHeader."][id$=Container]'], // To, Cc, Bcc
      attachments: ['.attachmentWell'],
    },
  ],
};
