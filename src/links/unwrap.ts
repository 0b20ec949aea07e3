import { plainHost } from './hosts.ts';
import { MAX_LINK } from './scan.ts';
import { WRAPPERS } from './wrappers/index.ts';

/** A gateway behind a gateway is normal; more than this is a trap (facts section 10, Safety). */
const MAX_DEPTH = 5;

export interface Unwrapped {
  /** Unwrapped, otherwise as written. */
  href: string;
  url: URL;
  /** Outermost first. */
  wrappedBy: readonly string[];
}

/** The http(s) link that `href` leads to without any network; null when it is no such link. Linear, bounded. */
export function unwrap(href: string): Unwrapped | null {
  const wrappedBy: string[] = [];
  let current = href.trim().slice(0, MAX_LINK);
  let url = webAddress(current);
  while (url !== null && wrappedBy.length < MAX_DEPTH) {
    const host = plainHost(url);
    const wrapper = WRAPPERS.find((candidate) => candidate.wraps(host));
    const inner = wrapper === undefined ? null : wrapper.inner(url);
    const innerUrl = inner === null ? null : webAddress(inner);
    if (wrapper === undefined || inner === null || innerUrl === null) break;
    wrappedBy.push(wrapper.id);
    current = inner;
    url = innerUrl;
  }
  return url === null ? null : { href: current, url, wrappedBy };
}

/** Parsed; a missing scheme is https. Null for other schemes, control characters and what URL() refuses. */
function webAddress(href: string): URL | null {
  if (/[\u0000-\u001f\u007f]/.test(href)) return null;
  const withScheme =
    /^[a-z][a-z0-9+.-]{0,23}:/i.test(href) && !/^[a-z0-9.-]+:\d/i.test(href) ? href : `https://${href}`;
  const url = URL.parse(withScheme);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}
