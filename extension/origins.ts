/** Match patterns of hosts: "https://mail.example.gov/*", as permissions and registered scripts know a site by. */

/**
 * The pattern of a site that a policy names; null when it names none. Without its port, which Firefox's patterns cannot hold:
 * in both browsers a pattern without one stands for all ports of the host (MDN, Match patterns).
 */
export function patternOfSite(site: string): string | null {
  const host = /^https:\/\/((?:\*\.)?[a-z0-9.-]+)(?::\d{1,5})?\/?$/i.exec(site)?.[1];
  return host === undefined ? null : `https://${host.toLowerCase()}/*`;
}

/** The pattern of the site that a page belongs to; null for what cannot be asked for: the browser's own pages, files, http. */
export function patternOfPage(address: string): string | null {
  const page = URL.parse(address);
  return page?.protocol === 'https:' ? `https://${page.hostname}/*` : null;
}

/** The host of a pattern, for people: "*.example.gov". */
export function hostOfPattern(pattern: string): string {
  return /^[a-z*]+:\/\/([^/]*)\//i.exec(pattern)?.[1] ?? pattern;
}

/** Whether every https page of `inner` is one of `outer`. In a pattern "*.example.gov" holds example.gov, too. */
export function covers(outer: string, inner: string): boolean {
  if (outer === '<all_urls>') return true;
  if (!/^(?:https|\*):/.test(outer)) return false;
  const wide = hostOfPattern(outer);
  const narrow = hostOfPattern(inner);
  if (wide === '*' || wide === narrow) return true;
  const domain = narrow.startsWith('*.') ? narrow.slice(2) : narrow;
  return wide.startsWith('*.') && `.${domain}`.endsWith(wide.slice(1));
}
