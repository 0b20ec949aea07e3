/** How much of one invitation we read. */

/** UTF-16 units. An invitation is a few kB; a mail with a long history some hundred. What lies beyond is reported, not read. */
export const MAX_TEXT = 2_000_000;

/** UTF-16 units. Subjects and names of appointments are far shorter. */
export const MAX_TITLE = 4_000;

/** Exchange itself stops at a thousand; more than this is nobody's meeting. */
export const MAX_ATTENDEES = 2_000;
/** UTF-16 units: RFC 5321 allows an address 254. */
export const MAX_ADDRESS = 254;
export const MAX_NAME = 200;

/** `cut` tells that something was left out: the invitation then says 'rest-of-text' in `unread`. */
export function bounded(text: string): { text: string; cut: boolean } {
  return text.length > MAX_TEXT ? { text: text.slice(0, MAX_TEXT), cut: true } : { text, cut: false };
}
