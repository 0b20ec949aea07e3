/** A text file, or text pasted from a mail, → Invitation. */

import type { Invitation, Passage, Surface, Timing } from '../model.ts';
import { BLANK } from './blank.ts';
import { bounded } from './bound.ts';

/** The names of the Subject field where mail programs copy a mail as text: English, Dutch, German. */
const SUBJECT = /^(?:Subject|Onderwerp|Betreff):(.*)$/i;
/** Any header-like line, in whatever language: "From: …", "Verzonden: …", "Reply-To: …". */
const HEADER = /^\p{L}[\p{L} -]{0,30}:(?:[ \t]|$)/u;
/** A copied mail begins with a handful of headers; further down a "Subject:" belongs to a quoted mail. */
const MAX_HEADER_LINES = 12;

/** One line per "\n", whatever the system that wrote it. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Text without markup → Passage; its links stand in the text itself. Beyond MAX_TEXT it is cut: see `bounded`. */
export function plainPassage(source: Passage['source'], text: string, timing: Timing | null): Passage {
  return { source, text: withPlainLineEnds(bounded(text).text), anchors: [], timing };
}

/**
 * A text file → Invitation. Its title is empty unless it begins with header-like lines of which one is the subject; that line then
 * is the title and no longer part of the text.
 */
export function readPlainText(text: string, surface: Surface): Invitation {
  const { title, body } = withoutSubject(plainPassage('body', text, null).text);
  return {
    ...BLANK,
    surface,
    title,
    passages: body.trim() === '' ? [] : [{ source: 'body', text: body, anchors: [], timing: null }],
    unread: bounded(text).cut ? ['rest-of-text'] : [],
  };
}

function withoutSubject(text: string): { title: string; body: string } {
  let start = text.search(/\S|$/);
  for (let read = 0; read < MAX_HEADER_LINES && start < text.length; read += 1) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const line = text.slice(start, end);
    const subject = SUBJECT.exec(line)?.[1];
    if (subject !== undefined) {
      return { title: subject.trim(), body: text.slice(0, start) + text.slice(end + 1) };
    }
    if (!HEADER.test(line)) break;
    start = end + 1;
  }
  return { title: '', body: text };
}
