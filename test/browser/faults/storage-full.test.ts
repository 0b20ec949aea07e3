/** No room left in the extension's storage: people are warned all the same, and nothing is said to be kept that is not. */
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from '../describe-in.ts';
import { type HandledPage, serve } from '../own-pages.ts';
import { until } from '../until.ts';
import { CLEAR, INVITATIONS, mailOf, pageOf } from './invitations.ts';
import { badgeOf, FAULT_BROWSERS, type FaultPlace, openRoom, popupOf, stored } from './place.ts';

/** What is shorter Chromium does not count (measured, 156). */
const LEAST = 64;
/** Halves what it writes until nothing more fits. */
const FILL = (area: 'local' | 'session'): string => `(async () => {
  for (let size = 8 * 1024 * 1024; size >= ${LEAST}; )
    await chrome.storage.${area}.set({ ['junk-' + crypto.randomUUID()]: 'x'.repeat(size) })
      .then(() => undefined, () => { size = Math.floor(size / 2); });
})()`;
const EMPTY = (area: 'local' | 'session'): string =>
  `chrome.storage.${area}.get(null).then((all) => chrome.storage.${area}.remove(Object.keys(all).filter((key) => key.startsWith('junk-')))).then(() => null)`;

/** Firefox sets storage.local no limit but the disk's: this is what it would say (MDN, storage.StorageArea.set). */
const REFUSE =
  "() => Promise.reject(new DOMException('QuotaExceededError: storage.local API call exceeded its quota limitations.', 'QuotaExceededError'))";
const [ZOOM, JITSI] = INVITATIONS;

for (const { name, run } of FAULT_BROWSERS)
  describeIn(name, `a full storage in ${name}`, () => {
    let place: FaultPlace;
    let served: { server: Server; origin: string };
    let page: HandledPage;
    let tabId: number;

    beforeAll(async () => {
      if (ZOOM === undefined || JITSI === undefined) throw new Error('no invitations');
      served = await serve({
        '/wrong': pageOf(mailOf(ZOOM)),
        '/other': pageOf(mailOf(JITSI)),
        '/clear': pageOf(CLEAR),
      });
      place = await run();
      page = await place.driver.newPage();
      await page.goto(`${served.origin}/clear`);
      tabId = await place.driver.tabId(page);
      await until('the badge', async () => (await badgeOf(place, tabId)) === '✓');
    });
    afterAll(async () => {
      await place?.driver.close();
      served?.server.close();
    });
    const isWarned = (): Promise<void> =>
      until('the notice', async () =>
        (await place.driver.closedShadowText(page)).join().includes('No passcode'),
      );

    it('storage.session: the page warns, badge and popup say that they cannot tell', async () => {
      await place.driver.worker(FILL('session'));
      // A tab of which a report is there already, and a new one.
      await page.goto(`${served.origin}/wrong`);
      await isWarned();
      await until('the badge', async () => (await badgeOf(place, tabId)) === '?');
      expect((await popupOf(place, tabId)).state).toBe('unchecked');
      // What that gave back.
      await place.driver.worker(FILL('session'));
      const fresh = await place.driver.newPage();
      await fresh.goto(`${served.origin}/clear?fresh`);
      const freshId = await place.driver.tabId(fresh);
      await until('the badge of a new tab', async () => (await badgeOf(place, freshId)) === '?');
      expect((await popupOf(place, freshId)).state).toBe('unchecked');
      await fresh.close();

      await place.driver.worker(EMPTY('session'));
      await page.goto(`${served.origin}/wrong`);
      await until('the badge', async () => (await badgeOf(place, tabId)) === '2');
      expect((await popupOf(place, tabId)).state).toBe('wrong');
      expect(await place.complaints()).toEqual([]);
    });

    it('storage.local: pages are checked as ever, and settings that could not be saved are said to be so', async () => {
      if (name === 'Chromium') await place.driver.worker(FILL('local'));
      else {
        console.log('Firefox sets storage.local no limit: there its set() is made to refuse.');
        await place.driver.worker(
          `browser.runtime.getBackgroundPage().then((background) => { background.browser.storage.local.set = ${REFUSE}; })`,
        );
      }
      await page.goto(`${served.origin}/other`);
      await isWarned();
      await until('the badge', async () => (await badgeOf(place, tabId)) === '2');
      expect((await popupOf(place, tabId)).state).toBe('wrong');

      const room = await openRoom(place, 'settings');
      if (name === 'Firefox') await room.evaluate(`void (browser.storage.local.set = ${REFUSE})`);
      await until('the levels', () =>
        room.evaluate("document.querySelector('[data-rule=no-passcode] select') !== null"),
      );
      await room.evaluate(`(() => { const select = document.querySelector('[data-rule=no-passcode] select');
        select.value = 'block'; select.dispatchEvent(new Event('change', { bubbles: true })); })()`);
      await until('that it failed', () =>
        room.evaluate(
          "document.querySelector('.settings-said')?.textContent === 'This could not be saved. Nothing has changed.'",
        ),
      );
      expect(await room.evaluate("document.querySelector('[data-rule=no-passcode] select').value")).toBe('');
      expect(await stored(place, 'local')).not.toHaveProperty('own-settings');
      await room.close();
      expect(await place.complaints()).toEqual([]);
    });
  });
