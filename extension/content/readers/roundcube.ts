import { BLANK } from '../../../src/invitation/blank.ts';
import { CARRIERS, MAX_LABEL } from '../../../src/invitation/label-headers.ts';
import type { Invitation, Label, Unread } from '../../../src/model.ts';
import { inSlices } from '../slices.ts';
import { readLine, readText } from '../text.ts';
import { chipsBeside } from './labels.ts';
import type { Reader } from './reader.ts';

/** Roundcube 1.6, a message in its preview frame or on its own page (facts/webmail-dom.md section 11). Two hooks a field. */
const BODY = ['#messagebody', '#message-content .message-part'];
const SUBJECT = ['#message-header h2.subject', '#message-header .subject'];
const ATTACHMENTS = '#attachment-list li, #message-objects li';
const MAX_ROWS = 100;
/** A calendar part stands only here, as a file to download, which we never fetch. */
const CALENDAR_NAME = /\.ics\b|\bcalendar\b/i;

export const roundcube: Reader = {
  id: 'roundcube',
  proven: '2026-11-21',
  matches: (page) =>
    page.querySelector('#message-header') !== null && page.querySelector('#messagebody') !== null,
  async read({ page }) {
    const body = firstOf(page, BODY);
    const subject = firstOf(page, SUBJECT);
    if (body === null || subject === null) return null;
    const { text, anchors, cut } = await inSlices(readText(body));
    const unread: Unread[] = cut ? ['rest-of-text'] : [];
    for (const item of page.querySelectorAll(ATTACHMENTS))
      if (
        CALENDAR_NAME.test(`${item.className} ${item.textContent}`) &&
        !unread.includes('calendar-attachment')
      )
        unread.push('calendar-attachment');
    const invitation: Invitation = {
      ...BLANK,
      surface: 'mail-read',
      title: await inSlices(readLine(subject)),
      passages: [{ source: 'body', text, anchors, timing: null }],
      labels: [...chipsBeside(subject), ...headerRows(page)],
      unread,
    };
    return [invitation];
  },
};

/** Rows of the plugin show_additional_headers: the title cell holds the header's name (facts/markings.md section 4). */
function headerRows(page: Document): Label[] {
  return [...page.querySelectorAll('table.headers-table td.header-title')]
    .slice(0, MAX_ROWS)
    .flatMap((name): Label[] => {
      const carrier = CARRIERS.get(name.textContent.trim().toLowerCase());
      const text = (name.nextElementSibling?.textContent ?? '').trim().slice(0, MAX_LABEL);
      return carrier === undefined ? [] : [{ carrier, text }];
    });
}

function firstOf(page: Document, selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    const found = page.querySelector(selector);
    if (found !== null) return found;
  }
  return null;
}
