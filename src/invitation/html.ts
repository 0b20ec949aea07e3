/** HTML of a mail or of an event's description → the text a person sees, and its links. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Anchor } from '../model.ts';
import { bounded } from './bound.ts';
import {
  BLOCK,
  CELL,
  closedBy,
  ENDS_FOREIGN,
  HAS_FONT_SIZE,
  HOLDS_HTML,
  MARKERS,
  NEVER_DRAWN,
  NEVER_SHOWN,
  openInside,
  PREFORMATTED,
  STANDS_IN,
  TABLE,
  TABLE_CHILDREN,
  TABLE_PARTS,
  VOID,
} from './html-elements.ts';
import { type Declared, type InlineStyle, inlineStyle } from './inline-style.ts';
import { readStylesheets, type Stylesheets } from './stylesheets.ts';
import { type OpenAnchor, VisibleText } from './visible-text.ts';

export interface HtmlText {
  /** <title>; empty if there is none. */
  title: string;
  /** One line per "\n", a tab between table cells, "> " before quoted lines. */
  text: string;
  anchors: Anchor[];
  /** The HTML was longer than MAX_TEXT, and its end was not read. */
  cut: boolean;
}

/**
 * Reads HTML as a person sees it. Never throws; linear in the input, whatever it nests or leaves open.
 *
 * It uses htmlparser2's Tokenizer and not its Parser: Parser keeps its open elements in an array that it shifts and searches from
 * the front, which is quadratic in depth (version 12.0.0, 200,000 nested <div>: 20 s; an end tag without a start: the same).
 */
export function readHtml(html: string): HtmlText {
  const { text: source, cut } = bounded(html);
  const reader = new HtmlReader(source);
  const tokenizer = new Tokenizer({}, reader);
  tokenizer.write(source);
  tokenizer.end();
  return { ...reader.result(), cut };
}

/** How text looks at some place: inherited, as in CSS. */
interface Look {
  /** display: none; nothing inside can undo it. */
  readonly gone: boolean;
  /** visibility: hidden. */
  readonly invisible: boolean;
  /** font-size: 0. */
  readonly tiny: boolean;
  readonly preformatted: boolean;
  readonly quoted: boolean;
}

/** An open element. */
interface Open {
  readonly name: string;
  look: Look;
  /** For a part of a table: the look around the table, which is that of what does not belong into a table. */
  readonly around: Look | null;
  readonly block: boolean;
  /** Which elements without a needed end tag are open here: see html-elements.ts. */
  readonly open: number;
  /** Of a link; "" of all else. */
  readonly href: string;
  readonly anchor: OpenAnchor | null;
  /** For one of MARKERS: the link left open around it. */
  readonly danglingAround: string;
  /** Its content is SVG or MathML, not HTML. */
  readonly foreign: Foreign;
  hasImage: boolean;
  /** Places of the innermost open table, and table or MARKERS; -1 if there is none. */
  readonly table: number;
  readonly barrier: number;
}

type Foreign = 'svg' | 'math' | null;

const ATTRIBUTES: ReadonlySet<string> = new Set(
  'href xlink:href action formaction style class id hidden size value'.split(' '),
);
const NONE: ReadonlySet<string> = new Set();
const PLAIN: Look = { gone: false, invisible: false, tiny: false, preformatted: false, quoted: false };

class HtmlReader implements TokenizerCallbacks {
  readonly #source: string;
  readonly #sheet: Stylesheets;
  readonly #out = new VisibleText();
  readonly #open: Open[] = [];
  /** Where in #open the elements of each name stand: an end tag costs one look-up, not a search. */
  readonly #places = new Map<string, number[]>();
  /** Target of a link that ended without an end tag: browsers take it up again where text follows. */
  #dangling = '';
  #title: string | null = null;
  #titleText = '';
  #tag = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value: string[] = [];

  constructor(source: string) {
    this.#source = source;
    this.#sheet = readStylesheets(source);
    this.#open.push(outermost());
  }

  result(): { title: string; text: string; anchors: Anchor[] } {
    while (this.#open.length > 1) this.#pop();
    return { title: (this.#title ?? '').replace(/\s+/g, ' ').trim(), ...this.#out.result() };
  }

  // The Tokenizer's callbacks. Offsets count from the beginning of the one chunk we write.

  onopentagname(start: number, end: number): void {
    this.#tag = this.#source.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }
  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase();
    this.#value = [];
  }
  onattribdata(start: number, end: number): void {
    if (ATTRIBUTES.has(this.#attribute)) this.#value.push(this.#source.slice(start, end));
  }
  onattribentity(codepoint: number): void {
    if (ATTRIBUTES.has(this.#attribute)) this.#value.push(String.fromCodePoint(codepoint));
  }
  onattribend(): void {
    // Of an attribute given twice, the first counts (HTML, 13.2.5.33 duplicate-attribute).
    if (!ATTRIBUTES.has(this.#attribute) || this.#attributes.has(this.#attribute)) return;
    this.#attributes.set(this.#attribute, this.#value.join(''));
  }
  onopentagend(): void {
    this.#start(this.#tag, this.#attributes, false);
  }
  onselfclosingtag(): void {
    // "/>" closes in SVG and MathML only.
    this.#start(this.#tag, this.#attributes, this.#top().foreign !== null);
  }
  onclosetag(start: number, end: number): void {
    this.#end(this.#source.slice(start, end).toLowerCase());
  }
  ontext(start: number, end: number): void {
    this.#text(this.#source.slice(start, end));
  }
  ontextentity(codepoint: number): void {
    this.#text(String.fromCodePoint(codepoint));
  }
  isInForeignContext(): boolean {
    return this.#top().foreign !== null;
  }
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #start(name: string, attributes: ReadonlyMap<string, string>, closed: boolean): void {
    // Of forms inside forms, browsers know only the outer one.
    if (name === 'form' && this.#placeOf(name) !== -1) return;
    if (ENDS_FOREIGN.has(name)) while (this.#top().foreign !== null) this.#pop();
    const context = STANDS_IN.get(name);
    if (context !== undefined) {
      if ((this.#top().open & TABLE) === 0) return;
      while (!context.has(this.#top().name)) this.#pop();
    }
    // Directly in a table, another one ends it, and a form is closed at once.
    const isDirectlyInTable = (this.#top().open & (TABLE | CELL)) === TABLE;
    if (name === 'table' && isDirectlyInTable) while (this.#pop() !== name);
    if (name === 'select' && this.#placeOf(name) > this.#top().barrier) while (this.#pop() !== name);
    const closes = closedBy(name);
    const before = this.#top();
    while ((this.#top().open & closes) !== 0) this.#pop();
    if (name === 'a') {
      this.#showAtLeast(before);
      this.#dangling = '';
    }
    if (closes === 0 && context === undefined && !NEVER_SHOWN.has(name)) this.#takeUpLink();
    const parent = this.#top();
    if (marksFollowersAsQuoted(attributes.get('id'))) parent.look = { ...parent.look, quoted: true };

    const around = parent.around;
    const inherited = around !== null && !TABLE_CHILDREN.has(name) ? around : parent.look;
    const style = inlineStyle(attributes.get('style') ?? '');
    const look = this.#look(name, attributes, style, inherited, parent.foreign);
    const block = isBlock(name, style);
    if (!look.gone) this.#arrange(name, style, block);

    if (VOID.has(name) || closed || (name === 'form' && isDirectlyInTable)) {
      if (!look.gone) this.#point(name, attributes, look);
      return;
    }
    if (name === 'form' && !look.gone) this.#pointAt(attributes.get('action'), '');
    if (name === 'title' && parent.foreign === null) this.#titleText = '';
    const place = this.#open.length;
    const places = this.#places.get(name);
    if (places === undefined) this.#places.set(name, [place]);
    else places.push(place);
    const href = linkOf(name, attributes);
    this.#open.push({
      name,
      look,
      around: TABLE_PARTS.has(name) ? (around ?? inherited) : null,
      block: block && !look.gone,
      open: openInside(name, parent.open),
      href: name === 'a' ? href : '',
      anchor: look.gone || href === '' ? null : this.#out.openAnchor(href),
      danglingAround: this.#dangling,
      foreign: foreignInside(name, parent.foreign),
      hasImage: false,
      table: name === 'table' ? place : parent.table,
      barrier: name === 'table' || MARKERS.has(name) ? place : parent.barrier,
    });
    if (MARKERS.has(name)) this.#dangling = '';
  }

  #end(name: string): void {
    if (name === 'br') this.#start('br', new Map(), false);
    if (VOID.has(name)) return;
    const place = this.#placeOf(name);
    if (place === -1) {
      if (name === 'p') this.#out.newLine();
      if (name === 'a') this.#dangling = '';
      return;
    }
    const before = this.#top();
    // What is open outside a table or a cell cannot be closed from inside, except the table and its parts.
    const barrier = STANDS_IN.has(name) ? before.table : before.barrier;
    if (place < barrier && name !== 'table') return;
    while (this.#pop() !== name);
    if (before.name !== name) this.#showAtLeast(before);
    if (name === 'a') this.#dangling = '';
  }

  /**
   * Where tags are nested wrongly, browsers move, keep or ignore elements by rules that we do not follow: what was to be seen inside
   * the ended element may still be. Then all that follows counts as seen.
   */
  #showAtLeast({ look }: Open): void {
    const top = this.#top();
    if (top.look.gone || top.look.invisible || top.look.tiny) {
      top.look = {
        ...top.look,
        gone: top.look.gone && look.gone,
        invisible: top.look.invisible && look.invisible,
        tiny: top.look.tiny && look.tiny,
      };
    }
  }

  #takeUpLink(): void {
    const href = this.#dangling;
    this.#dangling = '';
    if (href !== '') this.#start('a', new Map([['href', href]]), false);
  }

  #text(text: string): void {
    if (this.#dangling !== '' && text.trim() !== '') this.#takeUpLink();
    const top = this.#top();
    if (top.name === 'title') this.#titleText += text;
    const look = top.around ?? top.look;
    if (look.gone || look.invisible || look.tiny) return;
    if (look.preformatted) this.#out.preformatted(text, look.quoted);
    else this.#out.flow(text, look.quoted);
  }

  #look(
    name: string,
    attributes: ReadonlyMap<string, string>,
    style: InlineStyle,
    inherited: Look,
    foreign: Foreign,
  ): Look {
    const { display, visibility, fontSize, whiteSpace } = style;
    const sheet = this.#sheet;
    const gone =
      inherited.gone ||
      (foreign === null ? NEVER_SHOWN : foreign === 'svg' ? NEVER_DRAWN : NONE).has(name) ||
      (display?.value === 'none' && stands(display, sheet.mayForceDisplay)) ||
      (hides(name, foreign, attributes) && display === undefined && !sheet.mayDisplay);
    let invisible = inherited.invisible;
    if (visibility !== undefined && visibility.value !== 'inherit') {
      invisible = isHidden(visibility.value) && stands(visibility, sheet.mayForceVisibility);
    }
    let tiny = inherited.tiny && !HAS_FONT_SIZE.has(name) && !(name === 'font' && attributes.has('size'));
    if (fontSize !== undefined && !isRelative(fontSize.value)) {
      tiny = isZero(fontSize.value) && stands(fontSize, sheet.mayForceFont);
    }
    const preformatted =
      whiteSpace === undefined || whiteSpace.value === 'inherit'
        ? inherited.preformatted || PREFORMATTED.has(name)
        : /^(?:pre|break-spaces)/.test(whiteSpace.value);
    const quoted = inherited.quoted || name === 'blockquote' || isQuote(attributes.get('class'));
    return { gone, invisible, tiny, preformatted, quoted };
  }

  #arrange(name: string, style: InlineStyle, block: boolean): void {
    if (name === 'br') this.#out.lineBreak();
    else if (name === 'td' || name === 'th' || style.display?.value === 'table-cell') this.#out.cell();
    else if (block) this.#out.newLine();
  }

  /** Elements without content. */
  #point(name: string, attributes: ReadonlyMap<string, string>, look: Look): void {
    if (name === 'form') this.#pointAt(attributes.get('action'), '');
    if (name === 'area') this.#pointAt(attributes.get('href'), '');
    if (name === 'input') this.#pointAt(attributes.get('formaction'), attributes.get('value') ?? '');
    if ((name === 'img' || name === 'image') && !look.invisible) this.#top().hasImage = true;
  }

  #pointAt(href: string | undefined, text: string): void {
    if (href !== undefined && href.trim() !== '') this.#out.pointAnchor(href.trim(), text);
  }

  /** Of the innermost open element of this name; -1 if none is open. */
  #placeOf(name: string): number {
    return this.#places.get(name)?.at(-1) ?? -1;
  }

  #top(): Open {
    const top = this.#open.at(-1);
    if (top === undefined) throw new Error('unreachable: the outermost element is never closed');
    return top;
  }

  #pop(): string {
    const closed = this.#top();
    this.#open.pop();
    this.#places.get(closed.name)?.pop();
    if (closed.name === 'title' && this.#top().foreign === null) this.#title ??= this.#titleText;
    if (closed.anchor !== null) {
      const shown = closed.hasImage || !(closed.look.invisible || closed.look.tiny);
      this.#out.closeAnchor(closed.anchor, shown);
    }
    if (closed.hasImage) this.#top().hasImage = true;
    if (closed.block) this.#out.newLine();
    if (closed.href !== '') this.#dangling = closed.href;
    if (MARKERS.has(closed.name)) this.#dangling = closed.danglingAround;
    return closed.name;
  }
}

/** What is open before the page begins. */
function outermost(): Open {
  return {
    name: '',
    look: PLAIN,
    around: null,
    block: false,
    open: 0,
    href: '',
    anchor: null,
    danglingAround: '',
    foreign: null,
    hasImage: false,
    table: -1,
    barrier: -1,
  };
}

function foreignInside(name: string, around: Foreign): Foreign {
  if (name === 'svg' || name === 'math') return name;
  return HOLDS_HTML.has(name) ? null : around;
}

/** By the attribute `hidden`, which is HTML's. Chromium shows <marquee hidden>. */
function hides(name: string, foreign: Foreign, attributes: ReadonlyMap<string, string>): boolean {
  return attributes.has('hidden') && foreign === null && name !== 'marquee';
}

/** The link that an element's content is the text of; "" if it is none. */
function linkOf(name: string, attributes: ReadonlyMap<string, string>): string {
  if (name === 'a') return (attributes.get('href') ?? attributes.get('xlink:href') ?? '').trim();
  return name === 'button' ? (attributes.get('formaction') ?? '').trim() : '';
}

function isBlock(name: string, style: InlineStyle): boolean {
  const display = style.display?.value;
  if (display === undefined || display === 'inherit') return BLOCK.has(name);
  return /^(?:block|flex|grid|flow-root|list-item|table|table-row)$/.test(display);
}

/** Outlook puts what it quotes after these, as their siblings (facts/webmail-dom.md; webmails put a prefix before ids). */
function marksFollowersAsQuoted(id: string | undefined): boolean {
  return id !== undefined && (id.endsWith('divRplyFwdMsg') || id.endsWith('appendonsend'));
}

/** Gmail's wrapper of what it quotes; webmails put a prefix before class names. */
function isQuote(classes: string | undefined): boolean {
  return (
    classes?.split(/\s+/).some((name) => /(?:gmail_quote(?:_container)?|yahoo_quoted)$/.test(name)) ?? false
  );
}

const isHidden = (visibility: string): boolean => visibility === 'hidden' || visibility === 'collapse';
/** Zero in any unit. */
const isZero = (size: string): boolean => /^[+-]?(?:0+(?:\.0*)?|\.0+)(?:[a-z]*|%)$/.test(size);
/** Leaves nothing as it was: so much of the parent's size. */
const isRelative = (size: string): boolean =>
  size === 'inherit' ||
  size === 'smaller' ||
  size === 'larger' ||
  (/(?:\dem|%)$/.test(size) && !isZero(size));

/** An inline declaration stands unless a stylesheet may overrule it with "!important". */
const stands = (declared: Declared, mayBeForced: boolean): boolean => declared.important || !mayBeForced;
