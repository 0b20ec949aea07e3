// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { type Box, MARGIN, placeFor } from '../../extension/content/corner.ts';

const VIEW = { width: 1000, height: 800 };
const NOTICE = { width: 400, height: 150 };
const box = (left: number, top: number, width = 100, height = 40): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const SEND_RIGHT = box(700, 740);
const SEND_LEFT = box(20, 740);
const SENDER_RIGHT = box(800, 60);
const SENDER_LEFT = box(20, 60);

describe('placeFor', () => {
  it.each<[string, Box[], boolean, string]>([
    ['nothing to keep clear', [], false, 'bottom right 12'],
    ['right to left', [], true, 'bottom left 12'],
    ['a send button at the bottom right', [SEND_RIGHT], false, 'bottom left 12'],
    ['send buttons on both sides', [SEND_RIGHT, SEND_LEFT, box(0, 300, 1000)], false, 'top right 12'],
    [
      'those, and a sender at the right',
      [SEND_RIGHT, SEND_LEFT, SENDER_RIGHT, box(0, 300, 1000)],
      false,
      'top left 12',
    ],
    ['every corner is taken', [SEND_RIGHT, SEND_LEFT, SENDER_RIGHT, SENDER_LEFT], false, 'bottom right 72'],
    ['what was scrolled away', [box(700, 900), box(700, -90)], false, 'bottom right 12'],
    ['a long bar at the bottom', [box(0, 760, 1000)], true, 'top left 12'],
    ['the whole window is taken', [box(0, 0, 1000, 800)], false, 'bottom right 12'],
  ])('%s', (_, keepClear, rightToLeft, where) => {
    const { edge, side, offset } = placeFor(NOTICE, VIEW, keepClear, rightToLeft);
    expect(`${edge} ${side} ${offset}`).toBe(where);
  });

  it('takes the place with the most room, and says how much, where it fits nowhere', () => {
    expect(placeFor({ width: 400, height: 700 }, VIEW, [box(0, 300, 1000)], false)).toEqual({
      edge: 'bottom',
      side: 'right',
      offset: MARGIN,
      room: 800 - 340 - 2 * MARGIN,
    });
  });

  it('never lies over what is to be kept clear where it says that there is room', () => {
    for (let round = 0; round < 300; round++) {
      const keepClear = Array.from({ length: round % 7 }, (_, n) =>
        box((round * 131 + n * 397) % 950, (round * 71 + n * 283) % 760, 60 + ((round * n) % 300)),
      );
      const { edge, side, offset, room } = placeFor(NOTICE, VIEW, keepClear, round % 2 === 0);
      if (room < NOTICE.height) continue;
      const left = side === 'left' ? MARGIN : VIEW.width - MARGIN - NOTICE.width;
      const top = edge === 'top' ? offset : VIEW.height - offset - NOTICE.height;
      const covered = keepClear.filter(
        (one) =>
          one.right > left &&
          one.left < left + NOTICE.width &&
          one.bottom > top &&
          one.top < top + NOTICE.height,
      );
      expect(covered).toEqual([]);
    }
  });
});
