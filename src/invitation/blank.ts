import type { Invitation } from '../model.ts';

/** What a reader that knows of no calendar, no label and no people gives for them. */
export const BLANK: Omit<Invitation, 'surface' | 'title' | 'passages'> = {
  labels: [],
  sender: null,
  recipients: [],
  events: [],
  unread: [],
};
