import { OWN_WORDS_KEY } from '../../../../extension/own-words.ts';
import { openOwn, type Surface, UNFOLD } from './surface.ts';

export const FIRST_RUN: Surface = {
  name: 'first-run page',
  states: [
    {
      name: 'as it opens',
      measured: true,
      async show(stage, words) {
        const version = await stage.page.evaluate('chrome.runtime?.getManifest?.().version ?? null');
        const own = { language: 'en', version, words };
        await openOwn(
          stage,
          'first-run/index.html',
          { local: { [OWN_WORDS_KEY]: own } },
          `document.querySelector('h1') !== null`,
        );
        await stage.page.evaluate(`void (() => { ${UNFOLD} })()`);
      },
    },
  ],
};
