/** A marking scheme as data. One file each under schemes/; schemes/index.ts names them all. Its cases: test/markings/cases/<id>.txt. */
export interface MarkingScheme {
  id: string;
  title: string;
  authority: string;
  source: string;
  /** In force also where no policy names the schemes. False where the names are common words or differ from house to house. */
  byDefault: boolean;
  /** Lowest first within a track. */
  levels: readonly MarkingLevel[];
  /**
   * Words that may stand on the same line as the marking without making it running text: prefixes, handling instructions,
   * descriptors, caveats. In upper case. A marking inside them does not count ("AMTLICH GEHEIM GEHALTEN").
   */
  companions: readonly string[];
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
   * "position-any-case": an abbreviation in mixed case, at the same places. "portion": a portion mark, in capitals and round
   * brackets at the beginning of a line or of the subject ("(S) The first paragraph").
   */
  counts: 'anywhere' | 'capitals' | 'position' | 'position-any-case' | 'portion';
  /**
   * Counts only where the policy names the scheme: so short, or so common, that elsewhere it means other things, or a spelling
   * that is only recalled (certainty R).
   */
  onlyNamed?: true;
}

const spelt =
  (counts: Spelling['counts']) =>
  (text: string): Spelling => ({ text, counts });
export const anywhere = spelt('anywhere');
export const inCapitals = spelt('capitals');
export const bareWord = spelt('position');
export const abbreviation = spelt('position-any-case');
export const portionMark = (text: string): Spelling => ({ text, counts: 'portion', onlyNamed: true });
/** Not without a policy that names the scheme. */
export const onlyNamed = (spelling: Spelling): Spelling => ({ ...spelling, onlyNamed: true });
