import type { Label } from '../../../src/model.ts';
import { firstChildren } from '../tree.ts';

/**
 * Visible labels: short texts right beside the subject. No webmail documents where it draws them, and their names are the administrator's
 * (facts/markings.md section 4), so nothing is decided here: the worker knows the names, and a text counts only if it is one.
 */
const MAX_CHIPS = 20;
const LONGEST_CHIP = 60;
/** How far around the heading they may stand: its own row, and the one around that. */
const UP = 2;
const MOST_LOOKED_AT = 50;
/** What a person clicks or chooses says what may be, not what is. */
const CONTROL =
  'a, button, select, label, script, style, [role=button], [role=option], [role=menu], [role=radio]';
/** Parts with these are a mail's body, or hold it. */
const BODY = 'iframe, blockquote, p, table, pre, a[href^=http]';

/** In the page's order, each once. */
export function chipsBeside(heading: Element): Label[] {
  const chips = new Set<string>();
  let around = heading.parentElement;
  for (let step = 0; step < UP && around !== null && around !== heading.ownerDocument.body; step += 1) {
    for (const part of firstChildren(around, MOST_LOOKED_AT).flatMap(leavesOf)) {
      const text = heading.contains(part) || part.contains(heading) ? '' : part.textContent.trim();
      if (text === '' || text.length > LONGEST_CHIP || part.closest(CONTROL) !== null) continue;
      if (chips.size < MAX_CHIPS && part.checkVisibility({ visibilityProperty: true })) chips.add(text);
    }
    around = around.parentElement;
  }
  return [...chips].map((text) => ({ carrier: 'chip', text }));
}

/** A part without elements in it, or the parts of a small one that is not the body. */
function leavesOf(part: Element): Element[] {
  if (part.childElementCount === 0) return [part];
  if (part.matches(BODY) || part.querySelector(BODY) !== null) return [];
  return firstChildren(part, MOST_LOOKED_AT).filter((one) => one.childElementCount === 0);
}
