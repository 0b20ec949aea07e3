import type { Surface } from '../../../src/model.ts';
import {
  closest,
  firstChildren,
  frameOf,
  holds,
  isField,
  isFrame,
  isLongerThan,
  isShown,
  outermostIn,
  parentOf,
  sameTree,
} from '../tree.ts';
import { chipsBeside } from './labels.ts';
import { type OpenSurface, UNTOLD } from './open-surface.ts';
import { peopleIn } from './people.ts';
import { timingOfEvent, timingOfMail } from './times.ts';
import {
  HEADING,
  headingIn,
  isColumn,
  LONGEST_SNIPPET,
  MAX_LOOKED_AT,
  shownHeading,
  titleAbove,
} from './titles.ts';

/**
 * Works on pages that nobody described: by roles, structure and visibility, never by class names or translated labels
 * (facts/webmail-dom.md section 9). Around each link that leads to a meeting it takes what belongs together: the editor and its fields,
 * or the dialog, article or main part with a heading.
 */

/**
 * What belongs together, the surest sign first. Not role=document: webmails put it on a mail's body, which may have headings
 * of its own.
 */
const DIALOG = '[role=dialog], [role=alertdialog], dialog, [popover]';
const WHOLE = [DIALOG, 'article, [role=article]', 'main, [role=main]'];
const PAGE_PARTS = 'main, [role=main], nav, [role=navigation], header, [role=banner]';
/** What belongs to the page and to no mail; a header within main is the mail's. */
const PAGE_ITSELF = 'nav, [role=navigation], [role=banner], aside, [role=complementary], body > header';
/** A list of mails or events to choose from, not one of attachments. */
const LIST =
  '[role=listbox], [role=list], [role=grid], [role=tree], [role=treegrid], [role=table], [role=feed]';
const LIST_ITEM = '[role=option], [role=listitem], [role=row], [role=treeitem]';
/** What is chosen; a listitem may be a whole message (Gmail). */
const CHOICE = '[role=option], [role=row], [role=gridcell], [role=treeitem]';
/** Where a mail's text begins: what looks like a list in there is none of the webmail's. */
const MESSAGE = 'article, [role=article], [role=document], blockquote';
const MANY_ITEMS = 3;
const SNIPPET_DEPTH = 5;
const MAX_LISTS = 50;
const FIELD =
  'input:not([type]), input[type=text], input[type=url], input[type=search], [role=combobox], [role=textbox]';
const TEXT_INPUT = 'input:not([type]), input[type=text], input[type=url]';
const EDITORS = 'textarea, [contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only]';
const DATE_OR_TIME = 'input[type=date], input[type=time], input[type=datetime-local]';
/** As programs write them in any language, "9:30", "2026-11-22", "22.11.26", "11/22/2026". */
const LOOKS_LIKE_TIME =
  /(?<!\p{Nd})(?:\p{Nd}{1,2}[:.h]\p{Nd}{2}(?!\p{Nd})|\p{Nd}{1,4}[-/.]\s?\p{Nd}{1,2}[-/.])/u;
const HIGHEST = 40;

/** Something that leads to a meeting. `link`: a person can click it; otherwise it only is written there. */
export interface Place {
  element: Element;
  link: boolean;
}

export function surfaceAround(place: Place, all: readonly Place[]): OpenSurface | null {
  const editor = editorAround(place.element);
  if (editor !== null) return writing(editor, place.element);
  return reading(place, all);
}

// Writing

/** The outermost editor around, or the field itself; null where nobody can type. */
function editorAround(element: Element): Element | null {
  if (isField(element)) return element.readOnly || element.disabled ? null : element;
  for (
    let from: Element | null = element;
    from !== null;
    from = from.getRootNode() === from.ownerDocument ? null : parentOf(outermostIn(from))
  ) {
    if (!isEditable(from)) continue;
    let editor = from;
    while (editor.parentElement !== null && isEditable(editor.parentElement)) editor = editor.parentElement;
    return editor;
  }
  return null;
}

const isEditable = (element: Element): boolean =>
  ('isContentEditable' in element && element.isContentEditable === true) ||
  element.ownerDocument.designMode === 'on';

function writing(editor: Element, place: Element): OpenSurface | null {
  const form = formAround(editor);
  const isSearch = isField(editor) && (editor.type === 'search' || closest(editor, '[role=search]') !== null);
  // A lone field is a search or an address bar of the page's own.
  if (isSearch || (editor.localName === 'input' && form === editor)) return null;
  const inputs = [...form.querySelectorAll<HTMLInputElement>(TEXT_INPUT)].filter(
    (input) => !input.readOnly && input.checkVisibility() && closest(input, EDITORS) === null,
  );
  const looksTimed = inputs.filter(({ value }) => value.length < 40 && LOOKS_LIKE_TIME.test(value));
  const isEvent = form.querySelector(DATE_OR_TIME) !== null || looksTimed.length > 1;
  const untimed = inputs.filter((input) => !looksTimed.includes(input));
  const title = isEvent ? untimed[0] : before(untimed, editor);
  const bodies = editorsIn(form, editor).filter((one) => one !== title);
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

/** In a mail the subject is the last single line before the text (To, Cc, Subject, text). */
function before(inputs: readonly HTMLInputElement[], editor: Element): HTMLInputElement | undefined {
  const inForm = sameTree(editor, inputs[0]);
  return inputs
    .filter((input) => (input.compareDocumentPosition(inForm) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
    .at(-1);
}

/** The smallest part with another field to fill in: a form or dialog if it is one of this editor, no part of the page's own. */
function formAround(editor: Element): Element {
  const form = closest(editor, `form, ${DIALOG}`);
  if (form !== null && form !== editor && form.querySelector(PAGE_PARTS) === null) return form;
  let around = parentOf(editor);
  for (let step = 0; around !== null && step < HIGHEST; step++, around = parentOf(around)) {
    if (
      around.matches('main, [role=main], article, [role=article], body') &&
      frameOf(around.ownerDocument) === null
    )
      break;
    const fields = [...around.querySelectorAll(FIELD)].slice(0, MAX_LOOKED_AT);
    if (fields.some((field) => !holds(editor, field) && field !== editor && isShown(field))) return around;
  }
  return editor;
}

/** All editors of several lines, also those in frames. */
function editorsIn(form: Element, editor: Element): Element[] {
  const editors = new Set<Element>(editor.localName === 'input' ? [] : [editor]);
  for (const one of [...form.querySelectorAll(`${EDITORS}, iframe`)].slice(0, MAX_LOOKED_AT)) {
    if (!isShown(one)) continue;
    if (isFrame(one)) {
      const body = one.contentDocument?.body;
      if (body != null && (isEditable(body) || body.querySelector(EDITORS) !== null)) editors.add(body);
    } else if (
      ![...editors].some((known) => holds(known, one)) &&
      !one.matches('[aria-multiline=false], [role=combobox]')
    )
      editors.add(one);
  }
  return [...editors];
}

// Reading

function reading({ element, link }: Place, all: readonly Place[]): OpenSurface | null {
  const choice = link ? null : choiceAround(element);
  // A row's snippet invites nobody yet.
  if (choice !== null || (!link && opensSomethingElse(element))) return null;
  const chosen = link ? choiceAround(element) : null;
  const found = chosen === null ? wholeAround(element) : itemAround(element, chosen, all);
  const above = headingsAbove(found, element);
  const heading = headingIn(found, link && chosen !== null ? null : element);
  // The heading of one message in a conversation is its sender.
  const isSubject =
    chosen !== null ||
    floats(found) ||
    (heading.title !== null && !heading.title.matches(HEADING) && isColumn(found)) ||
    (heading.title?.matches(HEADING) === true && !heading.title.textContent.includes('@'));
  const [subject] = isSubject ? [] : above;
  const titled = subject === undefined ? heading : { title: subject, titleText: '' };
  const shownInFields = chosen === null ? fieldsOfEvent(found) : null;
  const surface: Surface =
    chosen !== null || shownInFields !== null || found.matches(DIALOG) || floats(found)
      ? 'event-read'
      : 'mail-read';
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
        ? peopleIn(found.querySelectorAll('[data-email], [email], a[href^="mailto:"]'))
        : [],
    timing: surface === 'event-read' ? timingOfEvent(found) : timingOfMail(found, element),
  };
}

/** An event that is shown in fields which nobody may change: two of them hold a time, and its title is the first that holds none. */
function fieldsOfEvent(part: Element): { title: Element } | null {
  const fields = [...part.querySelectorAll<HTMLInputElement>(TEXT_INPUT)]
    .slice(0, MAX_LOOKED_AT)
    .filter((field) => field.readOnly && field.value !== '' && isShown(field));
  const isTimed = ({ value }: HTMLInputElement): boolean => value.length < 40 && LOOKS_LIKE_TIME.test(value);
  const title = fields.find((field) => !isTimed(field));
  return title !== undefined && fields.filter(isTimed).length > 1 ? { title } : null;
}

/**
 * Written in a link within the webmail, or in a row that is clicked: something to be opened. A link that the webmail puts in place of
 * the mail's own shows nothing but the address.
 */
function opensSomethingElse(element: Element): boolean {
  if (closest(element, MESSAGE) !== null) return false;
  const opener = closest(element, 'a[href], button');
  if (opener !== null)
    return (
      opener.ownerDocument === element.ownerDocument &&
      !isLongerThan(opener, LONGEST_SNIPPET) &&
      /\S\s+\S/.test(opener.textContent) &&
      !('host' in opener && opener.host !== opener.ownerDocument.location.host)
    );
  return getComputedStyle(element).cursor === 'pointer' && isSnippet({ element, link: false });
}

/** The row or cell of a list to choose from; null for what stands in an open mail. */
function choiceAround(element: Element): Element | null {
  const choice = closest(element, CHOICE) ?? shortItemAround(element);
  const list = choice === null ? null : closest(choice, LIST);
  if (
    choice === null ||
    list === null ||
    list.querySelectorAll(`${CHOICE}, ${LIST_ITEM}`).length < MANY_ITEMS
  )
    return null;
  const isFramed = frameOf(element.ownerDocument) !== null && list.ownerDocument === element.ownerDocument;
  return isFramed || closest(list, MESSAGE) !== null ? null : choice;
}

/** A listitem may be a whole message, too. */
function shortItemAround(element: Element): Element | null {
  const item = closest(element, '[role=listitem]');
  return item !== null && !isLongerThan(item, LONGEST_SNIPPET) ? item : null;
}

/**
 * A link that is only written, in one of two or more short lines that are alike: perhaps a list to choose from, of which nothing says so;
 * perhaps an agenda in a mail.
 */
export function isSnippet({ element, link }: Place): boolean {
  if (link || editorAround(element) !== null || closest(element, MESSAGE) !== null) return false;
  if (closest(element, PAGE_ITSELF) !== null) return true;
  let item: Element | null = element;
  for (let step = 0; item !== null && step < SNIPPET_DEPTH; step++, item = item.parentElement) {
    // One that is selected has a class more.
    const { localName, classList, parentElement, childElementCount } = item;
    if (parentElement === null || isLongerThan(item, LONGEST_SNIPPET)) return false;
    const isItem = childElementCount > 1 || /^(?:li|tr|a|button)$/.test(localName) || localName.includes('-');
    if (!isItem) continue;
    const alike = firstChildren(parentElement, MAX_LOOKED_AT).filter(
      (other) => other.localName === localName && other.classList[0] === classList[0],
    );
    if (alike.length > 1) return true;
  }
  return false;
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
const hasOwnName = (element: Element): boolean => element.childElementCount > 0;

function wholeAround(element: Element): Element {
  // In a mail's own frame its headings are its own; the webmail's stand around the frame.
  const frame = frameOf(element.ownerDocument);
  if (frame !== null) {
    const outside = partAround(frame) ?? drawnAround(frame);
    if (outside !== null) return outside;
  }
  return partAround(element) ?? element.ownerDocument.body ?? element;
}

function partAround(element: Element): Element | null {
  // The outermost of its kind: what a mail's body imitates lies inside the webmail's own.
  for (const kind of WHOLE) {
    const outermost = outermostWithHeading(element, kind);
    if (outermost !== null) return besideNoList(element, outermost);
  }
  for (let around = parentOf(element); around !== null; around = parentOf(around)) {
    if (around.localName === 'html') break;
    const heading = shownHeading(around, element);
    if (heading !== null) return besideNoList(element, partOfSubject(around, heading, element));
    if (isColumn(around) && titleAbove(around, element) !== null) return around;
    if (floats(around) && isLongerThan(around, element.textContent.length)) return around;
  }
  return null;
}

/** The smallest part of a frame's page with something that is drawn as a title above the frame. */
function drawnAround(frame: Element): Element | null {
  const title = titleAbove(frame.ownerDocument.body, frame)?.title ?? null;
  let around = title === null ? null : parentOf(frame);
  while (around !== null && !around.contains(title)) around = parentOf(around);
  return around;
}

function floats(element: Element): boolean {
  const { position, zIndex } = getComputedStyle(element);
  return position === 'fixed' || (position === 'absolute' && zIndex !== 'auto' && Number(zIndex) > 0);
}

/**
 * Headings of one page descend. One of a higher order than what stands further out is of a text of its own, such as a newsletter: then the
 * part reaches to the lower one.
 */
function partOfSubject(part: Element, heading: Element, element: Element): Element {
  for (let around = part; !isColumn(around); ) {
    const outer = parentOf(around);
    if (outer === null || outer.localName === 'body') break;
    around = outer;
    const above = shownHeading(around, element);
    if (above !== null && above !== heading && orderOf(above) > orderOf(heading)) return around;
  }
  return part;
}

const orderOf = (heading: Element): number => Number(heading.ariaLevel ?? heading.localName.slice(1)) || 2;

function outermostWithHeading(element: Element, kind: string): Element | null {
  let outermost: Element | null = null;
  for (let whole = closest(element, kind); whole !== null; ) {
    if (isNamed(whole) || shownHeading(whole, element) !== null) outermost = whole;
    const around = parentOf(whole);
    whole = around === null ? null : closest(around, kind);
  }
  return outermost;
}

const isNamed = (element: Element): boolean =>
  element.matches('[role=dialog], dialog') &&
  (element.ariaLabel ?? element.getAttribute('aria-labelledby') ?? '') !== '';

/** Some webmails hold the list of all mails in the same main part: the largest piece around the link that has a heading and no such list. */
function besideNoList(element: Element, whole: Element): Element {
  const lists = [...whole.querySelectorAll(LIST)]
    .slice(0, MAX_LISTS)
    .filter((list) => list.querySelectorAll(LIST_ITEM).length >= MANY_ITEMS);
  const foreign = lists.filter((list) => !holds(list, element));
  let best: Element | null = null;
  let largest: Element | null = null;
  for (let around = parentOf(element); around !== null && holds(whole, around); around = parentOf(around)) {
    const outer = around;
    if (foreign.some((list) => outer.contains(list))) break;
    if (outer !== whole) largest = outer;
    if (shownHeading(outer, element) !== null) best = outer;
  }
  return best ?? largest ?? whole;
}

const MOST_ABOVE = 3;

/** A mail may hold headings of its own, nearer to the link than the subject: those further out are read along. */
function headingsAbove(part: Element, element: Element): Element[] {
  const above = new Set<Element>();
  for (let around = parentOf(part); around !== null && above.size < MOST_ABOVE; around = parentOf(around)) {
    const heading = shownHeading(around, element);
    if (heading !== null && !holds(part, heading) && heading.closest(PAGE_ITSELF) === null)
      above.add(heading);
  }
  return [...above];
}
