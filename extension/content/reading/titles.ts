import * as dom from '../dom.ts';
import { firstChildren, isLongerThan, isShown, sameTree } from '../tree.ts';
import type { Headings } from './headings.ts';

/**
 * What a person would call the title of a part of the page: a heading that is seen, else what is drawn as one, or stands in a table with
 * sender and date, or is what the page calls itself.
 */

export const MAX_LOOKED_AT = 400;
/** A line of a list, or a value beside its name. */
export const LONGEST_SNIPPET = 300;

/** `headings`: of the place in it that counts; null for a part that is all about it. */
export function headingIn(part: Element, headings: Headings | null): Title {
  const heading = headings?.in(part) ?? null;
  if (heading !== null) {
    // A heading below the rows with sender and subject is one of the mail's text.
    const row = valueInRows(
      linesBefore(part, heading)
        .map(({ line }) => line)
        .filter((line) => dom.contains(part, line) && !isInOtherColumn(line, heading)),
    );
    if (row !== null) return { title: row, titleText: '', isHeader: true };
    return { title: heading, titleText: '' };
  }
  const root = dom.getRootNode(part);
  const labelled = dom.getAttribute(part, 'aria-labelledby')?.split(/\s+/)[0] ?? '';
  const label =
    'getElementById' in root && labelled !== '' ? dom.ownerDocument(part).getElementById(labelled) : null;
  if (label !== null) return { title: label, titleText: '' };
  const above = headings === null ? null : titleAbove(part, headings.element);
  if (above !== null) return above;
  if (dom.localName(part) !== 'body') {
    const line = mostProminentLine(part);
    if (line !== null) return { title: line, titleText: '' };
    const label = dom.ariaLabel(part) ?? '';
    if (label !== '') return { title: null, titleText: label };
  }
  return { title: null, titleText: dom.ownerDocument(part).title };
}

/** Two parts of the page are drawn beside each other, as a list of mails and the open one. */
function areBeside(one: Element, other: Element): boolean {
  const a = dom.getBoundingClientRect(one);
  const b = dom.getBoundingClientRect(other);
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) < SAME_EDGE &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SAME_EDGE
  );
}

/** Where the ways up from both meet, they come out of parts that stand beside each other. */
export function isInOtherColumn(one: Element, other: Element): boolean {
  let mine = one;
  let around = dom.parentElement(mine);
  for (; around !== null && !dom.contains(around, other); around = dom.parentElement(around)) mine = around;
  let its = other;
  for (
    let outer = dom.parentElement(its);
    outer !== null && outer !== around;
    outer = dom.parentElement(outer)
  )
    its = outer;
  return mine !== its && !dom.contains(mine, other) && areBeside(mine, its);
}

/** Something that is large enough to be a list of mails stands beside it. */
export function isColumn(element: Element): boolean {
  return firstChildren(dom.parentElement(element), MAX_BESIDE).some(
    (other) =>
      other !== element && dom.clientWidth(other) > WIDE && areBeside(element, other) && isShown(other),
  );
}

const SAME_EDGE = 2;
const MAX_BESIDE = 20;
const WIDE = 80;

interface Title {
  title: Element | null;
  titleText: string;
  /** It stands in a table of a mail's headers. */
  isHeader?: true;
}

/** Where no heading is marked as one: what is drawn as one, or stands in a table with sender and date, or is what the page calls itself. */
export function titleAbove(part: Element, element: Element): Title | null {
  const own = sameTree(element, dom.firstElementChild(part) ?? part);
  const before = linesBefore(part, own);
  const lines = before.map(({ line }) => line).filter((line) => !isInOtherColumn(line, own));
  const plain = Math.max(weightOf(own), weightOf(part)) * STANDS_OUT;
  let title: Element | null = null;
  for (const line of lines)
    if (
      weightOf(line) >= (title === null ? plain : weightOf(title) + 0.5) ||
      // Of two on one row, the first.
      (title !== null && weightOf(line) >= weightOf(title) && areBeside(line, title))
    )
      title = line;
  if (title !== null) return { title, titleText: '' };
  const value = valueInRows(lines);
  if (value !== null) return { title: value, titleText: '', isHeader: true };
  const [titleText = ''] = dom.ownerDocument(part).title.split(/\s[-–—|·]\s/);
  return before.some(({ text }) => text === titleText) ? { title: null, titleText } : null;
}

/** Larger and bolder by as much than the text. */
const STANDS_OUT = 1.25;

export function weightOf(element: Element): number {
  const { fontSize, fontWeight } = getComputedStyle(element);
  return Number.parseFloat(fontSize) * (Number(fontWeight) >= 600 ? 1.2 : 1);
}

/** The lines of text before another, nearest first. */
export function linesBefore(part: Element, own: Element): { line: Element; text: string }[] {
  const lines: { line: Element; text: string }[] = [];
  const walker = dom.ownerDocument(part).createTreeWalker(part, NodeFilter.SHOW_TEXT);
  walker.currentNode = own;
  for (let left = MAX_LOOKED_AT; left > 0 && lines.length < LEAVES; left--) {
    const node = walker.previousNode();
    if (node === null) break;
    const line = dom.parentElement(node);
    const text = dom.nodeValue(node)?.trim() ?? '';
    if (line !== null && text !== '' && !isOnlyTime(text) && !text.includes('://') && isShown(line))
      lines.push({ line, text });
  }
  return lines;
}

/** The subject among the header rows above a mail's frame. */
export const headerAbove = (part: Element, frame: Element): Element | null =>
  valueInRows(linesBefore(part, frame).map(({ line }) => line));

/** Of rows with a name and a value each, one of which is an address or a date, the longest value that is neither. */
function valueInRows(lines: readonly Element[]): Element | null {
  const values = new Set<Element>();
  let paired = false;
  for (const line of lines) {
    const cell = dom.closest(line, 'td, dd');
    const row = cell === null ? null : dom.parentElement(cell);
    const pair = cell === null ? valueOfPair(line) : null;
    if (pair !== null) {
      values.add(pair);
      paired = true;
    }
    if (
      cell !== null &&
      row !== null &&
      dom.closest(row, 'tr, dl') !== null &&
      (dom.localName(cell) === 'dd' ||
        (dom.childElementCount(row) === 2 && dom.nextElementSibling(cell) === null))
    )
      values.add(cell);
  }
  const all = [...values];
  const isOfHeader = (cell: Element): boolean =>
    /[@;]/.test(dom.textContent(cell)) || ONE_DATE.test(dom.textContent(cell));
  const rest = all.filter(
    (cell) => !isOfHeader(cell) && !isMostlyControls(cell) && !isLongerThan(cell, LONGEST_SNIPPET),
  );
  if (rest.length === 0 || rest.length === all.length) return null;
  // An event's details have rows like these, too; a mail's name somebody.
  if (paired && !all.some((cell) => dom.textContent(cell).includes('@'))) return null;
  return rest.reduce((a, b) => (dom.textContent(b).trim().length > dom.textContent(a).trim().length ? b : a));
}

/** Of three or more rows beside each other, each of a short name and a value and nothing else, the value that holds this line. */
function valueOfPair(line: Element): Element | null {
  let value: Element | null = line;
  for (let step = 0; value !== null && step < PAIR_DEPTH; step++, value = dom.parentElement(value)) {
    const row: Element | null = dom.parentElement(value);
    if (row === null || dom.childElementCount(row) !== 2 || dom.nextElementSibling(value) !== null) continue;
    const alike = firstChildren(dom.parentElement(row), MAX_LOOKED_AT).filter(
      (other) =>
        dom.localName(other) === dom.localName(row) && dom.childElementCount(other) === 2 && isShown(other),
    );
    const first = dom.firstElementChild(row);
    const name = first === null ? '' : dom.textContent(first).trim();
    if (alike.length >= MANY_PAIRS && name !== '' && name.length <= LONGEST_NAME) return value;
  }
  return null;
}

/** Of three or more rows that each have a heading beside a value, it is one of these. */
export function namesValue(heading: Element): boolean {
  const cell = dom.closest(heading, 'td, th, dt');
  const row = cell === null ? null : dom.parentElement(cell);
  if (cell === null || row === null || dom.nextElementSibling(cell) === null) return false;
  const alike = firstChildren(dom.parentElement(row), MAX_LOOKED_AT).filter((other) => {
    const first = dom.firstElementChild(other);
    return (
      dom.childElementCount(other) > 1 &&
      first !== null &&
      dom.querySelector(first, dom.localName(heading)) !== null
    );
  });
  return alike.length >= MANY_PAIRS;
}

const PAIR_DEPTH = 3;
const MANY_PAIRS = 3;
const LONGEST_NAME = 20;

/** "Full header | Printable version": something to do, and nobody's subject. */
function isMostlyControls(cell: Element): boolean {
  const controls = [...dom.querySelectorAll(cell, 'a, button')].slice(0, MAX_LOOKED_AT);
  const length = controls.reduce((sum, control) => sum + dom.textContent(control).length, 0);
  return length * 2 > dom.textContent(cell).trim().length;
}

/** A day or a time of day, and a year or another. */
const ONE_DATE = /\p{Nd}{4}|\p{Nd}{1,2}[:.]\p{Nd}{2}/u;

const LEAVES = 30;
/** "10:00 – 11:00", "9a", "13. November 2026", "Friday, 13 November 2026": when, not what. */
const LONGEST_TIME = 60;
const DAY = /^(?:\p{L}+,\s)?\p{Nd}{1,2}\.?\s(?:de\s)?\p{L}+\.?,?\s(?:de\s)?\p{Nd}{4}$/u;
const HALF_OF_DAY = /^(?:[ap]m?|h|uhr|uur)?$/i;
const isOnlyTime = (text: string): boolean =>
  text.length < LONGEST_TIME && (HALF_OF_DAY.test(text.replace(/[\d\s:.,–—-]/g, '')) || DAY.test(text));

/** Where no heading is marked as one: the first of the lines that are drawn largest and boldest. */
function mostProminentLine(part: Element): Element | null {
  let best: { element: Element; weight: number } | null = null;
  let seen = 0;
  const walker = dom.ownerDocument(part).createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && seen < LEAVES; node = walker.nextNode()) {
    const element = dom.parentElement(node);
    const text = dom.nodeValue(node)?.trim() ?? '';
    if (element === null || text === '' || isOnlyTime(text) || text.includes('://') || !isShown(element))
      continue;
    seen++;
    const weight = weightOf(element);
    if (best === null || weight > best.weight + 0.5) best = { element, weight };
  }
  return best?.element ?? null;
}
