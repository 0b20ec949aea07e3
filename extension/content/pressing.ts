import { isWriting } from '../../src/model.ts';
import * as dom from './dom.ts';
import type { Hooks } from './readers/webmail.ts';
import type { OpenSurface } from './reading/open-surface.ts';
import { looksLikeSending } from './reading/sending.ts';
import { shown } from './reading/shown.ts';
import { hasRoom, holds } from './tree.ts';

/** Which buttons of an open surface send, save or join. */

export function sends(open: OpenSurface, pressed: Element): boolean {
  if (!isWriting(open.surface)) return false;
  return (
    sendHooks(open).some((button) => holds(button, pressed)) ||
    looksLikeSending(pressed, open.element, isEvent(open))
  );
}

/** The button that sends or saves; null when none is known. */
export function sendButton(open: OpenSurface): Element | null {
  const [known] = sendHooks(open);
  if (known !== undefined) return known;
  const buttons = [...dom.querySelectorAll(open.element, 'button, [role=button], input[type=submit]')];
  return buttons.find((one) => hasRoom(one) && looksLikeSending(one, open.element, isEvent(open))) ?? null;
}

const isEvent = ({ surface }: OpenSurface): boolean => surface === 'event-write';

/** Buttons that join without being a link. */
export const joinButtons = (open: OpenSurface): Element[] => buttonsOf(open, open.element, open.hooks?.join);

/** Some toolbars stand outside of what they act on. */
function sendHooks(open: OpenSurface): Element[] {
  const within = buttonsOf(open, open.element, open.hooks?.send);
  return within.length > 0 ? within : buttonsOf(open, dom.ownerDocument(open.element), open.hooks?.send);
}

function buttonsOf(open: OpenSurface, part: ParentNode, hooks: Hooks = []): Element[] {
  return shown(part, hooks, (button) => !open.bodies.some((body) => holds(body, button)));
}
