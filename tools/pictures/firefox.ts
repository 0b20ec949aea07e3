/** A few pictures in Firefox: what it draws differently. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { startFirefox } from '../../test/browser/drivers/firefox.ts';
import { until } from '../../test/browser/until.ts';
import { outputOf } from '../build.ts';
import { english } from '../messages.ts';
import { reasonOf } from '../reason.ts';
import { ENGLISH } from './looks.ts';
import type { Picture, Places } from './picture.ts';
import { widthOf } from './png.ts';
import { POPUP, WINDOW } from './stage.ts';

const MAIL = '/mail/zoom-no-passcode';
const ROOMS = ['applies', 'check', 'where', 'settings', 'history'];
const SETTLED_MS = 300;

export async function takeInFirefox(places: Places, folder: string, failures: string[]): Promise<Picture[]> {
  const pictures: Picture[] = [];
  const driver = await startFirefox({ dist: outputOf('firefox-loopback') });
  await mkdir(join(folder, 'firefox'), { recursive: true });
  const take = async (scene: string, work: () => Promise<Page>): Promise<void> => {
    try {
      const page = await work();
      await pause(SETTLED_MS);
      const file = `firefox/${scene.replaceAll(/[^a-z0-9]+/g, '-')}.png`;
      await writeFile(join(folder, file), await page.screenshot());
      pictures.push({
        surface: 'firefox',
        scene,
        look: ENGLISH,
        file,
        width: await widthOf(join(folder, file)),
        told: '',
      });
    } catch (error) {
      failures.push(`firefox, ${scene}: ${reasonOf(error)}`);
    }
  };
  try {
    const page = await driver.newPage();
    await page.setViewport(WINDOW);
    await take('notice, line', async () => {
      await page.goto(places.webmail + MAIL);
      await until('a notice', async () => (await driver.closedShadowText(page)).length === 1);
      return page;
    });
    await take('notice, opened', async () => {
      await driver.clickInNotice(page, english('notice_toggle'));
      return page;
    });
    await take('popup, wrong', async () => {
      const popup = await driver.openPopup(await driver.tabId(page));
      await popup.setViewport(POPUP);
      await until('the popup', () => popup.evaluate(`document.body.dataset.state === 'wrong'`));
      return popup;
    });
    const own = await driver.openPopup(0);
    await own.setViewport(WINDOW);
    const address = (path: string): string => `moz-extension://${driver.extensionId}/${path}`;
    const open = async (path: string): Promise<Page> => {
      // The load event of such a page never reaches us.
      await own.goto(address(path), { waitUntil: [] });
      await until(path, () => own.evaluate(`document.querySelector('h1') !== null`));
      return own;
    };
    for (const room of ROOMS) await take(`options, ${room}`, () => open(`options/index.html#${room}`));
    await take('first run', () => open('first-run/index.html'));
  } finally {
    await driver.close();
  }
  return pictures;
}
