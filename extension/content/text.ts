import type { Anchor } from '../../src/model.ts';

/** Same bound as for saved files: more text is cut, and the review says that a rest was not checked. */
const MAX_TEXT = 2_000_000;
const MAX_ANCHORS = 20_000;
const MAX_HREF = 16 * 1024;
/** How many nodes are read before the page may have its turn. */
const SLICE = 1500;

export interface ReadText {
  text: string;
  anchors: Anchor[];
  cut: boolean;
}

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'SELECT',
  'BUTTON',
  'SVG',
  'HEAD',
]);
const LINE = new Set([
  'DIV',
  'LI',
  'TR',
  'DT',
  'DD',
  'SECTION',
  'ARTICLE',
  'HEADER',
  'FOOTER',
  'MAIN',
  'FIGURE',
  'ADDRESS',
  'CAPTION',
  'FIELDSET',
  'FORM',
  'NAV',
  'ASIDE',
]);
const PARAGRAPH = new Set([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'UL',
  'OL',
  'DL',
  'TABLE',
  'BLOCKQUOTE',
  'PRE',
  'HR',
]);

/**
 * The visible text of `root` as a person reads it: a line for each block, a blank line between paragraphs, a tab between cells,
 * "> " before quoted lines; and its links with their places. Yields now and then, so that no task of ours grows long.
 */
export function* readText(root: Element): Generator<void, ReadText> {
  const anchors: Anchor[] = [];
  const open: { element: Element; anchor: Anchor | null }[] = [];
  let text = '';
  let quotes = 0;
  let space = false;
  let nodes = 0;

  const atLineStart = (): boolean => text === '' || text.endsWith('\n');
  const endLine = (): void => {
    space = false;
    if (!atLineStart()) text += '\n';
  };
  const endParagraph = (): void => {
    endLine();
    if (text !== '' && !text.endsWith('\n\n')) text += '\n';
  };
  const add = (piece: string): void => {
    if (piece === '') return;
    if (atLineStart()) text += '> '.repeat(quotes);
    else if (space) text += ' ';
    space = false;
    text += piece;
  };
  const addText = (data: string, parent: Element | null): void => {
    if (data.includes('\n') && parent !== null && getComputedStyle(parent).whiteSpace.startsWith('pre')) {
      data.split('\n').forEach((line, index) => {
        if (index > 0) {
          text += '\n';
          space = false;
        }
        add(line);
      });
      return;
    }
    const words = data.replace(/[^\S\u00a0]+/g, ' ');
    if (words.startsWith(' ') && !atLineStart()) space = true;
    add(words.trim());
    if (words.endsWith(' ') && words.trim() !== '') space = true;
  };
  const enter = (element: Element): boolean => {
    const name = element.tagName.toUpperCase();
    if (
      SKIPPED.has(name) ||
      name.startsWith('IN-CAMERA') ||
      !element.checkVisibility({ visibilityProperty: true })
    )
      return false;
    if (name === 'BR') {
      text += '\n';
      space = false;
      return false;
    }
    if (PARAGRAPH.has(name)) endParagraph();
    else if (LINE.has(name)) endLine();
    else if ((name === 'TD' || name === 'TH') && !atLineStart()) {
      text += '\t';
      space = false;
    }
    if (name === 'BLOCKQUOTE') quotes++;
    if (element instanceof HTMLTextAreaElement) {
      for (const line of element.value.split('\n')) {
        add(line);
        text += '\n';
      }
      return false;
    }
    let anchor: Anchor | null = null;
    const href = name === 'A' || name === 'AREA' ? element.getAttribute('href')?.trim() : undefined;
    // Addresses within the webmail itself ("?_task=mail") lead to no meeting.
    if (href !== undefined && /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href) && anchors.length < MAX_ANCHORS) {
      if (space && !atLineStart()) text += ' ';
      space = false;
      anchor = { href: href.slice(0, MAX_HREF), text: '', at: text.length };
      anchors.push(anchor);
    }
    open.push({ element, anchor });
    return true;
  };
  const leave = (): void => {
    const last = open.pop();
    if (last === undefined) return;
    if (last.anchor !== null) last.anchor.text = text.slice(last.anchor.at).trim();
    const name = last.element.tagName.toUpperCase();
    if (name === 'BLOCKQUOTE') quotes--;
    if (PARAGRAPH.has(name)) endParagraph();
    else if (LINE.has(name)) endLine();
  };

  let node: Node | null = enter(root) ? root.firstChild : null;
  while (open.length > 0 && text.length <= MAX_TEXT) {
    if (++nodes % SLICE === 0) yield;
    if (node === null) {
      const parent: Element | undefined = open.at(-1)?.element;
      leave();
      node = parent === undefined || parent === root ? null : parent.nextSibling;
      continue;
    }
    if (node instanceof Text) addText(node.data, node.parentElement);
    else if (node instanceof Element && enter(node)) {
      node = node.firstChild;
      continue;
    }
    node = node.nextSibling;
  }
  const cut = text.length > MAX_TEXT || anchors.length >= MAX_ANCHORS;
  return {
    text: text.slice(0, MAX_TEXT).toWellFormed(),
    anchors: anchors.filter((one) => one.at <= MAX_TEXT),
    cut,
  };
}

/** One line of text, as a heading or a field shows it. */
export function* readLine(element: Element): Generator<void, string> {
  const { text } = yield* readText(element);
  return text.replace(/\s+/g, ' ').trim().slice(0, 1000);
}
