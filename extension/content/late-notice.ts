import type { Review } from '../../src/model.ts';
import type { Aside, Trouble } from '../messages.ts';
import { text } from '../texts.ts';
import type { Notice } from './notice.ts';
import { makeOwn } from './own-element.ts';
import { isAlive, type Root } from './tree.ts';

/**
 * The notice's words, drawing and style come with a script of their own (notice.iife.ts), which the worker brings to a page once it holds
 * a meeting: most pages never do, and should not carry it.
 */

/** So long the worker may take to bring it. Then people are told in plain words: silence would look like safety. */
const PATIENCE_MS = 3000;

export interface LateNotice extends Notice {
  /** Something is likely to be said soon. */
  prepare(): void;
  arrive(create: (page: Document) => Notice): void;
}

/** `roots`: the documents and shadow roots of the page, as they are now. */
export function lateNotice(page: Document, bring: () => void, roots: () => Iterable<Root>): LateNotice {
  let notice: Notice | null = null;
  let asked = false;
  let last: ((arrived: Notice) => void) | null = null;
  let plain: HTMLElement | null = null;

  function prepare(): void {
    if (notice !== null || asked) return;
    asked = true;
    bring();
  }

  function say(what: (arrived: Notice) => void): void {
    if (notice !== null) what(notice);
    else {
      last = what;
      prepare();
    }
  }

  function hide(): void {
    last = null;
    plain?.remove();
    notice?.hide();
  }

  return {
    prepare,
    show(reviews: readonly Review[], asides: readonly Aside[] = []) {
      if (reviews.length === 0) hide();
      else say((arrived) => arrived.show(reviews, asides));
    },
    couldNotCheck(reason: Trouble) {
      asked = false;
      say((arrived) => arrived.couldNotCheck(reason));
      setTimeout(() => {
        if (notice === null && last !== null) sayPlainly();
      }, PATIENCE_MS);
    },
    hide,
    watch(root) {
      notice?.watch(root);
    },
    get element() {
      return notice?.element ?? null;
    },
    arrive(create) {
      if (notice !== null) return;
      notice = create(page);
      plain?.remove();
      for (const root of roots()) if (isAlive(root)) notice.watch(root);
      last?.(notice);
    },
  };

  /** No worker, no style, no words but these. */
  function sayPlainly(): void {
    plain?.remove();
    plain = makeOwn(page);
    plain.style.cssText =
      'all:initial!important;position:fixed!important;inset:auto 12px 12px auto!important;z-index:2147483647!important';
    const said = page.createElement('p');
    said.setAttribute('role', 'alert');
    said.style.cssText =
      'margin:0;padding:12px;max-width:24em;background:#36414b;color:#fff;font:1em/1.4 sans-serif';
    said.textContent = ['title', 'worker_silent', 'worker_silent_next']
      .map((name) => text(`trouble_${name}`))
      .join(' ');
    plain.attachShadow({ mode: 'closed' }).append(said);
    page.documentElement.append(plain);
  }
}
