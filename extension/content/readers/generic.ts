import { BLANK } from '../../../src/invitation/blank.ts';
import { MAX_LINKS } from '../../../src/links/candidates.ts';
import { MAX_LINK, scanLinks } from '../../../src/links/scan.ts';
import type { Invitation } from '../../../src/model.ts';
import { inSlices } from '../slices.ts';
import { pieces, readLine, readText } from '../text.ts';
import { chipsBeside } from './labels.ts';
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
/** A list of mails or events to choose from, not one of attachments. */
const LIST = '[role=listbox], [role=list], [role=grid], [role=tree], [role=treegrid], [role=table]';
const LIST_ITEM = '[role=option], [role=listitem], [role=row], [role=treeitem]';
const MANY_ITEMS = 3;
const MAX_LISTS = 50;
const EDITABLE = '[contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only], textarea';
const WRITING = 'form, [role=dialog], dialog, main, [role=main]';
const DATE_OR_TIME = 'input[type=date], input[type=time], input[type=datetime-local]';
const SINGLE_LINE = 'input:not([type]), input[type=text], input[type=search]';
const MAX_SURFACES = 20;
/** So many are looked through for those that lie inside others. */
const MAX_NESTED = 200;
/** One link that stands more often than this on a page is looked at in its first places. */
const MAX_PLACES = 20;
const LONGEST_WRITTEN_LINK = 2000;
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
  async read({ page, hint, whichJoin }) {
    const places = await inSlices(placesOfLinks(page, hint));
    const joining = places.size === 0 ? new Set<string>() : await whichJoin([...places.keys()]);
    const { surfaces, cut } = await inSlices(surfacesAround(places, joining));
    const invitations: Invitation[] = [];
    for (const surface of surfaces) {
      const isLast = invitations.length === surfaces.length - 1;
      invitations.push(await inSlices(readSurface(page, surface, cut && isLast)));
    }
    return invitations;
  },
};

/** Where each link with a hint stands, clickable or only written. Links of the webmail's own are among them. */
function* placesOfLinks(page: Document, hint: RegExp): Generator<void, Map<string, Set<Element>>> {
  const places = new Map<string, Set<Element>>();
  const note = (whole: string, element: Element | null): void => {
    if (element === null || places.size >= MAX_LINKS) return;
    // The worker takes no longer ones.
    const href = whole.slice(0, MAX_LINK);
    const known = places.get(href);
    if (known === undefined) places.set(href, new Set([element]));
    else if (known.size < MAX_PLACES) known.add(element);
  };
  const noteWritten = (text: string, element: Element | null): void => {
    if (hint.test(text)) for (const { href } of scanLinks(text)) if (hint.test(href)) note(href, element);
  };
  let work = 0;
  for (const link of page.links) {
    if (hint.test(link.href)) note(link.href, link);
    if (++work % SLICE === 0) yield;
  }
  for (const field of page.querySelectorAll('textarea')) noteWritten(field.value, field);
  const texts = page.createTreeWalker(page.body ?? page, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (++work % SLICE === 0) yield;
    // A link across a cut would be missed, so the pieces of a long text overlap.
    let before = '';
    for (const piece of pieces(node.nodeValue ?? '')) {
      noteWritten(before + piece, node.parentElement);
      before = piece.slice(-LONGEST_WRITTEN_LINK);
      if (piece.length > SLICE) yield;
    }
  }
  return places;
}

/** The outermost parts of the page that hold a meeting's link, each once. `cut`: there are more than we read. */
function* surfacesAround(
  places: ReadonlyMap<string, ReadonlySet<Element>>,
  joining: ReadonlySet<string>,
): Generator<void, { surfaces: Surface[]; cut: boolean }> {
  const surfaces = new Map<Element, Surface>();
  const known = new Map<Element, Element[]>();
  const listsIn = (whole: Element): Element[] => {
    const lists = known.get(whole) ?? longLists(whole);
    known.set(whole, lists);
    return lists;
  };
  const seen = new Set<Element>();
  let work = 0;
  for (const [href, elements] of places) {
    if (!joining.has(href)) continue;
    for (const element of elements) {
      if (++work % SLICE === 0) yield;
      // Links that stand side by side belong to one surface.
      const around = element.parentElement ?? element;
      if (seen.has(around) || !element.checkVisibility({ visibilityProperty: true })) continue;
      seen.add(around);
      const surface = surfaceOf(element, listsIn);
      if (surface !== null && !surfaces.has(surface.element)) surfaces.set(surface.element, surface);
    }
  }
  const all = [...surfaces.values()].slice(0, MAX_NESTED);
  const inside = (one: Surface): boolean =>
    all.some((other) => other !== one && other.element.contains(one.element));
  const outer = all.filter((one) => !inside(one));
  const cut = surfaces.size > all.length || outer.length > MAX_SURFACES || places.size >= MAX_LINKS;
  return { surfaces: outer.slice(0, MAX_SURFACES), cut };
}

function surfaceOf(element: Element, listsIn: (whole: Element) => Element[]): Surface | null {
  if (/^(?:SCRIPT|STYLE|NOSCRIPT|TITLE)$/.test(element.tagName)) return null;
  const editable = element.closest(EDITABLE);
  if (editable !== null) return { element: editable.closest(WRITING) ?? editable, editable };
  // The outermost of its kind: what a mail's body imitates lies inside the webmail's own.
  for (const whole of WHOLE) {
    const outermost = outermostWithHeading(element, whole);
    if (outermost !== null)
      return { element: besideNoList(element, outermost, listsIn(outermost)), editable };
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

/** Lists to choose a mail or an event from. */
function longLists(whole: Element): Element[] {
  return [...whole.querySelectorAll(LIST)]
    .slice(0, MAX_LISTS)
    .filter((list) => list.querySelectorAll(LIST_ITEM).length >= MANY_ITEMS);
}

/** Some webmails hold the list of all mails in the same main part: the largest piece around the link that has a heading and no such list. */
function besideNoList(element: Element, whole: Element, lists: readonly Element[]): Element {
  const foreign = lists.filter((list) => !list.contains(element));
  let best: Element | null = null;
  let around: Element | null = element.parentElement;
  while (around !== null && whole.contains(around) && !foreign.some((list) => around?.contains(list))) {
    if (around.querySelector(HEADING) !== null) best = around;
    around = around.parentElement;
  }
  return best ?? whole;
}

/** `moreFollows`: other parts of the page had to be left out; somebody must hear of it. */
function* readSurface(
  page: Document,
  { element, editable }: Surface,
  moreFollows: boolean,
): Generator<void, Invitation> {
  const { text, anchors, cut } = yield* readText(element);
  const passages: Invitation['passages'] = [{ source: 'body', text, anchors, timing: null }];
  const unread: Invitation['unread'] = cut || moreFollows ? ['rest-of-text'] : [];
  if (editable !== null) {
    const isEvent = element.querySelector(DATE_OR_TIME) !== null;
    const title = titleField(element, editable, isEvent);
    return { ...BLANK, surface: isEvent ? 'event-write' : 'mail-write', title, passages, unread };
  }
  const surface = element.matches('[role=dialog], dialog') ? 'event-read' : 'mail-read';
  const { title, heading } = yield* headingOf(page, element);
  const labels = heading === null ? [] : chipsBeside(heading);
  return { ...BLANK, surface, title, passages, labels, unread };
}

function* headingOf(
  page: Document,
  surface: Element,
): Generator<void, { title: string; heading: Element | null }> {
  for (const heading of surface.querySelectorAll(HEADING)) {
    const visible = heading.checkVisibility({ visibilityProperty: true });
    const title = visible ? yield* readLine(heading) : '';
    if (title !== '') return { title, heading };
  }
  return { title: page.title.slice(0, 1000), heading: null };
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
