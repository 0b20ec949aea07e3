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

/** Letters of the longest host (RFC 1035 section 2.3.4). */
export const LONGEST_HOST = 253;

/** Of a host as URL() gives it: four numbers, or brackets. */
export function isIpAddress(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}

const NONE: readonly never[] = [];

/** Many patterns at once: a look-up costs as much as the host has labels, however many patterns there are. */
export class HostIndex<Value> {
  readonly #exact = new Map<string, Value[]>();
  /** By the host below which all match. */
  readonly #below = new Map<string, Value[]>();
  /** The last two labels of every pattern: most hosts of a mail end otherwise, and are no further looked at. */
  readonly #endings = new Set<string>();

  constructor(entries: Iterable<readonly [pattern: string, value: Value]>) {
    for (const [pattern, value] of entries) {
      const wanted = pattern.toLowerCase();
      const below = wanted.startsWith('*.');
      const host = below ? wanted.slice(2) : wanted;
      const values = below ? this.#below : this.#exact;
      const known = values.get(host);
      if (known === undefined) values.set(host, [value]);
      else if (!known.includes(value)) known.push(value);
      this.#endings.add(ending(host));
    }
  }

  /** Values of the patterns that match the host: the exact one's first, then from the most to the least specific. */
  find(host: string): readonly Value[] {
    // Each look-up costs as much as the host is long.
    if (host.length > LONGEST_HOST || !this.#endings.has(ending(host))) return NONE;
    let found: readonly Value[] = this.#exact.get(host) ?? NONE;
    for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
      const below = this.#below.get(host.slice(dot + 1));
      if (below !== undefined) found = found.length === 0 ? below : [...found, ...below];
    }
    return found;
  }
}

/** The last two labels; of a pattern for all of a country's hosts ("*.us") the one. */
function ending(host: string): string {
  const last = host.lastIndexOf('.');
  return last <= 0 ? host : host.slice(host.lastIndexOf('.', last - 1) + 1);
}
