/**
 * Links in plain text. The text is searched for ":" and "/" (a fast search of the engine's own); only around those is anything
 * looked at, and each character there at most a few times, so the time is linear in the text's length.
 */
import { MAX_LINK } from './bounds.ts';
import { LONGEST_HOST } from './hosts.ts';

/** A link in angle brackets may be broken over this many lines. */
const MAX_BROKEN_LINES = 200;
/** How many slashes of one run of characters may have no host before them. */
const MOST_SLASHES = 20;

export interface TextLink {
  /** As written, a break inside angle brackets taken out; without a scheme it begins with the host. */
  href: string;
  /** UTF-16 offset of its first character, and of the one behind its last: a break lies between. */
  at: number;
  end: number;
}

// What ends a link in running text: blanks, angle brackets and quotes (RFC 3986 appendix C), controls, and the invisible
// direction and joining marks that some mail programs put around a link.
// After them arrows, signs and emoji, dashes and dots of ours that no address holds, and the punctuation of other scripts, also in wide forms.
const ENDING =
  /[\s<>"`|\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ab\u00bb\u2013-\u2015\u201c-\u201f\u2026\u060c\u061b\u061f\u0964\u0965\u05be\u05c3\u0f0d\u1361-\u1368\u17d4\u17d5\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ud83c-\ud83e\u3001\u3002\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\uff3b\uff3d\uff5b\uff5d\uff5e\uff61-\uff64]/;
const ENDS = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  ENDING.test(String.fromCharCode(code)) ? 1 : 0,
);

const QUOTE = 34;
const DOT = 46;
const SLASH = 47;
const BACKSLASH = 92;
const NEWLINE = 10;
const BLANK = 32;
const LESS_THAN = 60;
const GREATER_THAN = 62;

/** Schemes that a person may write without "//", and that open something all the same. */
const BARE_SCHEMES = new Set(['javascript', 'vbscript', 'data', 'file', 'intent', 'blob', 'msteams']);
/** A scheme is at most this long here, so that a run of letters is not looked at again and again. */
const LONGEST_SCHEME = 24;

/** Codes of what may stand behind a link and does not belong to it. */
const AFTER_A_LINK = new Set(Array.from(".,;:!?'’‘*_~|\\([{", (character) => character.charCodeAt(0)));
const CLOSING: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);
const BETWEEN_LINKS = new Set(",;|()[]{}'");

/** All links in `text`, in order. Addresses ("name@host/…") and hosts without a path are none. */
export function scanLinks(text: string): TextLink[] {
  const links: TextLink[] = [];
  let done = 0;
  let colon = text.indexOf(':');
  let slash = text.indexOf('/');
  while (colon !== -1 || slash !== -1) {
    const isColon = slash === -1 || (colon !== -1 && colon < slash);
    const at = isColon ? colon : slash;
    let next = at + 1;
    if (isColon ? mayEndScheme(text, at, done) : mayEndHost(text, at, done)) {
      let start = at;
      while (start > done && !endsLink(text.charCodeAt(start - 1))) start--;
      while (next < text.length && !endsLink(text.charCodeAt(next))) next++;
      next = pushFrom(text, start, behindBraces(text, next), links);
      done = next;
    }
    if (colon !== -1 && colon < next) colon = text.indexOf(':', next);
    if (slash !== -1 && slash < next) slash = text.indexOf('/', next);
  }
  return links;
}

/** Teams writes `context={"Tid":"…","Oid":"…"}` at a link's end, and some programs do not encode it. */
function behindBraces(text: string, end: number): number {
  if (text.charCodeAt(end) !== QUOTE || !text.startsWith('context={', end - 9)) return end;
  const braces = /^"[^\s{}<>]{1,300}\}/.exec(text.slice(end, end + 302))?.[0] ?? '';
  return end + braces.length;
}

/** Most colons are punctuation, and most slashes stand between words. */
function mayEndScheme(text: string, colon: number, floor: number): boolean {
  const next = text.charCodeAt(colon + 1);
  if (next === SLASH || next === BACKSLASH) return true;
  if (Number.isNaN(next) || endsLink(next)) return false;
  let start = colon;
  while (start > floor && colon - start < LONGEST_SCHEME && isLetter(text.charCodeAt(start - 1))) start--;
  return BARE_SCHEMES.has(text.slice(start, colon).toLowerCase());
}

function mayEndHost(text: string, slash: number, floor: number): boolean {
  for (let at = slash - 1; at >= floor && slash - at <= LONGEST_HOST; at--) {
    const code = text.charCodeAt(at);
    if (code === DOT) return true;
    if (!isHostCode(code)) return false;
  }
  return false;
}

function endsLink(code: number): boolean {
  return ENDS[code] === 1;
}

/** The links in one run of characters without a blank. Returns where it ends: a link in angle brackets may go on behind it. */
function pushFrom(text: string, start: number, end: number, links: TextLink[]): number {
  const token = text.slice(start, end);
  const scheme = token.indexOf('://');
  if (scheme !== -1) {
    const broken = text.charCodeAt(start - 1) === LESS_THAN ? unbroken(text, start, end) : null;
    if (broken === null) pushWithScheme(token, scheme, start, links);
    else pushRewritten(broken.href, start, broken.end, links);
    return broken?.end ?? end;
  }
  if (token.includes(ESCAPED_SLASHES)) pushRewritten(token.replaceAll('\\/', '/'), start, end, links);
  else if (!pushBareScheme(token, start, links) && token.includes('.')) pushFirstHost(token, start, links);
  return end;
}

/** As JSON may write "://". */
const ESCAPED_SLASHES = ':\\/\\/';

/** Places inside a run that is not read as it stands are not those of the text; its links are the run's. */
function pushRewritten(run: string, at: number, end: number, links: TextLink[]): void {
  const found: TextLink[] = [];
  pushWithScheme(run, run.indexOf('://'), 0, found);
  for (const { href } of found) links.push({ href, at, end });
}

/**
 * "<https://a.example/long" + line end + "-path>" is one link: white space inside the brackets is to be ignored (RFC 3986 appendix
 * C), and mail programs do break there. Null when the line end is not inside brackets.
 */
function unbroken(text: string, start: number, end: number): { href: string; end: number } | null {
  if (text.charCodeAt(end) === GREATER_THAN) return null;
  const pieces = [text.slice(start, end)];
  let at = end;
  for (let line = 0; line < MAX_BROKEN_LINES && at - start < MAX_LINK; line++) {
    while (text.charCodeAt(at) === BLANK || text.charCodeAt(at) === 13) at++;
    if (text.charCodeAt(at) !== NEWLINE) return null;
    at++;
    // A quoted line begins with ">" and a blank.
    while (
      text.charCodeAt(at) === BLANK ||
      (text.charCodeAt(at) === GREATER_THAN && text.charCodeAt(at + 1) === BLANK)
    )
      at++;
    const from = at;
    while (at < text.length && !endsLink(text.charCodeAt(at))) at++;
    if (at === from) return null;
    pieces.push(text.slice(from, at));
    if (text.charCodeAt(at) === GREATER_THAN) return { href: pieces.join('').slice(0, MAX_LINK), end: at };
  }
  return null;
}

function pushWithScheme(token: string, first: number, at: number, links: TextLink[]): void {
  const starts: number[] = [];
  for (let colon = first; colon !== -1; colon = token.indexOf('://', colon + 3)) {
    const start = schemeStart(token, colon);
    if (start === null) continue;
    // A second address inside a link belongs to it (a wrapper's target), unless a separator stands between.
    if (starts.length === 0 || BETWEEN_LINKS.has(token.charAt(start - 1))) starts.push(start);
  }
  starts.forEach((start, index) => {
    const until = Math.min(starts[index + 1] ?? token.length, start + MAX_LINK);
    const href = withoutTrailingPunctuation(upToEscape(token.slice(start, until)));
    if (href.length > href.indexOf('://') + 3) pushLink(href, at + start, links);
  });
}

/** "[https://a.example](https://a.example)" is Markdown, and "https://a.example/x\nPasscode" an escaped line end: a link ends there. */
function upToEscape(link: string): string {
  const markdown = link.indexOf('](');
  const whole = markdown === -1 ? link : link.slice(0, markdown);
  const path = whole.indexOf('/', whole.indexOf('://') + 3);
  if (path === -1) return whole;
  const escaped = /\\[nrt]/.exec(whole.slice(path));
  return escaped === null ? whole : whole.slice(0, path + escaped.index);
}

/** Where the scheme before a "://" begins. "Linkhttps://" is the word "Link" and a link. */
function schemeStart(token: string, colon: number): number | null {
  const letters = token.slice(Math.max(0, colon - 5), colon).toLowerCase();
  if (letters.endsWith('https')) return colon - 5;
  if (letters.endsWith('http')) return colon - 4;
  let start = colon;
  while (start > 0 && colon - start < LONGEST_SCHEME && isSchemeCode(token.charCodeAt(start - 1))) start--;
  while (start < colon && !isLetter(token.charCodeAt(start))) start++;
  return start === colon ? null : start;
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57);
}

/** Letters, digits and + - . (RFC 3986 section 3.1). */
function isSchemeCode(code: number): boolean {
  return isLetterOrDigit(code) || code === 43 || code === 45 || code === 46;
}

function pushBareScheme(token: string, at: number, links: TextLink[]): boolean {
  const colon = token.indexOf(':');
  if (colon < 4 || colon > 3 * LONGEST_SCHEME) return false;
  let start = colon;
  while (start > 0 && isLetter(token.charCodeAt(start - 1))) start--;
  const scheme = token.slice(start, colon).toLowerCase();
  // Browsers take "https:\\host" and "https:/host" for "https://host".
  const isWeb = (scheme === 'https' || scheme === 'http') && /[\\/]/.test(token.charAt(colon + 1));
  if (!isWeb && !BARE_SCHEMES.has(scheme)) return false;
  pushLink(withoutTrailingPunctuation(token.slice(start, start + MAX_LINK)), at + start, links);
  return true;
}

function pushLink(href: string, at: number, links: TextLink[]): void {
  links.push({ href, at, end: at + href.length });
}

/** The first slash behind a host: "Link/lien:zoom.us/j/845" has one before it. */
function pushFirstHost(token: string, at: number, links: TextLink[]): void {
  let tried = 0;
  for (
    let slash = token.indexOf('/');
    slash !== -1 && tried < MOST_SLASHES;
    slash = token.indexOf('/', slash + 1)
  ) {
    if (pushWithoutScheme(token, slash, at, links)) return;
    tried++;
  }
}

function pushWithoutScheme(token: string, slash: number, at: number, links: TextLink[]): boolean {
  let start = slash;
  while (start > 0 && slash - start <= LONGEST_HOST && isHostCode(token.charCodeAt(start - 1))) start--;
  if (token[start - 1] === '@' || !isHost(token, start, slash)) return false;
  pushLink(withoutTrailingPunctuation(token.slice(start, start + MAX_LINK)), at + start, links);
  return true;
}

/** Also letters of Latin, Greek, Cyrillic and Armenian, which are used to imitate ours; others may be text before the link. */
function isHostCode(code: number): boolean {
  return isLetterOrDigit(code) || code === 45 || code === 46 || (code >= 0xc0 && code <= 0x586);
}

/** Labels of letters, digits and hyphens with dots between, the last one of letters only. */
function isHost(token: string, start: number, end: number): boolean {
  if (end - start > LONGEST_HOST) return false;
  let dot = start - 1;
  let labels = 0;
  for (let at = start; at <= end; at++) {
    if (at < end && token.charCodeAt(at) !== 46) continue;
    const length = at - dot - 1;
    if (length < 1 || length > 63) return false;
    labels++;
    if (at < end) dot = at;
  }
  for (let at = dot + 1; at < end; at++) if (!isLetter(token.charCodeAt(at))) return false;
  const last = end - dot - 1;
  return labels > 1 && last >= 2 && last <= 24;
}

/** "(see https://x.example/a)." ends before the bracket; "https://x.example/a_(b)" keeps its own. */
function withoutTrailingPunctuation(href: string): string {
  let end = href.length;
  let unopened: Map<string, number> | null = null;
  for (; end > 0; end--) {
    if (AFTER_A_LINK.has(href.charCodeAt(end - 1))) continue;
    const last = href.charAt(end - 1);
    const opening = CLOSING.get(last);
    if (opening === undefined) break;
    unopened ??= new Map();
    const surplus = unopened.get(last) ?? surplusOf(last, opening, href, end);
    if (surplus <= 0) break;
    unopened.set(last, surplus - 1);
  }
  return href.slice(0, end);
}

/** How many more of the one than of the other. */
function surplusOf(closing: string, opening: string, href: string, end: number): number {
  let surplus = 0;
  for (let at = 0; at < end; at++) {
    const character = href.charAt(at);
    if (character === closing) surplus++;
    else if (character === opening) surplus--;
  }
  return surplus;
}
