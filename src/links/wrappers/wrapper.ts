/** A gateway or redirector that puts its own address around a link. One file each; index.ts names them all. */
export interface Wrapper {
  /** Stable id, as `wrappedBy` shows it. */
  id: string;
  /** Where its shape is written down. */
  source: string;
  /** The host alone decides whether a link is this wrapper's; a look-alike host is never unwrapped. */
  wraps(host: string): boolean;
  /** The link inside, decoded once; null when this address wraps none. */
  inner(url: URL): string | null;
  /** Link → what it wraps. They run as tests by name. */
  examples: readonly { link: string; inner: string }[];
  counterexamples: readonly { link: string; why: string }[];
  /** Lower-case pieces of its addresses, for the reader's first look: without any of them a link is not looked at. */
  hints: readonly string[];
}
