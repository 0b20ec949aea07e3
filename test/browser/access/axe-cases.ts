import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, findFirefox } from '../../../tools/browsers.ts';
import { violations } from './axe.ts';
import { lostInForcedColours } from './forced-colours.ts';
import { serveGallery } from './gallery/serve.ts';
import { chromiumStage, firefoxStage, type Stage } from './stage.ts';
import { SURFACES } from './surfaces/index.ts';
import { ENGLISH, speak } from './words.ts';

/** Every surface in every state and theme, against WCAG 2.2 AA as far as axe-core can tell. */

const BROWSERS = [
  { name: 'Chromium', isMissing: findChromium() === null, start: chromiumStage },
  { name: 'Firefox', isMissing: findFirefox() === null, start: firefoxStage },
];

let server: Server;
let gallery: string;
beforeAll(async () => {
  ({ server, url: gallery } = await serveGallery());
});
afterAll(() => {
  server?.close();
});

for (const { name, isMissing, start } of BROWSERS) {
  if (isMissing) console.log(`Skipped: axe in ${name}, because there is none on this machine.`);

  describe.skipIf(isMissing)(`in ${name}`, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await start();
    });
    afterAll(async () => {
      await stage?.driver.close();
    });

    describe.each(SURFACES)('$name', ({ states, where }) => {
      beforeAll(async () => {
        if (where === 'own') return;
        await stage.open(gallery, 'gallery !== undefined');
        await speak(stage.page, ENGLISH);
      });

      it.each(states)('$name', async (state) => {
        await state.show(stage, ENGLISH);
        expect([...(await violations(stage)), ...(await lostInForcedColours(stage))]).toEqual([]);
      });
    });
  });
}
