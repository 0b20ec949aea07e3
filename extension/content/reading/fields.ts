import * as dom from '../dom.ts';
import { closest, comesBefore, holds, isField, isShown, parentOf, type Root } from '../tree.ts';
import { MAX_LOOKED_AT } from './titles.ts';

/** Fields to write in, and what stands in them. */

/** A title may stand in a field of one row that could grow. */
export const ONE_LINE = 'input:not([type]), input[type=text], input[type=url], textarea[rows="1"]';
export const EDITORS =
  'textarea, [contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only]';
const LONGEST_TIME = 40;
/** As programs write them in any language, "9:30", "2026-11-22", "22.11.26", "11/22/2026". */
const TIME = /(?<!\p{Nd})(?:\p{Nd}{1,2}[:.h]\p{Nd}{2}(?!\p{Nd})|\p{Nd}{1,4}[-/.]\s?\p{Nd}{1,2}[-/.])/u;
/** "24.11.2026 14:00": with both, one field is enough for an event. */
const DAY_AND_HOUR = /\p{Nd}{1,4}[-/.]\s?\p{Nd}{1,2}[-/.]\s?\p{Nd}{1,4}\D{1,4}\p{Nd}{1,2}[:.h]\p{Nd}{2}/u;

export type Field = HTMLInputElement | HTMLTextAreaElement;

export const isTime = ({ value }: Field): boolean => value.length < LONGEST_TIME && TIME.test(value);
const isDayAndHour = ({ value }: Field): boolean => value.length < LONGEST_TIME && DAY_AND_HOUR.test(value);

/** In the page's order, also out of the open shadow roots in it; `roots`: all that are known. */
export function everywhereIn(part: Element, selector: string, roots: Iterable<Root>): Element[] {
  const found = [...dom.querySelectorAll(part, selector)].slice(0, MAX_LOOKED_AT);
  const own = found.length;
  for (const root of roots)
    if ('host' in root && root.host !== part && found.length < 2 * MAX_LOOKED_AT && holds(part, root.host))
      found.push(...[...dom.querySelectorAll(root, selector)].slice(0, MAX_LOOKED_AT));
  if (found.length > own)
    found.sort((one, other) => (comesBefore(one, other, part) ? -1 : comesBefore(other, one, part) ? 1 : 0));
  return found.slice(0, MAX_LOOKED_AT);
}

const HIGHEST_LINE = 40;
const isOneLine = (field: Field): boolean =>
  dom.matches(field, ONE_LINE) || (dom.clientHeight(field) <= HIGHEST_LINE && !field.value.includes('\n'));

const DATE_OR_TIME = 'input[type=date], input[type=time], input[type=datetime-local]';

/** Fields that say when: of the browser's own kinds, or with a time in them, or where one is chosen. */
export function timesIn(form: Element, roots: Iterable<Root>): Element[] {
  return [
    ...linesIn(form, roots).filter(isTime),
    ...everywhereIn(form, DATE_OR_TIME, roots),
    ...everywhereIn(form, 'select', roots).filter((one) => isShown(one) && isTimeChosen(one)),
  ];
}

/** Of a form: two of them, or one that no mail has. */
export const areOfEvent = (times: readonly Element[]): boolean =>
  times.length > 1 ||
  times.some((one) => dom.matches(one, DATE_OR_TIME) || (isField(one) && isDayAndHour(one)));

/** "10:30", of a list of times. */
const isTimeChosen = (list: Element): boolean => {
  const [chosen] = dom.querySelectorAll(list, 'option:checked');
  return chosen !== undefined && /^\p{Nd}{1,2}[:.h]\p{Nd}{2}/u.test(dom.textContent(chosen).trim());
};

/** What a person can fill in with one line, and sees; nothing inside of a text that is written. */
export function linesIn(form: Element, roots: Iterable<Root>): Field[] {
  return everywhereIn(form, `${ONE_LINE}, textarea`, roots).filter((one): one is Field => {
    if (!isField(one) || one.readOnly || !dom.checkVisibility(one) || !isOneLine(one)) return false;
    const around = parentOf(one);
    return around === null || closest(around, EDITORS) === null;
  });
}
