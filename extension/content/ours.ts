import type { createHold } from './hold.ts';
import type { MeetingParts } from './meeting-parts.ts';

/** What our scripts of one page share. In the extension's own world, which the page cannot see. */
interface Ours {
  /** Looks again. Set by the script that runs there. */
  looks?: (() => void) | undefined;
  /** Set by the script that watches; called by each of the two that a meeting brings (meeting-parts.ts) with what it has. */
  meets?: (parts: Partial<MeetingParts>) => void;
  /** Set by the script that watches; called by the one that holds (holding.ts). */
  holds?: (create: typeof createHold) => void;
  /** A person is asked whether to go on: nothing of ours may come above that question. */
  isAsking?: boolean;
  /** Our elements of this page. */
  elements?: WeakSet<Node>;
}

/**
 * A symbol, not a name: under a name that nothing has yet, Chromium gives an extension's script, too, the page's element of that id (HTML
 * standard, "Named access on the Window object"; measured, Chromium 156), and a mail could stand in for us.
 */
const OURS = Symbol.for('in-camera');

export function ours(): Ours {
  const known: Ours | undefined = Reflect.get(globalThis, OURS);
  if (known !== undefined) return known;
  const made: Ours = {};
  Reflect.set(globalThis, OURS, made);
  return made;
}
