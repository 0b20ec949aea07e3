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

/** Many patterns at once: a look-up costs as much as the host has labels, however many patterns there are. */
export class HostIndex<Value> {
  readonly #values = new Map<string, Value[]>();

  constructor(entries: Iterable<readonly [pattern: string, value: Value]>) {
    for (const [pattern, value] of entries) {
      const key = pattern.toLowerCase();
      const values = this.#values.get(key);
      if (values === undefined) this.#values.set(key, [value]);
      else if (!values.includes(value)) values.push(value);
    }
  }

  /** Values of the patterns that match the host: the exact one's first, then from the most to the least specific. */
  find(host: string): readonly Value[] {
    let found: readonly Value[] = this.#values.get(host) ?? [];
    for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
      const below = this.#values.get(`*${host.slice(dot)}`);
      if (below !== undefined) found = found.length === 0 ? below : [...found, ...below];
    }
    return found;
  }
}
