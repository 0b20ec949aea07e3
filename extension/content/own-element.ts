import * as dom from './dom.ts';
import { ours } from './ours.ts';

/** What our elements' names begin with; the rest no page can know beforehand and define as an element of its own. */
const OWN_NAME = 'in-camera-';

/** Asked for once: to read it off the window at each change of the page took half of what a look at the change costs. */
const shared = ours();

/** A page may name its own elements as ours are named; which are ours, nothing but this tells. */
export function makeOwn(page: Document): HTMLElement {
  const element = page.createElement(OWN_NAME + crypto.randomUUID().slice(0, 8));
  shared.elements ??= new WeakSet();
  shared.elements.add(element);
  return element;
}

export const isOwn = (node: Node): boolean => shared.elements?.has(node) === true;

const NAMES = /^in-camera-[0-9a-f]{8}$/;

/**
 * For a script that starts. Firefox ends the scripts of an extension that is loaded anew where they stand: what they showed stays in the
 * page (measured, 153 ESR), and nobody else takes it away. An element that a page has named so goes, too.
 */
export function removeLeftovers(page: Document): void {
  for (const element of [...(page.documentElement?.children ?? [])])
    if (NAMES.test(dom.localName(element)) && !isOwn(element)) element.remove();
}
