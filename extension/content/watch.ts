import * as dom from './dom.ts';
import { isOwn } from './own-element.ts';
import type { Places } from './places.ts';
import { holds, inside, isAlive, isDead, isDocument, isElement, isFrame, type Root } from './tree.ts';

/**
 * Watches a page with one observer: the document, its open shadow roots and the frames that we may read. It keeps what is new for the next
 * look, so that the page's own work is never held up by ours.
 */

/** The document, not its root: some editors write their frame anew, and only an observer here outlives that (facts/webmail-dom.md section 12). */
const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['href', 'hidden', 'aria-hidden', 'open', 'class', 'style'],
};
/** More changes than this are not kept one by one: then everything is looked at again. */
const MOST_KEPT = 2000;
/** So many changes wait for the next look without a glance at their nodes: to touch those is nearly all that a change costs. */
const MOST_WAITING = 6000;
/** After so many comparisons of what changed with what is known nobody asks further: it bears on it. */
const MOST_COMPARED = 1000;
const MOST_ROOTS = 300;

export interface Watched {
  /** What a change must lie in, or around, to matter. */
  surfaces: readonly Element[];
  places: Places | null;
  /** The page took our notice away, and it is to come back. */
  isNoticeGone(): boolean;
}

export class Watch {
  readonly roots = new Set<Root>();
  /** Nodes that came in since they were last taken. */
  #added = new Set<Node>();
  #changed = new Set<Element>();
  #relevant = false;
  #gone = false;
  #hasNewFrames = false;
  #waiting: MutationRecord[] = [];
  /** A look was asked for since the last one. */
  #isAsked = false;
  readonly #observer: MutationObserver;

  constructor(
    private readonly page: Document,
    private readonly watched: Watched,
    private readonly notify: () => void,
    /** Hears of every new document and shadow root. */
    private readonly entered: (root: Root) => void,
  ) {
    this.#observer = new MutationObserver((records) => this.#heard(records));
    this.enter(page);
    this.#added.add(page);
  }

  /** A document or shadow root that was found. */
  enter(root: Root): void {
    // A document that was written anew has lost its listeners, and adding them twice does nothing.
    root.addEventListener('input', this.#typed, { capture: true, passive: true });
    root.addEventListener('load', this.#loaded, { capture: true, passive: true });
    this.entered(root);
    if (this.roots.has(root) || this.roots.size >= MOST_ROOTS) return;
    this.roots.add(root);
    this.#observer.observe(root, OBSERVED);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#waiting = [];
    for (const root of this.roots) {
      root.removeEventListener('input', this.#typed, true);
      root.removeEventListener('load', this.#loaded, true);
    }
    this.roots.clear();
  }

  /** Everything is new. */
  lookAgain(): void {
    this.startOver();
    this.#ask();
  }

  /** Everything is new to the next look. */
  startOver(): void {
    this.#added = new Set([this.page]);
    this.#relevant = true;
  }

  #ask(): void {
    this.#isAsked = true;
    this.notify();
  }

  /** A frame has got another document: its `load` waits for the last picture of a mail, which may never come. */
  frameArrived(): void {
    this.#hasNewFrames = true;
    this.#ask();
  }

  #enterFrames(): void {
    // What comes in meanwhile is looked through as well.
    for (const root of this.roots)
      for (const frame of isAlive(root) ? dom.querySelectorAll(root, 'iframe, frame') : [])
        this.#enterFrame(frame);
  }

  #enterFrame(frame: Element): void {
    const root = inside(frame);
    if (root === null || this.roots.has(root)) return;
    this.enter(root);
    this.#added.add(root);
    this.#gone = true;
  }

  /** What is new, to be looked through; whether something changed that was read before, or anything left. All is forgotten here. */
  take(): { added: Node[]; changed: Element[]; relevant: boolean; gone: boolean } {
    this.#sort(this.#observer.takeRecords());
    if (this.#hasNewFrames) this.#enterFrames();
    this.#hasNewFrames = false;
    this.#isAsked = false;
    const added = [...this.#added].filter(
      // What stands in something else that is new is looked at with it.
      (node) => {
        const around = isAlive(node) ? dom.parentNode(node) : undefined;
        return around === null || (around !== undefined && !this.#added.has(around));
      },
    );
    const taken = {
      added,
      changed: [...this.#changed].filter(isAlive),
      relevant: this.#relevant,
      gone: this.#gone,
    };
    this.#added = new Set();
    this.#changed = new Set();
    this.#relevant = false;
    this.#gone = false;
    for (const root of this.roots) if (!isAlive(root) || isDetached(root)) this.roots.delete(root);
    return taken;
  }

  get isIdle(): boolean {
    if (this.#sort(this.#observer.takeRecords())) this.#ask();
    const isNew = this.#added.size > 0 || this.#changed.size > 0 || this.#relevant || this.#hasNewFrames;
    return !isNew;
  }

  readonly #typed = (event: Event): void => {
    const [target] = event.composedPath();
    if (isNode(target) && isElement(target)) this.#changed.add(target);
    this.#ask();
  };

  /** A frame has got another document. */
  readonly #loaded = (event: Event): void => {
    const { target } = event;
    if (!isNode(target) || !isElement(target) || !isFrame(target)) return;
    const root = inside(target);
    if (root === null) return;
    this.enter(root);
    this.#added.add(root);
    this.#gone = true;
    this.#ask();
  };

  #heard(records: readonly MutationRecord[]): void {
    let last: Node | null = null;
    for (const { target } of records) {
      if (target === last) continue;
      last = target;
      // Its listeners may be gone, see above.
      if (isDocument(target)) this.enter(target);
    }
    if (this.#isAsked && this.#waiting.length + records.length <= MOST_WAITING) {
      for (const record of records) this.#waiting.push(record);
      this.notify();
    } else if (this.#sort(records) || this.#isAsked) this.#ask();
  }

  /** What has waited, and these: are they worth a look? */
  #sort(records: readonly MutationRecord[]): boolean {
    const waiting = this.#waiting.length === 0 ? records : this.#waiting.concat(records);
    this.#waiting = [];
    if (waiting.length === 0) return false;
    const known = (this.watched.places?.size ?? 0) > 0;
    const targets = new Set<Node>();
    for (const record of waiting) {
      const { type, target, attributeName } = record;
      if (isDead(target)) continue;
      if (type === 'childList') {
        const { addedNodes } = record;
        this.#gone ||= record.removedNodes.length > 0;
        // What we show ourselves is no change of the page. Most of a batch happens in one place, and nothing tells more of it.
        if (addedNodes.length === 0) {
          if (targets.has(target) || areOwn(record.removedNodes)) continue;
        } else if (areOwn(addedNodes)) continue;
        for (const node of addedNodes) if (isAlive(node)) this.#added.add(node);
      } else if (type === 'characterData') {
        const around = dom.parentElement(target);
        if (around !== null) this.#changed.add(around);
      } else if (attributeName === 'href' && isElement(target)) this.#changed.add(target);
      targets.add(target);
    }
    if (known) this.#relevant ||= this.#bearsOn(targets);
    if (this.#added.size + this.#changed.size > MOST_KEPT) this.#forget();
    return (
      this.#added.size + this.#changed.size > 0 ||
      this.#relevant ||
      (known && this.#gone) ||
      this.watched.isNoticeGone()
    );
  }

  /** A list that is scrolled throws away most of what it made; a page that keeps that much is looked at anew. */
  #forget(): void {
    this.#added = new Set([...this.#added].filter(isAlive));
    this.#changed = new Set([...this.#changed].filter(isAlive));
    if (this.#added.size + this.#changed.size <= MOST_KEPT / 2) return;
    this.#added = new Set([this.page]);
    this.#changed.clear();
  }

  /** Something that was read stands around a change, or in it. */
  #bearsOn(targets: Iterable<Node>): boolean {
    // What is dead was in a frame whose document went away: that anything left is noted already.
    const surfaces = this.watched.surfaces.filter((surface) => !isDead(surface));
    let left = MOST_COMPARED;
    for (const target of targets) {
      if (surfaces.some((surface) => holds(surface, target))) return true;
      for (const element of this.watched.places?.links.keys() ?? []) {
        if (left-- === 0) return true;
        if (!isDead(element) && holds(target, element)) return true;
      }
    }
    return false;
  }
}

const isNode = (value: EventTarget | null | undefined): value is Node =>
  value !== null && value !== undefined && 'nodeType' in value;

const isDetached = (root: Root): boolean => 'defaultView' in root && root.defaultView === null;

/** Our own notice comes and goes. */
function areOwn(nodes: NodeList): boolean {
  for (const node of nodes) if (!isOwn(node)) return false;
  return true;
}
