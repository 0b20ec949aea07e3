import type { Invitation } from '../../../src/model.ts';

/** What a reader may ask. */
export interface Looking {
  page: Document;
  /** A text or link without a match cannot lead to a meeting. */
  hint: RegExp;
  /** Those of the links that join a meeting; the worker decides. */
  whichJoin(links: readonly string[]): Promise<ReadonlySet<string>>;
}

/**
 * Reads the invitations that are open in one document. A reader of one webmail only refines: it knows where that webmail keeps
 * title and text. When its hooks are gone it returns null, and the generic reader takes over. Long work goes through inSlices.
 */
export interface Reader {
  id: string;
  /** Day of the last proof against the real webmail. */
  proven: string;
  /** By what the page is, not by its address: self-hosted webmail is anywhere. */
  matches(page: Document): boolean;
  /** Null is a miss. */
  read(looking: Looking): Promise<Invitation[] | null>;
}
