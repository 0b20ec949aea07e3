import * as dom from '../dom.ts';
import {
  closest,
  comesBefore,
  frameOf,
  holds,
  isField,
  isFrame,
  isShown,
  outermostIn,
  parentOf,
  type Root,
} from '../tree.ts';
import { areOfEvent, EDITORS, everywhereIn, type Field, isTime, linesIn, timesIn } from './fields.ts';
import { HEADING } from './headings.ts';
import { type OpenSurface, UNTOLD } from './open-surface.ts';
import { coversPage, DIALOG, isOver, PAGE_PARTS, PROGRAM_PARTS } from './parts.ts';
import { peopleIn } from './people.ts';
import { timingOfEvent } from './times.ts';
import { isColumn } from './titles.ts';

/** What is being written on a page that nobody described: the editor and the fields that belong to it. */

const FIELD =
  'input:not([type]), input[type=text], input[type=url], input[type=search], [role=combobox], [role=textbox]';
const SEARCH = '[type=search], [role=search], [role=searchbox]';
const MAIN = 'main, [role=main]';
const HIGHEST = 40;
/** So far around a link that a form only shows its fields may stand. */
const FORM_DEPTH = 12;

/** The outermost editor around, or the field itself; null where nobody can type. */
export function editorAround(element: Element): Element | null {
  if (isField(element)) return element.readOnly || element.disabled ? null : element;
  for (
    let from: Element | null = element;
    from !== null;
    from = dom.getRootNode(from) === dom.ownerDocument(from) ? null : parentOf(outermostIn(from))
  ) {
    if (!isEditable(from)) continue;
    let editor = from;
    for (let around = dom.parentElement(editor); around !== null && isEditable(around); ) {
      editor = around;
      around = dom.parentElement(around);
    }
    return editor;
  }
  return null;
}

const isEditable = (element: Element): boolean =>
  dom.isContentEditable(element) || dom.ownerDocument(element).designMode === 'on';

export function writing(editor: Element, place: Element, roots: Iterable<Root>): OpenSurface | null {
  const form = eventAround(formAround(editor, roots), editor, roots);
  const isSearch = isField(editor) && (editor.type === 'search' || closest(editor, '[role=search]') !== null);
  // A lone field is a search or an address bar of the page's own.
  if (isSearch || (dom.localName(editor) === 'input' && form === editor)) return null;
  const inputs = linesIn(form, roots);
  const isEvent = areOfEvent(timesIn(form, roots));
  const untimed = inputs.filter((input) => !isTime(input));
  // Who is invited may be entered above the title, in a field that is empty again.
  const title = isEvent
    ? (untimed.find(({ value }) => value !== '') ?? untimed[0])
    : // In a mail the subject is the last single line before the text (To, Cc, Subject, text).
      untimed.findLast((input) => comesBefore(input, editor, form));
  const bodies = editorsIn(form, editor, roots).filter((one) => one !== title);
  const others = inputs.filter(
    (input) => input !== title && input.value.includes('/') && !bodies.includes(input),
  );
  return {
    ...UNTOLD,
    surface: isEvent ? 'event-write' : 'mail-write',
    element: form,
    title: title ?? null,
    bodies: bodies.length > 0 ? bodies : [place],
    locations: others,
    people: peopleIn([form], bodies),
    timing: isEvent ? timingOfEvent(form) : null,
  };
}

/** The smallest part with another field to fill in: a form or dialog if it is one of this editor, no part of the page's own. */
function formAround(editor: Element, roots: Iterable<Root>): Element {
  const form = closest(editor, `form, ${DIALOG}`);
  if (form !== null && form !== editor && dom.querySelector(form, PAGE_PARTS) === null) return form;
  let around = parentOf(editor);
  for (let step = 0; around !== null && step < HIGHEST; step++, around = parentOf(around)) {
    if (frameOf(dom.ownerDocument(around)) === null) {
      if (dom.matches(around, 'article, [role=article], body')) break;
      if (dom.matches(around, MAIN)) return hasFilledIn(around, editor, roots) ? around : editor;
    }
    const fields = everywhereIn(around, FIELD, roots);
    if (fields.some((field) => !holds(editor, field) && field !== editor && isShown(field))) return around;
  }
  return editor;
}

/** A page's main part holds much: what is filled in before the editor belongs to it, unless a heading, such as that of the mail above, parts them. */
function hasFilledIn(main: Element, editor: Element, roots: Iterable<Root>): boolean {
  const line = linesIn(main, roots).findLast(
    (one) => one.value !== '' && comesBefore(one, editor, main) && closest(one, SEARCH) === null,
  );
  if (line === undefined) return false;
  return ![...dom.querySelectorAll(main, HEADING)].some(
    (heading) => comesBefore(line, heading, main) && comesBefore(heading, editor, main) && isShown(heading),
  );
}

/** Where that form says nothing of a time, and one around it does before the editor: the largest part that is still this form. */
function eventAround(form: Element, editor: Element, roots: Iterable<Root>): Element {
  if (dom.matches(form, `form, ${DIALOG}`) || areOfEvent(timesIn(form, roots))) return form;
  const saysWhen = (part: Element): boolean => {
    const times = timesIn(part, roots);
    return areOfEvent(times) && times.some((time) => comesBefore(time, editor, part));
  };
  let event: Element | null = null;
  let part = form;
  for (let step = 0; step < HIGHEST && dom.localName(part) !== 'body'; step++) {
    const outer = parentOf(part);
    if (dom.matches(part, 'article, [role=article]')) break;
    if (dom.querySelector(part, `${PROGRAM_PARTS}, ${SEARCH}`) !== null) break;
    if (event !== null || saysWhen(part)) event = part;
    if (isOver(part) || dom.matches(part, MAIN) || outer === null) break;
    if (isColumn(part) && linesIn(outer, roots).length === linesIn(part, roots).length) break;
    part = outer;
  }
  return event ?? form;
}

/** All editors of several lines, also those in frames. */
function editorsIn(form: Element, editor: Element, roots: Iterable<Root>): Element[] {
  const editors = new Set<Element>(dom.localName(editor) === 'input' ? [] : [editor]);
  for (const one of everywhereIn(form, `${EDITORS}, iframe`, roots)) {
    if (!isShown(one)) continue;
    if (isFrame(one)) {
      const body = one.contentDocument?.body;
      if (body != null && (isEditable(body) || dom.querySelector(body, EDITORS) !== null)) editors.add(body);
    } else if (
      ![...editors].some((known) => holds(known, one)) &&
      !dom.matches(one, '[aria-multiline=false], [role=combobox]')
    )
      editors.add(one);
  }
  return [...editors];
}

/**
 * A form that shows a link to a meeting and does not let it be edited, as a row of its own: two of its fields hold times, or it lies over the
 * page and has an editor; and what is filled in first, above the link, is its title. Null where there is none.
 */
export function draftAround(element: Element, roots: Iterable<Root>): OpenSurface | null {
  if (frameOf(dom.ownerDocument(element)) !== null) return null;
  let around = parentOf(element);
  for (let step = 0; around !== null && step < FORM_DEPTH; step++, around = parentOf(around)) {
    if (dom.localName(around) === 'body') return null;
    const isOnTop = isOver(around);
    const lines = linesIn(around, roots).filter(({ value }) => value !== '');
    if (lines.length === 0) {
      if (isOnTop) return null;
      continue;
    }
    if (dom.querySelector(around, PROGRAM_PARTS) !== null || (isOnTop && coversPage(around))) return null;
    const editors = everywhereIn(around, EDITORS, roots).filter(
      (one) => isShown(one) && !lines.some((line) => line === one),
    );
    const isDraft = lines.filter(isTime).length > 1 || (isOnTop && editors.length > 0);
    const title = isDraft ? titleOfDraft(around, element, roots) : null;
    if (title !== null)
      return {
        ...UNTOLD,
        surface: 'event-write',
        element: around,
        title,
        bodies: [around],
        people: peopleIn([around], editors),
        timing: timingOfEvent(around),
      };
    if (isOnTop) return null;
  }
  return null;
}

/** The first that is filled in before the link, in the largest part that is still this form. */
function titleOfDraft(part: Element, element: Element, roots: Iterable<Root>): Field | null {
  let title: Field | null = null;
  for (
    let around: Element | null = part;
    around !== null && dom.localName(around) !== 'body' && dom.querySelector(around, PROGRAM_PARTS) === null;
    around = parentOf(around)
  ) {
    const outer = around;
    if (!isOver(outer) && isColumn(outer)) break;
    title =
      linesIn(outer, roots).find(
        (line) => line.value !== '' && !isTime(line) && comesBefore(line, element, outer),
      ) ?? title;
    if (isOver(outer)) break;
  }
  return title;
}
