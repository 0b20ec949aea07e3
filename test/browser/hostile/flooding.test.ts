import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from '../describe-in.ts';
import { BROWSERS, type Place, serve } from '../own-pages.ts';
import { until } from '../until.ts';
import { adversary, CALM, type Watched, watched } from './adversary.ts';
import { INVITATION, LINK, mailPage, RIGHT, saidOf, untilSaid } from './mail.ts';

/** Pages that never rest, make up messages and events, or hold more than anybody needs. */

/** Work of the page's own, the same however busy it is otherwise. `turns`: how often it came to its turn. */
const STORM = `let count = 0; setInterval(() => { if (++count > 300) { window.isOver = true; return; }
  document.querySelector('#rest').textContent = 'Bring the notes, ' + count; document.querySelector('h1').className = 'c' + count; }, 10);`;
/** Before any invitation is there: a thousand nodes a frame, come and gone; the invitation in the midst of it. */
const DELUGE = `<div id="flood"></div><script>
  let left = 60; const flood = document.querySelector('#flood');
  const turn = () => {
    flood.replaceChildren(...Array.from({ length: 500 }, (_, index) => { const one = document.createElement('p'); one.textContent = 'https://zoom.us/j/' + left + index; one.hidden = true; return one; }));
    for (const one of flood.children) { one.className = 'x' + left; one.firstChild.data += '!'; one.setAttribute('style', 'order: ' + left); }
    if (--left > 0) requestAnimationFrame(turn); else { flood.replaceChildren(); window.isOver = true; } };
  requestAnimationFrame(turn);</script>`;
const FRAMES = 1000;
/** A few kinds of frames among a thousand: blank ones, written ones, and ones of another origin. */
const frames = (outside: string): string => `<script>
  for (let index = 0; index < ${FRAMES}; index++) { const one = document.createElement('iframe'); one.width = one.height = 4;
    if (index % 100 === 1) one.src = '${outside}/calm'; else if (index % 100 === 2) one.srcdoc = '<p>' + index; document.body.append(one); }
  window.isOver = true;</script>`;

const pages: Record<string, string> = {
  ...CALM,
  '/storm': adversary(STORM),
  '/deluge': mailPage(INVITATION) + DELUGE,
  '/mail': mailPage(INVITATION),
};
const EVENTS = [
  'in-camera-frame',
  'in-camera-newcomer',
  'in-camera',
  'input',
  'load',
  'pageshow',
  'toggle',
  'resize',
  'scrollend',
];
const MESSAGES = `['hello', 'ask-again', 'leave', 'still-there', 'gone', 'set-aside', 'decided', 'review'].map((type) => ({ type, page: 'x', reviews: [], ways: [], hints: ['x'] }))`;

let server: Server;
let origin: string;
beforeAll(async () => {
  let outside: string;
  ({ server, origin, outside } = await serve(pages));
  // The server looks a page up when it is asked for.
  pages['/frames'] = mailPage(INVITATION) + frames(outside);
});
afterAll(() => {
  server?.close();
});

for (const { name, run } of BROWSERS) {
  describeIn(name, `floods in ${name}`, () => {
    let place: Place;
    let on: Watched;
    beforeAll(async () => {
      place = await run();
      on = await watched(place, origin);
    });
    afterAll(async () => {
      await place?.driver.close();
    });

    async function load(path: string): Promise<void> {
      await place.page.goto('about:blank');
      await on.hearing.forget(place.tabId);
      await place.page.goto(origin + path);
    }

    it('reviews seldom on a page that never rests', async () => {
      await load('/storm');
      await until('the end of the storm', () => on.evaluate('window.isOver === true'), 20_000);
      const during = await on.hearing.reviews(place.tabId);
      expect(during).toBeGreaterThan(0);
      expect(during).toBeLessThan(30);
      await on.hasNotice();
      await pause(1000);
      expect(await on.hearing.reviews(place.tabId)).toBeLessThanOrEqual(during + 2);
    });

    it('finds the invitation in a deluge of changes, and holds the page up no longer than that lasts', async () => {
      await load('/deluge');
      await until('the end of the deluge', () => on.evaluate('window.isOver === true'), 30_000);
      await untilSaid(place, RIGHT);
      await on.hasNotice();
      expect(await on.hearing.reviews(place.tabId)).toBeLessThan(30);
    });

    it('is made to look again by no more events and messages of the page than by its changes', async () => {
      await load('/mail');
      await untilSaid(place, RIGHT);
      const before = await on.said();
      await on.hearing.forget(place.tabId);
      // What our own scripts say to each other, with whatever else they listen to, thousands of times.
      await on.evaluate(`(async () => {
        for (let round = 0; round < 40; round++) {
          for (const type of ${JSON.stringify(EVENTS)}) for (const target of [document, window, document.documentElement, document.querySelector('a')])
            for (let times = 0; times < 25; times++) target.dispatchEvent(times % 2 === 0 ? new Event(type, { bubbles: true }) : new CustomEvent(type, { detail: { page: 'x' } }));
          for (const message of ${MESSAGES}) { window.postMessage(message, '*'); dispatchEvent(new MessageEvent('message', { data: message })); }
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        window.isOver = true; })()`);
      // What was found before is known: it is not even asked about again.
      await pause(1000);
      expect(await on.hearing.reviews(place.tabId)).toBeLessThanOrEqual(3);
      expect(await saidOf(place)).toEqual(RIGHT);
      // What is read out comes a moment later than the rest.
      expect((await on.said()).startsWith(before)).toBe(true);
    });

    it('has no way to be spoken to by a page', async () => {
      await load('/mail');
      const reached = await on.evaluate(`(async () => {
        const found = [globalThis.chrome?.runtime, globalThis.browser?.runtime].filter((one) => one?.sendMessage !== undefined);
        const answers = await Promise.all(found.map((one) => one.sendMessage(${JSON.stringify(place.driver.extensionId)}, { type: 'hello', page: 'x' }).then((answer) => answer ?? null, () => null)));
        return JSON.stringify(answers.filter((answer) => answer !== null)); })()`);
      expect(reached).toBe('[]');
      const files = [
        'popup/index.html',
        'options/index.html',
        'content/in-camera.iife.js',
        'content/notice.iife.js',
        'manifest.json',
        'icons/16.png',
      ];
      const scheme = name === 'Chromium' ? 'chrome-extension' : 'moz-extension';
      const fetched = await on.evaluate(
        `Promise.all(${JSON.stringify(files)}.map((file) => fetch('${scheme}://${place.driver.extensionId}/' + file).then(() => file, () => null))).then((all) => all.filter((one) => one !== null).join())`,
      );
      expect(fetched).toBe('');
    });

    // The browser alone takes its time for so many.
    it(`reads the mail right among ${FRAMES} frames, and the page works on`, {
      timeout: 180_000,
    }, async () => {
      await load('/mail');
      await on.evaluate(`void (location.href = '/frames')`);
      await until('all frames', () => on.evaluate('window.isOver === true'), 100_000);
      await untilSaid(place, RIGHT, 60_000);
      // Our drivers would look through each frame; that we stand there, the page sees, too.
      await until('our element', () =>
        on.evaluate(
          `[...document.documentElement.children].some((one) => one.localName.startsWith('in-camera-'))`,
        ),
      );
      expect(await on.evaluate('document.querySelectorAll("iframe").length')).toBe(FRAMES);
      // What comes after is still seen, once all of them are there.
      await on.evaluate(
        `void document.querySelector('[role=document]').insertAdjacentHTML('beforeend', '<p><a href="${LINK.replace('845', '811')}">Another</a></p>')`,
      );
      await untilSaid(place, { ...RIGHT, meetings: 2 }, 60_000);
    });
  });
}
