/** Hosts are compared label by label, never as substrings: "zoom.us.example.com" is not zoom.us. */

/** A host as it was asked for, without the root's dot: "Zoom.US." and "zoom.us" are one host. */
export function plainHost(url: URL): string {
  return url.hostname.toLowerCase().replace(/\.$/, '');
}

/** `pattern` is a host ("zoom.us") or all hosts below one ("*.zoom.us", which zoom.us itself is not). */
export function hostMatches(host: string, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  return wanted.startsWith('*.')
    ? host.endsWith(wanted.slice(1)) && host.length > wanted.length - 1
    : host === wanted;
}

export function hostIsIn(host: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => hostMatches(host, pattern));
}
