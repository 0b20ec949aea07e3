import * as dom from '../dom.ts';
import { closest, firstChildren, frameOf, isLongerThan, isShown } from '../tree.ts';
import { EDITORS, ONE_LINE } from './fields.ts';
import type { Place } from './generic.ts';
import { MESSAGE, PAGE_ITSELF } from './parts.ts';
import { LONGEST_SNIPPET, MAX_LOOKED_AT } from './titles.ts';
import { editorAround } from './writing.ts';

/** What a page shows to choose from: rows of mails, cells of a month, a link to the next mail. It invites nobody yet. */

/** A list of mails or events to choose from, not one of attachments. */
export const LIST =
  '[role=listbox], [role=list], [role=grid], [role=tree], [role=treegrid], [role=table], [role=feed]';
export const LIST_ITEM = '[role=option], [role=listitem], [role=row], [role=treeitem]';
/** What is chosen; a listitem may be a whole message (Gmail). */
const CHOICE = '[role=option], [role=row], [role=gridcell], [role=treeitem]';
const OPENER = 'a[href], button, [role=button], [role=link]';
export const MANY_ITEMS = 3;
const SNIPPET_DEPTH = 7;

const isLink = (element: Element): element is HTMLAnchorElement => dom.localName(element) === 'a';

/**
 * Written in a link within the webmail, or in a row that is clicked: something to be opened. A link that the webmail puts in place of
 * the mail's own shows nothing but the address.
 */
export function opensSomethingElse(element: Element): boolean {
  if (closest(element, MESSAGE) !== null) return false;
  const opener = closest(element, OPENER);
  if (opener !== null)
    return (
      dom.ownerDocument(opener) === dom.ownerDocument(element) &&
      !isLongerThan(opener, LONGEST_SNIPPET) &&
      /\S\s+\S/.test(dom.textContent(opener)) &&
      !(isLink(opener) && opener.host !== opener.ownerDocument.location.host)
    );
  return getComputedStyle(element).cursor === 'pointer' && isSnippet({ element, link: false });
}

/** The row or cell of a list to choose from; null for what stands in an open mail. */
export function choiceAround(element: Element): Element | null {
  const choice = closest(element, CHOICE) ?? shortItemAround(element);
  const list = choice === null ? null : closest(choice, LIST);
  if (
    choice === null ||
    list === null ||
    dom.querySelectorAll(list, `${CHOICE}, ${LIST_ITEM}`).length < MANY_ITEMS
  )
    return null;
  const isFramed =
    frameOf(dom.ownerDocument(element)) !== null && dom.ownerDocument(list) === dom.ownerDocument(element);
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
  return closest(element, PAGE_ITSELF) !== null || alikeAround(element).length > 1;
}

/** Such a link in one of several rows with cells: where nothing else is open, still a list to choose from. */
export function isInRows(place: Place): boolean {
  const rows = isSnippet(place) ? alikeAround(place.element) : [];
  return rows.length >= MANY_ITEMS && rows.every((row) => dom.childElementCount(row) > 1);
}

/** The short lines that are alike, of which one holds it. None of a form: there it is a field's neighbour. */
function alikeAround(element: Element): Element[] {
  let item: Element | null = element;
  for (let step = 0; item !== null && step < SNIPPET_DEPTH; step++, item = dom.parentElement(item)) {
    // One that is selected has a class more.
    const name = dom.localName(item);
    const [kind] = dom.classList(item);
    const around = dom.parentElement(item);
    if (around === null || isLongerThan(item, LONGEST_SNIPPET)) return [];
    const isItem = dom.childElementCount(item) > 1 || /^(?:li|tr|a|button)$/.test(name) || name.includes('-');
    if (!isItem) continue;
    // What was open before may stand beside it, hidden.
    const alike = firstChildren(around, MAX_LOOKED_AT).filter(
      (other) => dom.localName(other) === name && dom.classList(other)[0] === kind && isShown(other),
    );
    const forms = new Set(alike.filter(isForm));
    if (isForm(item) || ![...forms].every(isDraft)) return [];
    const rows = alike.filter((other) => !forms.has(other));
    if (rows.length > 1) return rows;
  }
  return [];
}

const showsField = (part: Element, kind: string): boolean =>
  [...dom.querySelectorAll(part, kind)].some(isShown);
const isForm = (part: Element): boolean => showsField(part, `${ONE_LINE}, ${EDITORS}`);
/** One of the mails in a list may be opened there to be written on. */
const isDraft = (part: Element): boolean => showsField(part, ONE_LINE) && showsField(part, EDITORS);

/** What opens that something else: its words are none of what is open. */
export const openerAround = (element: Element): Element => closest(element, OPENER) ?? element;
