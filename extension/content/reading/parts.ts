import * as dom from '../dom.ts';
/** The parts of a page, by their roles and by how they are drawn. */

export const DIALOG = '[role=dialog], [role=alertdialog], dialog, [popover]';
export const PAGE_PARTS = 'main, [role=main], nav, [role=navigation], header, [role=banner]';
/** A part with one of these is the whole program's. */
export const PROGRAM_PARTS = 'main, [role=main], nav, [role=navigation], [role=banner]';
/** What belongs to the page and to no mail; a header within main is the mail's. */
export const PAGE_ITSELF =
  'nav, [role=navigation], [role=banner], aside, [role=complementary], body > header';
/** Where a mail's text begins: what looks like a list in there is none of the webmail's. */
export const MESSAGE = 'article, [role=article], [role=document], blockquote';

/** Drawn over the rest of the page, as pop-ups are. */
export function floats(element: Element): boolean {
  const { position, zIndex } = getComputedStyle(element);
  return position === 'fixed' || (position === 'absolute' && zIndex !== 'auto' && Number(zIndex) > 0);
}

/** Over what is around it, by how it is drawn or by what it says it is. */
export const isOver = (element: Element): boolean => floats(element) || dom.matches(element, DIALOG);

/** Some programs draw their whole page over an empty one. */
export function coversPage(element: Element): boolean {
  const { width, height } = dom.getBoundingClientRect(element);
  const { innerWidth, innerHeight } = dom.ownerDocument(element).defaultView ?? window;
  return width > innerWidth * MOST_OF_IT && height > innerHeight * MOST_OF_IT;
}

const MOST_OF_IT = 0.9;
