import { beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { lostInForcedColours } from './forced-colours.ts';
import type { Stage } from './stage.ts';
import { SURFACES } from './surfaces/index.ts';
import { ENGLISH, speak } from './words.ts';

/** Every surface in every state and theme, against WCAG 2.2 AA as far as axe-core can tell. */
export function axeCases(stage: () => Stage, gallery: () => string): void {
  describe.each(SURFACES)('$name', ({ states, where }) => {
    beforeAll(async () => {
      if (where === 'own') return;
      await stage().open(gallery(), 'gallery !== undefined');
      await speak(stage().page, ENGLISH);
    });

    it.each(states)('$name', async (state) => {
      await state.show(stage(), ENGLISH);
      expect([...(await violations(stage())), ...(await lostInForcedColours(stage()))]).toEqual([]);
    });
  });
}
