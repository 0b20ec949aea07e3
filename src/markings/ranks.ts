/** An organisation's own labels form a scheme of this id. */
export const OWN_LABELS = 'labels';

/** A marking that a policy names as "scheme/level". */
export interface ReferencedMarking {
  rank: number;
  /** The official spelling, for people. */
  name: string;
}
