import type { Invitation, Surface } from '../../../src/model.ts';
import { readLine, readText } from '../text.ts';
import type { Reader } from './reader.ts';

/**
 * Works on pages that nobody described: by roles, structure and visibility, never by class names or translated labels
 * (facts/webmail-dom.md section 9). Around each link that may lead to a meeting it takes what belongs together: the dialog,
 * article or main part with a heading.
 */

const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading]';
const WHOLE = '[role=dialog], dialog, article, [role=article], [role=document], main, [role=main]';
const EDITABLE = '[contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only], textarea';
const WRITING = 'form, [role=dialog], dialog, main, [role=main]';
const DATE_OR_TIME = 'input[type=date], input[type=time], input[type=datetime-local]';
const SINGLE_LINE = 'input:not([type]), input[type=text], input[type=search]';
const MAX_SURFACES = 20;
/** How many text nodes are looked at before the page may have its turn. */
const SLICE = 3000;

export const generic: Reader = {
  id: 'generic',
  proven: '2026-11-21',
  matches: () => true,
  *read(page, hint) {
    const surfaces = yield* surfacesIn(page, hint);
    const invitations: Invitation[] = [];
    for (const surface of surfaces) invitations.push(yield* readSurface(page, surface));
    return invitations;
  },
};

/** The outermost parts of the page that hold a possible meeting link, each once. */
function* surfacesIn(page: Document, hint: RegExp): Generator<void, Element[]> {
  const surfaces = new Set<Element>();
  const note = (element: Element | null): void => {
    if (element === null || !element.checkVisibility({ visibilityProperty: true })) return;
    const surface = surfaceOf(element);
    if (surface !== null) surfaces.add(surface);
  };
  for (const link of page.links) if (hint.test(link.href)) note(link);
  for (const field of page.querySelectorAll('textarea')) if (hint.test(field.value)) note(field);
  const texts = page.createTreeWalker(page.body ?? page, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (++seen % SLICE === 0) yield;
    if (node.nodeValue !== null && node.nodeValue.length > 6 && hint.test(node.nodeValue))
      note(node.parentElement);
  }
  const all = [...surfaces];
  return all
    .filter((one) => !all.some((other) => other !== one && other.contains(one)))
    .slice(0, MAX_SURFACES);
}

function surfaceOf(element: Element): Element | null {
  if (
    /^(?:SCRIPT|STYLE|NOSCRIPT|TITLE)$/.test(element.tagName) ||
    element.closest('in-camera-notice') !== null
  )
    return null;
  const editable = element.closest(EDITABLE);
  if (editable !== null) return editable.closest(WRITING) ?? editable;
  for (
    let whole = element.closest(WHOLE);
    whole !== null;
    whole = whole.parentElement?.closest(WHOLE) ?? null
  )
    if (whole.querySelector(HEADING) !== null) return whole;
  for (let around = element.parentElement; around !== null; around = around.parentElement)
    if (around.querySelector(HEADING) !== null) return around;
  return element.ownerDocument.body;
}

function* readSurface(page: Document, surface: Element): Generator<void, Invitation> {
  const editable = surface.matches(EDITABLE) ? surface : surface.querySelector(EDITABLE);
  const { text, anchors, cut } = yield* readText(surface);
  const passages: Invitation['passages'] = [{ source: 'body', text, anchors, timing: null }];
  const unread: Invitation['unread'] = cut ? ['rest-of-text'] : [];
  if (editable !== null) {
    const isEvent = surface.querySelector(DATE_OR_TIME) !== null;
    return {
      surface: isEvent ? 'event-write' : 'mail-write',
      title: titleField(surface, editable, isEvent),
      passages,
      unread,
    };
  }
  const reading: Surface = surface.matches('[role=dialog], dialog') ? 'event-read' : 'mail-read';
  return { surface: reading, title: yield* headingOf(page, surface), passages, unread };
}

function* headingOf(page: Document, surface: Element): Generator<void, string> {
  for (const heading of surface.querySelectorAll(HEADING)) {
    const line = heading.checkVisibility({ visibilityProperty: true }) ? yield* readLine(heading) : '';
    if (line !== '') return line;
  }
  return page.title.slice(0, 1000);
}

/** An event begins with its title; in a mail the subject is the last single line before the text (To, Cc, Subject, text). */
function titleField(surface: Element, editable: Element, isEvent: boolean): string {
  const fields = [...surface.querySelectorAll<HTMLInputElement>(SINGLE_LINE)].filter((field) =>
    field.checkVisibility(),
  );
  const before = fields.filter(
    (field) => (field.compareDocumentPosition(editable) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return ((isEvent ? fields[0] : before.at(-1))?.value ?? '').slice(0, 1000);
}
