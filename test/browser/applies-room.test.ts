import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from './describe-in.ts';
import { BROWSERS, type HandledPage, type Place } from './own-pages.ts';
import { until } from './until.ts';
import type { TestPage } from './verdict.ts';

/** The room “What applies to me”, by keyboard: whose rules, in sentences, following what is stored. */

const POLICY = {
  policyVersion: '7',
  locked: true,
  organisation: {
    name: 'Gemeente <b>Voorbeeldstad</b>',
    contact: 'mailto:security@example.gov',
    helpUrl: 'https://help.example.gov/',
  },
  rules: [
    { rule: 'no-passcode', level: 'block' },
    { rule: 'no-pascode', level: 'off' },
  ],
  platforms: Array.from({ length: 5000 }, (_, index) => ({
    platform: 'zoom',
    hosts: [`h${index}.zoom.us`],
    use: 'forbidden',
  })),
  otherPlatforms: { use: 'join-only' },
};

const hasKeys = (page: TestPage): page is HandledPage => 'keyboard' in page;

const all = (page: TestPage, selector: string): Promise<unknown> =>
  page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.textContent.trim())`,
  );

for (const { name, run } of BROWSERS)
  describeIn(name, `the room “What applies to me” in ${name}`, () => {
    let place: Place;
    beforeAll(async () => {
      place = await run();
    });
    afterAll(async () => {
      await place?.driver.close();
    });

    it('tells what applies, and follows a new policy', async () => {
      const { driver } = place;
      // Firefox lets its driver go to a page of ours only from one.
      const page = await driver.openPopup(0);
      if (!hasKeys(page)) throw new Error('This page has no keyboard.');
      await page.evaluate("void (location.href = '../options/index.html#applies')");
      // The popup, which is left only now, says whose rules hold, too.
      await until('the built-in advice', () =>
        page.evaluate(`document.querySelector('.applies[data-policy-source="default"]') !== null`),
      );
      expect(await all(page, '.applies-whose h3')).toEqual(['Built-in advice']);
      expect(await page.evaluate(`document.querySelectorAll('[data-section="rules"] li').length`)).toBe(24);

      await driver.worker(
        `chrome.storage.local.set({ 'last-good-policy': ${JSON.stringify(POLICY)} }).then(() => null)`,
      );
      await until('the policy', () =>
        page.evaluate(`document.querySelector('[data-policy-source="managed"]') !== null`),
      );
      expect(await all(page, '.applies-whose h3')).toEqual([
        'Rules of Gemeente <b>Voorbeeldstad</b>, version 7',
      ]);
      expect(await all(page, '[role="status"]')).toEqual(['The rules have changed. You see the new ones.']);
      expect(await all(page, '[data-fault]')).toHaveLength(1);
      expect(await all(page, '[data-section="rules"] li:first-child')).toEqual([
        'Meeting without a passcode: joining and sending are not possible. your organisation, cannot be made milder no-passcode',
      ]);
      expect(await page.evaluate(`document.querySelectorAll('[data-section="services"] li').length`)).toBe(
        40,
      );

      // By keyboard: the rest of a long list opens at its summary, and no more of it than a page can bear.
      await until('the keyboard to come to it', async () => {
        await page.keyboard.press('Tab');
        return page.evaluate(`document.activeElement.matches('[data-section="services"] summary')`);
      });
      await page.keyboard.press('Enter');
      await until('more services', () =>
        page.evaluate(`document.querySelectorAll('[data-section="services"] li').length > 40`),
      );
      expect(await page.evaluate(`document.querySelectorAll('[data-section="services"] li').length`)).toBe(
        290,
      );
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    });
  });
