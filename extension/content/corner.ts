import * as dom from './dom.ts';
/** Where the notice stands, so that it covers nothing that a person needs: the sender, the button that sends, the link that joins. */

/** In pixels of the window. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

export interface Place {
  side: 'left' | 'right';
  /** From which edge of the window it is measured, and how far. */
  edge: 'top' | 'bottom';
  offset: number;
  /** So high it may become there. */
  room: number;
}

/** From the window's edge, and from what must stay free. */
export const MARGIN = 12;
/** Less than a line and a button show nothing; then something has to be covered. */
const LEAST_ROOM = 96;

/**
 * Where a notice of that size covers none of `keepClear`: of several such places the first, from the corner where a line ends at the bottom;
 * corners before the places between. Where it fits nowhere: the place with the most room.
 */
export function placeFor(size: Size, view: Size, keepClear: readonly Box[], rightToLeft: boolean): Place {
  const sides = rightToLeft ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const places = sides.flatMap((side) => placesAt(side, size.width, view, keepClear));
  places.sort((one, other) => rank(one) - rank(other));
  const fitting = places.find(({ room }) => room >= size.height);
  if (fitting !== undefined) return fitting;
  const [side] = sides;
  const usual: Place = { side, edge: 'bottom', offset: MARGIN, room: view.height - 2 * MARGIN };
  const roomiest = places.reduce((best, one) => (one.room > best.room ? one : best), { ...usual, room: 0 });
  return roomiest.room < LEAST_ROOM ? usual : roomiest;
}

/** Bottom corners, then top corners, then what is between. */
const rank = ({ edge, offset }: Place): number => (offset > MARGIN ? 2 : edge === 'bottom' ? 0 : 1);

/** The free stretches of one side of the window, from the bottom up. */
function placesAt(side: Place['side'], width: number, view: Size, keepClear: readonly Box[]): Place[] {
  const left = side === 'left' ? MARGIN : view.width - MARGIN - width;
  const inTheWay = keepClear
    .filter((box) => box.right > left && box.left < left + width && box.bottom > 0 && box.top < view.height)
    .sort((one, other) => other.bottom - one.bottom);
  const places: Place[] = [];
  let below = view.height;
  for (const { top, bottom } of [...inTheWay, { top: 0, bottom: 0 }]) {
    const room = below - bottom - 2 * MARGIN;
    const isAtTop = bottom <= 0 && below < view.height;
    if (room > 0)
      places.push(
        isAtTop
          ? { side, edge: 'top', offset: MARGIN, room }
          : { side, edge: 'bottom', offset: view.height - below + MARGIN, room },
      );
    below = Math.min(below, top);
  }
  return places;
}

const PRESSED = 'a, area, button, input, select, textarea, [role=button], [role=link]';

/**
 * Where an element of this page, or of a frame in it, stands in the outermost window. Null when it has no place. Of a heading or a line what
 * is written there: it may be as wide as the window. What can be pressed, all of it.
 */
export function boxOf(element: Element): Box | null {
  const { left, top, right, bottom } = dom.matches(element, PRESSED)
    ? dom.getBoundingClientRect(element)
    : boxOfText(element);
  let box: Box = { left, top, right, bottom };
  try {
    let frame = dom.ownerDocument(element).defaultView?.frameElement ?? null;
    while (frame !== null) {
      const around = dom.getBoundingClientRect(frame);
      const x = around.left + dom.clientLeft(frame);
      const y = around.top + dom.clientTop(frame);
      // What a frame has scrolled away stands nowhere.
      box = {
        left: Math.max(around.left, box.left + x),
        top: Math.max(around.top, box.top + y),
        right: Math.min(around.right, box.right + x),
        bottom: Math.min(around.bottom, box.bottom + y),
      };
      frame = dom.ownerDocument(frame).defaultView?.frameElement ?? null;
    }
  } catch {
    // A frame of another origin is around us: then the notice stands in our own window.
  }
  return box.right > box.left && box.bottom > box.top ? box : null;
}

function boxOfText(element: Element): DOMRect {
  const range = dom.ownerDocument(element).createRange();
  range.selectNodeContents(element);
  const box = range.getBoundingClientRect();
  // A picture alone is no text.
  return box.width > 0 ? box : dom.getBoundingClientRect(element);
}
