import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from './describe-in.ts';
import { type ChromiumDriver, startChromium } from './drivers/chromium.ts';
import { until } from './until.ts';

/** The build that ships, not the one for loopback, on the address of a webmail that it knows. */

const PAGE = `<!doctype html><title>Inbox</title><div role="main"><h2>Weekly call</h2>
  <div>Join Zoom Meeting <a href="https://zoom.us/j/84512345678">https://zoom.us/j/84512345678</a></div></div>`;

describeIn('Chromium', 'dist/chromium', () => {
  let driver: ChromiumDriver;

  beforeAll(async () => {
    driver = await startChromium({ dist: resolve('dist/chromium') });
    await driver.context.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
  });
  afterAll(async () => {
    await driver?.close();
  });

  it('reads the webmail that it knows', async () => {
    const page = await driver.newPage();
    await page.goto('https://mail.google.com/mail/u/0/');
    await until('the notice', async () =>
      (await driver.closedShadowText(page)).join().includes('No passcode'),
    );
    expect((await driver.badge('https://mail.google.com/')).text).toBe('2');
  });

  it('has the id that the policy is for', () => {
    expect(driver.extensionId).toBe('hahphopkbccklacgalhobpniahnliddd');
  });

  it('is not there on any other site', async () => {
    const page = await driver.newPage();
    await page.goto('https://www.example.org/');
    // Long enough for it to have said something on the known site.
    await page.waitForTimeout(1500);
    expect(await driver.closedShadowText(page)).toEqual([]);
  });

  it('gives no file of its own to a page', async () => {
    const page = await driver.newPage();
    await page.goto('https://mail.google.com/mail/u/0/');
    for (const file of ['manifest.json', 'content/in-camera.iife.js', 'popup/index.html', 'icons/16.png']) {
      const answer: unknown = await page.evaluate(
        `fetch('chrome-extension://${driver.extensionId}/${file}').then(() => 'given', () => 'refused')`,
      );
      expect(answer, file).toBe('refused');
    }
  });
});
