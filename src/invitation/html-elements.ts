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
  'script style template title noembed noframes iframe datalist audio video canvas colgroup',
);
/** Have no content and no end tag. */
export const VOID = words(
  'area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr',
);
export const PREFORMATTED = words('pre listing xmp plaintext textarea');
export const FOREIGN = words('svg math');

/** Text that stands directly in one of these is shown before the table ("foster parenting"), even if the table is hidden. */
export const TABLE_PARTS = words('table thead tbody tfoot tr');
/** May stand directly in a table part. */
export const TABLE_CHILDREN = words(
  'caption colgroup col thead tbody tfoot tr td th script style template form',
);

/**
 * Elements whose end tag may be left out come in groups. Bit masks, so that "is there one to close, in scope?" is one operation
 * however deep the page nests.
 */
const P = 1;
const LI = 2;
const DEFINITION = 4;
const OPTION = 8;
const CELL = 16;
const ROW = 32;
const SECTION = 64;
const A = 128;
const BUTTON = 256;
const EVERY = 511;

const groups = (entries: [string, number][]): ReadonlyMap<string, number> =>
  new Map(entries.flatMap(([names, bits]) => names.split(' ').map((name): [string, number] => [name, bits])));

const BELONGS = groups([
  ['p', P],
  ['li', LI],
  ['dd dt', DEFINITION],
  ['option', OPTION],
  ['td th', CELL],
  ['tr', ROW],
  ['thead tbody tfoot caption colgroup', SECTION],
  ['a', A],
  ['button', BUTTON],
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
  ['td th', CELL],
  ['tr', CELL | ROW],
  ['thead tbody tfoot caption colgroup', CELL | ROW | SECTION],
  ['a', A],
  ['button', BUTTON],
]);
/** Beyond these, what is open further out is out of scope (parsing, 13.2.4.2 "has an element in scope"). */
const BARS = groups([
  ['table', EVERY & ~A],
  ['td th caption template object applet marquee', P | LI | DEFINITION | OPTION | A | BUTTON],
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
