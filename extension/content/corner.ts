/** Where the notice stands, so that it covers nothing that a person needs: the sender, the button that sends, the link that joins. */

/** In pixels of the window. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Corner {
  block: 'top' | 'bottom';
  side: 'left' | 'right';
  /** So high it may become there. */
  room: number;
}

/** From the window's edge, and from what must stay free. */
export const MARGIN = 12;

/**
 * The corner in which a notice of that size covers none of `keepClear`; of several the first, from the one where a line ends at the bottom.
 * Where it fits nowhere: the corner with the most room.
 */
export function cornerFor(
  size: { width: number; height: number },
  view: { width: number; height: number },
  keepClear: readonly Box[],
  rightToLeft: boolean,
): Corner {
  const [end, start] = rightToLeft ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const corners = (['bottom', 'top'] as const).flatMap((block) =>
    [end, start].map((side): Corner => {
      const left = side === 'left' ? MARGIN : view.width - MARGIN - size.width;
      const right = left + size.width;
      const inTheWay = keepClear.filter((box) => box.right > left && box.left < right && isInView(box, view));
      const room =
        block === 'bottom'
          ? view.height - Math.max(0, ...inTheWay.map(({ bottom }) => bottom))
          : Math.min(view.height, ...inTheWay.map(({ top }) => top));
      return { block, side, room: Math.max(0, room - 2 * MARGIN) };
    }),
  );
  const fitting = corners.find(({ room }) => room >= size.height);
  if (fitting !== undefined) return fitting;
  return corners.reduce((best, one) => (one.room > best.room ? one : best));
}

const isInView = (box: Box, view: { width: number; height: number }): boolean =>
  box.bottom > 0 && box.top < view.height && box.right > 0 && box.left < view.width && box.bottom > box.top;

/** Where an element of this page, or of a frame in it, stands in the outermost window. Null when it has no place. */
export function boxOf(element: Element): Box | null {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  let box: Box = { left, top, right, bottom };
  try {
    let frame = element.ownerDocument.defaultView?.frameElement ?? null;
    while (frame !== null) {
      const around = frame.getBoundingClientRect();
      const x = around.left + frame.clientLeft;
      const y = around.top + frame.clientTop;
      // What a frame has scrolled away stands nowhere.
      box = {
        left: Math.max(around.left, box.left + x),
        top: Math.max(around.top, box.top + y),
        right: Math.min(around.right, box.right + x),
        bottom: Math.min(around.bottom, box.bottom + y),
      };
      frame = frame.ownerDocument.defaultView?.frameElement ?? null;
    }
  } catch {
    // A frame of another origin is around us: then the notice stands in our own window.
  }
  return box.right > box.left && box.bottom > box.top ? box : null;
}
