import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from './describe-in.ts';
import { type ExtensionDriver, startChromium } from './drivers/chromium.ts';
import { startFirefox } from './drivers/firefox.ts';
import type { HandledPage } from './own-pages.ts';
import { until } from './until.ts';

/** The room "Where I am checked", by keyboard. Only Firefox's question for a permission can be answered by a test. */

interface Room {
  driver: Pick<ExtensionDriver<HandledPage>, 'worker' | 'close'>;
  page: HandledPage;
}

const said = ({ page }: Room): Promise<unknown> =>
  page.evaluate(`document.querySelector('[role=status]').textContent`);
const stateOf = ({ page }: Room, site: string): Promise<unknown> =>
  page.evaluate(`document.querySelector('[data-site="${site}"]')?.dataset.stateOfSite ?? ''`);
const focused = ({ page }: Room): Promise<unknown> =>
  page.evaluate(`document.activeElement?.getAttribute('role') ?? document.activeElement?.localName`);

async function entered({ page }: Room): Promise<void> {
  await until('the room', () => page.evaluate(`document.querySelector('#add-site') !== null`));
  await page.bringToFront();
}

async function type(room: Room, address: string): Promise<void> {
  await room.page.evaluate(`document.querySelector('#add-site').focus()`);
  await room.page.evaluate(`document.querySelector('#add-site').select()`);
  await room.page.keyboard.type(address);
  await room.page.keyboard.press('Enter');
}

/** The button with the focus on it, as Tab would bring it there. */
async function pressNamed(room: Room, name: string): Promise<void> {
  await until(name, () =>
    room.page.evaluate(
      `(() => { document.querySelector('[aria-label="${name}"]').focus(); return document.activeElement.ariaLabel === ${JSON.stringify(name)}; })()`,
    ),
  );
  await room.page.keyboard.press('Enter');
}

async function refuses(room: Room): Promise<void> {
  await type(room, 'http://mail.example.gov/');
  const fault = `document.querySelector('#add-site-fault').textContent`;
  await until('the reason', async () => String(await room.page.evaluate(fault)).includes('begins with http'));
  expect(await room.page.evaluate(`document.querySelector('#add-site').ariaInvalid`)).toBe('true');
  expect(await room.page.evaluate(`document.activeElement.id`)).toBe('add-site');
  await type(room, 'mail.google.com');
  await until('what is known', async () => String(await said(room)).startsWith('Already in the lists'));
}

/** What the worker stores of the policy shows at once. */
async function showsPolicySites(room: Room): Promise<void> {
  const access = { missing: [], asked: [], wanted: ['https://post.example.org/*'] };
  await room.driver.worker(
    `chrome.storage.local.set({ access: ${JSON.stringify(access)} }).then(() => null)`,
  );
  await until('the site', async () => (await stateOf(room, 'post.example.org')) === 'waiting');
}

describeIn('Chromium', 'the room “Where I am checked” in Chromium', () => {
  let room: Room | undefined;
  beforeAll(async () => {
    const driver = await startChromium({ dist: 'dist/chromium' });
    const page = await driver.newPage();
    room = { driver, page };
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`chrome-extension://${driver.extensionId}/options/index.html#where`);
  });
  afterAll(async () => {
    await room?.driver.close();
  });

  it('shows what is read, refuses what is no site, and follows', async () => {
    if (room === undefined) throw new Error('no room');
    await entered(room);
    expect(await stateOf(room, 'Gmail')).toBe('read');
    await refuses(room);
    await showsPolicySites(room);
    expect(await room.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});

describeIn('Firefox', 'the room “Where I am checked” in Firefox', () => {
  let room: Room | undefined;
  beforeAll(async () => {
    const driver = await startFirefox({
      dist: 'dist/firefox',
      preferences: { 'extensions.webextOptionalPermissionPrompts': false },
    });
    const page = await driver.newPage();
    room = { driver, page };
    await page.goto(`moz-extension://${driver.extensionId}/options/index.html#where`, { waitUntil: [] });
  });
  afterAll(async () => {
    await room?.driver.close();
  });

  it('adds and removes a site, and asks again for what was withdrawn', async () => {
    if (room === undefined) throw new Error('no room');
    const here = room;
    await entered(here);
    await refuses(here);
    await type(here, ' MAIL.example.gov:8443/owa/#inbox ');
    await until('the site', async () => (await stateOf(here, 'mail.example.gov')) === 'read');
    expect(await said(here)).toBe('Allowed: mail.example.gov. In Camera checks there from now on.');
    const granted = `browser.permissions.contains({ origins: ['https://mail.example.gov/*'] })`;
    expect(await here.driver.worker(granted)).toBe(true);

    await pressNamed(here, 'Remove: mail.example.gov');
    await until('the site to go', async () => (await stateOf(here, 'mail.example.gov')) === '');
    // The button is gone, and the reading goes on at what came of it.
    await until('the focus', async () => (await focused(here)) === 'status');
    expect(await here.driver.worker(granted)).toBe(false);

    await here.driver.worker(`browser.permissions.remove({ origins: ['https://mail.yahoo.com/*'] })`);
    await until('the withdrawal', async () => (await stateOf(here, 'Yahoo Mail')) === 'not-allowed');
    await pressNamed(here, 'Allow: Yahoo Mail');
    await until('the webmail', async () => (await stateOf(here, 'Yahoo Mail')) === 'read');
    await showsPolicySites(here);
  });
});
