/** A browser with In Camera in it, set up for one picture after the other. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { OWN_WORDS_KEY } from '../../extension/own-words.ts';
import { withExpiry } from '../../src/policy/in-force.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { type ChromiumDriver, startChromium } from '../../test/browser/drivers/chromium.ts';
import { until } from '../../test/browser/until.ts';
import { outputOf } from '../build.ts';
import { ENGLISH, type Look } from './looks.ts';
import { type Box, ownPart } from './own-part.ts';

export const WINDOW = { width: 1100, height: 820 };
/** As wide and as high as a browser lets a popup be (https://developer.chrome.com/docs/extensions/reference/api/action#popup). */
export const POPUP = { width: 440, height: 600 };
/** Around what is cut out of a page. */
const MARGIN = 12;
const PATIENCE_MS = 8000;
/** Until a press shows. */
const PRESSED_MS = 150;

export class Stage {
  private look: Look = ENGLISH;
  private policy = '';

  private constructor(
    private readonly driver: ChromiumDriver,
    /** The webmail's tab. */
    readonly page: Page,
    /** A page of the extension, for what is stored. */
    private readonly desk: Page,
    private readonly version: string,
  ) {}

  static async open(executable: string): Promise<Stage> {
    const driver = await startChromium({ dist: outputOf('chromium-loopback'), executable });
    const page = await driver.newPage();
    await page.setViewportSize(WINDOW);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const desk = await driver.openPopup(0);
    // The first look takes Chromium seconds, and a worker that is stopped meanwhile gets no answer at all.
    await desk.evaluate('chrome.storage.managed.get()');
    const version = String(await desk.evaluate('chrome.runtime.getManifest().version'));
    return new Stage(driver, page, desk, version);
  }

  close(): Promise<void> {
    return this.driver.close();
  }

  /** From the next page on. */
  async wear(look: Look): Promise<void> {
    this.look = look;
    const own = look.words === null ? null : { language: 'en', version: this.version, words: look.words };
    await this.desk.evaluate(
      own === null
        ? `chrome.storage.local.remove('${OWN_WORDS_KEY}')`
        : `chrome.storage.local.set(${JSON.stringify({ [OWN_WORDS_KEY]: own })})`,
    );
    await this.colour(this.page);
    await this.page.setViewportSize({ ...WINDOW, width: look.width ?? WINDOW.width });
  }

  private colour(page: Page): Promise<void> {
    const { colours } = this.look;
    return page.emulateMedia({
      colorScheme: colours === 'dark' ? 'dark' : 'light',
      forcedColors: colours === 'forced' ? 'active' : 'none',
    });
  }

  /** Puts a policy in force, {} for none, from the next page on. */
  async follow(policy: unknown): Promise<void> {
    const written = JSON.stringify(policy);
    if (written === this.policy) return;
    this.policy = written;
    await this.page.goto('about:blank');
    const { note } = withExpiry(parsePolicy(policy, 'managed'), new Date());
    const isNone = written === '{}';
    await this.desk.evaluate(
      isNone
        ? `chrome.storage.local.remove(['last-good-policy', 'policy-note'])`
        : `chrome.storage.local.set(${JSON.stringify({ 'last-good-policy': policy })})`,
    );
    // A page that asks starts it again.
    await this.driver.stopWorker();
    if (isNone) return;
    // The worker finds nothing delivered and says so; the pictures are of one that an administrator delivers.
    await this.driver.worker('null');
    const isNoted = `chrome.storage.local.get('policy-note').then((all) => 'policy-note' in all)`;
    await until('the policy', () => this.desk.evaluate(isNoted));
    await this.store({ 'policy-note': note });
  }

  /** Into storage.local. */
  async store(values: Readonly<Record<string, unknown>>): Promise<void> {
    await this.desk.evaluate(`chrome.storage.local.set(${JSON.stringify(values)})`);
  }

  async forget(...keys: readonly string[]): Promise<void> {
    await this.desk.evaluate(`chrome.storage.local.remove(${JSON.stringify(keys)})`);
  }

  /** Rejects when this machine's administrator sets a policy for In Camera: it is in force in place of ours. */
  async mustBeUnmanaged(): Promise<void> {
    const keys = await this.desk.evaluate(
      'chrome.storage.managed.get().then((all) => Object.keys(all).length)',
    );
    if (keys !== 0) throw new Error('This machine has a policy of its own for In Camera.');
  }

  /** Value of an expression in a page of the extension. */
  ask(expression: string): Promise<unknown> {
    return this.desk.evaluate(expression);
  }

  /** The worker does nothing else for so long; resolves when that is over. */
  async occupyWorker(milliseconds: number): Promise<void> {
    const busy = `(() => { const end = Date.now() + ${milliseconds}; while (Date.now() < end); })()`;
    await this.driver.worker(busy);
  }

  tabId(): Promise<number> {
    return this.driver.tabId(this.page);
  }

  badge(): ReturnType<ChromiumDriver['badge']> {
    return this.driver.badge(this.page.url());
  }

  /** Waits until the worker keeps something of the page's tab; answers its key in storage.session. */
  async report(): Promise<string> {
    const key = `report:${await this.tabId()}:0`;
    const isThere = `chrome.storage.session.get(null).then((all) => ${JSON.stringify(key)} in all)`;
    await until('a report', () => this.desk.evaluate(isThere), PATIENCE_MS);
    return key;
  }

  /** Waits until something of ours is shown in the page, and stands still. */
  async shown(selector: string, patience = PATIENCE_MS): Promise<Box> {
    let box: Box | null = null;
    await until(
      `${selector} in the page`,
      async () => {
        const before = JSON.stringify(box);
        box = await ownPart(this.page, selector);
        return box !== null && JSON.stringify(box) === before;
      },
      patience,
    );
    return box ?? { x: 0, y: 0, width: 0, height: 0 };
  }

  /** Presses it with the mouse until `after` is there, or no longer there. Before it is surely seen, a press does nothing. */
  async press(selector: string, after: { shows: string } | { hides: string }): Promise<void> {
    await this.page.bringToFront();
    await this.shown(selector);
    await until(
      `what follows a press on ${selector}`,
      async () => {
        const box = await ownPart(this.page, selector);
        if (box !== null) await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        await pause(PRESSED_MS);
        return 'shows' in after
          ? (await ownPart(this.page, after.shows)) !== null
          : (await ownPart(this.page, after.hides)) === null;
      },
      PATIENCE_MS,
    );
    await this.page.mouse.move(1, 1);
  }

  /** The part of the page in which that stands. */
  async cut(selector: string, path: string): Promise<void> {
    const { x, y, width, height } = await this.shown(selector);
    const size = this.page.viewportSize() ?? WINDOW;
    const left = Math.max(0, x - MARGIN);
    const top = Math.max(0, y - MARGIN);
    await this.page.screenshot({
      path,
      clip: {
        x: left,
        y: top,
        width: Math.min(size.width, x + width + MARGIN) - left,
        height: Math.min(size.height, y + height + MARGIN) - top,
      },
    });
  }

  /** A page of ours in a tab of its own, and whatever `prepare` does there first; all of it, or as much as a person sees at first. */
  async ownPage(
    address: string,
    size: { width: number; height: number },
    path: string,
    prepare: (page: Page) => Promise<unknown>,
    fullPage = true,
  ): Promise<void> {
    const page = await this.driver.newPage();
    try {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await this.colour(page);
      await page.setViewportSize({ ...size, width: this.look.width ?? size.width });
      await page.goto(`chrome-extension://${this.driver.extensionId}/${address}`);
      await page.waitForSelector('h1');
      await prepare(page);
      await page.waitForLoadState();
      await page.screenshot({ path, fullPage });
    } finally {
      await page.close();
    }
  }

  /** HTML of our own. */
  async draw(html: string, size: { width: number; height: number }, path: string): Promise<void> {
    const page = await this.driver.newPage();
    try {
      await page.setViewportSize(size);
      await page.setContent(html);
      await page.screenshot({ path });
    } finally {
      await page.close();
    }
  }

  /** All of a page on this machine's disk. */
  async photograph(url: string, width: number, path: string): Promise<void> {
    const page = await this.driver.newPage();
    try {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(url, { waitUntil: 'load' });
      await page.screenshot({ path, fullPage: true });
    } finally {
      await page.close();
    }
  }
}
