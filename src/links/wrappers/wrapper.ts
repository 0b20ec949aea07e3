/** What a wrapper's address holds: the link inside, decoded once; or, where only its maker can tell, at most the host it names. */
export type Wrapped = { link: string } | { opaque: true; host: string | null };

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
