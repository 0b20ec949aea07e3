import { MAX_TEXT } from '../../src/invitation/bound.ts';
import { MAX_LINK, MAX_LINKS } from '../../src/links/bounds.ts';
import { inside, isElement, isField, isText, type Root } from './tree.ts';

/**
 * Where on the page something stands that may lead to a meeting. Kept from change to change: only what is new is looked at, so that the
 * work goes with the change and not with the page.
 */

/** How many nodes are looked at before the page may have its turn. */
const SLICE = 500;
/** A link may be written across several elements; then the text of what is around them is looked at. */
const MOST_AROUND = 4000;
/** Of a long text so much is looked at in one go, and so much of the piece before again. */
const PIECE = 32_768;
const LONGEST_WRITTEN = 2000;
const SHORTEST_LINK = 5;
/** Without one of these a text holds no link. */
const MAY_LINK = /[a-z]:|\//gi;
/** What no link goes over. The worker finds the link in what is left. */
const BETWEEN_WORDS = /[\s<>"]/;
/** A calendar as a file: an attachment that the page names and does not show. */
const CALENDAR_FILE = /\.ics\b/i;
const UNSEEN = /^(?:script|style|noscript|title|template)$/;

export class Places {
  /** Addresses, or words that hold one, by the elements in which they stand. */
  readonly links = new Map<Element, Set<string>>();
  /** Elements that name a calendar file. */
  readonly files = new Set<Element>();
  /** More than we keep. */
  full = false;
  #count = 0;
  /** Something was noted that was not known before. */
  news = false;

  /** `hint`: an address without a match leads to no meeting. `found` hears of shadow roots and frames. */
  constructor(
    private readonly hint: RegExp,
    private readonly found: (root: Root) => void,
  ) {}

  get size(): number {
    return this.links.size + this.files.size;
  }

  /** Looks through a node and all that stands in it. Yields now and then. */
  *scan(start: Node): Generator<void> {
    let work = 0;
    const roots: Node[] = [start];
    for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
      const walker = (root.ownerDocument ?? root.getRootNode().ownerDocument ?? document).createTreeWalker(
        root,
        NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      );
      for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
        if (isText(node)) {
          if (node.length > PIECE) yield* this.#longText(node);
          else this.#text(node);
        } else if (isElement(node)) {
          this.#element(node);
          const inner = inside(node);
          if (inner !== null) {
            this.found(inner);
            roots.push(inner);
          }
        }
        if (++work % SLICE === 0) yield;
      }
    }
  }

  /** What an element itself holds has changed: its text, its address, its value. */
  refresh(element: Element): void {
    const known = this.links.get(element);
    this.#count -= known?.size ?? 0;
    this.links.delete(element);
    this.#element(element);
    for (const child of element.childNodes) if (isText(child) && child.length <= PIECE) this.#text(child);
    if (known !== undefined) this.news = true;
  }

  #text(node: Text): void {
    const { data, parentElement: parent } = node;
    if (data.length < SHORTEST_LINK || parent === null) return;
    if (CALENDAR_FILE.test(data)) this.#noteFile(parent);
    if (UNSEEN.test(parent.localName)) return;
    this.#written(data, parent);
    // A link that goes on in the next element ("…/j/<b>845</b>").
    if (data.length > MOST_AROUND || !this.hint.test(data)) return;
    const whole = parent.textContent ?? '';
    if (whole.length > data.length && whole.length < MOST_AROUND) this.#written(whole, parent);
  }

  *#longText({ data, parentElement: parent }: Text): Generator<void> {
    if (parent === null || UNSEEN.test(parent.localName)) return;
    if (data.length > MAX_TEXT) this.full = true;
    // A link across a cut would be missed, so the pieces overlap.
    for (let at = 0; at < Math.min(data.length, MAX_TEXT); at += PIECE) {
      this.#written(data.slice(Math.max(0, at - LONGEST_WRITTEN), at + PIECE), parent);
      yield;
    }
  }

  /** An element by its own attributes and value. */
  #element(element: Element): void {
    const name = element.localName;
    if (name === 'a' || name === 'area') {
      const href = element.getAttribute('href');
      if (href !== null && this.hint.test(href)) this.#note(href.trim(), element);
    } else if (isField(element)) this.#written(element.value.slice(0, PIECE), element);
  }

  /** Forgets what left the page, or changed; says whether there was any. */
  prune(ways: (link: string) => string | null | undefined): boolean {
    let lost = false;
    for (const [element, links] of this.links) {
      for (const link of links) {
        // Known, and of no concern.
        if (ways(link) === null) this.#drop(element, links, link);
      }
      if (this.links.has(element) && !element.isConnected) {
        this.#count -= links.size;
        this.links.delete(element);
        lost = true;
      }
    }
    for (const file of this.files)
      if (!file.isConnected) {
        this.files.delete(file);
        lost = true;
      }
    if (this.size === 0) this.full = false;
    return lost;
  }

  #drop(element: Element, links: Set<string>, link: string): void {
    links.delete(link);
    this.#count--;
    if (links.size === 0) this.links.delete(element);
  }

  #written(text: string, element: Element): void {
    MAY_LINK.lastIndex = 0;
    for (let found = MAY_LINK.exec(text); found !== null; found = MAY_LINK.exec(text)) {
      const word = wordAt(text, found.index);
      MAY_LINK.lastIndex = word.end;
      const written = text.slice(word.start, word.end);
      if (this.hint.test(written)) this.#note(written, element);
    }
  }

  #noteFile(element: Element): void {
    if (this.files.size >= MAX_LINKS || this.files.has(element)) return;
    this.files.add(element);
    this.news = true;
  }

  #note(whole: string, element: Element): void {
    // The worker takes no longer ones.
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

/** The run of characters around a place that may hold a link. Bounded, so that a text without blanks is read once. */
function wordAt(text: string, at: number): { start: number; end: number } {
  let start = at;
  let end = at + 1;
  while (start > 0 && at - start < LONGEST_WRITTEN && !BETWEEN_WORDS.test(text.charAt(start - 1))) start--;
  while (end < text.length && end - at < MAX_LINK && !BETWEEN_WORDS.test(text.charAt(end))) end++;
  return { start, end };
}
