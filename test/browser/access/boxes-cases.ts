import { beforeAll, describe, expect, it } from 'vitest';
import { misplaced } from './boxes.ts';
import type { ResizableStage } from './stage.ts';
import { SURFACES } from './surfaces/index.ts';
import { COMMON_CASE, POPUP } from './surfaces/popup.ts';
import { ENGLISH, LANGUAGES, speak } from './words.ts';

/** The popup's own (popup.css), and the most that the browsers give it. */
const POPUP_WIDTH = 440;
const POPUP_MOST_HEIGHT = 600;
/** 1280 by 1024 at 400 %, which is the narrow screen, too. */
const NARROW = [[320, 256]] as const;
/** A popup, and 1280 by 1024 at 200 % and as it is: shown to the longest language, which is the last one. */
const EVERY = [...NARROW, [POPUP_WIDTH, POPUP_MOST_HEIGHT], [640, 512], [1280, 1024]] as const;

const MISPLACED = `<!doctype html><style>* { margin: 0; font: 16px / 20px sans-serif } p { width: 100px; white-space: nowrap }
  .wide { width: 400px; display: block }</style>
  <p style="overflow: hidden; width: 40px">too long for its place</p>
  <p style="overflow: clip; height: 8px">half of it</p>
  <p style="position: relative; left: 350px; width: 55px">far off</p>
  <p>one</p><p style="margin-top: -18px">other</p>
  <div style="overflow: auto"><span class="wide">a wide table</span></div>
  <div style="overflow: auto" tabindex="0" aria-label="A table"><span class="wide">another wide table</span></div>
  <p style="height: 5px; line-height: 5px; visibility: hidden">unseen</p><p>the end</p>`;

/** No text is cut off or lies over another, in any language, on a narrow screen and at 400 % zoom (WCAG 2.2, 1.4.4 and 1.4.10). */
export function boxesCases(stage: () => ResizableStage, gallery: () => string): void {
  it('is told of what has none', async () => {
    await stage().resize(320, 256);
    await stage().page.goto(`data:text/html,${encodeURIComponent(MISPLACED)}`);
    expect((await misplaced(stage().page)).sort()).toEqual([
      'cut off: half of it',
      'cut off: too long for its place',
      'outside: far off',
      'overlaps: one | other',
      'scrolls sideways and cannot be reached: a wide table',
      'sideways: the page is 405 wide in 320',
    ]);
  });

  it('has a popup that shows the common case without scrolling, in every language', async () => {
    const common = POPUP.states.find(({ name }) => name === COMMON_CASE);
    const heights: [string, unknown][] = [];
    for (const [language, words] of LANGUAGES.filter(([name]) => !name.startsWith('pseudo'))) {
      await common?.show(stage(), words);
      await stage().resize(POPUP_WIDTH, POPUP_MOST_HEIGHT);
      await speak(stage().page, words);
      await POPUP.again?.(stage());
      heights.push([language, await stage().page.evaluate('document.documentElement.scrollHeight')]);
    }
    expect(heights).toHaveLength(10);
    expect(heights.filter(([, height]) => Number(height) > POPUP_MOST_HEIGHT)).toEqual([]);
  });

  describe.each(SURFACES)('$name', ({ states, where, again }) => {
    beforeAll(async () => {
      if (where === 'own') return;
      await stage().open(gallery(), 'gallery !== undefined');
      await speak(stage().page, ENGLISH);
    });

    it.each(states.filter(({ measured }) => measured))('$name', async (state) => {
      const found: string[] = [];
      await state.show(stage(), ENGLISH);
      for (const [language, words] of LANGUAGES) {
        await speak(stage().page, words);
        if (again === undefined) await state.show(stage(), words);
        else await again(stage());
        for (const [width, height] of words === LANGUAGES.at(-1)?.[1] ? EVERY : NARROW) {
          await stage().resize(width, height);
          found.push(...(await misplaced(stage().page)).map((one) => `${language} ${width}: ${one}`));
        }
      }
      expect(found).toEqual([]);
    });
  });
}
