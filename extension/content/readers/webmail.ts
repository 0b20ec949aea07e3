import type { Surface } from '../../../src/model.ts';

/**
 * What one webmail is known by: selectors, the surest first, with a reason and its source in a comment on each line. A webmail only
 * refines: where its hooks are gone, the generic reading takes over and the miss is counted. So no hook may be a class name that changes
 * by account, or a translated label, if anything else can be had.
 */
export type Hooks = readonly string[];

export interface SurfaceHooks {
  surface: Surface;
  /** One element for each mail or event that is open. Of several that lie in one another, the outermost. */
  scope: Hooks;
  /** Subject or title: an element with text, or a field. In the scope; if it is not there, in the page, but never inside a body. */
  title: Hooks;
  /** Text that people wrote, also in a frame or a field. All that the first matching hook finds is read. Nothing else in here steers us. */
  body: Hooks;
  /** Fields or rows with a place, in which links stand, too. All that match are read. */
  location?: Hooks;
  /** The sensitivity label's chip. */
  label?: Hooks;
  /** Who sends a mail or calls a meeting. Addresses are taken out of attributes and text of what matches. */
  sender?: Hooks;
  /** Who is invited or written to. All that match are read. */
  people?: Hooks;
  /** Present and visible: the event recurs. */
  recurring?: Hooks;
  /** Present and visible (or checked, or chosen): who may see the event. */
  private?: Hooks;
  public?: Hooks;
  /** Present and visible: the webmail shows only the beginning of the text. */
  clipped?: Hooks;
  /** Rows of attachments; one that names an .ics is a calendar that the page does not show. */
  attachments?: Hooks;
  /** Buttons that send or save. */
  send?: Hooks;
  /** Buttons that join without being a link. */
  join?: Hooks;
}

export interface Webmail {
  /** "gmail", "google-calendar" … */
  id: string;
  /** Day on which the hooks were last proven, and against what. */
  proven: { day: string; against: 'the real webmail' | 'a fixture' };
  /** Host names it is known by. Empty for self-hosted webmail, which is known by `signs`. */
  hosts: readonly string[];
  /**
   * Selectors of which one must match on any other host. They look where no mail's text can be: in the head, or at html and body
   * themselves. Hooks of the app's own frame may stand here too; they count only outside of every mail's text.
   */
  signs: Hooks;
  surfaces: readonly SurfaceHooks[];
}
