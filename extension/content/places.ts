import { MAX_TEXT } from '../../src/invitation/bound.ts';
import { MAX_LINK, MAX_LINKS } from '../../src/links/bounds.ts';
import * as dom from './dom.ts';
import {
  inside,
  isAlive,
  isDead,
  isDocument,
  isElement,
  isField,
  isLongerThan,
  isText,
  type Root,
} from './tree.ts';

/**
 * Where on the page something stands that may lead to a meeting. Kept from change to change: only what is new is looked at, so that the
 * work goes with the change and not with the page.
 */

/** How many nodes are looked at before the page may have its turn. */
const SLICE = 500;
/** So much text is as much work as one node. */
const UNITS_PER_NODE = 100;
/** A link may be written across several elements; then the text of what is around them is looked at. */
const MOST_AROUND = 4000;
/** Of a long text so much is looked at in one go, and so much of the piece before again. */
const PIECE = 32_768;
const LONGEST_WRITTEN = 2000;
const SHORTEST_LINK = 5;
/** A longer text is not asked first whether it is worth a search. */
const MOST_AT_ONCE = 200_000;
/**
 * Addresses that name a host, also within another; fields to write in; and what may hold a root of its own beside elements with a name
 * of the page's making: empty parts, which are hardly anything else.
 */
const OF_INTEREST =
  'a[href*=":"], a[href^="//"], a[href*="%3a" i], area[href], textarea, input:not([type]), input[type=text], input[type=url], ' +
  'iframe, frame, div:empty, section:empty, main:empty, article:empty, span:empty';
/** A calendar as a file: an attachment that the page names and does not show. */
const CALENDAR_FILE = /\.ics(?![a-z])/i;
const FIELDS = 'textarea, input:not([type]), input[type=text], input[type=url]';
/** More fields than this of one root are not compared. */
const MOST_FIELDS = 200;
const UNSEEN = /^(?:script|style|noscript|title|template)$/;

export class Places {
  /** Addresses, or words that hold one, by the elements in which they stand. */
  readonly links = new Map<Element, Set<string>>();
  /** Elements that name a calendar file. */
  readonly files = new Set<Element>();
  /** There is more than we keep; so it stays until all is looked at anew. */
  full = false;
  #count = 0;
  /** Something was noted that was not known before. */
  news = false;
  /** What stood in the fields when they were looked at. */
  readonly #values = new WeakMap<Element, string>();

  /** `hint`: whether an address may lead to a meeting. `found` hears of shadow roots and frames. */
  constructor(
    private readonly hint: (address: string) => boolean,
    private readonly found: (root: Root) => void,
  ) {}

  get size(): number {
    return this.links.size + this.files.size;
  }

  /** Looks through all of these. Yields now and then. */
  *scanAll(nodes: Iterable<Node>): Generator<void> {
    for (const node of nodes) yield* this.scan(node);
  }

  /**
   * Looks through a node and all that stands in it. Yields now and then. The browser's own search does it: to step from node to node here
   * costs several times as much (measured: 10,000 elements 6.6 ms, this 2 ms).
   */
  *scan(start: Node): Generator<void> {
    const roots: Node[] = [start];
    for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
      try {
        yield* this.#within(root, roots);
      } catch (error) {
        // Its document went away meanwhile. What else is to be looked through stays.
        if (!isDead(root)) throw error;
      }
    }
  }

  /** `roots` gets what holds more: shadow roots and frames. */
  *#within(root: Node, roots: Node[]): Generator<void> {
    if (isText(root)) yield* this.#inText(root);
    if (isElement(root)) yield* this.#element(root);
    if (!isTree(root)) return;
    yield;
    let work = 0;
    for (const element of dom.querySelectorAll(root, OF_INTEREST)) {
      if (isField(element)) yield* this.#field(element);
      else this.#link(element);
      enter(element, this.found);
      if (++work < SLICE) continue;
      work = 0;
      yield;
    }
    const page = isDocument(root) ? root : dom.ownerDocument(root);
    for (const part of partsOf(root)) {
      yield;
      const text = dom.textContent(part) ?? '';
      if (text.length > MOST_AT_ONCE || this.#mayLead(text) || CALENDAR_FILE.test(text)) {
        yield;
        const nodes = found(page, TEXTS, part);
        yield;
        for (let index = 0; index < nodes.snapshotLength; index++) {
          const node = nodes.snapshotItem(index);
          if (node === null || !isText(node)) continue;
          yield* this.#inText(node);
          work += 1 + node.length / UNITS_PER_NODE;
          if (work < SLICE) continue;
          work = 0;
          yield;
        }
      }
      yield;
      const custom = found(page, CUSTOM, part);
      for (let index = 0; index < custom.snapshotLength; index++)
        enter(custom.snapshotItem(index), this.found);
    }
    if (isElement(root)) enter(root, this.found);

    function enter(element: Node | null, entered: (root: Root) => void): void {
      if (element === null || !isElement(element)) return;
      const inner = inside(element);
      if (inner === null) return;
      entered(inner);
      roots.push(inner);
    }
  }

  /** Some word in it may hold a link to a meeting. */
  #mayLead(text: string): boolean {
    for (const word of wordsWithLinks(text)) if (this.hint(word)) return true;
    return false;
  }

  *#inText(node: Text): Generator<void> {
    if (node.length > PIECE) yield* this.#longText(node);
    else this.#text(node);
  }

  /** What these elements themselves hold has changed: their text, address, value. Yields now and then. */
  *refreshAll(elements: Iterable<Element>): Generator<void> {
    for (const element of elements) {
      const known = this.links.get(element);
      this.#count -= known?.size ?? 0;
      this.links.delete(element);
      yield* this.#element(element);
      for (const child of dom.childNodes(element)) if (isText(child)) yield* this.#inText(child);
      if (known !== undefined) this.news = true;
      yield;
    }
  }

  /** Fields in which something else stands than when they were looked at: what a script writes there, no event tells. */
  changedFields(roots: Iterable<Root>): Element[] {
    const changed: Element[] = [];
    for (const root of roots) {
      let left = MOST_FIELDS;
      for (const field of isAlive(root) ? dom.querySelectorAll(root, FIELDS) : []) {
        if (left-- === 0) break;
        if (isField(field) && field.value !== (this.#values.get(field) ?? '')) changed.push(field);
      }
    }
    return changed;
  }

  #text(node: Text): void {
    const { data, parentElement: parent } = node;
    if (data.length < SHORTEST_LINK || parent === null) return;
    if (CALENDAR_FILE.test(data)) this.#noteFile(parent);
    if (UNSEEN.test(dom.localName(parent))) return;
    this.#written(data, parent);
    // A link that goes on in the next element ("…/j/<b>845</b>").
    if (!this.hint(data) || isLongerThan(parent, MOST_AROUND)) return;
    const whole = dom.textContent(parent) ?? '';
    if (whole.length > data.length) this.#written(whole, parent);
  }

  *#longText({ data, parentElement: parent }: Text): Generator<void> {
    if (parent !== null && !UNSEEN.test(dom.localName(parent))) yield* this.#inPieces(data, parent);
  }

  *#inPieces(text: string, element: Element): Generator<void> {
    if (text.length > MAX_TEXT) this.full = true;
    // A link across a cut would be missed, so the pieces overlap.
    for (let at = 0; at < Math.min(text.length, MAX_TEXT); at += PIECE) {
      this.#written(text.slice(Math.max(0, at - LONGEST_WRITTEN), at + PIECE), element);
      yield;
    }
  }

  /** An element by its own attributes and value. */
  *#element(element: Element): Generator<void> {
    if (isField(element)) yield* this.#field(element);
    else this.#link(element);
  }

  *#field(field: HTMLInputElement | HTMLTextAreaElement): Generator<void> {
    this.#values.set(field, field.value);
    yield* this.#inPieces(field.value, field);
  }

  #link(element: Element): void {
    const name = dom.localName(element);
    if ((name === 'a' || name === 'area') && this.hint(dom.getAttribute(element, 'href') ?? ''))
      this.#note(addressOf(element), element);
  }

  /** Forgets what left the page, or changed; says whether there was any. */
  prune(ways: (link: string) => string | null | undefined): boolean {
    let lost = false;
    for (const [element, links] of this.links) {
      for (const link of links) {
        // Known, and of no concern.
        if (ways(link) === null) this.#drop(element, links, link);
      }
      if (this.links.has(element) && !isAlive(element)) {
        this.#count -= links.size;
        this.links.delete(element);
        lost = true;
      }
    }
    for (const file of this.files)
      if (!isAlive(file)) {
        this.files.delete(file);
        lost = true;
      }
    return lost;
  }

  #drop(element: Element, links: Set<string>, link: string): void {
    links.delete(link);
    this.#count--;
    if (links.size === 0) this.links.delete(element);
  }

  #written(text: string, element: Element): void {
    for (const word of wordsWithLinks(text)) if (this.hint(word)) this.#note(word, element);
  }

  #noteFile(element: Element): void {
    if (this.files.size >= MAX_LINKS || this.files.has(element)) return;
    this.files.add(element);
    this.news = true;
  }

  #note(whole: string, element: Element): void {
    const link = whole.slice(0, MAX_LINK);
    const known = this.links.get(element) ?? new Set<string>();
    if (known.has(link)) return;
    if (this.#count >= MAX_LINKS) {
      this.full = true;
      return;
    }
    known.add(link);
    this.#count++;
    this.links.set(element, known);
    this.news = true;
  }
}

/** Under which a link is known, here and to the worker, who takes no longer ones. */
export const addressOf = (link: Element): string =>
  (dom.getAttribute(link, 'href') ?? '').trim().slice(0, MAX_LINK);

/** The runs of characters in which a link may be. Each is looked at once; bounded, so that a text without blanks is read once, too. */
function* wordsWithLinks(text: string): Generator<string> {
  let end = 0;
  for (let at = text.indexOf('/'); at !== -1; at = text.indexOf('/', end)) {
    let start = at;
    end = at + 1;
    while (start > 0 && at - start < LONGEST_WRITTEN && !isBlank(text.charCodeAt(start - 1))) start--;
    while (end < text.length && end - at < MAX_LINK && !isBlank(text.charCodeAt(end))) end++;
    if (end - start >= SHORTEST_LINK) yield text.slice(start, end);
  }
}

/** What no link goes over: white space, angle brackets, quotes. The worker finds the link in what is left. */
const isBlank = (code: number): boolean =>
  code <= 32 || code === 34 || code === 60 || code === 62 || code === 160 || (code >= 8192 && code <= 8203);

/** XPath finds among all nodes without a step of ours for each. */
const TEXTS = ".//text()[contains(., '/') or contains(., '.ics')]";
const CUSTOM = ".//*[contains(local-name(), '-')]";
const expressions = new WeakMap<Document, Map<string, XPathExpression>>();

function found(page: Document, expression: string, part: Node): XPathResult {
  const known = expressions.get(page) ?? new Map<string, XPathExpression>();
  const made = known.get(expression) ?? page.createExpression(expression);
  expressions.set(page, known.set(expression, made));
  return made.evaluate(part, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
}

/** A page's head shows nothing; a shadow root is no node to search from (DOM standard, XPath evaluation). */
function partsOf(root: Element | Document | ShadowRoot): Iterable<Element> {
  if (isElement(root))
    return [dom.localName(root) === 'html' ? (dom.querySelector(root, 'body') ?? root) : root];
  return isDocument(root) && root.body !== null ? [root.body] : root.children;
}

const isTree = (node: Node): node is Element | Document | ShadowRoot =>
  isElement(node) || 'querySelectorAll' in node;
