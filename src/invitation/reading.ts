/** A saved file → Invitation. */

import type { Invitation, Reading, Surface } from '../model.ts';
import { BLANK } from './blank.ts';
import { textOfBytes } from './bytes.ts';
import { readCalendar } from './calendar.ts';
import { foreignFormat } from './foreign-format.ts';
import { readHtml } from './html.ts';
import { readMail } from './mail.ts';
import { readPlainText } from './plain-text.ts';

/** Mail servers hardly take more than 50 MB. Decoding attachments takes several times their size in memory. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** Reads by the ending of the name: .eml .ics .html .htm; anything else, "-" too, is text. Never throws. */
export async function readFile(name: string, bytes: Uint8Array, surface: Surface): Promise<Reading> {
  if (bytes.length === 0) return { kind: 'empty', failure: 'the file is empty' };
  if (bytes.length > MAX_BYTES) return { kind: 'too-large', failure: 'the file is larger than 64 MB' };
  const foreign = foreignFormat(bytes);
  if (foreign !== null) return foreign;
  switch (/\.(\w+)$/.exec(name)?.[1]?.toLowerCase()) {
    case 'eml':
      return readMail(bytes, surface);
    case 'ics':
      return readCalendarFile(textOfBytes(bytes), surface);
    case 'html':
    case 'htm':
      return { invitation: readHtmlFile(textOfBytes(bytes), surface) };
    default:
      return { invitation: readPlainText(textOfBytes(bytes), surface) };
  }
}

function readCalendarFile(text: string, surface: Surface): Reading {
  const calendar = readCalendar(text, 'body');
  return 'failure' in calendar ? calendar : { invitation: { ...BLANK, surface, ...calendar } };
}

function readHtmlFile(html: string, surface: Surface): Invitation {
  const { title, text, anchors, cut } = readHtml(html);
  const empty = text === '' && anchors.length === 0;
  return {
    ...BLANK,
    surface,
    title,
    passages: empty ? [] : [{ source: 'body', text, anchors, timing: null }],
    unread: cut ? ['rest-of-text'] : [],
  };
}
