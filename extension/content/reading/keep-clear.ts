import { joinButtons, sendButton } from '../pressing.ts';
import { isAlive, isShown } from '../tree.ts';
import { isWriting } from './open-surface.ts';
import type { ReadSurface } from './page.ts';
import { shown } from './shown.ts';

/** A mail of hundreds of links leaves no corner free; those above are the ones a person sees first. */
const MOST_LINKS = 30;
const MOST_SENDERS = 3;

/** What the notice must not cover: who sends or calls, what sends or saves, and what joins. `links`: elements with a meeting's link. */
export function keepClear(read: readonly ReadSurface[], links: readonly Element[]): Element[] {
  const surfaces = read.map(({ open }) => open).filter(({ element }) => isAlive(element));
  const parts = surfaces.flatMap((open) => {
    const send = isWriting(open.surface) ? sendButton(open) : null;
    const sender =
      open.hooks === null
        ? [...open.element.querySelectorAll('a[href^="mailto:"], [email]')]
            .filter((one) => !open.bodies.some((body) => body.contains(one)) && isShown(one))
            .slice(0, MOST_SENDERS)
        : shown(open.element, open.hooks.sender).slice(0, MOST_SENDERS);
    return [
      ...(open.title === null ? [] : [open.title]),
      ...sender,
      ...(send === null ? [] : [send]),
      ...joinButtons(open),
    ];
  });
  const joins = links.filter((link) => isAlive(link) && isShown(link)).slice(0, MOST_LINKS);
  return [...new Set([...parts, ...joins])];
}
