/**
 * What a node says of itself, whatever a form's controls are called. `<form><input name="parentElement">` makes `form.parentElement` that
 * input, in Chromium also to an extension's script (HTML standard, "HTMLFormElement", [LegacyOverrideBuiltIns]; measured, Chromium 156; in
 * Firefox its Xray vision tells the truth). A mail may hold such a form: then links in it were not seen, and walks upwards never ended. So
 * everything here asks the prototypes of this script's own world, which no page reaches. Nodes of other frames answer to them, too.
 *
 * Only forms do so; of a document no name gets in the way of an extension's script (measured in both). A test looks for reads that go past this file.
 */

type Getter<Holder, Value> = (node: Holder) => Value;

/** Reads `key` as `prototype()` defines it. Found at the first use: unit tests outside of a page have no prototypes. */
function getter<Holder extends Node, Key extends keyof Holder>(
  prototype: () => object,
  key: Key,
): Getter<Holder, Holder[Key]> {
  let get: (() => Holder[Key]) | undefined;
  return (node) => {
    get ??= Object.getOwnPropertyDescriptor(prototype(), key)?.get;
    return get === undefined ? node[key] : get.call(node);
  };
}

const ofNode = <Key extends keyof Node>(key: Key) => getter<Node, Key>(() => Node.prototype, key);
const ofElement = <Key extends keyof Element>(key: Key) => getter<Element, Key>(() => Element.prototype, key);

export const nodeType = ofNode('nodeType');
export const nodeValue = ofNode('nodeValue');
export const parentNode = ofNode('parentNode');
export const parentElement = ofNode('parentElement');
export const isConnected = ofNode('isConnected');
export const firstChild = ofNode('firstChild');
export const nextSibling = ofNode('nextSibling');
export const childNodes = ofNode('childNodes');
/** Of an element neither is null. */
export const textContent = getter<Element, 'textContent'>(() => Node.prototype, 'textContent');
export const ownerDocument = getter<Element | ShadowRoot, 'ownerDocument'>(
  () => Node.prototype,
  'ownerDocument',
);

export const localName = ofElement('localName');
export const attributes = ofElement('attributes');
export const classList = ofElement('classList');
export const shadowRoot = ofElement('shadowRoot');
export const firstElementChild = ofElement('firstElementChild');
export const nextElementSibling = ofElement('nextElementSibling');
export const childElementCount = ofElement('childElementCount');
export const clientWidth = ofElement('clientWidth');
export const clientHeight = ofElement('clientHeight');
export const clientLeft = ofElement('clientLeft');
export const clientTop = ofElement('clientTop');
export const ariaLabel = ofElement('ariaLabel');
export const ariaLevel = ofElement('ariaLevel');
/** Of an element or a text. */
export const assignedSlot = (node: Element | Text): HTMLSlotElement | null =>
  isElement(node) ? slotOfElement(node) : node.assignedSlot;
const slotOfElement = ofElement('assignedSlot');
/** False for what is no HTML. */
export const isContentEditable = (element: Element): boolean => isHtml(element) && isEditable(element);
const isEditable = getter<HTMLElement, 'isContentEditable'>(() => HTMLElement.prototype, 'isContentEditable');

const namespaceOf = ofElement('namespaceURI');
const isHtml = (element: Element): element is HTMLElement =>
  namespaceOf(element) === 'http://www.w3.org/1999/xhtml';
const isElement = (node: Node): node is Element => nodeType(node) === Node.ELEMENT_NODE;

export const contains = (outer: Node, inner: Node | null): boolean =>
  Node.prototype.contains.call(outer, inner);
export const getRootNode = (node: Node): Node => Node.prototype.getRootNode.call(node);
export const compareDocumentPosition = (node: Node, other: Node): number =>
  Node.prototype.compareDocumentPosition.call(node, other);
export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
export const getAttribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
export const hasAttribute = (element: Element, name: string): boolean =>
  Element.prototype.hasAttribute.call(element, name);
export const getBoundingClientRect = (element: Element): DOMRect =>
  Element.prototype.getBoundingClientRect.call(element);
export const checkVisibility = (element: Element, options?: CheckVisibilityOptions): boolean =>
  Element.prototype.checkVisibility.call(element, options);

/** Of a document or shadow root as well. */
export const querySelector = (root: ParentNode, selector: string): Element | null =>
  isElement(root) ? Element.prototype.querySelector.call(root, selector) : root.querySelector(selector);
export const querySelectorAll = (root: ParentNode, selector: string): NodeListOf<Element> =>
  isElement(root) ? Element.prototype.querySelectorAll.call(root, selector) : root.querySelectorAll(selector);

export const dispatchEvent = (element: Element, event: Event): boolean =>
  EventTarget.prototype.dispatchEvent.call(element, event);
export const requestSubmit = (form: HTMLFormElement): void =>
  HTMLFormElement.prototype.requestSubmit.call(form);
