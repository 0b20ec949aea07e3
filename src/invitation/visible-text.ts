/** Writes text down as a person reads it: lines, cells, quotes, and where each link's text begins. */
import type { Anchor } from '../model.ts';

/** A link that is still open. */
export interface OpenAnchor {
  href: string;
  at: number | null;
  pieces: string[];
}

/** Two: a paragraph's distance. More empty lines tell a reader nothing. */
const MAX_BREAKS = 2;
const QUOTE = '> ';

/** Spaces, tabs and line ends wait until something visible follows, so that none stand at a line's or the text's end. */
export class VisibleText {
  readonly #pieces: string[] = [];
  readonly #anchors: OpenAnchor[] = [];
  #length = 0;
  #breaks = 0;
  #gap: '' | ' ' | '\t' = '';
  #lineIsEmpty = true;
  #lineIsQuoted = false;
  #anchor: OpenAnchor | null = null;

  /** Ordinary text: a run of white space is one space (CSS white-space: normal). */
  flow(text: string, quoted: boolean): void {
    const collapsed = text.replace(/[\t\n\f\r ]+/g, ' ');
    const begin = collapsed.startsWith(' ') ? 1 : 0;
    const end = collapsed.length > begin && collapsed.endsWith(' ') ? collapsed.length - 1 : collapsed.length;
    if (begin === 1) this.#space();
    if (begin < end) this.#put(collapsed.slice(begin, end), quoted);
    if (end < collapsed.length) this.#space();
  }

  /** Text whose line ends and spaces count (<pre>, white-space: pre). */
  preformatted(text: string, quoted: boolean): void {
    const lines = text.replace(/\r\n?/g, '\n').split('\n');
    lines.forEach((line, index) => {
      if (index > 0) this.lineBreak();
      if (line.trim() !== '') this.#put(line, quoted);
      else if (line !== '') this.#space();
    });
  }

  /** What follows stands on a new line. */
  newLine(): void {
    this.#breaks = Math.max(this.#breaks, 1);
  }

  /** <br>: two of them leave an empty line. */
  lineBreak(): void {
    this.#breaks = Math.min(this.#breaks + 1, MAX_BREAKS);
  }

  /** What follows stands in the next cell of a table's row. */
  cell(): void {
    this.#gap = '\t';
  }

  /** What follows is a link's text, until `closeAnchor`. Only one link is open at a time, as in HTML. */
  openAnchor(href: string): OpenAnchor {
    const anchor: OpenAnchor = { href, at: null, pieces: [] };
    this.#anchors.push(anchor);
    this.#anchor = anchor;
    return anchor;
  }

  /** `shown: false` forgets the link if it turned out to have no text: then there was nothing to see or to click. */
  closeAnchor(anchor: OpenAnchor, shown: boolean): void {
    if (this.#anchor === anchor) this.#anchor = null;
    if (anchor.at === null) {
      if (shown) anchor.at = this.#length;
      else anchor.href = '';
    }
  }

  /** A link without text of its own in the page: an area of an image, a form. */
  pointAnchor(href: string, text: string): void {
    this.#anchors.push({ href, at: this.#length, pieces: [text] });
  }

  result(): { text: string; anchors: Anchor[] } {
    return {
      text: this.#pieces.join(''),
      anchors: this.#anchors
        .filter((anchor) => anchor.href !== '')
        .map(({ href, at, pieces }) => ({ href, text: pieces.join(''), at: at ?? this.#length })),
    };
  }

  #space(): void {
    if (this.#gap === '') this.#gap = ' ';
  }

  #put(visible: string, quoted: boolean): void {
    if (quoted !== this.#lineIsQuoted && !this.#lineIsEmpty) this.newLine();
    if (this.#length > 0 && this.#breaks > 0) {
      this.#write('\n'.repeat(this.#breaks));
      this.#lineIsEmpty = true;
    } else if (!this.#lineIsEmpty && this.#gap !== '') {
      this.#write(this.#gap);
    }
    this.#breaks = 0;
    this.#gap = '';
    if (this.#lineIsEmpty && quoted) {
      this.#pieces.push(QUOTE);
      this.#length += QUOTE.length;
    }
    this.#lineIsEmpty = false;
    this.#lineIsQuoted = quoted;
    if (this.#anchor !== null) this.#anchor.at ??= this.#length;
    this.#write(visible);
  }

  #write(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#anchor !== null && this.#anchor.at !== null) this.#anchor.pieces.push(piece);
  }
}
