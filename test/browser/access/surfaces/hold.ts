import type { Review } from '../../../../src/model.ts';
import { REVIEWS } from '../reviews.ts';
import type { State, Surface } from './surface.ts';

/** The gallery must be open. */
const state = (name: string, review: Review | null): State => ({
  name,
  measured: true,
  async show({ page }) {
    await page.evaluate(`void gallery.hold(${JSON.stringify(review)})`);
  },
});

export const HOLD: Surface = {
  name: 'hold',
  states: [
    state('a reason is asked for', REVIEWS.justify),
    state('blocked', REVIEWS.block),
    state('nothing could be checked', null),
  ],
};
