/** The computer's clock is wrong for a while: nothing is lost by it, nothing thrown, and no hold is open for longer than it should be. */
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRecord } from '../../../src/record.ts';
import { describeIn } from '../describe-in.ts';
import { type HandledPage, serve } from '../own-pages.ts';
import { until } from '../until.ts';
import { INVITATIONS, mailOf, pageOf } from './invitations.ts';
import { badgeOf, FAULT_BROWSERS, type FaultPlace, openRoom, popupOf, store, stored } from './place.ts';

const DAY = 86_400_000;
const YEAR = 365 * DAY;
const POLICY = {
  policyVersion: 'held',
  validUntil: new Date(Date.now() + 100 * DAY).toISOString().slice(0, 10),
  rules: [{ rule: 'no-passcode', level: 'justify' }],
};
/** Chromium's managed storage answers seconds after the start (policy-arrived.ts). */
const SLOW_POLICY = 60_000;
const [ZOOM] = INVITATIONS;
const dayAt = (time: number): string => `log:${new Date(time).toISOString().slice(0, 10)}`;

for (const { name, run } of FAULT_BROWSERS)
  describeIn(name, `a wrong clock in ${name}`, () => {
    let place: FaultPlace;
    let served: { server: Server; origin: string };
    let page: HandledPage;
    let tabId: number;

    beforeAll(async () => {
      if (ZOOM === undefined) throw new Error('no invitation');
      const presses =
        "document.addEventListener('click', (event) => { if (event.target.closest('a')) { event.preventDefault(); window.joined = 1; } });";
      served = await serve({ '/': pageOf(mailOf(ZOOM), presses) });
      place = await run();
      await store(place, 'local', { 'last-good-policy': POLICY });
      await place.driver.stopWorker();
      page = await place.driver.newPage();
    });
    afterAll(async () => {
      await place?.driver.close();
      served?.server.close();
    });

    /** The clock of the background, until it is stopped: then it is right again. The browser's own and the page's are. */
    const setClock = (milliseconds: number): Promise<unknown> =>
      place.driver.worker(`(async () => {
        const background = ${name === 'Chromium' ? 'globalThis' : 'await browser.runtime.getBackgroundPage()'};
        const Right = background.RightDate ??= background.Date;
        background.Date = class extends Right {
          constructor(...given) { super(...(given.length === 0 ? [Right.now() + ${milliseconds}] : given)); }
          static now() { return Right.now() + ${milliseconds}; }
        };
        return null;
      })()`);
    const said = async (of: HandledPage): Promise<string> => (await place.driver.closedShadowText(of)).join();
    const local = (): Promise<Record<string, unknown>> => stored(place, 'local');

    async function openMail(): Promise<void> {
      await page.goto('about:blank');
      await page.goto(served.origin);
      tabId = await place.driver.tabId(page);
      await until('the notice', async () => (await said(page)).includes('No passcode'));
      await until('the badge', async () => (await badgeOf(place, tabId)) === '2');
    }

    async function giveReason(reason: string): Promise<void> {
      await page.bringToFront();
      await until('the dialog', async () => {
        await page.evaluate("document.querySelector('a').focus()");
        if (!(await said(page)).includes('Join anyway')) await page.keyboard.press('Enter');
        return (await said(page)).includes('Join anyway');
      });
      await place.driver.typeInNotice(page, reason);
      await place.driver.clickInNotice(page, 'Join anyway');
      await until('the pass', async () => Array.isArray((await stored(place, 'session')).passes));
      await until('the log', async () => JSON.stringify(await local()).includes(reason));
    }

    /** Whether the meeting's own page asks. */
    async function isAskedThere(): Promise<boolean> {
      const meeting = await place.newPlatformPage();
      await meeting.goto(ZOOM?.link ?? '');
      await until('the notice of the meeting', async () => (await said(meeting)).includes('No passcode'));
      await until('the end of the asking', async () => /Go back|What to do/.test(await said(meeting)));
      const asked = (await said(meeting)).includes('Go back');
      await meeting.close();
      return asked;
    }

    it('set back by a year: what was noted before stays, and a reason given then opens nothing', async () => {
      await setClock(YEAR);
      await openMail();
      await giveReason('In the future');
      const future = dayAt(Date.now() + YEAR);
      expect(await local()).toHaveProperty(future);
      await place.driver.stopWorker();

      await openMail();
      const [day] = [(await local())[future]];
      expect(String(day)).toContain('In the future');
      expect(await isAskedThere()).toBe(true);
      const room = await openRoom(place, 'history');
      await until('the entry', () => room.evaluate("document.body.textContent.includes('In the future')"));
      await room.close();
      expect(await place.complaints()).toEqual([]);
    });

    it('a reason given by the right clock opens the meeting once', async () => {
      await openMail();
      await giveReason('Today');
      expect(await isAskedThere()).toBe(false);
      expect(await isAskedThere()).toBe(true);
    });

    it(
      'set ahead by two years: the policy counts as out of date, holds all the same, and is valid again afterwards',
      async () => {
        const faults = async (): Promise<string> => {
          const note = (await local())['policy-note'];
          return JSON.stringify(isRecord(note) ? note.faults : []);
        };
        let tries = 0;
        await until(
          'that it is expired',
          async () => {
            // A background that rested meanwhile has the right clock again; any change of the settings has the policy looked at.
            await setClock(2 * YEAR);
            await store(place, 'local', { 'own-settings': { policyVersion: `${++tries}` } });
            return (await faults()).includes('expired');
          },
          SLOW_POLICY,
        );
        await openMail();
        expect((await popupOf(place, tabId)).findings).toContain('no-passcode justify');
        await place.driver.stopWorker();
        await openMail();
        await until('that it is valid again', async () => !(await faults()).includes('expired'), SLOW_POLICY);
      },
      2 * SLOW_POLICY,
    );

    it('an hour back and a day ahead: what is known of meetings and what was set aside stays', async () => {
      await openMail();
      const before = await local();
      for (const by of [-DAY / 24, DAY]) {
        await setClock(by);
        await openMail();
        await place.driver.stopWorker();
        await openMail();
        const after = await local();
        for (const key of Object.keys(before)) expect(Object.keys(after), `${key} by ${by}`).toContain(key);
        expect(meetingsIn(after)).toEqual(meetingsIn(before));
      }
      expect(await place.complaints()).toEqual([]);
    });
  });

function meetingsIn(all: Record<string, unknown>): string[] {
  const seen = all['seen-meetings'];
  return Object.keys(isRecord(seen) && isRecord(seen.meetings) ? seen.meetings : {}).sort();
}
