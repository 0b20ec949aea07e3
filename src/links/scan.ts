/**
 * Links in plain text, in one pass over it. Each token between blanks is looked at once, whatever it holds,
 * so the time is linear in the text's length.
 */

/** Longer links are cut here: no platform writes one, and a gateway's longest stays below (facts section 10, Safety). */
export const MAX_LINK = 16 * 1024;

export interface TextLink {
  /** As written; without a scheme it begins with the host. */
  href: string;
  /** UTF-16 offset of its first character. */
  at: number;
}

// What ends a link in running text: blanks, angle brackets and quotes (RFC 3986 appendix C), controls, and the
// invisible direction and joining marks that some mail programs put around a link.
const TOKEN =
  /[^\s<>"`\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ab\u00bb\u201c-\u201f\u3001\u3002\u300c-\u300f]+/gu;

// A scheme is at most 24 characters here, so that a run of letters is not looked at again and again.
const SCHEME = /[a-z][a-z0-9+.-]{0,23}:\/\//gi;

const AFTER_A_LINK = /[.,;:!?'’‘*_~|\\]/;
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const BETWEEN_LINKS = /[,;|()[\]{}']/;

/** All links in `text`, in order. Addresses ("name@host/…") and hosts without a path are none. */
export function scanLinks(text: string): TextLink[] {
  const links: TextLink[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0].length > MAX_LINK ? match[0].slice(0, MAX_LINK) : match[0];
    if (token.includes('://')) pushWithScheme(token, match.index, links);
    else if (token.includes('.') && token.includes('/')) pushWithoutScheme(token, match.index, links);
  }
  return links;
}

function pushWithScheme(token: string, at: number, links: TextLink[]): void {
  const starts: number[] = [];
  for (const match of token.matchAll(SCHEME)) {
    // "Linkhttps://" is the word "Link" and a link.
    const glued = /https?:\/\/$/i.exec(match[0]);
    const start = match.index + (glued === null ? 0 : glued.index);
    const before = token[start - 1];
    // A second address inside a link belongs to it (a wrapper's target), unless a separator stands between.
    if (starts.length === 0 || (before !== undefined && BETWEEN_LINKS.test(before))) starts.push(start);
  }
  starts.forEach((start, index) => {
    const href = withoutTrailingPunctuation(token.slice(start, starts[index + 1]));
    if (href.length > href.indexOf('://') + 3) links.push({ href, at: at + start });
  });
}

function pushWithoutScheme(token: string, at: number, links: TextLink[]): void {
  const slash = token.indexOf('/');
  let start = slash;
  while (start > 0 && /[a-z0-9.-]/i.test(token.charAt(start - 1))) start--;
  if (token[start - 1] === '@') return;
  const host = token.slice(start, slash);
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || host.length > 253 || !/^[a-z]{2,24}$/i.test(last)) return;
  if (!labels.every((label) => /^[a-z0-9-]{1,63}$/i.test(label))) return;
  links.push({ href: withoutTrailingPunctuation(token.slice(start)), at: at + start });
}

/** "(see https://x.example/a)." ends before the bracket; "https://x.example/a_(b)" keeps its own. */
function withoutTrailingPunctuation(href: string): string {
  const unclosed = new Map<string, number>();
  for (const character of href) {
    for (const [close, open] of Object.entries(BRACKETS)) {
      if (character === open) unclosed.set(close, (unclosed.get(close) ?? 0) + 1);
      if (character === close) unclosed.set(close, (unclosed.get(close) ?? 0) - 1);
    }
  }
  let end = href.length;
  for (; end > 0; end--) {
    const last = href.charAt(end - 1);
    if (AFTER_A_LINK.test(last)) continue;
    const balance = unclosed.get(last);
    if (BRACKETS[last] === undefined || balance === undefined || balance >= 0) break;
    unclosed.set(last, balance + 1);
  }
  return href.slice(0, end);
}
