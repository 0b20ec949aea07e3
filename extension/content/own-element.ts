import { ours } from './ours.ts';

/** What our elements' names begin with; the rest no page can know beforehand and define as an element of its own. */
const OWN_NAME = 'in-camera-';

/** A page may name its own elements as ours are named; which are ours, nothing but this tells. */
export function makeOwn(page: Document): HTMLElement {
  const element = page.createElement(OWN_NAME + crypto.randomUUID().slice(0, 8));
  const shared = ours();
  shared.elements ??= new WeakSet();
  shared.elements.add(element);
  return element;
}

export const isOwn = (node: Node): boolean => ours().elements?.has(node) === true;
