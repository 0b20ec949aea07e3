import type { Label } from '../../../src/model.ts';
import * as dom from '../dom.ts';
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
  let around = dom.parentElement(heading);
  for (let step = 0; step < UP && around !== null && around !== dom.ownerDocument(heading).body; step += 1) {
    for (const part of firstChildren(around, MOST_LOOKED_AT).flatMap(leavesOf)) {
      const text =
        dom.contains(heading, part) || dom.contains(part, heading) ? '' : dom.textContent(part).trim();
      if (text === '' || text.length > LONGEST_CHIP || dom.closest(part, CONTROL) !== null) continue;
      if (chips.size < MAX_CHIPS && dom.checkVisibility(part, { visibilityProperty: true })) chips.add(text);
    }
    around = dom.parentElement(around);
  }
  return [...chips].map((text) => ({ carrier: 'chip', text }));
}

/** A part without elements in it, or the parts of a small one that is not the body. */
function leavesOf(part: Element): Element[] {
  if (dom.childElementCount(part) === 0) return [part];
  if (dom.matches(part, BODY) || dom.querySelector(part, BODY) !== null) return [];
  return firstChildren(part, MOST_LOOKED_AT).filter((one) => dom.childElementCount(one) === 0);
}
