/** The extension is loaded anew, as by an update, with ten pages open: the new scripts take over, the old ones leave, the pages notice nothing. */
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from '../describe-in.ts';
import { badgeExpression } from '../drivers/chromium.ts';
import { type HandledPage, serve } from '../own-pages.ts';
import { until } from '../until.ts';
import { INVITATIONS, mailOf, pageOf, titleOf } from './invitations.ts';
import { FAULT_BROWSERS, type FaultPlace } from './place.ts';

const PAGES = 10;
/** Beside the mail something to type into, a link that the page counts, and in every other one a clock that never rests. */
const BESIDE = `<textarea></textarea><a id="link" href="#elsewhere">Elsewhere</a><p id="clock"></p>`;
const SCRIPT = `window.thrown = []; addEventListener('error', ({ message }) => thrown.push(message));
  addEventListener('unhandledrejection', ({ reason }) => thrown.push(String(reason)));
  window.pressed = 0; document.querySelector('#link').addEventListener('click', () => window.pressed++);
  if (location.pathname.match(/[13579]\\./)) setInterval(() => { document.querySelector('#clock').textContent = Date.now(); }, 100);`;

const SAMPLES = Array.from({ length: PAGES }, (_, index) => INVITATIONS[index % INVITATIONS.length]).flatMap(
  (one) => one ?? [],
);

for (const { name, run } of FAULT_BROWSERS)
  describeIn(name, `the extension loaded anew in ${name}`, () => {
    let place: FaultPlace;
    let served: { server: Server; origin: string };
    const pages: HandledPage[] = [];

    beforeAll(async () => {
      const bodies = SAMPLES.map((one, index) => [`/mail-${index}.`, pageOf(mailOf(one) + BESIDE, SCRIPT)]);
      served = await serve(Object.fromEntries(bodies));
      place = await run();
      for (const index of SAMPLES.keys()) {
        const page = await place.driver.newPage();
        await page.goto(`${served.origin}/mail-${index}.`);
        pages.push(page);
      }
      for (const page of pages) await hasOneNotice(page);
    });
    afterAll(async () => {
      await place?.driver.close();
      served?.server.close();
    });

    /** Of all our elements that stand in the page one speaks, and no other is left behind. */
    async function hasOneNotice(page: HandledPage): Promise<void> {
      let last: unknown[] = [];
      const isOne = async (): Promise<boolean> => {
        const ours = await page.evaluate(
          "[...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('in-camera-')).length",
        );
        const said = await place.driver.closedShadowText(page);
        last = [ours, said];
        return ours === 1 && said.length === 1 && said[0]?.includes('No passcode') === true;
      };
      await until('one notice', isOne).catch(() => expect(last).toEqual([1, ['one notice']]));
    }

    it('twice takes over ten open pages, which go on', async () => {
      for (const _ of [1, 2]) {
        await place.driver.reload();
        // Not by the driver's worker(): Playwright loses it for some seconds.
        let popup: HandledPage | null = null;
        await until('the extension to be there again', async () => {
          popup ??= await place.driver.openPopup(0);
          return true;
        });
        const own: HandledPage = popup ?? (await place.driver.openPopup(0));
        for (const [index, page] of pages.entries()) {
          const { badge } = SAMPLES[index] ?? {};
          const says = `(async () => (${badgeExpression(`/mail-${index}.`)}))()`;
          await until(
            `the badge of page ${index}`,
            async () => [await own.evaluate(says)].flat()[1] === badge,
          );
          await hasOneNotice(page);
        }
        await own.close();
      }
      for (const [index, page] of pages.entries()) {
        const sample = SAMPLES[index];
        await page.bringToFront();
        await page.evaluate("document.querySelector('textarea').focus()");
        await page.keyboard.type('Dear Jan');
        await page.evaluate("document.querySelector('#link').click()");
        const state = await page.evaluate(
          "[document.querySelector('textarea').value, window.pressed, location.hash, document.querySelector('h1').textContent, thrown.join()].join('|')",
        );
        expect(state).toBe(`Dear Jan|1|#elsewhere|${sample === undefined ? '' : titleOf(sample)}|`);
      }
      expect(await place.complaints()).toEqual([]);
    }, 90_000);
  });
