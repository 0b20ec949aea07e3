import { isWriting } from '../../../src/model.ts';
import * as dom from '../dom.ts';
import { joinButtons, sendButton } from '../pressing.ts';
import { isAlive, isShown } from '../tree.ts';
import type { OpenSurface } from './open-surface.ts';
import type { ReadSurface } from './page.ts';
import { shown } from './shown.ts';

/** A mail of hundreds of links leaves no corner free; those above are the ones a person sees first. */
const MOST_LINKS = 30;
const MOST_SENDERS = 3;
const MOST_ASKED = 100;

/** What the notice must not cover: who sends or calls, what sends or saves, and what joins. `links`: elements with a meeting's link. */
export function keepClear(read: readonly ReadSurface[], links: Iterable<Element>): Element[] {
  const surfaces = read.map(({ open }) => open).filter(({ element }) => isAlive(element));
  const parts = surfaces.flatMap((open) => {
    const send = isWriting(open.surface) ? sendButton(open) : null;
    return [
      ...(open.title === null ? [] : [open.title]),
      ...sendersIn(open),
      ...(send === null ? [] : [send]),
      ...joinButtons(open),
    ];
  });
  return [...new Set([...parts, ...shownOf(links, MOST_LINKS)])];
}

function sendersIn(open: OpenSurface): Element[] {
  if (open.hooks !== null) return shown(open.element, open.hooks.sender).slice(0, MOST_SENDERS);
  const named = dom.querySelectorAll(open.element, 'a[href^="mailto:"], [email]');
  return shownOf(named, MOST_SENDERS, (one) => !open.bodies.some((body) => dom.contains(body, one)));
}

/** The first ones that a person sees. Whether one is seen costs the page a layout: no more are asked than needed. */
function shownOf(
  elements: Iterable<Element>,
  most: number,
  counts: (element: Element) => boolean = () => true,
): Element[] {
  const found: Element[] = [];
  let asked = 0;
  for (const element of elements) {
    if (found.length >= most || asked++ >= MOST_ASKED) break;
    if (isAlive(element) && counts(element) && isShown(element)) found.push(element);
  }
  return found;
}
