import type { Invitation } from '../../../src/model.ts';
import { pieces, readLine, readText } from '../text.ts';
import type { Reader } from './reader.ts';

/**
 * Works on pages that nobody described: by roles, structure and visibility, never by class names or translated labels
 * (facts/webmail-dom.md section 9). Around each link that may lead to a meeting it takes what belongs together: the dialog,
 * article or main part with a heading.
 */

const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading]';
/**
 * What belongs together, the surest sign first. Not role=document: webmails put it on a mail's body, which may have headings
 * of its own.
 */
const WHOLE = ['[role=dialog], dialog', 'article, [role=article]', 'main, [role=main]'];
const EDITABLE = '[contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only], textarea';
const WRITING = 'form, [role=dialog], dialog, main, [role=main]';
const DATE_OR_TIME = 'input[type=date], input[type=time], input[type=datetime-local]';
const SINGLE_LINE = 'input:not([type]), input[type=text], input[type=search]';
const MAX_SURFACES = 20;
/** How many links and texts are looked at before the page may have its turn. */
const SLICE = 400;

/** A part of the page with an invitation, and the editor in it when that is being written. */
interface Surface {
  element: Element;
  editable: Element | null;
}

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
function* surfacesIn(page: Document, hint: RegExp): Generator<void, Surface[]> {
  const surfaces = new Map<Element, Surface>();
  const seen = new Set<Element>();
  const note = (element: Element | null): void => {
    // Links that stand side by side belong to one surface.
    const around = element?.parentElement ?? element;
    if (element === null || around === null || seen.has(around)) return;
    if (!element.checkVisibility({ visibilityProperty: true })) return;
    seen.add(around);
    const surface = surfaceOf(element);
    if (surface !== null && !surfaces.has(surface.element)) surfaces.set(surface.element, surface);
  };
  let work = 0;
  for (const link of page.links) {
    if (hint.test(link.href)) note(link);
    if (++work % SLICE === 0) yield;
  }
  for (const field of page.querySelectorAll('textarea')) if (hint.test(field.value)) note(field);
  const texts = page.createTreeWalker(page.body ?? page, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (++work % SLICE === 0) yield;
    // A host's name at a cut would be missed here, so the pieces of a long text overlap.
    let before = '';
    for (const piece of pieces(node.nodeValue ?? '')) {
      if (hint.test(before + piece)) {
        note(node.parentElement);
        break;
      }
      before = piece.slice(-100);
      if (piece.length > SLICE) yield;
    }
  }
  const all = [...surfaces.values()];
  const inside = (one: Surface): boolean =>
    all.some((other) => other !== one && other.element.contains(one.element));
  return all.filter((one) => !inside(one)).slice(0, MAX_SURFACES);
}

function surfaceOf(element: Element): Surface | null {
  if (/^(?:SCRIPT|STYLE|NOSCRIPT|TITLE)$/.test(element.tagName)) return null;
  const editable = element.closest(EDITABLE);
  if (editable !== null) return { element: editable.closest(WRITING) ?? editable, editable };
  // The outermost of its kind: what a mail's body imitates lies inside the webmail's own.
  for (const whole of WHOLE) {
    const outermost = outermostWithHeading(element, whole);
    if (outermost !== null) return { element: outermost, editable };
  }
  for (let around = element.parentElement; around !== null; around = around.parentElement)
    if (around.querySelector(HEADING) !== null) return { element: around, editable };
  return { element: element.ownerDocument.body, editable };
}

function outermostWithHeading(element: Element, selector: string): Element | null {
  let outermost: Element | null = null;
  let whole = element.closest(selector);
  while (whole !== null) {
    if (whole.querySelector(HEADING) !== null) outermost = whole;
    whole = whole.parentElement?.closest(selector) ?? null;
  }
  return outermost;
}

function* readSurface(page: Document, { element, editable }: Surface): Generator<void, Invitation> {
  const { text, anchors, cut } = yield* readText(element);
  const passages: Invitation['passages'] = [{ source: 'body', text, anchors, timing: null }];
  const unread: Invitation['unread'] = cut ? ['rest-of-text'] : [];
  if (editable !== null) {
    const isEvent = element.querySelector(DATE_OR_TIME) !== null;
    const title = titleField(element, editable, isEvent);
    return { surface: isEvent ? 'event-write' : 'mail-write', title, passages, unread };
  }
  const surface = element.matches('[role=dialog], dialog') ? 'event-read' : 'mail-read';
  return { surface, title: yield* headingOf(page, element), passages, unread };
}

function* headingOf(page: Document, surface: Element): Generator<void, string> {
  for (const heading of surface.querySelectorAll(HEADING)) {
    const visible = heading.checkVisibility({ visibilityProperty: true });
    const line = visible ? yield* readLine(heading) : '';
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
