/** A marking scheme as data. One file each under schemes/; schemes/index.ts names them all. */
export interface MarkingScheme {
  id: string;
  title: string;
  authority: string;
  source: string;
  levels: readonly MarkingLevel[];
  /**
   * Words that may stand on the same line as the marking without making it running text: prefixes, handling instructions,
   * descriptors, caveats. In upper case.
   */
  companions: readonly string[];
  /** They run as tests by name; `level` null means: no marking. */
  cases: readonly MarkingCase[];
}

export interface MarkingLevel {
  id: string;
  /** 0 public … 50 top secret: a suggestion that a policy may change (facts/markings.md section 2). */
  rank: number;
  /** The official spelling first: it is what people are shown. */
  spellings: readonly Spelling[];
}

export interface Spelling {
  text: string;
  /**
   * Where it counts (facts/markings.md section 3). "anywhere": nobody writes it by accident. "capitals": common words, so only
   * in capitals. "position": a bare word, only in capitals and alone on a line, in brackets, or at the subject's start or end.
   * "position-any-case": an abbreviation, at the same places.
   */
  counts: 'anywhere' | 'capitals' | 'position' | 'position-any-case';
}

export interface MarkingCase {
  title?: string;
  body?: string;
  level: string | null;
  why: string;
}

const spelt =
  (counts: Spelling['counts']) =>
  (text: string): Spelling => ({ text, counts });
export const anywhere = spelt('anywhere');
export const inCapitals = spelt('capitals');
export const bareWord = spelt('position');
export const abbreviation = spelt('position-any-case');
