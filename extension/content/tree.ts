import * as dom from './dom.ts';
/**
 * One tree out of documents, open shadow roots and the frames that we may read. Nodes of other frames are no instances of this frame's
 * classes, so nothing here asks `instanceof`.
 */

export type Root = Document | ShadowRoot;

export const isElement = (node: Node): node is Element => dom.nodeType(node) === Node.ELEMENT_NODE;
export const isText = (node: Node): node is Text => dom.nodeType(node) === Node.TEXT_NODE;
export const isDocument = (node: Node): node is Document => dom.nodeType(node) === Node.DOCUMENT_NODE;
const isShadowRoot = (node: Node): node is ShadowRoot =>
  dom.nodeType(node) === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
export const isField = (node: Element): node is HTMLInputElement | HTMLTextAreaElement =>
  dom.localName(node) === 'input' || dom.localName(node) === 'textarea';
export const isFrame = (element: Element): element is HTMLIFrameElement =>
  dom.localName(element) === 'iframe' || dom.localName(element) === 'frame';

/** The frame's document; null when it is of another origin. */
export function documentOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** What stands inside an element without being its child: its open shadow root, or its frame's document. */
export function inside(element: Element): Root | null {
  return dom.shadowRoot(element) ?? (isFrame(element) ? documentOf(element) : null);
}

/** The frame that a document stands in, when we may see it. */
export function frameOf(page: Document): Element | null {
  try {
    return page.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** The document around all frames that we may see. */
export function outermostOf(page: Document): Document {
  let outermost = page;
  for (let frame = frameOf(page); frame !== null; frame = frameOf(outermost))
    outermost = dom.ownerDocument(frame);
  return outermost;
}

/** Of a document that its frame has replaced, Firefox leaves dead objects, which throw whatever they are asked. */
export function isDead(node: Node): boolean {
  try {
    return dom.nodeType(node) === 0;
  } catch {
    return true;
  }
}

export const isAlive = (node: Node): boolean => !isDead(node) && dom.isConnected(node);

/** The element around what a root holds. */
function hostOf(root: Node): Element | null {
  if (isShadowRoot(root)) return root.host;
  return isDocument(root) ? frameOf(root) : null;
}

export function parentOf(element: Element): Element | null {
  return dom.parentElement(element) ?? hostOf(dom.getRootNode(element));
}

/** `outer` is `inner`, or around it. */
export function holds(outer: Node, inner: Node): boolean {
  for (let node: Node | null = inner; node !== null; node = hostOf(dom.getRootNode(node)))
    if (dom.contains(outer, node)) return true;
  return false;
}

/** The nearest of this kind, also across the borders of roots. */
export function closest(element: Element, selector: string): Element | null {
  for (let from: Element | null = element; from !== null; from = hostOf(dom.getRootNode(from))) {
    const found = dom.closest(from, selector);
    if (found !== null) return found;
  }
  return null;
}

const SPECK = 2;
const FAR_OFF = 5000;

/** Of the page, wherever that is itself. */
const isFarLeftOf = (page: Element, right: number): boolean =>
  right < page.getBoundingClientRect().left - FAR_OFF && getComputedStyle(page).direction === 'ltr';

/**
 * Words for screen readers alone are drawn as a speck, and cut away. What was open before, some programs lay far to the left of everything
 * (ExtJS's `hideMode: 'offsets'`: 10,000 pixels), where no scrolling leads, unless the page is written from right to left.
 */
export function isOutOfSight(element: Element): boolean {
  const { width, height, right } = dom.getBoundingClientRect(element);
  if (width === 0) return false;
  if (right < -FAR_OFF && isFarLeftOf(dom.ownerDocument(element).documentElement, right)) return true;
  if (width > SPECK || height > SPECK) return false;
  return getComputedStyle(element).overflow !== 'visible';
}

/** Neither it nor what is around it is hidden. A slot, as anything that is drawn as its content alone, has no box of its own. */
export function isDrawn(element: Element): boolean {
  if (dom.checkVisibility(element, { visibilityProperty: true })) return true;
  if (getComputedStyle(element).display !== 'contents') return false;
  const parent = dom.assignedSlot(element) ?? parentOf(element);
  return parent !== null && isDrawn(parent);
}

/** A person can see it: it has a box, and so have the frames that it stands in. */
export function isShown(element: Element): boolean {
  if (!isDrawn(element) || isOutOfSight(element)) return false;
  const frame = frameOf(dom.ownerDocument(element));
  if (frame === null) return true;
  return dom.clientWidth(frame) > SPECK && dom.clientHeight(frame) > SPECK && isShown(frame);
}

/** For what must be read at a glance, such as a title. */
export function hasRoom(element: Element): boolean {
  if (!isShown(element)) return false;
  const { width, height } = dom.getBoundingClientRect(element);
  return width > SPECK && height > SPECK;
}

/** Of a long list no more is looked at than that. */
export function firstChildren(parent: Element | null, most: number): Element[] {
  const children: Element[] = [];
  let child = parent === null ? null : dom.firstElementChild(parent);
  for (; child !== null && children.length < most; child = dom.nextElementSibling(child))
    children.push(child);
  return children;
}

/** Of a long text no more is looked at than that. */
export function isLongerThan(element: Element, units: number): boolean {
  const texts = dom.ownerDocument(element).createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = units;
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    left -= dom.nodeValue(text)?.length ?? 0;
    if (left < 0) return true;
  }
  return false;
}

/** What its tree hangs from: itself an element only where the tree is in no page. */
export function rootOf(element: Element): Root | Element {
  const root = dom.getRootNode(element);
  return isDocument(root) || isShadowRoot(root) ? root : outermostIn(element);
}

/** The root element of its tree. */
export function outermostIn(element: Element): Element {
  let outermost = element;
  for (let around = dom.parentElement(element); around !== null; around = dom.parentElement(around))
    outermost = around;
  return outermost;
}

/** The element itself, or the frame or host in which it stands, in the same tree as another. */
export function sameTree(element: Element, other: Element | undefined): Element {
  let from = element;
  while (other !== undefined && dom.getRootNode(from) !== dom.getRootNode(other)) {
    const up = parentOf(outermostIn(from));
    if (up === null) break;
    from = up;
  }
  return from;
}

/** Where both stand in the tree of `part`: what stands in a shadow root, or in a frame, stands where that does. */
export function comesBefore(one: Element, other: Element, part: Element): boolean {
  const [first, second] = [sameTree(one, part), sameTree(other, part)];
  const [from, to] = first === second ? [one, other] : [first, second];
  return (
    dom.getRootNode(from) === dom.getRootNode(to) &&
    (dom.compareDocumentPosition(from, to) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}
