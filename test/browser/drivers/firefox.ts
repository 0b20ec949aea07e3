/** Drives Firefox with the extension in it, over WebDriver BiDi. Tricks: facts/toolchain.md, "Firefox". */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../tools/browsers.ts';
import { CALL_OFF_FIRST_RUN } from '../../../tools/first-run.ts';
import { type Point, press } from '../press.ts';
import { needsTurn } from '../turn.ts';
import { until } from '../until.ts';
import {
  badgeExpression,
  builtExtension,
  type ExtensionDriver,
  tabsExpression,
  tabsInFrontExpression,
  toBadge,
} from './chromium.ts';
import { GECKO_ID } from './policy.ts';
import { layOutProfile } from './used-profile.ts';

export interface FirefoxDriver extends ExtensionDriver<Page> {
  readonly browser: Browser;
  /** Where Firefox looks for its managed storage when it starts: firefoxPolicy(home) of policy.ts writes it. */
  readonly home: string;
}

export interface FirefoxOptions {
  /** Folder of the built extension. */
  dist: string;
  /** Path of the browser; otherwise findFirefox() of tools/browsers.ts says. */
  executable?: string;
  /** Such as `nl`. English when left out. */
  language?: string;
  /**
   * A folder for HOME and profile that the caller removes: what the extension stored outlives the browser, and a policy
   * can lie there before the start. Otherwise both are fresh, and removed in the end.
   */
  home?: string;
  /** All windows are private, and the extension is allowed there. */
  private?: boolean;
  /** Leaves the first-run page to come. Otherwise it is closed, so that no tab comes in front of a test's own. */
  firstRun?: boolean;
  /** More preferences. */
  preferences?: Readonly<Record<string, string | number | boolean>>;
}

/** Firefox would make one up at every start. */
const EXTENSION_ID = '6f0f2c5e-8f0b-4a53-9d0c-4c1d6a7e2b90';

/** The button of about:debugging. */
const RELOAD = `(async () => {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID(${JSON.stringify(GECKO_ID)})).reload();
})()`;

/** What the switch in about:addons does. */
const ALLOW_IN_PRIVATE = `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  await ExtensionPermissions.add(${JSON.stringify(GECKO_ID)}, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  await ${RELOAD};
})()`;

/** Starts a browser and installs the extension for this session, about four seconds. */
export async function startFirefox(options: FirefoxOptions): Promise<FirefoxDriver> {
  needsTurn('Firefox');
  const executablePath = options.executable ?? findFirefox();
  if (executablePath === null) throw new Error('There is no Firefox on this machine.');
  const dist = builtExtension(options.dist);
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'in-camera-firefox-'));
  const removeHome = (): void => {
    if (options.home === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };

  let browser: Browser | undefined;
  try {
    const profile = join(home, 'profile');
    layOutProfile(profile);
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      acceptInsecureCerts: true,
      userDataDir: profile,
      defaultViewport: { width: 1280, height: 800 },
      env: { ...process.env, HOME: home },
      // Lets us into moz-extension: and about: pages.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: EXTENSION_ID }),
        // Otherwise a temporary installation loses its storage when the browser ends.
        'extensions.webextensions.keepStorageOnUninstall': true,
        // Nothing listens there: every name but this machine's is out of reach.
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': 9,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': 9,
        // Without a screen each frame is drawn by the processor.
        'layout.frame_rate': 20,
        'browser.privatebrowsing.autostart': options.private === true,
        ...options.preferences,
      },
    });
    const about = await openInternal(browser, 'about:config');
    await speak(about, options.language ?? 'en-US');
    await browser.installExtension(dist);
    if (options.private === true) await about.evaluate(ALLOW_IN_PRIVATE);
    const own = await openOwn(browser);
    // In a private window the installation came before the leave to run there.
    if (options.firstRun !== true && options.private !== true)
      await until('the first-run page to be called off', () => own.evaluate(CALL_OFF_FIRST_RUN));
    const end = options.home === undefined ? kill : (running: Browser) => running.close();
    return drive(browser, about, own, home, async () => {
      if (browser !== undefined) await end(browser);
      removeHome();
    });
  } catch (error) {
    await browser?.close();
    removeHome();
    throw error;
  }
}

/** What Firefox writes down in the end is half a second of work, for a profile that goes away with it. */
async function kill(browser: Browser): Promise<void> {
  const process = browser.process();
  if (process === null || process.exitCode !== null) return;
  await new Promise((resolve) => process.once('exit', resolve).kill('SIGKILL'));
}

/** A page of the extension, to ask its APIs. */
const openOwn = (browser: Browser): Promise<Page> =>
  openInternal(browser, `moz-extension://${EXTENSION_ID}/popup/index.html?tab=0`);

/** The load event of such a page never reaches us. */
async function openInternal(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: [] });
  const ready = `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`;
  await until(url, () => page.evaluate(ready));
  return page;
}

/** Firefox takes only languages whose pack is installed, unless it is told that it has them. */
async function speak(about: Page, language: string): Promise<void> {
  const languages = JSON.stringify([...new Set([language, 'en-US'])]);
  await about.evaluate(`
    Services.locale.availableLocales = ${languages};
    Services.locale.requestedLocales = ${languages};
  `);
}

function drive(
  browser: Browser,
  about: Page,
  first: Page,
  home: string,
  close: () => Promise<void>,
): FirefoxDriver {
  let own = first;
  /** Not the background itself, which BiDi does not show, but a page of the extension with the same APIs. */
  const worker = (expression: string): Promise<unknown> => own.evaluate(`(async () => (${expression}))()`);

  async function tabId(page: Page): Promise<number> {
    // Puppeteer's page.url() stays about:blank on internal pages.
    const url = String(await page.evaluate('location.href'));
    const byAddress = await worker(tabsExpression(url));
    if (Array.isArray(byAddress) && byAddress.length === 1) return Number(byAddress[0]);
    await page.bringToFront();
    const inFront = await worker(tabsInFrontExpression(url));
    if (Array.isArray(inFront) && inFront.length === 1) return Number(inFront[0]);
    throw new Error(`cannot tell which tab ${url} is`);
  }

  /** What a script answers in each frame that the extension may read, one list of numbers and texts a frame. */
  async function inFrames(page: Page, where: 'all' | number, script: string): Promise<unknown[][]> {
    const frames = where === 'all' ? 'allFrames: true' : `frameIds: [${where}]`;
    const call = `{ target: { tabId: ${await tabId(page)}, ${frames} }, func: () => { ${script} } }`;
    const answers = await worker(
      `(await browser.scripting.executeScript(${call})).map(({ frameId, result }) => [frameId, ...(result ?? [])])`,
    );
    return Array.isArray(answers) ? answers.filter(Array.isArray) : [];
  }

  async function whereIsButton(page: Page, buttonText: string): Promise<Point | undefined> {
    const search = FIND_NOTICES + findButton(buttonText);
    const found = await inFrames(page, 'all', `${search} return [button !== undefined];`);
    const frame = found.find(([, hasButton]) => hasButton === true)?.[0];
    if (frame === undefined) return undefined;
    // On the screen, because a frame of another origin cannot tell where it is in the page.
    const [middle] = await inFrames(page, Number(frame), search + MIDDLE_ON_SCREEN);
    const [corner] = await inFrames(page, 0, 'return [mozInnerScreenX, mozInnerScreenY];');
    if (middle === undefined || corner === undefined) return undefined;
    return { x: Number(middle[1]) - Number(corner[1]), y: Number(middle[2]) - Number(corner[2]) };
  }

  return {
    browser,
    home,
    extensionId: EXTENSION_ID,
    newPage: () => browser.newPage(),
    worker,
    tabId,

    async stopWorker() {
      const state = `WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension`;
      const was = await about.evaluate(`${state}.backgroundState`);
      // A message of a page may start it again at once: that it was stopped is asked in the same breath.
      const stop = `(async () => { await ${state}.terminateBackground(); return ${state}.backgroundState === 'stopped'; })()`;
      await until('the background to stop', () => about.evaluate(stop));
      return was !== 'stopped';
    },

    async reload() {
      await about.evaluate(RELOAD);
      own = await openOwn(browser);
    },

    badge: async (tabUrlPart) => toBadge(await worker(badgeExpression(tabUrlPart)), tabUrlPart),

    openPopup: (tab) => openInternal(browser, `moz-extension://${EXTENSION_ID}/popup/index.html?tab=${tab}`),

    async closedShadowText(page) {
      const texts = await inFrames(page, 'all', `${FIND_NOTICES} return notices.map(textOf);`);
      return texts.flatMap(([, ...inFrame]) => inFrame.map(String));
    },

    async clickInNotice(page, buttonText) {
      await page.bringToFront();
      await press(`“${buttonText}” in a notice`, () => whereIsButton(page, buttonText), page.mouse);
    },

    async typeInNotice(page, text) {
      await page.bringToFront();
      await until('the focus in a field of a notice', async () => {
        const answers = await inFrames(page, 'all', `${FIND_NOTICES} return [${IS_FIELD_FOCUSED}];`);
        return answers.some(([, focused]) => focused === true);
      });
      await page.keyboard.type(text);
    },

    async tabAddresses() {
      // Puppeteer says about:blank of what could not be reached.
      const addresses = await about.evaluate(TAB_ADDRESSES);
      return Array.isArray(addresses) ? addresses.map(String) : [];
    },

    close,
  };
}

/** For a content script, which Firefox lets into closed roots (MDN, Element.openOrClosedShadowRoot). */
const FIND_NOTICES = `
  const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'code', 'em', 'i', 'small', 'span', 'strong', 'time']);
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
    if (node.localName === 'style' || node.localName === 'script') return '';
    const inside = node.openOrClosedShadowRoot ? [node.openOrClosedShadowRoot, ...node.childNodes] : [...node.childNodes];
    const text = inside.map(read).join('');
    return INLINE.has(node.localName) ? text : ' ' + text + ' ';
  };
  const textOf = (node) => read(node).replace(/\\s+/g, ' ').trim();
  const notices = [...document.querySelectorAll('*')]
    .filter((element) => element.localName.startsWith('in-camera'))
    .map((host) => host.openOrClosedShadowRoot)
    .filter((root) => root?.mode === 'closed');
`;

const findButton = (buttonText: string): string => `
  const button = notices
    .flatMap((notice) => [...notice.querySelectorAll('button, a, summary, label')])
    .find((button) => [textOf(button), button.ariaLabel].includes(${JSON.stringify(buttonText)}) && button.getClientRects().length > 0);
`;

const IS_FIELD_FOCUSED = `
  document.hasFocus() && notices.some((notice) => notice.activeElement?.matches('textarea, input') === true)
`;

/** In a page that may do what the browser's own may. */
const TAB_ADDRESSES = `
  [...Services.wm.getEnumerator('navigator:browser')]
    .flatMap((window) => [...window.gBrowser.tabs])
    .map((tab) => tab.linkedBrowser.currentURI.spec)
`;

const MIDDLE_ON_SCREEN = `
  window.frameElement?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = button.getBoundingClientRect();
  return [mozInnerScreenX + left + width / 2, mozInnerScreenY + top + height / 2];
`;
