import * as dom from '../dom.ts';
import { hasRoom, type Root, rootOf, sameTree } from '../tree.ts';
import { isInOtherColumn } from './titles.ts';
import { subjectToldTwice } from './told-twice.ts';

export const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading]';
/** So many before one place are looked at, the nearest ones. */
const MOST_LOOKED_AT = 400;

/** The headings of one tree that stand before a place, or around it, in the page's order. */
interface Before {
  headings: readonly Element[];
  own: Element;
  /** Whether people see it, and it is of the same column. */
  counts: Map<Element, boolean>;
}

/**
 * The headings of one place. They are asked for again and again, for each part around it, so they are found once. Only for as long as the page
 * cannot change.
 */
export class Headings {
  readonly #before = new Map<Node, Before>();
  readonly #toldTwice = new Map<Element, Element | null>();

  constructor(readonly element: Element) {}

  /** The first in a part that people see, before the place or around it: one behind it belongs to something else. */
  in(part: Element): Element | null {
    const { headings, own, counts } = this.#of(part);
    for (let index = firstIn(part, headings); index < headings.length; index++) {
      const heading = headings[index];
      if (heading === undefined || heading === part) continue;
      const known = counts.get(heading) ?? (isSeen(heading) && !isInOtherColumn(heading, own));
      counts.set(heading, known);
      if (known) return heading;
    }
    return null;
  }

  /** See told-twice.ts. `own`: the place, or the frame that it stands in. */
  toldTwice(own: Element): Element | null {
    const known = this.#toldTwice.get(own);
    if (known !== undefined) return known;
    const subject = subjectToldTwice(own);
    this.#toldTwice.set(own, subject);
    return subject;
  }

  #of(part: Element): Before {
    let own = sameTree(this.element, dom.firstElementChild(part) ?? part);
    let root: Root | Element = rootOf(part);
    // What an element of the page's making puts around its children.
    const shadow = dom.shadowRoot(part);
    for (
      let child: Element | null = own;
      shadow !== null && child !== null;
      child = dom.parentElement(child)
    ) {
      const slot = dom.parentElement(child) === part ? dom.assignedSlot(child) : null;
      if (slot !== null) {
        own = slot;
        root = shadow;
      }
    }
    const known = this.#before.get(root);
    if (known !== undefined) return known;
    const found = { headings: headingsBefore(root, own), own, counts: new Map<Element, boolean>() };
    this.#before.set(root, found);
    return found;
  }
}

function headingsBefore(root: Root | Element, own: Element): Element[] {
  const all = dom.querySelectorAll(root, HEADING);
  const end = countThat(
    all.length,
    (index) => (dom.compareDocumentPosition(all[index] ?? own, own) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return [...all].slice(Math.max(0, end - MOST_LOOKED_AT), end);
}

/** In a tree of its own, all of them are in it. */
function firstIn(part: Element, headings: readonly Element[]): number {
  const [first] = headings;
  if (first === undefined || dom.getRootNode(first) !== dom.getRootNode(part)) return 0;
  return countThat(headings.length, (index) => {
    const heading = headings[index];
    return (
      heading !== undefined &&
      heading !== part &&
      (dom.compareDocumentPosition(part, heading) & Node.DOCUMENT_POSITION_FOLLOWING) === 0
    );
  });
}

/** How many of the first ones hold, of an order in which none holds behind one that does not. */
function countThat(length: number, holds: (index: number) => boolean): number {
  let [from, to] = [0, length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}

const isSeen = (heading: Element): boolean => dom.textContent(heading).trim() !== '' && hasRoom(heading);
