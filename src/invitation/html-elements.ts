/** What HTML's elements mean for reading text: https://html.spec.whatwg.org/multipage/rendering.html and parsing.html. */

const words = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Start on a new line (rendering, 15.3.3 Flow content), forms and lists included. */
export const BLOCK = words(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section ' +
    'summary table caption tbody tfoot thead tr ul xmp',
);
/** Never shown as text. <noscript> is not here: where mail is shown, scripts do not run. */
export const NEVER_SHOWN = words(
  'script style template title noembed noframes iframe datalist audio video canvas',
);
/** Have no content and no end tag. <colgroup> has columns only, and ends where anything else begins. */
export const VOID = words(
  'area base basefont bgsound br col colgroup command embed frame hr image img input keygen link meta param source track wbr',
);
export const PREFORMATTED = words('pre listing xmp plaintext textarea');
/** Have a font size of their own, whatever the one around; a table does in quirks mode, in which mail without a doctype is shown. */
export const HAS_FONT_SIZE = words('button input select textarea table');
/** The elements of SVG that are not drawn. Of MathML's, all are. */
export const NEVER_DRAWN = words('script style title desc metadata defs');
/** Inside SVG and MathML, these hold HTML again ("integration points"). */
export const HOLDS_HTML = words('foreignobject desc title mi mo mn ms mtext annotation-xml');
/** A start tag of these ends SVG and MathML (parsing, 13.2.6.5). */
export const ENDS_FOREIGN = words(
  'b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol ' +
    'p pre ruby s small span strong strike sub sup table tt u ul var',
);

/** Text that stands directly in one of these is shown before the table ("foster parenting"), even if the table is hidden. */
export const TABLE_PARTS = words('table thead tbody tfoot tr');
/** May stand directly in a table part. */
export const TABLE_CHILDREN = words(
  'caption colgroup col thead tbody tfoot tr td th script style template form',
);
/**
 * The table part that such a start tag closes everything up to: what is not of the table ends there ("clear the stack back to a table
 * context"). Outside a table, browsers ignore the tag.
 */
export const STANDS_IN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...[...words('td th')].map((name) => [name, TABLE_PARTS] as const),
  ['tr', words('table thead tbody tfoot')],
  ...[...words('caption colgroup col thead tbody tfoot')].map((name) => [name, words('table')] as const),
]);

/** A link left open outside is not taken up again inside these (parsing, 13.2.4.3: markers). */
export const MARKERS = words('td th caption object applet marquee template');

/**
 * Elements whose end tag may be left out come in groups. Bit masks, so that "is there one to close, in scope?" is one operation
 * however deep the page nests.
 */
const P = 1;
const LI = 2;
const DEFINITION = 4;
const OPTION = 8;
const A = 16;
const BUTTON = 32;
/** Not to be closed, but to be in. */
export const TABLE = 64;
export const CELL = 128;

const groups = (entries: [string, number][]): ReadonlyMap<string, number> =>
  new Map(entries.flatMap(([names, bits]) => names.split(' ').map((name): [string, number] => [name, bits])));

const BELONGS = groups([
  ['p', P],
  ['li', LI],
  ['dd dt', DEFINITION],
  ['option', OPTION],
  ['a', A],
  ['button', BUTTON],
  ['table', TABLE],
  ['td th caption', CELL],
]);
const CLOSES = groups([
  [
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
      'header hgroup hr listing main menu nav ol p plaintext pre search section summary table ul xmp',
    P,
  ],
  ['li', LI | P],
  ['dd dt', DEFINITION | P],
  ['option optgroup', OPTION],
  ['a', A],
  ['button', BUTTON],
]);
/** Beyond these, what is open further out is out of scope (parsing, 13.2.4.2 "has an element in scope"). */
const BARS = groups([
  ['table', P | LI | DEFINITION | OPTION | BUTTON | CELL],
  ['td th caption object applet marquee', P | LI | DEFINITION | OPTION | A | BUTTON],
  ['template', P | LI | DEFINITION | OPTION | A | BUTTON | TABLE | CELL],
  ['button', P],
  ['ul ol menu dir', LI],
  ['dl', DEFINITION],
  ['select', OPTION],
]);

/** The groups that a start tag of this name closes. */
export const closedBy = (name: string): number => CLOSES.get(name) ?? 0;
/** The groups open inside an element of this name, when `open` are open around it. */
export const openInside = (name: string, open: number): number =>
  (open & ~(BARS.get(name) ?? 0)) | (BELONGS.get(name) ?? 0);
