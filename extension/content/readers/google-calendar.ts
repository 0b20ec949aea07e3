import type { Webmail } from './webmail.ts';

/**
 * Google Calendar, also as a frame beside Gmail (facts/webmail-dom.md sections 3 and 7). Ids and roles were measured live in 2026
 * (grade A or B). Hints in words are translated, so none decides.
 */

/** Rooms are guests too, but nobody who reads along. */
const GUESTS = [
  '[role=treeitem][data-email]:not([data-email$="resource.calendar.google.com"])',
  // Not just any: the page also names the account that is signed in.
  ':is(#xDetDlgAtt,[role=tree],[role=list]) [data-email]:not([data-email$="resource.calendar.google.com"])',
];
/** The second is for a list of choices, of which one is chosen; its name is English. */
const PRIVATE = [
  '[data-privacy=private i]',
  '[aria-label=Visibility] [aria-selected=true][data-value=private i]',
];
const PUBLIC = [
  '[data-privacy=public i]',
  '[aria-label=Visibility] [aria-selected=true][data-value=public i]',
];
const PLACES =
  // A field; for people who may not change it, text. The conference is a row of its own.
  '#xLocIn input[role=combobox], #xLocIn:not(:has(input)), #xRTCIn';

export const googleCalendar: Webmail = {
  id: 'google-calendar',
  proven: { day: '2026-11-22', against: 'a fixture' },
  hosts: ['calendar.google.com'],
  signs: [],
  surfaces: [
    {
      surface: 'event-read',
      // It stays in the page, hidden, when it is closed. [role=dialog] alone is many things.
      scope: [
        '#xDetDlg[data-eventid]',
        '#xDetDlg',
        '[role=dialog]:is([data-chips-dialog=true],[aria-labelledby=rAECCd])',
      ],
      title: ['#rAECCd', '[role=heading]'],
      body: [
        '#xDetDlgDesc',
        // The largest part with a link that holds none of the other rows.
        'div:has(a[href^=http]):not(:has([id^=xDetDlg],[role=heading],[data-email]),[id^=xDetDlg]:not(#xDetDlg),[id^=xDetDlg]:not(#xDetDlg) *)',
        // An event without a description; the link is the conference's, or the place's.
        '#xDetDlgWhen',
      ],
      location: ['#xDetDlgLoc, #xDetDlgVideo'],
      people: GUESTS,
      // The id of one of a series ends in its start: "_202" of "_20261124T090000Z" or "_20261124" in base64, at each of three places
      // (so until 2029). Not in the facts: these are the ids of Google's Calendar API, as public code that reads it shows.
      recurring: [':is([data-eventid*=XzIwMj],[data-eventid*="8yMDI"],[data-eventid*=fMjAy]) #xDetDlgWhen'],
      private: PRIVATE,
      public: PUBLIC,
      // Joining is a link as a rule. Buttons with a label of their own are icons: copy, more.
      join: ['#xDetDlgVideo :is(button,[role=button]):not([aria-label],[aria-haspopup],[aria-expanded])'],
    },
    {
      // The page to edit an event. Its save button stands beside the title, above the rest.
      surface: 'event-write',
      scope: ['body[data-viewfamily=EVENT_EDIT]', 'body:has(#xTiIn):has(#xDescIn,#xDesc)'],
      title: ['input#xTiIn', '#xTiIn input', '#xTiIn'],
      body: ['#xDescIn [contenteditable]', '#xDesc', '[role=textbox][contenteditable]'],
      location: [PLACES],
      people: GUESTS,
      private: PRIVATE,
      public: PUBLIC,
      send: ['#xSaveBu'],
    },
    {
      // Quick add, and the same beside Gmail, where a button opens it in full.
      surface: 'event-write',
      scope: [
        '[role=dialog]:has([role=tabpanel][aria-labelledby=tabEvent])',
        '[role=dialog]:has(#tabEvent)',
        '[role=dialog]:has([jsname=ZkN63]):has(input)',
      ],
      // Guests, place and days are comboboxes.
      title: ['#xTiIn', 'input:not([role=combobox],[aria-haspopup],[type=checkbox],[type=radio])'],
      body: [
        '#xDescIn [contenteditable]',
        '[jsname=hGaP9] [contenteditable]',
        '[role=textbox][contenteditable]',
        'textarea',
        // No description yet.
        '#tabEvent',
        '[jsname=ZkN63]',
      ],
      location: [PLACES],
      people: GUESTS,
      send: ['#xSaveBu'],
    },
  ],
};
