/**
 * What a wrapper's address holds: the link inside, decoded once; or, where only its maker can tell, at most the host it names.
 * `says`: the whole link that it says it holds, where nobody can tell whether that is so.
 */
export type Wrapped = { link: string } | { opaque: true; host: string | null; says?: string };

/** A gateway or redirector that puts its own address around a link. One file each; index.ts names them all. */
export interface Wrapper {
  /** Stable id, as `wrappedBy` shows it. */
  id: string;
  /** Where its shape is written down. */
  source: string;
  /** Exact, or "*.suffix". The parsed host alone decides; a look-alike host is never unwrapped. */
  hosts: readonly string[];
  /** For hosts that a list cannot name (google.<country>). */
  isHost?(host: string): boolean;
  /**
   * For gateways on their owners' own hosts: a shape of address that nothing else has. Anybody can make one, so its `inner` must be
   * opaque.
   */
  isAddress?(url: URL): boolean;
  /** Null when this address wraps none. */
  inner(url: URL): Wrapped | null;
  /** Link → what it wraps. They run as tests by name. */
  examples: readonly { link: string; inner: Wrapped }[];
  counterexamples: readonly { link: string; why: string }[];
  /** Lower-case pieces of its addresses, for the reader's first look: without any of them a link is not looked at. */
  hints: readonly string[];
}

/** For wrappers that hold the link in a parameter, which may be absent. */
export function wrapping(link: string | null): Wrapped | null {
  return link === null ? null : { link };
}

/** For wrappers that do not tell the link. `named` is what they give as its host, if anything; only a real host's name counts. */
export function opaque(named: string | null): Wrapped {
  return { opaque: true, host: named === null ? null : hostName(named) };
}

/** Path, query and fragment, with an empty "?" or "#" too: for wrappers that put a link there as it is. */
export function afterHost({ href }: URL): string {
  return href.slice(href.indexOf('/', href.indexOf('//') + 2));
}

export function isWebLink(text: string): boolean {
  return /^https?:\/\/./i.test(text);
}

/** A link as it was: servers that put two slashes of a path together make "https:/x" of "https://x" (facts section 10). */
export function withBothSlashes(link: string): string {
  return link.replace(/^(https?:\/)(?!\/)/i, '$1/');
}

/** In lower case, without the root's dot, as URL() would ask for it. Null when it is no name of at least two labels. */
function hostName(named: string): string | null {
  if (named.length > 253 || /[^\p{L}\p{N}\p{M}.-]/u.test(named)) return null;
  const host = URL.parse(`https://${named}/`)?.hostname.replace(/\.$/, '') ?? '';
  const labels = host.split('.');
  const real = labels.every(
    (label) => /^[a-z0-9-]{1,63}$/.test(label) && !label.startsWith('-') && !label.endsWith('-'),
  );
  // A last label without a letter is an IP address.
  return real && labels.length > 1 && /[a-z]/.test(labels.at(-1) ?? '') ? host : null;
}
