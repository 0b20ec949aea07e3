import type { Surface } from '../../../src/model.ts';
import * as dom from '../dom.ts';
import {
  closest,
  frameOf,
  holds,
  isField,
  isFrame,
  isLongerThan,
  isShown,
  parentOf,
  type Root,
  sameTree,
} from '../tree.ts';
import { isTime, ONE_LINE } from './fields.ts';
import { HEADING, Headings } from './headings.ts';
import { chipsBeside } from './labels.ts';
import { choiceAround, LIST, LIST_ITEM, MANY_ITEMS, opensSomethingElse } from './lists.ts';
import { type OpenSurface, UNTOLD } from './open-surface.ts';
import { DIALOG, floats, PAGE_ITSELF, PROGRAM_PARTS } from './parts.ts';
import { peopleIn } from './people.ts';
import { tellsSpan, timingOfEvent, timingOfMail } from './times.ts';
import { headerAbove, headingIn, isColumn, MAX_LOOKED_AT, namesValue, titleAbove } from './titles.ts';
import { eventToldTwice } from './told-twice.ts';
import { draftAround, editorAround, writing } from './writing.ts';

/**
 * Works on pages that nobody described: by roles, structure and visibility, never by class names or translated labels
 * (facts/webmail-dom.md section 9). Around each link that leads to a meeting it takes what belongs together: the editor and its fields
 * (writing.ts), or the dialog, article or main part with a heading.
 */

/**
 * What belongs together, the surest sign first. Not role=document: webmails put it on a mail's body, which may have headings
 * of its own.
 */
const WHOLE = [DIALOG, 'article, [role=article]', 'main, [role=main]'];
const MAX_LISTS = 50;
/** So far around a dialog what lifts it over the page may be. */
const LIFTED_DEPTH = 3;

/** Something that leads to a meeting. `link`: a person can click it; otherwise it only is written there. */
export interface Place {
  element: Element;
  link: boolean;
}

/** What is open around a place; null for what invites nobody. `all`: the other places of the page. */
export function surfaceAround(
  place: Place,
  all: readonly Place[],
  roots: Iterable<Root>,
): OpenSurface | null {
  const editor = editorAround(place.element);
  if (editor !== null) return writing(editor, place.element, roots);
  return draftAround(place.element, roots) ?? reading(place, all);
}

// Reading

function reading({ element, link }: Place, all: readonly Place[]): OpenSurface | null {
  const choice = link ? null : choiceAround(element);
  // A row's snippet invites nobody yet.
  if (choice !== null || (!link && opensSomethingElse(element))) return null;
  const chosen = link ? choiceAround(element) : null;
  const headings = new Headings(element);
  const found = chosen === null ? wholeAround(headings) : itemAround(element, chosen, all);
  const above = headingsAbove(found, headings);
  const isOnTop = dom.matches(found, DIALOG) || isInPopUp(found);
  const told = chosen === null ? toldTwiceIn(found, headings, isOnTop) : null;
  const heading =
    told === null
      ? headingIn(found, link && chosen !== null ? null : headings)
      : { title: told, titleText: '' };
  const isSubject =
    chosen !== null ||
    told !== null ||
    floats(found) ||
    heading.isHeader === true ||
    (heading.title !== null && isAboutAll(heading.title, found));
  const [subject] = isSubject ? [] : above;
  const titled = subject === undefined ? heading : { title: subject, titleText: '' };
  const shownInFields = chosen === null ? fieldsOfEvent(found) : null;
  const surface: Surface =
    chosen !== null || shownInFields !== null || isOnTop || tellsSpan(found) ? 'event-read' : 'mail-read';
  return {
    ...UNTOLD,
    surface,
    element: found,
    ...titled,
    ...shownInFields,
    bodies: [...above.filter((one) => one !== titled.title), found],
    labels: titled.title === null ? [] : chipsBeside(titled.title),
    people:
      surface === 'event-read'
        ? peopleIn(dom.querySelectorAll(found, '[data-email], [email], a[href^="mailto:"]'))
        : [],
    timing: surface === 'event-read' ? timingOfEvent(found) : timingOfMail(found, element),
  };
}

function isAboutAll(title: Element, part: Element): boolean {
  if (!dom.matches(title, HEADING)) return isColumn(part);
  // The heading of one message in a conversation is its sender.
  return !dom.textContent(title).includes('@') && !namesValue(title);
}

/** An event that is shown in fields which nobody may change: two of them hold a time, and its title is the first that holds none. */
function fieldsOfEvent(part: Element): { title: Element } | null {
  const fields = [...dom.querySelectorAll(part, ONE_LINE)]
    .slice(0, MAX_LOOKED_AT)
    .filter(isField)
    .filter((field) => field.readOnly && field.value !== '' && isShown(field));
  const title = fields.find((field) => !isTime(field));
  return title !== undefined && fields.filter(isTime).length > 1 ? { title } : null;
}

/** Within a row or cell: the largest piece around one link that holds no other meeting's. */
function itemAround(element: Element, choice: Element, all: readonly Place[]): Element {
  let item = element;
  for (let around = parentOf(item); around !== null && holds(choice, around); around = parentOf(item)) {
    const outer = around;
    if (
      all.some(
        (place) =>
          place.element !== element &&
          holds(outer, place.element) &&
          !holds(place.element, element) &&
          !holds(element, place.element),
      )
    )
      break;
    if (item === element && hasOwnName(element)) break;
    item = outer;
  }
  return item;
}

/** The link is the event itself, not a word such as "Join" beside its name. */
const hasOwnName = (element: Element): boolean => dom.childElementCount(element) > 0;

function wholeAround(headings: Headings): Element {
  const { element } = headings;
  // In a mail's own frame its headings are its own; the webmail's stand around the frame.
  const frame = frameOf(dom.ownerDocument(element));
  if (frame !== null) {
    const outside = partAround(new Headings(frame)) ?? drawnAround(frame);
    if (outside !== null) return outside;
  }
  return partAround(headings) ?? dom.ownerDocument(element).body ?? element;
}

function partAround(headings: Headings): Element | null {
  const { element } = headings;
  // The outermost of its kind: what a mail's body imitates lies inside the webmail's own.
  for (const kind of WHOLE) {
    const outermost = outermostWithHeading(headings, kind);
    if (outermost !== null) return besideNoList(headings, outermost);
  }
  const told = isInPopUp(element) ? null : headings.toldTwice(element);
  for (let around = parentOf(element); around !== null; around = parentOf(around)) {
    if (dom.localName(around) === 'html') break;
    if (told !== null) {
      if (dom.contains(around, told)) return around;
      continue;
    }
    const heading = headings.in(around);
    // A mail in a frame, below its header rows: what is further out is another part's.
    if (heading === null && isFrame(element) && headerAbove(around, element) !== null) return around;
    if (heading !== null) return besideNoList(headings, partOfSubject(around, heading, headings));
    if (isColumn(around) && titleAbove(around, element) !== null) return around;
    if (floats(around) && isLongerThan(around, dom.textContent(element).length)) return around;
  }
  return null;
}

/** The smallest part of a frame's page with something that is drawn as a title above the frame. */
function drawnAround(frame: Element): Element | null {
  const title = titleAbove(dom.ownerDocument(frame).body, frame)?.title ?? null;
  let around = title === null ? null : parentOf(frame);
  while (around !== null && !dom.contains(around, title)) around = parentOf(around);
  return around;
}

/** It, or what is around it and nothing else, floats. */
function isInPopUp(part: Element): boolean {
  for (
    let around: Element | null = part;
    around !== null && dom.localName(around) !== 'body';
    around = parentOf(around)
  ) {
    if (floats(around)) return dom.querySelector(around, PROGRAM_PARTS) === null;
    if (around !== part && isColumn(around)) return false;
  }
  return false;
}

/** A title that is told twice and stands in that part. */
function toldTwiceIn(part: Element, headings: Headings, isOnTop: boolean): Element | null {
  const own = sameTree(headings.element, dom.firstElementChild(part) ?? part);
  if (isOnTop) return eventToldTwice(part, own, headings.in(part));
  if (dom.matches(part, 'article')) return null;
  const told = headings.toldTwice(own);
  return told !== null && dom.contains(part, told) ? told : null;
}

/**
 * Headings of one page descend. One of a higher order than what stands further out is of a text of its own, such as a newsletter: then the
 * part reaches to the lower one.
 */
function partOfSubject(part: Element, heading: Element, headings: Headings): Element {
  for (let around = part; !isColumn(around) && !floats(around); ) {
    const outer = parentOf(around);
    if (outer === null || dom.localName(outer) === 'body') break;
    around = outer;
    const above = headings.in(around);
    if (above !== null && above !== heading && orderOf(above) > orderOf(heading)) return around;
  }
  return part;
}

const orderOf = (heading: Element): number =>
  Number(dom.ariaLevel(heading) ?? dom.localName(heading).slice(1)) || 2;

function outermostWithHeading(headings: Headings, kind: string): Element | null {
  let outermost: Element | null = null;
  for (let whole = closest(headings.element, kind); whole !== null; ) {
    const isOne = kind !== DIALOG || isLifted(whole);
    if (isOne && (isNamed(whole) || headings.in(whole) !== null)) outermost = whole;
    const around = parentOf(whole);
    whole = around === null ? null : closest(around, kind);
  }
  return outermost;
}

/** Within a page's main part or an article a dialog lies over what is around it; a mail's text can say that it is one, and flows on. */
function isLifted(dialog: Element): boolean {
  const outer = parentOf(dialog);
  if (outer === null || closest(outer, 'main, [role=main], article, [role=article]') === null) return true;
  let around: Element | null = dialog;
  for (let step = 0; around !== null && step < LIFTED_DEPTH; step++, around = parentOf(around))
    if (/^(?:fixed|absolute)$/.test(getComputedStyle(around).position)) return true;
  return false;
}

const isNamed = (element: Element): boolean =>
  dom.matches(element, '[role=dialog], dialog') &&
  (dom.ariaLabel(element) ?? dom.getAttribute(element, 'aria-labelledby') ?? '') !== '';

/** Some webmails hold the list of all mails in the same main part: the largest piece around the link that has a heading and no such list. */
function besideNoList(headings: Headings, whole: Element): Element {
  const { element } = headings;
  const lists = [...dom.querySelectorAll(whole, LIST)]
    .slice(0, MAX_LISTS)
    .filter((list) => dom.querySelectorAll(list, LIST_ITEM).length >= MANY_ITEMS);
  const foreign = lists.filter((list) => !holds(list, element));
  if (foreign.length === 0) return whole;
  let best: Element | null = null;
  let largest: Element | null = null;
  for (let around = parentOf(element); around !== null && holds(whole, around); around = parentOf(around)) {
    const outer = around;
    if (foreign.some((list) => dom.contains(outer, list))) break;
    if (outer !== whole) largest = outer;
    if (headings.in(outer) !== null) best = outer;
  }
  return best ?? largest ?? whole;
}

const MOST_ABOVE = 3;

/** A mail may hold headings of its own, nearer to the link than the subject: those further out are read along. */
function headingsAbove(part: Element, headings: Headings): Element[] {
  const above = new Set<Element>();
  if (isInPopUp(part)) return [];
  for (let around = parentOf(part); around !== null && above.size < MOST_ABOVE; around = parentOf(around)) {
    const heading = headings.in(around);
    if (heading !== null && !holds(part, heading) && dom.closest(heading, PAGE_ITSELF) === null)
      above.add(heading);
  }
  return [...above];
}
