import { LONGEST_HOST } from './hosts.ts';

/** What can be seen of a link as it is written, without URL(), which costs a hundred times as much. */

/** "zoom.us:443/j/…" begins with a host and its port; "javascript:1" with a scheme. */
export function hasScheme(href: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]{0,23}:/i.test(href) &&
    !/^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,20}:\d{1,5}(?:[/?#]|$)/i.test(href)
  );
}

/** The host of an ordinary web address in lower case; null when only URL() can tell: another scheme, user-info, other letters. */
export function hostAsWritten(href: string): string | null {
  let start = 0;
  if (href.startsWith('https://')) start = 8;
  else if (href.startsWith('http://')) start = 7;
  else if (hasScheme(href)) {
    const web = /^https?:\/\//i.exec(href)?.[0];
    if (web === undefined) return null;
    start = web.length;
  }
  let end = start;
  while (end < href.length && isHostCode(href.charCodeAt(end))) end++;
  const next = href.charAt(end);
  if (end === start || end - start > LONGEST_HOST || !(next === '' || '/?#:'.includes(next))) return null;
  if (next === ':' && !/^:\d{0,5}(?:[/?#]|$)/.test(href.slice(end, end + 8))) return null;
  return href.slice(start, href.charAt(end - 1) === '.' ? end - 1 : end).toLowerCase();
}

/** Whether a host as written may be an IP address, in whatever notation: its last part is a number, which no domain's is. */
export function mayBeIpAddress(host: string): boolean {
  const last = host.charCodeAt(host.lastIndexOf('.') + 1);
  return last >= 48 && last <= 57;
}

/** Letters, digits, hyphen and dot. */
function isHostCode(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 46;
}
