import { hasScheme } from './as-written.ts';
import { MAX_LINK } from './bounds.ts';
import { HostIndex, plainHost } from './hosts.ts';
import { withPlainPath } from './plain-path.ts';
import { WRAPPERS } from './wrappers/index.ts';
import type { Wrapper } from './wrappers/wrapper.ts';

/** A gateway behind a gateway is normal; more than this is a trap (facts section 10, Safety). */
export const MAX_DEPTH = 5;

export interface Unwrapped {
  /** Unwrapped, otherwise as written. */
  href: string;
  url: URL;
  /** Outermost first. */
  wrappedBy: readonly string[];
  /** The innermost wrapper does not tell what it wraps, at most on which host it is. */
  opaque: { host: string | null; says: string | null } | null;
}

const BY_HOST = new HostIndex(WRAPPERS.flatMap((wrapper) => wrapper.hosts.map((host) => [host, wrapper])));
const BY_ADDRESS = WRAPPERS.filter((wrapper) => wrapper.isAddress !== undefined);
const BY_TEST = WRAPPERS.filter((wrapper) => wrapper.isHost !== undefined);

export function wrapperOf(host: string): Wrapper | null {
  return BY_HOST.find(host)[0] ?? BY_TEST.find((wrapper) => wrapper.isHost?.(host) === true) ?? null;
}

function wrapperByAddress(url: URL): Wrapper | null {
  return BY_ADDRESS.find((wrapper) => wrapper.isAddress?.(url) === true) ?? null;
}

/** The link that `href` leads to without any network; null when it is no address at all. Linear, bounded. */
export function unwrap(href: string): Unwrapped | null {
  const wrappedBy: string[] = [];
  // Browsers take these out of what a link opens (URL standard, basic URL parser).
  let current = href
    .slice(0, MAX_LINK)
    .replace(/[\t\n\r]/g, '')
    .replace(/^[\u0000-\u0020]{1,100}/, '')
    .trim()
    .replace(/[\u0000-\u001f\u007f]/g, encodeURIComponent);
  let url = address(current);
  if (url === null) return null;
  while (wrappedBy.length < MAX_DEPTH && isWeb(url)) {
    const wrapper = wrapperOf(plainHost(url)) ?? wrapperByAddress(url);
    // A gateway's server reads "/u%72l" as "/url". As it is first: some put the inner link into the path.
    const inner = wrapper?.inner(url) ?? wrapper?.inner(withPlainPath(url)) ?? null;
    if (wrapper === null || inner === null) break;
    if ('opaque' in inner) {
      wrappedBy.push(wrapper.id);
      return { href: current, url, wrappedBy, opaque: { host: inner.host, says: inner.says ?? null } };
    }
    const innerUrl = address(inner.link);
    if (innerUrl === null || !isWeb(innerUrl)) break;
    wrappedBy.push(wrapper.id);
    current = inner.link;
    url = innerUrl;
  }
  // A gateway inside so many is a trap: nobody knows where it leads.
  const deeper =
    wrappedBy.length === MAX_DEPTH && isWeb(url) && wrapperOf(plainHost(url))?.inner(url) != null;
  return { href: current, url, wrappedBy, opaque: deeper ? { host: null, says: null } : null };
}

function isWeb(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}

/** Parsed; a missing scheme is https. Null for control characters and what URL() refuses. */
function address(href: string): URL | null {
  if (/[\u0000-\u001f\u007f]/.test(href)) return null;
  return URL.parse(hasScheme(href) ? href : `https://${href}`);
}
