import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { FIRST_RUN_PAGE, FIRST_RUN_PENDING } from '../../extension/first-run/pending.ts';
import { describeIn } from './describe-in.ts';
import { type ExtensionDriver, startChromium } from './drivers/chromium.ts';
import { startFirefox } from './drivers/firefox.ts';
import { firefoxPolicy } from './drivers/policy.ts';
import type { HandledPage } from './own-pages.ts';
import { until } from './until.ts';

/** The page opens once by itself, unless the policy says no; its sample invitation is judged, by keyboard alone. */

const isDecided = (driver: Pick<ExtensionDriver<HandledPage>, 'worker'>): Promise<unknown> =>
  driver.worker(
    `chrome.storage.local.get().then((all) => 'access' in all && !(${JSON.stringify(FIRST_RUN_PENDING)} in all))`,
  );

async function trySample(page: HandledPage): Promise<void> {
  await page.bringToFront();
  await until('the page', () => page.evaluate(`document.querySelector('.sites') !== null`));
  await page.evaluate(`document.querySelector('#sample').focus()`);
  const outcome = `document.querySelector('[data-outcome]')?.dataset.outcome`;
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until('the verdict', async () => (await page.evaluate(outcome)) === 'wrong');
  expect(await page.evaluate(`document.querySelector('.entry').textContent`)).toContain('No passcode');
  await page.evaluate(`document.querySelector('#sample').focus()`);
  await page.evaluate(`document.querySelector('#sample').select()`);
  await page.keyboard.type('See you at the town hall.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until('another verdict', async () => (await page.evaluate(outcome)) === 'no-meeting');
}

describeIn('Chromium', 'the first-run page in Chromium', () => {
  it('opens once', async () => {
    const driver = await startChromium({ dist: 'dist/chromium', firstRun: true });
    try {
      const address = `chrome-extension://${driver.extensionId}/${FIRST_RUN_PAGE}`;
      const opened = () => driver.context.pages().filter((page) => page.url() === address);
      // Managed storage answers late, and later on a busy machine.
      await until('the page', () => opened().length === 1, 30_000);
      const [page] = opened();
      if (page !== undefined) await trySample(page);
      await page?.close();
      await driver.stopWorker();
      await until('the next start of the worker', () => isDecided(driver));
      expect(opened()).toHaveLength(0);
    } finally {
      await driver.close();
    }
  });
});

describeIn('Firefox', 'the first-run page in Firefox', () => {
  const home = mkdtempSync(join(tmpdir(), 'in-camera-home-'));
  afterAll(() => {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  it('stays away where the policy says so, and can be opened all the same', async () => {
    firefoxPolicy(home).write({ firstRun: false });
    const driver = await startFirefox({ dist: 'dist/firefox', home, firstRun: true });
    try {
      const address = `moz-extension://${driver.extensionId}/${FIRST_RUN_PAGE}`;
      await until('the decision', () => isDecided(driver));
      expect(await driver.tabAddresses()).not.toContain(address);
      const page = await driver.newPage();
      await page.goto(address, { waitUntil: [] });
      await trySample(page);
    } finally {
      await driver.close();
    }
  });
});
