/** HTML of a mail or of an event's description → the text a person sees, and its links. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Anchor } from '../model.ts';
import { bounded } from './bound.ts';
import {
  BLOCK,
  closedBy,
  FOREIGN,
  NEVER_SHOWN,
  openInside,
  PREFORMATTED,
  TABLE_CHILDREN,
  TABLE_PARTS,
  VOID,
} from './html-elements.ts';
import { type Declared, type InlineStyle, inlineStyle } from './inline-style.ts';
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
  readonly anchor: OpenAnchor | null;
  hasImage: boolean;
}

const ATTRIBUTES: ReadonlySet<string> = new Set(
  'href xlink:href action formaction style class id hidden value'.split(' '),
);
const PLAIN: Look = { gone: false, invisible: false, tiny: false, preformatted: false, quoted: false };

class HtmlReader implements TokenizerCallbacks {
  readonly #source: string;
  readonly #sheet: Stylesheets;
  readonly #out = new VisibleText();
  readonly #open: Open[] = [];
  /** How many elements of each name are open: an end tag without a start costs one look-up, not a search. */
  readonly #counts = new Map<string, number>();
  #foreign = 0;
  #title: string | null = null;
  #titleText = '';
  #tag = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value: string[] = [];

  constructor(source: string) {
    this.#source = source;
    this.#sheet = readStylesheets(source);
    this.#open.push(element('', PLAIN, null, 0));
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
    this.#start(this.#tag, this.#attributes, this.#foreign > 0);
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
    return this.#foreign > 0;
  }
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #start(name: string, attributes: ReadonlyMap<string, string>, closed: boolean): void {
    const closes = closedBy(name);
    while ((this.#top().open & closes) !== 0) this.#pop();
    const parent = this.#top();
    if (marksFollowersAsQuoted(attributes.get('id'))) parent.look = { ...parent.look, quoted: true };

    const around = parent.around;
    const inherited = around !== null && !TABLE_CHILDREN.has(name) ? around : parent.look;
    const style = inlineStyle(attributes.get('style') ?? '');
    const look = this.#look(name, attributes, style, inherited);
    const block = isBlock(name, style);
    if (!look.gone) this.#arrange(name, style, block);

    if (VOID.has(name) || closed) {
      if (!look.gone) this.#point(name, attributes, look);
      return;
    }
    if (name === 'title' && this.#foreign === 0) this.#titleText = '';
    if (FOREIGN.has(name)) this.#foreign += 1;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    this.#open.push({
      name,
      look,
      around: TABLE_PARTS.has(name) ? (around ?? inherited) : null,
      block: block && !look.gone,
      open: openInside(name, parent.open),
      anchor: look.gone ? null : this.#anchor(name, attributes),
      hasImage: false,
    });
  }

  #end(name: string): void {
    if (name === 'br') this.#start('br', new Map(), false);
    if (VOID.has(name)) return;
    if ((this.#counts.get(name) ?? 0) === 0) {
      if (name === 'p') this.#out.newLine();
      return;
    }
    while (this.#pop() !== name);
  }

  #text(text: string): void {
    const top = this.#top();
    if (top.name === 'title' && this.#foreign === 0) this.#titleText += text;
    const look = top.around ?? top.look;
    if (look.gone || look.invisible || look.tiny) return;
    if (look.preformatted) this.#out.preformatted(text, look.quoted);
    else this.#out.flow(text, look.quoted);
  }

  #look(name: string, attributes: ReadonlyMap<string, string>, style: InlineStyle, inherited: Look): Look {
    const { display, visibility, fontSize, whiteSpace } = style;
    const sheet = this.#sheet;
    const gone =
      inherited.gone ||
      NEVER_SHOWN.has(name) ||
      (display?.value === 'none' && stands(display, sheet.mayForceDisplay)) ||
      (attributes.has('hidden') && display === undefined && !sheet.mayDisplay);
    let invisible = inherited.invisible;
    if (visibility !== undefined && visibility.value !== 'inherit') {
      invisible = isHidden(visibility.value) && stands(visibility, sheet.mayForceVisibility);
    }
    // In quirks mode, in which mail without a doctype is shown, a table does not inherit its font's size.
    let tiny = inherited.tiny && name !== 'table';
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

  /** The link that an element's content is the text of. */
  #anchor(name: string, attributes: ReadonlyMap<string, string>): OpenAnchor | null {
    if (name === 'form') this.#pointAt(attributes.get('action'), '');
    const href =
      name === 'a'
        ? (attributes.get('href') ?? attributes.get('xlink:href'))
        : name === 'button'
          ? attributes.get('formaction')
          : undefined;
    return href === undefined || href.trim() === '' ? null : this.#out.openAnchor(href.trim());
  }

  /** Elements without content. */
  #point(name: string, attributes: ReadonlyMap<string, string>, look: Look): void {
    if (name === 'area') this.#pointAt(attributes.get('href'), '');
    if (name === 'input') this.#pointAt(attributes.get('formaction'), attributes.get('value') ?? '');
    if ((name === 'img' || name === 'image') && !look.invisible) this.#top().hasImage = true;
  }

  #pointAt(href: string | undefined, text: string): void {
    if (href !== undefined && href.trim() !== '') this.#out.pointAnchor(href.trim(), text);
  }

  #top(): Open {
    const top = this.#open.at(-1);
    if (top === undefined) throw new Error('unreachable: the outermost element is never closed');
    return top;
  }

  #pop(): string {
    const closed = this.#top();
    this.#open.pop();
    this.#counts.set(closed.name, (this.#counts.get(closed.name) ?? 0) - 1);
    if (FOREIGN.has(closed.name)) this.#foreign -= 1;
    if (closed.name === 'title' && this.#foreign === 0) this.#title ??= this.#titleText;
    if (closed.anchor !== null) {
      const shown = closed.hasImage || !(closed.look.invisible || closed.look.tiny);
      this.#out.closeAnchor(closed.anchor, shown);
    }
    if (closed.hasImage) this.#top().hasImage = true;
    if (closed.block) this.#out.newLine();
    return closed.name;
  }
}

function element(name: string, look: Look, around: Look | null, open: number): Open {
  return { name, look, around, block: false, open, anchor: null, hasImage: false };
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
  return classes?.split(/\s+/).some((name) => /gmail_quote(?:_container)?$/.test(name)) ?? false;
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

/** Whether the page's own stylesheets could show what an inline style or `hidden` hides. We do not apply them: we doubt instead. */
interface Stylesheets {
  mayDisplay: boolean;
  mayForceDisplay: boolean;
  mayForceVisibility: boolean;
  mayForceFont: boolean;
}

function readStylesheets(source: string): Stylesheets {
  const sheets: Stylesheets = {
    mayDisplay: false,
    mayForceDisplay: false,
    mayForceVisibility: false,
    mayForceFont: false,
  };
  const lower = source.toLowerCase();
  let at = lower.indexOf('<style');
  while (at !== -1) {
    const end = lower.indexOf('</style', at);
    const css = lower.slice(at, end === -1 ? lower.length : end);
    const forces = css.includes('important');
    sheets.mayDisplay ||= css.includes('display');
    sheets.mayForceDisplay ||= forces && css.includes('display');
    sheets.mayForceVisibility ||= forces && css.includes('visibility');
    sheets.mayForceFont ||= forces && css.includes('font');
    at = end === -1 ? -1 : lower.indexOf('<style', end);
  }
  return sheets;
}
