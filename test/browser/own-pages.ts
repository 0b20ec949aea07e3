/** Pages of our own on this machine, in both browsers, under a policy that no file had to bring. */
import { createServer, type Server } from 'node:http';
import type { WebmailPage } from '../webmail/roundcube-hands.ts';
import { type ExtensionDriver, startChromium } from './drivers/chromium.ts';
import { startFirefox } from './drivers/firefox.ts';
import type { TestPage } from './verdict.ts';

interface Clip {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Playwright's and Puppeteer's pages both have these. */
export interface HandledPage extends TestPage, WebmailPage {
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  bringToFront(): Promise<unknown>;
  screenshot(options: { clip: Clip }): Promise<Uint8Array>;
}

export interface Place {
  page: HandledPage;
  driver: ExtensionDriver<TestPage>;
  tabId: number;
  notices(): Promise<string[]>;
  /** Presses a button of ours with the mouse. */
  press(button: string): Promise<void>;
  /** Types into the field of ours that has the focus. */
  type(text: string): Promise<void>;
  /** Puts a policy in force, from the next page on. */
  follow(policy: Readonly<Record<string, unknown>>): Promise<void>;
}

export const WIDTH = 1280;
export const HEIGHT = 800;

export async function placeOf<AnyPage extends HandledPage>(
  driver: ExtensionDriver<AnyPage>,
  page: AnyPage,
): Promise<Place> {
  return {
    page,
    driver,
    tabId: await driver.tabId(page),
    notices: () => driver.closedShadowText(page),
    press: (button) => driver.clickInNotice(page, button),
    type: (text) => driver.typeInNotice(page, text),
    async follow(policy) {
      // A page that asks starts the worker again.
      await page.goto('about:blank');
      await driver.worker(
        `chrome.storage.local.set({ 'last-good-policy': ${JSON.stringify(policy)} }).then(() => null)`,
      );
      await driver.stopWorker();
    },
  };
}

export const BROWSERS = [
  {
    name: 'Chromium',
    async run(): Promise<Place> {
      const driver = await startChromium({ dist: 'dist/chromium-loopback' });
      const page = await driver.newPage();
      await page.setViewportSize({ width: WIDTH, height: HEIGHT });
      return placeOf(driver, page);
    },
  },
  {
    name: 'Firefox',
    async run(): Promise<Place> {
      const driver = await startFirefox({ dist: 'dist/firefox-loopback' });
      return placeOf(driver, await driver.newPage());
    },
  },
] as const;

/** Whoever asks for this gets no answer, and its page is never loaded to the end. */
export const NEVER = '/never';

/** Serves these pages by their path. `outside`: the same ones where the extension may not be. */
export async function serve(
  pages: Readonly<Record<string, string>>,
): Promise<{ server: Server; origin: string; outside: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
    if (pathname === NEVER) return;
    const body = pages[pathname];
    response
      .writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      .end(body);
  });
  await new Promise<void>((resolved) => server.listen(0, resolved));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, origin: `http://127.0.0.1:${port}`, outside: `http://localhost:${port}` };
}
