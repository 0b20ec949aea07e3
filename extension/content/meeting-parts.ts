import type { createNotice } from './notice.ts';
import type { keepClear } from './reading/keep-clear.ts';
import type { readPage } from './reading/page.ts';

/**
 * Between the content script, which every page of a webmail carries, and the two that the worker brings once a page holds a link to a
 * meeting: one reads invitations (meeting.iife.ts), one shows the notice (notice.iife.ts). To make a script ready costs a page time,
 * whether it is needed or not (measured: 0.06 ms for each kB).
 */
export interface MeetingParts {
  createNotice: typeof createNotice;
  readPage: typeof readPage;
  keepClear: typeof keepClear;
}
