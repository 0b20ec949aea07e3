import * as dom from '../dom.ts';
import type { Hooks } from '../readers/webmail.ts';
import { isShown } from '../tree.ts';

export const MAX_MATCHES = 100;

/** All that the first of these hooks finds, as far as a person sees it and it counts. What does not count ends no search. */
export function shown(
  root: ParentNode,
  hooks: Hooks = [],
  counts: (element: Element) => boolean = () => true,
): Element[] {
  for (const hook of hooks) {
    const found = [...dom.querySelectorAll(root, hook)]
      .slice(0, MAX_MATCHES)
      .filter((one) => counts(one) && isShown(one));
    if (found.length > 0) return found;
  }
  return [];
}
