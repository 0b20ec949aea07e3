import type { Label } from '../../../src/model.ts';

/**
 * Visible labels: short texts right beside the subject. No webmail documents where it draws them, and their names are the administrator's
 * (facts/markings.md section 4), so nothing is decided here: the worker knows the names, and a text counts only if it is one.
 */
const MAX_CHIPS = 20;
const LONGEST_CHIP = 60;
/** How far around the heading they may stand. */
const UP = 2;
const MOST_LOOKED_AT = 200;
/** What a person clicks or chooses says what may be, not what is. */
const CONTROL =
  'a, button, select, label, script, style, [role=button], [role=option], [role=menu], [role=radio]';

/** In the page's order, each once. */
export function chipsBeside(heading: Element): Label[] {
  const chips = new Set<string>();
  let around: Element | null = heading;
  for (let step = 0; step < UP && around !== null; step += 1) {
    around = around.parentElement;
    if (around === null || around.childElementCount > MOST_LOOKED_AT || around === heading.ownerDocument.body)
      break;
    for (const element of [...around.querySelectorAll('*')].slice(0, MOST_LOOKED_AT)) {
      if (chips.size >= MAX_CHIPS) break;
      const isLeaf = element.childElementCount === 0 && !heading.contains(element);
      const text = isLeaf ? (element.textContent ?? '').trim() : '';
      if (text === '' || text.length > LONGEST_CHIP || element.closest(CONTROL) !== null) continue;
      if (element.checkVisibility({ visibilityProperty: true })) chips.add(text);
    }
  }
  return [...chips].map((text) => ({ carrier: 'chip', text }));
}
