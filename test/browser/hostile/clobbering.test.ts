import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from '../describe-in.ts';
import { BROWSERS, type Place, serve } from '../own-pages.ts';
import { until } from '../until.ts';
import { INVITATION, mailPage, RIGHT, untilSaid } from './mail.ts';

/**
 * Mails whose names and ids take the place of what a script asks of the page: the controls of a form hide what the form itself is
 * (extension/content/dom.ts), named pictures what the document is, and ids answer for names that nothing has yet (content/ours.ts). No script
 * is needed for that; any webmail that leaves forms or ids in a mail has it. The pages' own scripts only write it out.
 */

const NAMES = `const namesOf = (from) => { const all = new Set();
  for (let at = from; at !== null; at = Object.getPrototypeOf(at)) for (const name of Object.getOwnPropertyNames(at)) all.add(name);
  return [...all]; };
  const make = document.createElement.bind(document); const form = document.querySelector('form'); const text = document.querySelector('[role=document]');
  const control = (name) => { const one = make('input'); one.type = 'hidden'; one.name = name; return one; };`;
const inForm = (body: string): string => mailPage(`<form>${body}</form>`);

/** What content scripts of ours are called for by name, and what they were once called for by name. */
const namesOfOurs = (): string[] => {
  const folder = 'dist/chromium-loopback/content';
  const found = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\binCamera\w+/g)].map(([name]) => name),
  );
  return [...new Set([...found, 'inCameraLooks', 'inCameraMeets', 'inCameraHolds', 'inCameraOwn'])];
};

const PAGES: Readonly<Record<string, string>> = {
  // Every name that a form has by itself.
  '/form-of-all-names': `${inForm(INVITATION)}<script>${NAMES} form.prepend(...namesOf(HTMLFormElement.prototype).map(control));</script>`,
  // Alone, each leads elsewhere than with all others: up from the form back into it, past all that is in it, to no element at all.
  '/form-that-is-its-own-parent': inForm(
    `<input name="parentElement"><input name="parentNode">${INVITATION}`,
  ),
  '/form-with-another-inside': inForm(`<output name="shadowRoot">nothing</output>${INVITATION}`),
  '/form-without-an-end': inForm(
    `${INVITATION}<fieldset name="nextSibling"></fieldset><img name="firstChild">`,
  ),
  '/form-that-is-no-element': inForm(`<input name="nodeType"><input name="localName">${INVITATION}`),
  '/form-that-cannot-be-seen': inForm(
    `<input name="checkVisibility"><input name="getBoundingClientRect">${INVITATION}`,
  ),
  '/form-around-forms': mailPage(
    `<form id="outer"></form>${INVITATION}<script>${NAMES}
      for (const name of ['parentElement', 'contains', 'closest', 'matches', 'textContent', 'isConnected'])
        { const one = make('form'); one.append(control(name)); document.querySelector('#outer').append(one); }
      document.querySelector('form form:last-child').append(document.querySelector('p'));</script>`,
  ),
  '/form-in-a-frame': mailPage(
    `<iframe width="600" height="300" srcdoc="<form><input name=parentElement><input name=ownerDocument><input name=querySelectorAll>${INVITATION.replaceAll('"', '&quot;')}</form>"></iframe>`,
  ),
  '/document-of-all-names': `${mailPage(INVITATION)}<script>${NAMES} text.append(...namesOf(Document.prototype).map((name) => { const one = make('img'); one.name = name; return one; }));</script>`,
  '/names-of-ours': mailPage(
    `${namesOfOurs()
      .map((name) => `<a id="${name}" name="${name}"></a>`)
      .join('')}${INVITATION}`,
  ),
  '/names-of-the-window': `${mailPage(INVITATION)}<script>${NAMES} text.append(...[...namesOf(window), 'browser', 'chrome'].map((name) => { const one = make('a'); one.id = name; return one; }));</script>`,
};

let server: Server;
let origin: string;
beforeAll(async () => {
  ({ server, origin } = await serve(PAGES));
});
afterAll(() => {
  server?.close();
});

for (const { name, run } of BROWSERS) {
  describeIn(name, `names in a mail that take the place of the page's own, in ${name}`, () => {
    let place: Place;
    beforeAll(async () => {
      place = await run();
    });
    afterAll(async () => {
      await place?.driver.close();
    });

    it.each(Object.keys(PAGES))('%s hides no meeting, stops no reading and freezes no page', async (path) => {
      await place.page.goto('about:blank');
      await place.page.goto(origin + path);
      await untilSaid(place, RIGHT);
      await until('the notice', async () => (await place.notices()).join().includes('No passcode'));
      expect(await place.page.evaluate('1 + 1')).toBe(2);
    });
  });
}
