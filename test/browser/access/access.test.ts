import type { Server } from 'node:http';
import { afterAll, beforeAll, describe } from 'vitest';
import { describeIn } from '../describe-in.ts';
import { serve } from '../own-pages.ts';
import { axeCases } from './axe-cases.ts';
import { boxesCases } from './boxes-cases.ts';
import { serveGallery } from './gallery/serve.ts';
import { keyboardCases, MAIL } from './keyboard-cases.ts';
import { chromiumStage, firefoxStage, type Stage } from './stage.ts';

/** Everybody can use it: issue 6, "Access". One start of a browser serves all of these. */

let servers: Server[] = [];
let places: { gallery: string; mail: string };
beforeAll(async () => {
  const [gallery, mail] = await Promise.all([serveGallery(), serve({ '/mail': MAIL })]);
  servers = [gallery.server, mail.server];
  places = { gallery: gallery.url, mail: `${mail.origin}/mail` };
});
afterAll(() => {
  for (const server of servers) server.close();
});

/** Its stage, once the tests run. */
function started<Any extends Stage>(start: () => Promise<Any>): () => Any {
  let stage: Any | undefined;
  beforeAll(async () => {
    stage = await start();
  });
  afterAll(async () => {
    await stage?.driver.close();
  });
  return () => {
    if (stage === undefined) throw new Error('The browser did not start.');
    return stage;
  };
}

const shared = (stage: () => Stage): void => {
  describe('axe finds nothing', () => axeCases(stage, () => places.gallery));
  describe('by the keyboard alone', () => keyboardCases(stage, () => places));
};

describeIn('Chromium', 'access in Chromium', () => {
  const stage = started(chromiumStage);
  shared(stage);
  describe('every text has its place', () => boxesCases(stage, () => places.gallery));
});

describeIn('Firefox', 'access in Firefox', () => shared(started(firefoxStage)));
