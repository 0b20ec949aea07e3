import type { Hooks, Webmail } from './webmail.ts';

/**
 * Mail and calendar of modern Outlook on the web (facts/webmail-dom.md section 4; sureness in brackets). Its class names are hashed and
 * its labels translated, so it is known by data-app-section, by ids with fixed endings and by the names of icons.
 */

const MESSAGE = '[id^=UniqueMessageBody]'; // [A]
const OWN = ':not([id^=UniqueMessageBody] *)'; // What a message imitates is not the webmail's.
const HEADING = ':is(h1,h2,h3,[role=heading])';
const TIME_OR_PLACE = '[id$=_DATETIME],#location-suggestions-picker-input'; // [A], [B]: only a form for an event has them.
const ENTITIES = ':is([id$=_TO],[id$=_CC],[id$=_BCC])'; // [B], groups with chips and what is typed.
/** The other wells are contenteditable, too [B]. */
const WELL = '[contenteditable=true]:not([aria-multiline=true],[data-ms-editor],[id^=editorParent_] *)';
const EDITORS: Hooks = [
  '[id^=editorParent_] :is([contenteditable=true][role=textbox],textarea)', // [A]
  '[role=textbox][contenteditable][data-ms-editor]', // [B], seen in the calendar.
  '[role=textbox][aria-multiline=true]', // [B]
];
const LABEL: Hooks = [
  'span:has(> i[data-icon-name=ShieldBundled])', // [C], but the same in every language.
  '[aria-label^="Sensitivity label:"],[title^="Sensitivity label:"]', // English [C].
];
const JOIN: Hooks = ['[name=JoinButton]']; // [A]; in mail [I].

export const outlook: Webmail = {
  id: 'outlook',
  proven: { day: '2026-11-22', against: 'a fixture' },
  // Section 1 [B].
  hosts: [
    'outlook.office.com',
    'outlook.office365.com',
    'outlook.live.com',
    'outlook.cloud.microsoft',
    'partner.outlook.cn',
  ],
  // A custom domain loads the same files [B].
  signs: [
    'head [href*="/owamail/"]',
    'head [href*="cdn.office.net"]',
    'head meta[content*=owamail]',
    'script[src*="/owamail/"]',
  ],
  // Writing comes first: an answer is written in the pane that shows the mail.
  surfaces: [
    {
      surface: 'mail-write',
      scope: [
        `[id^=docking_InitVisiblePart]${OWN}`, // In the pane, or docked at its foot [A].
        // A window of its own, which holds nothing else [B].
        `body:not(:has(${MESSAGE},${TIME_OR_PLACE},[id^=ModalFocusTrapZone] [data-app-section=Form_Content])):has([data-app-section=Form_Content],[id^=editorParent_])`,
      ],
      title: [
        'input[id^=MSG_][id$=_SUBJECT]', // [A]
        '[id$=_SUBJECT] input', // As in the calendar [A].
        'input[aria-label=Subject],input[placeholder="Add a subject"]', // English [C].
      ],
      body: EDITORS,
      label: LABEL,
      people: [ENTITIES, WELL],
      attachments: ['[data-testid=AttachmentCard]'], // [B]
      send: [
        '[data-testid=ComposeSendButton]', // [A]
        'button[title*="Ctrl+Enter"]', // Where the key is called so [B].
      ],
    },
    {
      surface: 'event-write',
      scope: [
        // With the toolbar that saves, which is outside of the form [A]; not what the text of an opened event imitates.
        `[id^=ModalFocusTrapZone]${OWN}:has([data-app-section=Form_Content]:not([data-app-section=ReadingPane] *))`,
        // A page of its own (/calendar/deeplink/compose), or the small form in the calendar [A].
        `body:not(:has(${MESSAGE},[data-app-section=ReadingPane],[data-app-section=CalendarItemPeek])):has(${TIME_OR_PLACE})`,
      ],
      title: [
        '[id$=_SUBJECT] input,input[id$=_SUBJECT]', // [A]
        '[data-app-section=Form_Content] input:not([role=combobox],[type=checkbox])', // The first field [I].
      ],
      body: EDITORS,
      location: ['#location-suggestions-picker-input', '[id$=_LOCATION]'], // [B], [I]
      label: LABEL,
      people: [
        `[data-app-section=Form_Content] ${WELL}`, // As in mail [B].
        '[aria-label^="Invite "]', // English [C].
      ],
      // Nothing but the English summary is known [C].
      recurring: ['[aria-label^="Occurs "]'],
      private: [
        ':is([aria-pressed=true],[aria-checked=true]):has(i[data-icon-name^=LockClosed])', // [I]
        ':is([aria-pressed=true],[aria-checked=true])[aria-label*=private i]', // English [C].
      ],
      // The third button of the form's own toolbar, also when it is folded away [A].
      send: [
        ':is([id^=ModalFocusTrapZone],[data-app-section=Toolbar]) button:is([priorityid="3"],[overfloworderid="-3"])',
      ],
    },
    {
      surface: 'mail-read',
      scope: [
        // Each open message of a conversation; those that are folded have no text [B].
        `[data-app-section=ConversationContainer] [aria-expanded=true]${OWN}:has(${MESSAGE})`,
        // Else the pane. A mail may be written in it: there must be a sign of reading outside of any editor [B].
        `:is([data-app-section=MailReadCompose],#ReadingPaneContainerId,#ConversationReadingPaneContainer,[data-app-section=ConversationContainer]):has(:is([id^=CONV_],${MESSAGE}):not([contenteditable] *))`,
      ],
      title: [
        '[id^=CONV_][id$=_SUBJECT]', // [A]
        '[role=heading][id$=_SUBJECT]', // [A]
        '[data-app-section=MailReadCompose] [role=heading][title]', // [A], should the ids change.
      ],
      body: [MESSAGE, '[role=document]'], // The same element, or around it [A].
      label: LABEL,
      sender: [
        '[id^=MSG_][id$=_FROM]', // [A]
        '[aria-label^="From:"]', // English [C].
      ],
      people: ['[data-testid=RecipientWell]'], // [B]
      attachments: [`[data-testid=AttachmentCard]${OWN}`, '[aria-label=Attachments]'], // [B] for writing; English [C].
      join: JOIN,
    },
    {
      surface: 'event-read',
      scope: [
        `[data-app-section=CalendarItemPeek]${OWN}`, // [A]
        `:is(.ms-Dialog-main,[id^=ModalFocusTrapZone]) [data-app-section=ReadingPane]${OWN}`, // Opened [C].
        // On a page of its own (/calendar/item/…): known by the icons of its rows [C].
        `[data-app-section=ReadingPane]${OWN}:has(i[data-icon-name=ClockRegular],i[data-icon-name=CalendarEmptyRegular])`,
      ],
      // Nothing is known but that it is there [I]; never a heading of the calendar around it.
      title: [`:is([data-app-section=CalendarItemPeek],[data-app-section=ReadingPane]) ${HEADING}`],
      body: [
        MESSAGE, // As in mail [C].
        // The row with the icon for text [C]: the icon stands in it, or has a cell of its own.
        ':has(> i[data-icon-name=TextboxRegular]:not(:only-child)),:has(> i[data-icon-name=TextboxRegular]:only-child) + *',
        // What follows the title; not what holds buttons, or joining would be a part of the text [I].
        `:is(${HEADING},:has(${HEADING})) ~ :not(button,:has(button))`,
      ],
      // Fluent's icons for a place and for a series [I].
      location: [
        ':has(> i[data-icon-name^=Location]:not(:only-child)),:has(> i[data-icon-name^=Location]:only-child) + *',
      ],
      label: LABEL,
      people: ['[data-lpc-hover-target-id]'], // A person's card [C].
      recurring: ['i[data-icon-name^=ArrowRepeatAll]'],
      join: JOIN,
    },
  ],
};
