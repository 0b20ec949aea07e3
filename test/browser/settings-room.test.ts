/** “My settings”, by keyboard alone, in both browsers: without a policy, and under one that is locked. */
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRecord } from '../../src/record.ts';
import { describeIn } from './describe-in.ts';
import { BROWSERS, type HandledPage, type Place } from './own-pages.ts';
import { until } from './until.ts';

const LOCKED = {
  policyVersion: '7',
  locked: true,
  schemes: ['nl-virbi'],
  rules: [
    { rule: 'no-passcode', level: 'justify' },
    { rule: 'open-dial-in', level: 'block' },
  ],
};

const hasHands = (page: unknown): page is HandledPage => isRecord(page) && isRecord(page.keyboard);

for (const { name, run } of BROWSERS) {
  describeIn(name, `in ${name}`, () => {
    let place: Place;
    let page: HandledPage;
    const ask = (expression: string): Promise<unknown> => page.evaluate(expression);
    const enter = async (): Promise<void> => {
      await ask("location.assign('/options/index.html#settings')");
      await until('the room', () => ask("document.querySelector('.settings select') !== null"));
    };
    beforeAll(async () => {
      place = await run();
      const popup = await place.driver.openPopup(0);
      if (!hasHands(popup)) throw new Error('This page has no keyboard.');
      page = popup;
      await enter();
    });
    afterAll(() => place?.driver.close());

    const stored = (key: string): Promise<unknown> =>
      ask(`chrome.storage.local.get(['${key}']).then((found) => JSON.stringify(found['${key}'] ?? null))`);
    const own = async (): Promise<unknown> => JSON.parse(String(await stored('own-settings')));
    const ownIs = (what: unknown): Promise<void> =>
      until(`own settings ${JSON.stringify(what)}`, async () => isDeepStrictEqual(await own(), what));
    const isSaid = (what: string): Promise<void> =>
      until(`“${what}”`, () =>
        ask(`document.querySelector('[role=status].settings-said')?.textContent === '${what}'`),
      );
    /** Presses Tab until this is in focus. */
    const tabTo = async (selector: string): Promise<void> => {
      for (let count = 0; count < 90; count++) {
        if ((await ask(`document.activeElement?.matches('${selector}') === true`)) === true) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never came to ${selector}.`);
    };
    const inFocus = (): Promise<unknown> => ask('document.activeElement?.textContent?.trim() ?? ""');

    it('a level, a label, a word and all of them gone again, without a mouse', async () => {
      await tabTo('[data-rule=no-passcode] select');
      // A list that is closed changes with its first letters.
      await page.keyboard.type('Stop');
      await ownIs({ rules: [{ rule: 'no-passcode', level: 'block' }] });
      await isSaid('Saved.');
      expect(await ask("document.activeElement.matches('[data-rule=no-passcode] select')")).toBe(true);
      await tabTo('[data-scheme=corp] input');
      await page.keyboard.press(' ');
      await until('a scheme', async () => String(await stored('own-settings')).includes('"corp"'));
      await tabTo('button[data-opens=""]');
      await page.keyboard.press('Enter');
      await until('the form', () => ask("document.activeElement.matches('form textarea')"));
      await page.keyboard.type('Bureau 3');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Secret');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await until('a label', async () => String(await stored('own-settings')).includes('"rank":40'));
      await until('the focus on the button again', async () => (await inFocus()) === 'Add a label');
      await tabTo('#settings-terms');
      await page.keyboard.type('Zeepaard');
      await page.keyboard.press('Tab');
      await until('a word', async () => String(await stored('own-settings')).includes('"Zeepaard"'));
      for (const button of ['Remove all my settings', 'Yes, remove them']) {
        for (let count = 0; count < 20 && (await inFocus()) !== button; count++)
          await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await until('an answer', async () => (await inFocus()) !== button);
      }
      await ownIs(null);
      expect(await inFocus()).toBe('Remove all my settings');
      // The worker stores the policy along with what it says of the settings, and must not do so after the next test did.
      await until(
        'that the worker has it',
        async () => !String(await stored('policy-note')).includes('"ownSettings":["'),
      );
    });

    it('another language, with the focus where it was, and back', async () => {
      await ask("document.querySelector('.settings-field select').focus()");
      await page.keyboard.type('Nederlands');
      await until('Dutch', () => ask("document.querySelector('h2')?.textContent === 'Mijn instellingen'"));
      expect(await ask('document.documentElement.lang + document.activeElement.tagName')).toBe('nlSELECT');
      await page.keyboard.press('Home');
      await until('English', () => ask("document.querySelector('h2')?.textContent === 'My settings'"));
    });

    it('under a lock only what is stricter', async () => {
      await ask(
        `chrome.storage.local.set({ 'last-good-policy': ${JSON.stringify(LOCKED)} }).then(() => null)`,
      );
      await until('the lock', () => ask("document.querySelector('.settings-whose svg') !== null"));
      const choices =
        "[...document.querySelectorAll('[data-rule=no-passcode] option')].map((one) => one.text).join('; ')";
      expect(await ask(choices)).toBe('Ask for a reason (organisation); Stop me');
      expect(await ask("document.querySelectorAll('[data-scheme]').length")).toBe(1);
      expect(await ask("document.querySelectorAll('[data-scheme] input').length")).toBe(0);
      await tabTo('[data-rule=no-passcode] select');
      await page.keyboard.type('Stop');
      await ownIs({ rules: [{ rule: 'no-passcode', level: 'block' }] });
      await until('that the worker has it', async () =>
        String(await stored('policy-note')).includes('rules[no-passcode]'),
      );
    });
  });
}
