/** What a style attribute says about being seen. */

/** The few CSS properties that decide whether, and how, text is seen. */
export interface InlineStyle {
  readonly display?: Declared;
  readonly visibility?: Declared;
  readonly fontSize?: Declared;
  readonly whiteSpace?: Declared;
}

export interface Declared {
  /** Lower case, without "!important". */
  value: string;
  important: boolean;
}

const NAMES: ReadonlyMap<string, keyof InlineStyle> = new Map([
  ['display', 'display'],
  ['visibility', 'visibility'],
  ['font-size', 'fontSize'],
  // The shorthand sets the size too. Its value is no size, so it counts as "has a size": seen rather than overlooked.
  ['font', 'fontSize'],
  ['white-space', 'whiteSpace'],
]);
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const NOTHING: InlineStyle = {};

/**
 * Reads the declarations of a style attribute, in one pass (https://www.w3.org/TR/css-syntax-3/#consume-list-of-declarations).
 * Where we would have to be a browser to be sure (escapes, broken strings, `all`), it says nothing, so that text counts as seen:
 * to overlook what a person sees is worse than to read what nobody sees.
 */
export function inlineStyle(css: string): InlineStyle {
  if (css.includes('\\')) return NOTHING;
  const found: Partial<Record<keyof InlineStyle, Declared>> = {};
  for (const declaration of declarations(css)) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    if (property === 'all') return NOTHING;
    const name = NAMES.get(property);
    if (name === undefined) continue;
    const raw = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const bang = raw.lastIndexOf('!');
    const important = bang !== -1 && raw.slice(bang + 1).trim() === 'important';
    // Of two declarations the later wins, unless only the earlier is important (CSS cascade).
    if (found[name]?.important === true && !important) continue;
    found[name] = { value: important ? raw.slice(0, bang).trim() : raw, important };
  }
  return found;
}

/** Splits at the semicolons that stand outside strings, brackets and comments. Empty if a string is broken by a line end. */
function declarations(css: string): string[] {
  const found: string[] = [];
  const closers: string[] = [];
  let current = '';
  let from = 0;
  for (let at = 0; at < css.length; at += 1) {
    const char = css.charAt(at);
    if (char === '"' || char === "'") {
      const end = css.indexOf(char, at + 1);
      const string = css.slice(at, end === -1 ? css.length : end);
      if (/[\n\r\f]/.test(string)) return [];
      at += string.length;
    } else if (char === '/' && css.charAt(at + 1) === '*') {
      const end = css.indexOf('*/', at + 2);
      current += css.slice(from, at);
      at = end === -1 ? css.length : end + 1;
      from = at + 1;
    } else if (CLOSERS.has(char)) {
      closers.push(CLOSERS.get(char) ?? '');
    } else if (char === closers.at(-1)) {
      closers.pop();
    } else if (char === ';' && closers.length === 0) {
      found.push(current + css.slice(from, at));
      current = '';
      from = at + 1;
    }
  }
  found.push(current + css.slice(from));
  return found;
}
