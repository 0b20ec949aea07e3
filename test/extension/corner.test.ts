// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { type Box, cornerFor, MARGIN } from '../../extension/content/corner.ts';

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

describe('cornerFor', () => {
  it.each<[string, Box[], boolean, string]>([
    ['nothing to keep clear', [], false, 'bottom right'],
    ['right to left', [], true, 'bottom left'],
    ['a send button at the bottom right', [SEND_RIGHT], false, 'bottom left'],
    ['send buttons on both sides', [SEND_RIGHT, SEND_LEFT], false, 'top right'],
    ['those, and a sender at the right', [SEND_RIGHT, SEND_LEFT, SENDER_RIGHT], false, 'top left'],
    ['what was scrolled away', [box(700, 900), box(700, -90)], false, 'bottom right'],
    ['a long bar at the bottom, right to left', [box(0, 760, 1000)], true, 'top left'],
  ])('%s', (_, keepClear, rightToLeft, where) => {
    const { block, side } = cornerFor(NOTICE, VIEW, keepClear, rightToLeft);
    expect(`${block} ${side}`).toBe(where);
  });

  it('takes the corner with the most room, and says how much, where it fits nowhere', () => {
    const keepClear = [SEND_RIGHT, SEND_LEFT, SENDER_RIGHT, SENDER_LEFT, box(0, 200, 1000, 20)];
    expect(cornerFor({ width: 400, height: 700 }, VIEW, [box(0, 300, 1000)], false)).toEqual({
      block: 'bottom',
      side: 'right',
      room: 800 - 340 - 2 * MARGIN,
    });
    const { room } = cornerFor(NOTICE, VIEW, keepClear, false);
    expect(room).toBeLessThan(NOTICE.height);
  });
});
