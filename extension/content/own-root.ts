import { SIGNS, type Sign } from '../signs.ts';
import { language, text } from '../texts.ts';
import { makeOwn } from './own-element.ts';

/**
 * Our own part of the page: one element beside the body and not in it (webmails and editors rewrite their body), with a closed shadow
 * root. Its nodes are made one by one: Gmail's Trusted Types refuse innerHTML.
 */

/** A page's shortcuts, focus traps and "click outside closes" must not answer to what happens in here. */
const KEPT_FROM_PAGE =
  'click pointerdown pointerup mousedown mouseup keydown keypress keyup focusin input beforeinput paste copy'.split(
    ' ',
  );

export interface OwnRoot {
  element: HTMLElement;
  root: ShadowRoot;
  shell: HTMLElement;
}

export function ownRoot(document: Document, css: string): OwnRoot {
  const { make } = builder(document);
  const element = makeOwn(document);
  const root = element.attachShadow({ mode: 'closed' });
  const shell = make('div', 'shell');
  shell.lang = language();
  shell.dir = text('extension_direction');
  const style = make('style', '');
  // Firefox lets an extension's style past the page's CSP only when it is set like this, not as an appended text.
  style.textContent = css;
  root.append(style, shell);
  for (const type of KEPT_FROM_PAGE) root.addEventListener(type, (event) => event.stopPropagation());
  return { element, root, shell };
}

export type Builder = ReturnType<typeof builder>;

export function builder(document: Document) {
  return {
    make<K extends keyof HTMLElementTagNameMap>(
      tag: K,
      className: string,
      ...children: (Node | string)[]
    ): HTMLElementTagNameMap[K] {
      const node = document.createElement(tag);
      if (className !== '') node.className = className;
      node.append(...children);
      return node;
    },
    draw(sign: Sign): SVGElement {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.setAttribute('viewBox', '0 0 24 24');
      svg.setAttribute('width', '24');
      svg.setAttribute('height', '24');
      svg.setAttribute('aria-hidden', 'true');
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', SIGNS[sign]);
      svg.append(path);
      return svg;
    },
  };
}
