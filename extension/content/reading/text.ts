import { MAX_TEXT } from '../../../src/invitation/bound.ts';
import { MAX_LINK, MAX_LINKS } from '../../../src/links/bounds.ts';
import type { Anchor } from '../../../src/model.ts';
import * as dom from '../dom.ts';
import { documentOf, inside, isDrawn, isElement, isField, isFrame, isOutOfSight, isText } from '../tree.ts';

/** How many nodes are read before the page may have its turn, and how much of one long text. */
const SLICE = 400;
const PIECE = 32_768;
/** CSS pixels each way: smaller frames hold no text to read. */
const ROOMY = 60;

const NOTHING: ReadonlySet<Element> = new Set();

export interface ReadText {
  text: string;
  anchors: Anchor[];
  cut: boolean;
  /** A frame of another origin stands in it, and is large enough to hold a text. */
  closedFrame: boolean;
}

const SKIPPED = /^(?:script|style|noscript|template|select|button|head)$/;
const LINE =
  /^(?:div|li|tr|dt|dd|section|article|header|footer|main|figure|address|caption|fieldset|form|nav|aside)$/;
const PARAGRAPH = /^(?:p|h[1-6]|[uod]l|table|blockquote|pre|hr)$/;

/** Text that grows at its end. In pieces: asking a growing string for its end copies it, over and over. */
class Written {
  readonly #pieces: string[] = [];
  length = 0;
  /** Newlines at the end; Infinity at the very beginning. */
  newlines = Number.POSITIVE_INFINITY;

  add(piece: string): void {
    this.#pieces.push(piece);
    this.length += piece.length;
    this.newlines = 0;
  }
  newline(): void {
    this.#pieces.push('\n');
    this.length++;
    this.newlines++;
  }
  toString(): string {
    return this.#pieces.join('');
  }
}

/**
 * The visible text of `root` as a person reads it: a line for each block, a blank line between paragraphs, a tab between cells,
 * "> " before quoted lines; and its links with their places. What stands in `without` is left out. Yields now and then, so that no task of ours grows long.
 */
export function* readText(root: Element, without: ReadonlySet<Element> = NOTHING): Generator<void, ReadText> {
  const written = new Written();
  const anchors: { href: string; at: number; end: number }[] = [];
  const open: { element: Element; anchor: { end: number } | null }[] = [];
  let quotes = 0;
  let space = false;
  let work = 0;
  let closedFrame = false;

  const newline = (): void => {
    written.newline();
    space = false;
  };
  const endLine = (): void => {
    space = false;
    if (written.newlines === 0) newline();
  };
  const endParagraph = (): void => {
    endLine();
    if (written.newlines === 1) newline();
  };
  const add = (piece: string): void => {
    if (piece === '') return;
    if (written.newlines > 0) {
      if (quotes > 0) written.add('> '.repeat(Math.min(quotes, 10)));
    } else if (space) written.add(' ');
    space = false;
    written.add(piece);
  };
  const addWords = (data: string): void => {
    const words = data.replace(/[^\S\u00a0]+/g, ' ');
    const trimmed = words.trim();
    if (/^\s/.test(words) && written.newlines === 0) space = true;
    add(trimmed);
    if (/\s$/.test(words) && trimmed !== '') space = true;
  };
  const addLines = (data: string): void => {
    data.split('\n').forEach((line, index) => {
      if (index > 0) newline();
      add(line);
    });
  };
  const enter = (element: Element): boolean => {
    const name = dom.localName(element);
    if (SKIPPED.test(name) && element !== root) return false;
    if (without.has(element)) return false;
    if (!isDrawn(element) || isOutOfSight(element)) return false;
    if (name === 'br') {
      newline();
      return false;
    }
    if (PARAGRAPH.test(name)) endParagraph();
    else if (LINE.test(name)) endLine();
    else if ((name === 'td' || name === 'th') && written.newlines === 0) {
      written.add('\t');
      space = false;
    }
    if (name === 'blockquote') quotes++;
    if (isField(element)) {
      // An event that is shown in fields that nobody may change.
      if (name === 'textarea' || (element.readOnly && element.type === 'text')) {
        endLine();
        addLines(element.value);
        endLine();
      }
      return false;
    }
    if (isFrame(element) && documentOf(element) === null) {
      closedFrame ||= dom.clientWidth(element) >= ROOMY && dom.clientHeight(element) >= ROOMY;
      return false;
    }
    const href = name === 'a' || name === 'area' ? dom.getAttribute(element, 'href')?.trim() : undefined;
    // Addresses within the webmail itself ("?_task=mail") lead to no meeting.
    const opens =
      href !== undefined && /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href) && anchors.length < MAX_LINKS;
    if (!opens) {
      open.push({ element, anchor: null });
      return true;
    }
    if (space && written.newlines === 0) written.add(' ');
    space = false;
    const anchor = { href: href.slice(0, MAX_LINK), at: written.length, end: written.length };
    anchors.push(anchor);
    open.push({ element, anchor });
    return true;
  };
  const leave = (): void => {
    const last = open.pop();
    if (last === undefined) return;
    if (last.anchor !== null) last.anchor.end = written.length;
    const name = dom.localName(last.element);
    if (name === 'blockquote') quotes--;
    if (PARAGRAPH.test(name)) endParagraph();
    else if (LINE.test(name)) endLine();
  };

  // A field that was given itself is read, whatever kind it is.
  if (isField(root) && dom.localName(root) === 'input') addLines(root.value);
  let node: Node | null = enter(root) ? firstIn(root) : null;
  while (open.length > 0 && written.length <= MAX_TEXT) {
    if (++work >= SLICE) {
      work = 0;
      yield;
    }
    if (node === null) {
      const left: Element | undefined = open.at(-1)?.element;
      leave();
      node = left === undefined || left === root ? null : nextOf(left);
      continue;
    }
    if (isText(node)) {
      const parent: Element | null = dom.parentElement(node);
      const keepsLines =
        node.data.includes('\n') && parent !== null && getComputedStyle(parent).whiteSpace.startsWith('pre');
      // Of a text without size nothing is seen: a passcode in it is told to nobody. What stands in it may have a size of its own.
      const unseen = parent !== null && /\S/.test(node.data) && getComputedStyle(parent).fontSize === '0px';
      for (const piece of unseen ? [] : pieces(node.data)) {
        if (keepsLines) addLines(piece);
        else addWords(piece);
        if (piece.length === PIECE) yield;
      }
    } else if (isElement(node) && enter(node)) {
      node = firstIn(node);
      continue;
    }
    node = nextOf(node);
  }
  const cut = written.length > MAX_TEXT || anchors.length >= MAX_LINKS;
  yield;
  const whole = written.toString().slice(0, MAX_TEXT);
  yield;
  const text = whole.toWellFormed();
  return {
    text,
    anchors: anchors
      .filter(({ at }) => at <= text.length)
      .map(({ href, at, end }) => ({ href, at, text: text.slice(at, end).trim() })),
    cut,
    closedFrame,
  };
}

/** In the order in which it is drawn: a shadow root takes the place of the children, which stand in its slots. */
function firstIn(element: Element): Node | null {
  const root = inside(element);
  if (root !== null) return dom.firstChild(root);
  if (dom.localName(element) !== 'slot') return dom.firstChild(element);
  return slotted(element)[0] ?? dom.firstChild(element);
}

function slotted(element: Element): Node[] {
  return 'assignedNodes' in element && typeof element.assignedNodes === 'function'
    ? element.assignedNodes()
    : [];
}

/** The next beside it: for what stands in a slot, the next in that slot. */
function nextOf(node: Node): Node | null {
  const slot = slotOf(node);
  let next = dom.nextSibling(node);
  while (slot !== null && next !== null && slotOf(next) !== slot) next = dom.nextSibling(next);
  return next;
}

const slotOf = (node: Node): Element | null =>
  isElement(node) || isText(node) ? dom.assignedSlot(node) : null;

/** A long text in pieces of PIECE units, cut anywhere; a short one as it is. */
export function pieces(data: string): string[] {
  if (data.length <= PIECE) return [data];
  return Array.from({ length: Math.ceil(data.length / PIECE) }, (_, index) =>
    data.slice(index * PIECE, (index + 1) * PIECE),
  );
}

/** One line of text, as a heading or a field shows it. */
export function* readLine(element: Element): Generator<void, string> {
  const { text } = yield* readText(element);
  return text.replace(/\s+/g, ' ').trim().slice(0, 1000);
}
