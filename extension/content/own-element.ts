/** What our elements' names begin with; the rest no page can know beforehand and define as an element of its own. */
const OWN_NAME = 'in-camera-';

declare global {
  /** Our elements of this page, for all our scripts in it. In the extension's own world, which the page cannot see. */
  var inCameraOwn: WeakSet<Node> | undefined;
}

/** A page may name its own elements as ours are named; which are ours, nothing but this tells. */
export function makeOwn(page: Document): HTMLElement {
  const element = page.createElement(OWN_NAME + crypto.randomUUID().slice(0, 8));
  globalThis.inCameraOwn ??= new WeakSet();
  globalThis.inCameraOwn.add(element);
  return element;
}

export const isOwn = (node: Node): boolean => globalThis.inCameraOwn?.has(node) === true;
