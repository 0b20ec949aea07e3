import { firstChildren, hasRoom, isLongerThan, isShown, sameTree } from '../tree.ts';

/**
 * What a person would call the title of a part of the page: a heading that is seen, else what is drawn as one, or stands in a table with
 * sender and date, or is what the page calls itself.
 */

export const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading]';
export const MAX_LOOKED_AT = 400;
/** A line of a list, or a value beside its name. */
export const LONGEST_SNIPPET = 300;

/** A heading that people see, before the link or around it: one behind it belongs to something else. */
export function shownHeading(part: Element, element: Element): Element | null {
  let own = sameTree(element, part.firstElementChild ?? part);
  let tree: ParentNode = part;
  // What an element of the page's making puts around its children.
  for (
    let child: Element | null = own;
    part.shadowRoot !== null && child !== null;
    child = child.parentElement
  )
    if (child.parentElement === part && child.assignedSlot !== null) {
      own = child.assignedSlot;
      tree = part.shadowRoot;
    }
  let left = MAX_LOOKED_AT;
  for (const heading of tree.querySelectorAll(HEADING)) {
    if (left-- === 0) return null;
    const follows = (heading.compareDocumentPosition(own) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    if (follows && !heading.contains(own)) return null;
    if (heading.textContent.trim() !== '' && hasRoom(heading) && !isInOtherColumn(heading, own))
      return heading;
  }
  return null;
}

export function headingIn(part: Element, element: Element | null): Title {
  const heading = element === null ? null : shownHeading(part, element);
  if (heading !== null) return { title: heading, titleText: '' };
  const root = part.getRootNode();
  const labelled = part.getAttribute('aria-labelledby')?.split(/\s+/)[0] ?? '';
  const label =
    'getElementById' in root && labelled !== '' ? part.ownerDocument.getElementById(labelled) : null;
  if (label !== null) return { title: label, titleText: '' };
  const above = element === null ? null : titleAbove(part, element);
  if (above !== null) return above;
  if (part.localName !== 'body') {
    const line = mostProminentLine(part);
    if (line !== null) return { title: line, titleText: '' };
    if (part.ariaLabel !== null && part.ariaLabel !== '') return { title: null, titleText: part.ariaLabel };
  }
  return { title: null, titleText: part.ownerDocument.title };
}

/** Two parts of the page are drawn beside each other, as a list of mails and the open one. */
function areBeside(one: Element, other: Element): boolean {
  const a = one.getBoundingClientRect();
  const b = other.getBoundingClientRect();
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) < SAME_EDGE &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SAME_EDGE
  );
}

/** Where the ways up from both meet, they come out of parts that stand beside each other. */
function isInOtherColumn(one: Element, other: Element): boolean {
  let mine = one;
  while (mine.parentElement !== null && !mine.parentElement.contains(other)) mine = mine.parentElement;
  let its = other;
  while (its.parentElement !== null && its.parentElement !== mine.parentElement) its = its.parentElement;
  return mine !== its && !mine.contains(other) && areBeside(mine, its);
}

/** Something that is large enough to be a list of mails stands beside it. */
export function isColumn(element: Element): boolean {
  return firstChildren(element.parentElement, MAX_BESIDE).some(
    (other) => other !== element && other.clientWidth > WIDE && areBeside(element, other) && isShown(other),
  );
}

const SAME_EDGE = 2;
const MAX_BESIDE = 20;
const WIDE = 80;

interface Title {
  title: Element | null;
  titleText: string;
}

/** Where no heading is marked as one: what is drawn as one, or stands in a table with sender and date, or is what the page calls itself. */
export function titleAbove(part: Element, element: Element): Title | null {
  const own = sameTree(element, part.firstElementChild ?? part);
  const before = linesBefore(part, own);
  const lines = before.map(({ line }) => line).filter((line) => !isInOtherColumn(line, own));
  const plain = Math.max(weightOf(own), weightOf(part)) * STANDS_OUT;
  let title: Element | null = null;
  for (const line of lines)
    if (weightOf(line) >= (title === null ? plain : weightOf(title) + 0.5)) title = line;
  title ??= valueInRows(lines);
  if (title !== null) return { title, titleText: '' };
  const [titleText = ''] = part.ownerDocument.title.split(/\s[-–—|·]\s/);
  return before.some(({ text }) => text === titleText) ? { title: null, titleText } : null;
}

/** Larger and bolder by as much than the text. */
const STANDS_OUT = 1.25;

function weightOf(element: Element): number {
  const { fontSize, fontWeight } = getComputedStyle(element);
  return Number.parseFloat(fontSize) * (Number(fontWeight) >= 600 ? 1.2 : 1);
}

/** The lines of text before another, nearest first. */
function linesBefore(part: Element, own: Element): { line: Element; text: string }[] {
  const lines: { line: Element; text: string }[] = [];
  const walker = part.ownerDocument.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  walker.currentNode = own;
  for (let left = MAX_LOOKED_AT; left > 0 && lines.length < LEAVES; left--) {
    const node = walker.previousNode();
    if (node === null) break;
    const line = node.parentElement;
    const text = node.nodeValue?.trim() ?? '';
    if (line !== null && text !== '' && !isOnlyTime(text) && !text.includes('://') && isShown(line))
      lines.push({ line, text });
  }
  return lines;
}

/** Of rows with a name and a value each, one of which is an address or a date, the longest value that is neither. */
function valueInRows(lines: readonly Element[]): Element | null {
  const values = new Set<Element>();
  for (const line of lines) {
    const cell = line.closest('td, dd');
    if (
      cell !== null &&
      cell.parentElement?.closest('tr, dl') !== null &&
      (cell.localName === 'dd' ||
        (cell.parentElement?.childElementCount === 2 && cell.nextElementSibling === null))
    )
      values.add(cell);
  }
  const all = [...values];
  const isOfHeader = (cell: Element): boolean =>
    /[@;]/.test(cell.textContent) || ONE_DATE.test(cell.textContent);
  const rest = all.filter((cell) => !isOfHeader(cell) && !isLongerThan(cell, LONGEST_SNIPPET));
  if (rest.length === 0 || rest.length === all.length) return null;
  return rest.reduce((a, b) => (b.textContent.trim().length > a.textContent.trim().length ? b : a));
}

/** A day or a time of day, and a year or another. */
const ONE_DATE = /\p{Nd}{4}|\p{Nd}{1,2}[:.]\p{Nd}{2}/u;

const LEAVES = 30;
/** "10:00 – 11:00", "9a": when, not what. */
const LONGEST_TIME = 60;
const HALF_OF_DAY = /^(?:[ap]m?|h|uhr|uur)?$/i;
const isOnlyTime = (text: string): boolean =>
  text.length < LONGEST_TIME && HALF_OF_DAY.test(text.replace(/[\d\s:.,–—-]/g, ''));

/** Where no heading is marked as one: the first of the lines that are drawn largest and boldest. */
function mostProminentLine(part: Element): Element | null {
  let best: { element: Element; weight: number } | null = null;
  let seen = 0;
  const walker = part.ownerDocument.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && seen < LEAVES; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.nodeValue?.trim() ?? '';
    if (element === null || text === '' || isOnlyTime(text) || text.includes('://') || !isShown(element))
      continue;
    seen++;
    const weight = weightOf(element);
    if (best === null || weight > best.weight + 0.5) best = { element, weight };
  }
  return best?.element ?? null;
}
