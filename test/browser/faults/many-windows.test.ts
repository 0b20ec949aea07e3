/** Two windows with the same invitation, a private one, and fifty tabs: each has its own badge and popup, and leaves nothing behind. */
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRecord } from '../../../src/record.ts';
import { describeIn } from '../describe-in.ts';
import { serve } from '../own-pages.ts';
import { until } from '../until.ts';
import { INVITATIONS, mailOf, pageOf, type SampleInvitation, titleOf } from './invitations.ts';
import { badgeOf, FAULT_BROWSERS, type FaultPlace, popupOf, stored } from './place.ts';

const TABS = 50;
/** Each has a title of its own; the badges differ, too. */
const SAMPLES: readonly SampleInvitation[] = Array.from({ length: TABS }, (_, index) => {
  const one = INVITATIONS[index % INVITATIONS.length];
  return one === undefined ? [] : [{ ...one, id: `number ${index}, ${one.id}` }];
}).flat();

for (const { name, run } of FAULT_BROWSERS)
  describeIn(name, `many windows of ${name}`, () => {
    let place: FaultPlace;
    let served: { server: Server; origin: string };
    beforeAll(async () => {
      served = await serve(
        Object.fromEntries(SAMPLES.map((one, index) => [`/${index}`, pageOf(mailOf(one))])),
      );
      place = await run();
    });
    afterAll(async () => {
      await place?.driver.close();
      served?.server.close();
    });

    const numbers = async (expression: string): Promise<number[]> => {
      const found: unknown = JSON.parse(
        String(await place.driver.worker(`${expression}.then((found) => JSON.stringify(found))`)),
      );
      return Array.isArray(found) ? found.map(Number) : [];
    };
    /** The tab of a new window. */
    const openWindow = async (path: string, isPrivate = false): Promise<number> => {
      const url = JSON.stringify(served.origin + path);
      const [id = Number.NaN] = await numbers(
        `chrome.windows.create({ url: ${url}, incognito: ${isPrivate} }).then(({ tabs }) => tabs.map(({ id }) => id))`,
      );
      return id;
    };
    const remove = (ids: readonly number[]): Promise<unknown> =>
      place.driver.worker(`chrome.tabs.remove(${JSON.stringify(ids)}).then(() => null)`);
    const reports = async (): Promise<string[]> =>
      Object.keys(await stored(place, 'session')).filter((key) => key.startsWith('report:'));
    const hasBadge = (id: number, badge: string): Promise<void> =>
      until(`the badge of tab ${id}`, async () => (await badgeOf(place, id)) === badge, 30_000);

    it('two windows with the same invitation: each is told of, and closing one leaves the other', async () => {
      const [one, other] = [await openWindow('/0'), await openWindow('/0')];
      for (const id of [one, other]) {
        await hasBadge(id, '2');
        expect((await popupOf(place, id)).text).toContain('The meeting number 0');
      }
      await remove([one]);
      await until('one report', async () => (await reports()).length === 1);
      expect(await badgeOf(place, other)).toBe('2');
      expect((await popupOf(place, other)).state).toBe('wrong');
      await remove([other]);
      await until('no reports', async () => (await reports()).length === 0);
    });

    it('fifty tabs: each badge and each popup is that of its own page, and all of them closed leave nothing', async () => {
      const urls = SAMPLES.map((_, index) => `${served.origin}/${index}`);
      const ids = await numbers(
        `Promise.all(${JSON.stringify(urls)}.map((url) => chrome.tabs.create({ url, active: false }).then(({ id }) => id)))`,
      );
      expect(ids.length).toBe(TABS);
      await until('fifty reports', async () => (await reports()).length === TABS, 45_000);
      const texts = `Promise.all(${JSON.stringify(ids)}.map((tabId) => chrome.action.getBadgeText({ tabId })))`;
      const badges = SAMPLES.map(({ badge }) => badge).join();
      await until('fifty badges', async () => String(await place.driver.worker(texts)) === badges, 30_000);
      // What the popup reads of each; and of every tenth what it says.
      const all = await stored(place, 'session');
      for (const [index, id] of ids.entries()) {
        const sample = SAMPLES[index];
        if (sample === undefined) throw new Error('no sample');
        expect(JSON.stringify(all[`report:${id}:0`])).toContain(`"title":"${titleOf(sample)}"`);
        if (index % 10 === 0) expect((await popupOf(place, id)).text).toContain(titleOf(sample));
      }
      await remove(ids);
      await until('no reports', async () => (await reports()).length === 0);
      expect(await place.complaints()).toEqual([]);
    }, 120_000);

    it('fifty tabs closed while they are being read leave nothing either', async () => {
      const urls = SAMPLES.map((_, index) => `${served.origin}/${index}`);
      const ids = await numbers(
        `Promise.all(${JSON.stringify(urls)}.map((url) => chrome.tabs.create({ url, active: false }).then(({ id }) => id)))`,
      );
      await until('the first reports', async () => (await reports()).length > 5, 30_000);
      await remove(ids);
      await until('no reports', async () => (await reports()).length === 0, 30_000);
      expect(await place.complaints()).toEqual([]);
    }, 90_000);

    if (name === 'Firefox') {
      console.log(
        'Not here: a private window of Firefox, because test/browser/private-windows.test.ts has it.',
      );
      return;
    }
    it('a private window is warned and leaves nothing on the disk', async () => {
      const settings = await place.driver.newPage();
      await settings.goto('chrome://extensions');
      const before = JSON.stringify(await onDisk());
      await settings.evaluate(
        `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${JSON.stringify(place.driver.extensionId)}, incognitoAccess: true }).then(() => null)`,
      );
      // That loads the extension anew.
      await until('the extension again', async () => (await place.driver.worker('1')) === 1);
      const id = await openWindow('/3', true);
      await hasBadge(id, '2');
      expect((await popupOf(place, id)).text).toContain('The meeting number 3');
      expect(JSON.stringify(await onDisk())).toBe(before);
      await remove([id]);
      await until('no reports', async () => (await reports()).length === 0);
    });

    /** What tells of a meeting. */
    async function onDisk(): Promise<unknown[]> {
      const all = await stored(place, 'local');
      const { meetings } = isRecord(all['seen-meetings']) ? all['seen-meetings'] : {};
      return [
        Object.keys(isRecord(meetings) ? meetings : {}).sort(),
        ...Object.keys(all)
          .filter((key) => key.startsWith('log:'))
          .map((key) => all[key]),
      ];
    }
  });
