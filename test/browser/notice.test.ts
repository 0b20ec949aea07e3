/** The notice on a page: where it stands, how it is set aside, and in which language it speaks. */
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordsOf } from '../../extension/own-words.ts';
import german from '../../extension/public/_locales/de/messages.json' with { type: 'json' };
import { describeIn } from './describe-in.ts';
import { BROWSERS, HEIGHT, type Place, serve, WIDTH } from './own-pages.ts';
import { until } from './until.ts';

const LINK = 'https://zoom.us/j/84512345678';
const TOP = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Webmail of Examplestad</title>';
const NO_PASSCODE = 'No passcode';

/** A send button where the notice would stand first, and where it would stand next. */
const draft = (style: string): string => `${TOP}<main><form aria-label="Overleg">
  <label>To <input name="to" value="jan.devries@example.org"></label>
  <label>Subject <input name="subject" value="Overleg"></label>
  <textarea name="text" rows="3" cols="50">We meet here: ${LINK}</textarea>
  <button id="send" style="position: fixed; ${style}">Send</button></form></main>`;
/** The link that joins lies at the bottom of the window, over its whole width. */
const MAIL = `${TOP}<main><h1 id="title" style="display: inline-block">Budget of the harbour</h1><p>From: <a id="sender" href="mailto:jan@example.org">jan@example.org</a></p>
  <div><p>We meet on Thursday.</p>
  <p><a id="join" href="${LINK}" style="position: fixed; bottom: 20px; left: 0; right: 0; display: block; padding: 20px">${LINK}</a></p></div></main>`;

const PAGES: Readonly<Record<string, string>> = {
  '/mail': MAIL,
  '/draft-right': draft('right: 40px; bottom: 40px'),
  '/draft-left': draft('left: 40px; bottom: 40px'),
  '/other': `${TOP}<main><h1>Another meeting</h1><p>Join: <a href="https://zoom.us/j/84599999999">https://zoom.us/j/84599999999</a></p></main>`,
};

/** What lies on top in the middle of an element, by its id; ours have names that no page knows. */
const onTopOf = (id: string): string =>
  `(() => { const { left, top, width, height } = document.getElementById('${id}').getBoundingClientRect();
    return [0.02, 0.5, 0.98].map((part) => document.elementFromPoint(left + width * part, top + height / 2)?.id ?? '').join(); })()`;

for (const { name, run } of BROWSERS)
  describeIn(name, `the notice in ${name}`, () => {
    let place: Place;
    let server: Server;
    let origin = '';
    beforeAll(async () => {
      ({ server, origin } = await serve(PAGES));
      place = await run();
    });
    afterAll(async () => {
      await place?.driver.close();
      server?.close();
    });
    const said = async (): Promise<string> => (await place.notices()).join();
    const goTo = async (path: string): Promise<void> => {
      await place.page.goto(origin + path);
      await until(`a notice on ${path}`, async () => (await said()).includes(NO_PASSCODE));
    };
    /** A notice would have come by then: it comes within a tenth of that. */
    const staysSilent = async (path: string): Promise<void> => {
      await place.page.goto(origin + path);
      await until('the badge', async () => (await place.driver.badge(path)).text !== '');
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(await place.notices()).toEqual([]);
    };
    const ask = (expression: string): Promise<unknown> => place.page.evaluate(expression);

    it.each([
      ['/draft-right', ['send']],
      ['/draft-left', ['send']],
      ['/mail', ['join', 'title', 'sender']],
    ])('covers nothing that a person needs on %s, closed and open', async (path, ids) => {
      await goTo(path);
      for (const id of ids) expect(await ask(onTopOf(id)), id).toBe(`${id},${id},${id}`);
      await place.press('What to do');
      for (const id of ids) expect(await ask(onTopOf(id)), id).toBe(`${id},${id},${id}`);
    });

    it('moves out of the way when the window becomes narrow, and when the page is scrolled', async () => {
      if (!('setViewportSize' in place.page) && !('setViewport' in place.page))
        throw new Error('no viewport');
      await goTo('/draft-left');
      await resize(place, 400, 700);
      await until(
        'the notice beside the button',
        async () => (await ask(onTopOf('send'))) === 'send,send,send',
      );
      expect(await said()).toContain(NO_PASSCODE);
      await resize(place, WIDTH, HEIGHT);
    });

    it('is left out for "not now" until the person wants it back, and for no other meeting', async () => {
      await goTo('/mail');
      await place.press('Not now');
      await until('no notice', async () => (await place.notices()).length === 0);
      await staysSilent('/mail');
      await goTo('/other');
      await place.page.goto(`${origin}/mail`);
      await until('the badge', async () => (await place.driver.badge('/mail')).text !== '');
      const popup = await place.driver.openPopup(place.tabId);
      await until('the popup', async () =>
        String(await popup.evaluate('document.body.textContent')).includes('You left this for later.'),
      );
      await popup.evaluate(
        "[...document.querySelectorAll('button')].find((one) => one.textContent === 'Show the notice again').click()",
      );
      await place.page.bringToFront();
      await until('the notice again', async () => (await said()).includes(NO_PASSCODE));
      await popup.close();
    });

    it('is left out for good once the person knows the meeting, and that is logged', async () => {
      await goTo('/mail');
      await place.press('What to do');
      await place.press('I know this one');
      await staysSilent('/mail');
      const log = await place.driver.worker(
        "chrome.storage.local.get(null).then((all) => Object.entries(all).filter(([key]) => key.startsWith('log:')).flatMap(([, entries]) => JSON.parse(entries).map(({ how }) => how)))",
      );
      expect(log).toEqual(expect.arrayContaining(['shown', 'not-now', 'known']));
      await place.driver.worker("chrome.storage.local.remove('set-aside').then(() => null)");
    });

    it('stays small where the person made it small', async () => {
      await goTo('/mail');
      await place.press('Make this notice small');
      await until('a small notice', async () => !(await said()).includes('What to do'));
      await goTo('/mail');
      expect(await said()).not.toContain('What to do');
      await place.driver.worker("chrome.storage.local.remove('small-notices').then(() => null)");
    });

    it('cannot be known under a locked policy', async () => {
      await place.follow({ policyVersion: 'locked', locked: true });
      await goTo('/mail');
      expect(await said()).not.toContain('I know this one');
      await place.follow({ policyVersion: 'open' });
    });

    it('speaks the language that the person chose, without the page being loaded again', async () => {
      await goTo('/mail');
      const own = { language: 'de', version: '0.1.0', words: wordsOf(german) };
      await place.driver.worker(
        `chrome.storage.local.set({ 'own-words': ${JSON.stringify(own)} }).then(() => null)`,
      );
      await until('German', async () => (await said()).includes(german.finding_why.message));
      await place.driver.worker("chrome.storage.local.remove('own-words').then(() => null)");
      await until('English', async () => (await said()).includes('Not now'));
    });
  });

async function resize({ page }: Place, width: number, height: number): Promise<void> {
  if ('setViewportSize' in page && typeof page.setViewportSize === 'function')
    await page.setViewportSize({ width, height });
  else if ('setViewport' in page && typeof page.setViewport === 'function')
    await page.setViewport({ width, height });
}
