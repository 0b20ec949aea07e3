import { MAX_ADDRESS } from '../../../src/invitation/bound.ts';
import type { Person } from '../../../src/model.ts';
import * as dom from '../dom.ts';
import { isElement, isField } from '../tree.ts';

/** Mail addresses that a page shows, or keeps in an attribute of what it shows. */

/** Plain ones: this reads what programs wrote, not everything that RFC 5322 allows. Bounded, so that it is linear. */
const ADDRESS = /[\w.+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi;
/** Programs build names of their own out of an address. */
const NOT_FOR_PEOPLE = /^(?:id|class|style|for|name|data-test.*|data-cy)$/;
const MOST_ELEMENTS = 1000;
const MOST_PEOPLE = 500;
const LONGEST = 20_000;

/** Each once, in the page's order. `outside`: parts that do not count, such as a mail's text. */
export function peopleIn(elements: Iterable<Element>, outside: readonly Element[] = []): Person[] {
  const found = new Set<string>();
  const note = (text: string): void => {
    if (!text.includes('@') || found.size >= MOST_PEOPLE) return;
    for (const [address] of text.slice(0, LONGEST).matchAll(ADDRESS))
      if (address.length <= MAX_ADDRESS) found.add(address.toLowerCase());
  };
  let left = MOST_ELEMENTS;
  for (const element of elements) {
    const walker = dom
      .ownerDocument(element)
      .createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
        outside.some((part) => part === node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
    for (let node: Node | null = element; node !== null && left > 0; node = walker.nextNode()) {
      if (isElement(node)) {
        left--;
        if (isField(node)) note(node.value);
        for (const { name, value } of dom.attributes(node)) if (!NOT_FOR_PEOPLE.test(name)) note(value);
      } else note(dom.nodeValue(node) ?? '');
    }
  }
  return [...found].map((address) => ({ name: '', address }));
}
