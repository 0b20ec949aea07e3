import type { createNotice } from './notice.ts';
import type { readPage } from './reading/page.ts';

/**
 * Between the content script, which every page of a webmail carries, and the second one (meeting.iife.ts), which reads invitations and shows
 * the notice: the worker brings it once a page holds a link to a meeting. To make a script ready costs a page time, whether it is needed
 * or not (measured: 0.06 ms for each kB).
 */
export interface MeetingParts {
  createNotice: typeof createNotice;
  readPage: typeof readPage;
}

declare global {
  /** Set by the script that watches, in the extension's own world; called by the one that reads. */
  var inCameraMeets: ((parts: MeetingParts) => void) | undefined;
}
