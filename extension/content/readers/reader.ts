import type { Invitation } from '../../../src/model.ts';

/**
 * Reads the invitations that are open in one document. A reader of one webmail only refines: it knows where that webmail keeps
 * title and text. When its hooks are gone it returns null, and the generic reader takes over.
 */
export interface Reader {
  id: string;
  /** Day of the last proof against the real webmail. */
  proven: string;
  /** By what the page is, not by its address: self-hosted webmail is anywhere. */
  matches(page: Document): boolean;
  /** `hint`: a text without a match cannot lead to a meeting. Yields now and then; null is a miss. */
  read(page: Document, hint: RegExp): Generator<void, Invitation[] | null>;
}
