import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page as ChromiumPage } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRecord } from '../../src/record.ts';
import { describeIn } from './describe-in.ts';
import { type ChromiumDriver, startChromium } from './drivers/chromium.ts';
import { type FirefoxDriver, startFirefox } from './drivers/firefox.ts';
import { CHROMIUM_ID, chromiumPolicy, GECKO_ID, type ManagedPolicy } from './drivers/policy.ts';
import { until } from './until.ts';

/**
 * Webmail beyond the manifest's, permissions that are withdrawn, pages that keep us out, and an extension that is loaded anew while a mail is
 * open. A test can answer Firefox's question for a permission with a preference. Chromium's it cannot answer; but Chromium leaves the extension
 * what an earlier version had in its manifest, so there an earlier version brings the permission along.
 */

const WEBMAIL = 'https://webmail.example.gov/mail/1';
const PATTERN = 'https://webmail.example.gov/*';
const MAIL = `<!doctype html><title>Inbox</title><div role="main"><h2>Weekly call</h2>
  <div>Join Zoom Meeting <a href="https://zoom.us/j/84512345678">https://zoom.us/j/84512345678</a></div></div>`;
const FOUND = 'No passcode';

const count = (texts: readonly string[]): number => texts.filter((one) => one.includes(FOUND)).length;

/** Where the extension's APIs can be asked: its worker, or one of its pages. */
interface Asks {
  worker(expression: string): Promise<unknown>;
}

const badgeText = (driver: Asks, tabId: number | null): Promise<unknown> =>
  driver.worker(`chrome.action.getBadgeText(${tabId === null ? '{}' : `{ tabId: ${tabId} }`})`);
const registered = (driver: Asks): Promise<unknown> =>
  driver.worker('(await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id)');

describeIn('Firefox', 'sites in Firefox', () => {
  let driver: FirefoxDriver;

  const start = (preferences: Record<string, string | boolean> = {}): Promise<FirefoxDriver> =>
    startFirefox({
      dist: resolve('dist/firefox'),
      preferences: { 'extensions.webextOptionalPermissionPrompts': false, ...preferences },
    });

  async function openMail(url: string): Promise<FirefoxPage> {
    const page = await driver.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => void request.respond({ contentType: 'text/html', body: MAIL }));
    await page.goto(url);
    return page;
  }

  /** What pressing the extension's button in the toolbar lends it: the tab that is in front. */
  async function lendTab(page: FirefoxPage): Promise<number> {
    await page.bringToFront();
    const before = await driver.worker('(await browser.tabs.query({ active: true })).map(({ id }) => id)');
    const about = await driver.newPage();
    await about.goto('about:config', { waitUntil: [] });
    const host = JSON.stringify(new URL(page.url()).host);
    await until('the tab to be lent', () =>
      about.evaluate(`(() => {
        const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
        const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.includes(${host}));
        WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension.tabManager.addActiveTabPermission(tab);
        return true;
      })()`),
    );
    await about.close();
    return Array.isArray(before) ? Number(before[0]) : Number.NaN;
  }

  const words = (page: FirefoxPage): Promise<unknown> => page.evaluate('document.body.textContent');

  describe('with the permissions of an installation', () => {
    beforeAll(async () => {
      driver = await start();
    });
    afterAll(async () => {
      await driver?.close();
    });

    it('reads a site that the person adds, at once and from then on, until it is taken away', async () => {
      const page = await openMail(WEBMAIL);
      const tabId = await lendTab(page);
      const popup = await driver.openPopup(tabId);
      const button = '[data-offer="here"] button';
      await until('the offer', async () => (await popup.$(button)) !== null);
      expect(await words(popup)).toContain('Always check webmail.example.gov');
      expect(await popup.evaluate('document.body.dataset.state')).toBe('not-reading');
      await popup.bringToFront();
      await popup.click(button);
      await until(
        'the notice in the open page',
        async () => count(await driver.closedShadowText(page)) === 1,
      );
      expect(await registered(driver)).toEqual([`site:${PATTERN}`]);
      await until('the popup to follow', async () => (await popup.$(button)) === null);
      expect(await popup.evaluate('document.body.dataset.state')).toBe('wrong');

      await page.reload();
      await until('the notice after a reload', async () => count(await driver.closedShadowText(page)) === 1);

      await driver.worker(`browser.permissions.remove({ origins: [${JSON.stringify(PATTERN)}] })`);
      await until(
        'the popup to say so',
        async () => (await popup.evaluate('document.body.dataset.state')) === 'not-reading',
      );
      await until('the notice to go', () =>
        page.evaluate(
          `![...document.querySelectorAll('*')].some((one) => one.localName.startsWith('in-camera'))`,
        ),
      );
      expect(await registered(driver)).toEqual([]);
      expect(await badgeText(driver, tabId)).toBe('');
    });

    it('says which webmail it may not read any more, and asks for it again', async () => {
      await driver.worker(`browser.permissions.remove({ origins: ['https://mail.yahoo.com/*'] })`);
      await until('the mark on the button', async () => (await badgeText(driver, null)) === '?');
      const popup = await driver.openPopup(0);
      const button = '[data-offer="missing"] button';
      await until('the offer', async () => (await popup.$(button)) !== null);
      expect(await words(popup)).toContain('mail.yahoo.com');
      expect(await words(popup)).not.toContain('mail.google.com');
      const page = await openMail('https://mail.yahoo.com/d/folders/1');
      await popup.bringToFront();
      await popup.click(button);
      await until('the notice', async () => count(await driver.closedShadowText(page)) === 1);
      await until('the mark to go', async () => (await badgeText(driver, null)) === '');
    });
  });

  it('says so when none of its hosts was granted', async () => {
    driver = await start({ 'extensions.originControls.grantByDefault': false });
    try {
      await until('the mark on the button', async () => (await badgeText(driver, null)) === '?');
      const popup = await driver.openPopup(0);
      await until('the offer', async () => (await popup.$('[data-offer="missing"]')) !== null);
      expect(await words(popup)).toMatch(/mail\.google\.com.* and \d+ more/);
    } finally {
      await driver.close();
    }
  });

  it('says so on a known page that the browser keeps it out of', async () => {
    driver = await start({ 'extensions.webextensions.restrictedDomains': 'mail.google.com' });
    try {
      const page = await openMail('https://mail.google.com/mail/u/0/');
      await until('the badge', async () => (await driver.badge('mail.google.com')).text === '?');
      const popup = await driver.openPopup(await driver.tabId(page));
      await until('the popup', async () =>
        String(await words(popup)).includes('keeps In Camera out of this page'),
      );
    } finally {
      await driver.close();
    }
  });
});

describeIn('Chromium', 'sites in Chromium', () => {
  let driver: ChromiumDriver;
  let policy: ManagedPolicy;
  let dist: string;

  const manifestOf = (folder: string): Record<string, unknown> => {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    return isRecord(manifest) ? manifest : {};
  };
  const shipped = manifestOf('dist/chromium');
  const hosts = Array.isArray(shipped['host_permissions']) ? shipped['host_permissions'] : [];

  beforeAll(async () => {
    policy = chromiumPolicy();
    dist = mkdtempSync(join(tmpdir(), 'in-camera-dist-'));
    cpSync('dist/chromium', dist, { recursive: true });
    const earlier = { ...shipped, host_permissions: [...hosts, PATTERN] };
    writeFileSync(join(dist, 'manifest.json'), JSON.stringify(earlier));
    driver = await startChromium({ dist });
    await driver.context.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: MAIL }));
  });
  afterAll(async () => {
    await driver?.close();
    policy?.restore();
    rmSync(dist, { recursive: true, force: true });
  });

  async function openMail(url: string): Promise<ChromiumPage> {
    const page = await driver.newPage();
    await page.goto(url);
    return page;
  }

  /** What people do on chrome://extensions. */
  async function settings(call: string): Promise<void> {
    const page = await driver.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      `new Promise((done) => chrome.developerPrivate.${call.replace(/\)$/, ', () => done(null))')})`,
    );
    await page.close();
  }

  /** After the extension was loaded anew. */
  async function popupAgain(): Promise<ChromiumPage> {
    const pages: ChromiumPage[] = [];
    await until('the extension to be there again', async () => pages.push(await driver.openPopup(0)) > 0);
    const [popup] = pages;
    if (popup === undefined) throw new Error('no popup');
    return popup;
  }

  const noticed = (page: ChromiumPage): Promise<void> =>
    until('one notice', async () => count(await driver.closedShadowText(page)) === 1);

  it('takes over an open mail when it is loaded anew, with one notice, and offers the policy’s site', async () => {
    const page = await openMail('https://mail.google.com/mail/u/0/');
    await noticed(page);
    writeFileSync(join(dist, 'manifest.json'), JSON.stringify(shipped));
    await page.evaluate(`window.stays = true`);
    // Otherwise Chromium switches off what it loads anew from a folder.
    await settings(`updateProfileConfiguration({ inDeveloperMode: true })`);
    await settings(`reload('${CHROMIUM_ID}', { failQuietly: true })`);
    // Not through the worker: Playwright loses it for some seconds.
    const popup = await popupAgain();
    const own: Asks = { worker: (expression) => popup.evaluate(`(async () => (${expression}))()`) };
    const tabs = '(await chrome.tabs.query({ url: "https://mail.google.com/*" })).map(({ id }) => id)';
    await until('the new script’s badge', async () => {
      const [tabId] = [await own.worker(tabs)].flat();
      return (await badgeText(own, Number(tabId))) === '2';
    });
    await noticed(page);
    expect(await page.evaluate('window.stays')).toBe(true);

    // The new version keeps what the old one was granted, as a site that the person has added.
    await until('the site to be registered', async () => String(await registered(own)) === `site:${PATTERN}`);
    const webmail = await openMail(WEBMAIL);
    await noticed(webmail);
    await own.worker(`chrome.permissions.remove({ origins: [${JSON.stringify(PATTERN)}] })`);
    await until('the notice to go', async () => (await driver.closedShadowText(webmail)).length === 0);
    await until('the site to be forgotten', async () => String(await registered(own)) === '');

    policy.write({ sites: ['https://webmail.example.gov'], expectedKeys: ['sites'] });
    await until('the mark on the button', async () => (await badgeText(own, null)) === '?');
    const offer = popup.locator('[data-offer="policy"]');
    await offer.getByText('Your organisation wants In Camera to read webmail.example.gov').waitFor();
    await offer.getByRole('button', { name: 'Allow' }).waitFor();
    // An empty policy would change nothing.
    policy.write({ policyVersion: 'without sites' });
    await until('the mark to go', async () => (await badgeText(own, null)) === '');
  });

  it('says which webmail it may not read any more', async () => {
    await settings(
      `updateExtensionConfiguration({ extensionId: '${CHROMIUM_ID}', hostAccess: 'ON_SPECIFIC_SITES' })`,
    );
    await until('the mark on the button', async () => (await badgeText(driver, null)) === '?');
    const popup = await driver.openPopup(0);
    await popup.locator('[data-offer="missing"]', { hasText: 'mail.google.com' }).waitFor();
    await settings(`addHostPermission('${CHROMIUM_ID}', 'https://mail.google.com/*')`);
    await until(
      'one to be named no more',
      async () => !(await popup.locator('[data-offer="missing"]').textContent())?.includes('mail.google.com'),
    );
    await settings(
      `updateExtensionConfiguration({ extensionId: '${CHROMIUM_ID}', hostAccess: 'ON_ALL_SITES' })`,
    );
    await until('the mark to go', async () => (await badgeText(driver, null)) === '');
  });

  it('says so on a page that an administrator keeps it out of, though it cannot see which', async () => {
    const banned = { [CHROMIUM_ID]: { runtime_blocked_hosts: ['*://mail.google.com'] } };
    policy.writeText(JSON.stringify({ ExtensionSettings: banned }));
    const page = await driver.newPage();
    await until('the ban', async () => {
      await page.goto('https://mail.google.com/mail/u/0/');
      await page.bringToFront();
      const tabs = await driver.worker(
        '(await chrome.tabs.query({ active: true })).map(({ url }) => url ?? "")',
      );
      return Array.isArray(tabs) && tabs.every((url) => url === '');
    });
    await page.goto('https://mail.google.com/mail/u/0/#inbox');
    await page.reload();
    const [tabId] = [
      await driver.worker('(await chrome.tabs.query({ active: true })).map(({ id }) => id)'),
    ].flat();
    await until('the badge', async () => (await badgeText(driver, Number(tabId))) === '?');
    const popup = await driver.openPopup(Number(tabId));
    await popup.getByText('keeps In Camera out of this page').waitFor();
    // The browser says yes all the same.
    expect(
      await driver.worker(`chrome.permissions.contains({ origins: ['https://mail.google.com/*'] })`),
    ).toBe(true);

    await page.bringToFront();
    await page.goto('https://www.example.org/');
    await until('the badge to go with the page', async () => (await badgeText(driver, Number(tabId))) === '');
  });
});
