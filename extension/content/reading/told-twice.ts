import * as dom from '../dom.ts';
import { firstChildren, isLongerThan, isShown } from '../tree.ts';
import { isInOtherColumn, LONGEST_SNIPPET, linesBefore, MAX_LOOKED_AT, weightOf } from './titles.ts';

/**
 * A title that nothing marks as one is told twice: above the mail, drawn a little heavier than its text, and in the list that the mail was
 * chosen from; or in an event's pop-up, and in the calendar behind it.
 */

/** Larger or bolder than the text by as much. */
const HEAVIER = 1.12;
const SHORTEST = 4;
const MOST_TEXTS = 3000;
const ITEM_DEPTH = 7;
const MANY = 3;
/** A row with no more than that in it is no row of a list of mails. */
const PIECES = 5;
const NO_ROW = 'h1, h2, h3, h4, h5, h6, [role=heading], iframe';

/** The heaviest such line before `own`, of those the longest; null when there is none. */
export function subjectToldTwice(own: Element): Element | null {
  const { body } = dom.ownerDocument(own);
  const least = weightOf(own) * HEAVIER;
  const lines = new Map<string, Element>();
  for (const { line, text } of linesBefore(body, own))
    if (
      text.length >= SHORTEST &&
      // Of two with the same words, the nearer one.
      !lines.has(text) &&
      dom.textContent(line).trim() === text &&
      dom.closest(line, 'th, [role=columnheader]') === null &&
      weightOf(line) >= least &&
      !isInOtherColumn(line, own)
    )
      lines.set(text, line);
  if (lines.size === 0) return null;
  let best: Element | null = null;
  let left = MOST_TEXTS;
  const walker = dom.ownerDocument(own).createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && left > 0; node = walker.nextNode(), left--) {
    const line = lines.get(dom.nodeValue(node)?.trim() ?? '');
    const copy = dom.parentElement(node);
    if (line === undefined || copy === null || copy === line || !isShown(copy)) continue;
    if (isInRow(copy, line) && (best === null || isMore(line, best))) best = line;
  }
  return best;
}

/** Cells beside each other, as the days of a week. */
const DAYS = 7;
const CELL_DEPTH = 14;

/**
 * The first line of a pop-up before `own` that stands in a cell behind it, in the same words; null when there is none. `heading`, which may only
 * say what the pop-up shows ("Event details"), comes first when it stands there, too: above a mail's subject may be its sender.
 */
export function eventToldTwice(popUp: Element, own: Element, heading: Element | null): Element | null {
  const lines = new Map<string, Element>();
  for (const { line, text } of linesBefore(popUp, own))
    if (text.length >= SHORTEST && dom.textContent(line).trim() === text) lines.set(text, line);
  const told = new Set<string>();
  let left = lines.size === 0 ? 0 : MOST_TEXTS;
  const walker = dom.ownerDocument(own).createTreeWalker(dom.ownerDocument(own).body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && left > 0; node = walker.nextNode(), left--) {
    const text = dom.nodeValue(node)?.trim() ?? '';
    const copy = dom.parentElement(node);
    if (copy === null || told.has(text) || !lines.has(text) || dom.contains(popUp, copy) || !isShown(copy))
      continue;
    if (isInCell(copy)) told.add(text);
  }
  if (heading !== null && told.has(dom.textContent(heading).trim())) return heading;
  // The lines come nearest first.
  return [...lines].findLast(([text]) => told.has(text))?.[1] ?? null;
}

function isInCell(copy: Element): boolean {
  let cell: Element | null = copy;
  for (let step = 0; cell !== null && step < CELL_DEPTH; step++, cell = dom.parentElement(cell)) {
    const name = dom.localName(cell);
    const [kind] = dom.classList(cell);
    const alike = firstChildren(dom.parentElement(cell), MAX_LOOKED_AT).filter(
      (other) => dom.localName(other) === name && dom.classList(other)[0] === kind,
    );
    if (alike.length >= DAYS) return true;
  }
  return false;
}

function isMore(line: Element, best: Element): boolean {
  const more = weightOf(line) - weightOf(best);
  return Math.abs(more) > 0.5 ? more > 0 : dom.textContent(line).length > dom.textContent(best).length;
}

/** One of several short rows that are alike, with more in it than this text. */
function isInRow(copy: Element, line: Element): boolean {
  let item: Element | null = copy;
  for (let step = 0; item !== null && step < ITEM_DEPTH; step++, item = dom.parentElement(item)) {
    const name = dom.localName(item);
    const [kind] = dom.classList(item);
    const around = dom.parentElement(item);
    if (around === null || dom.contains(item, line) || isLongerThan(item, LONGEST_SNIPPET)) return false;
    const alike = firstChildren(around, MAX_LOOKED_AT).filter(
      (other) =>
        dom.localName(other) === name &&
        dom.classList(other)[0] === kind &&
        !dom.contains(other, line) &&
        isShown(other),
    );
    if (alike.length < MANY) continue;
    const hasMore = dom.textContent(item).trim().length > dom.textContent(copy).trim().length;
    if (hasMore && !dom.contains(around, line)) return true;
    // The open mail may stand among the rows of the list.
    const isRow = dom.childElementCount(item) > 0 && dom.querySelectorAll(item, '*').length >= PIECES;
    if (isRow && alike.every((other) => dom.querySelector(other, NO_ROW) === null)) return true;
  }
  return false;
}
