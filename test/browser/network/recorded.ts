/** A browser of which every request is recorded twice: by the proxy that it must use, and by its own log. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { z } from 'zod';
import { chromiumArguments, findChromium, findFirefox } from '../../../tools/browsers.ts';
import { startChromium } from '../drivers/chromium.ts';
import { startFirefox } from '../drivers/firefox.ts';
import { firefoxPolicy } from '../drivers/policy.ts';
import { type HandledPage, HEIGHT, type Place, placeOf, WIDTH } from '../own-pages.ts';
import { until } from '../until.ts';
import { netLogSwitches, readNetLog } from './chromium-log.ts';
import { logPreferences, observe, readFirefoxLog, readObserved } from './firefox-log.ts';
import type { Recording } from './judge.ts';
import { ADDRESSES, pageAt } from './pages.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';

/** With the extension. */
export interface Recorded extends Place {
  /** "chrome-extension://…": the extension's own origin. */
  own: string;
  proxy: RecordingProxy;
  newPage(): Promise<HandledPage>;
  /** Takes a page to one of the extension's own, and resolves when the expression is true there. */
  enter(page: HandledPage, path: string, ready: string): Promise<void>;
  /** What the browser said of things that the content security policy of our pages kept from happening. */
  violations(): Promise<readonly string[]>;
  /** The proxy refuses everything, and the browser says to its pages and workers that there is no network. */
  goOffline(): Promise<void>;
  /** Ends the browser. */
  end(): Promise<Recording>;
}

export interface Started {
  /** Folder of the built extension. */
  dist: string;
  policy: Readonly<Record<string, unknown>>;
}

const VIOLATION = /content.security.policy/i;

const at = ({ port }: RecordingProxy): string => `127.0.0.1:${port}`;

const chromiumSwitches = (proxy: RecordingProxy, log: string): string[] => [
  `--proxy-server=${at(proxy)}`,
  // Otherwise what goes to this machine goes past it.
  '--proxy-bypass-list=<-loopback>',
  '--ignore-certificate-errors',
  // The proxy answers for every name; the driver's own rule would hide in the log what a name was.
  '--host-resolver-rules=',
  ...netLogSwitches(log),
];

const firefoxPreferences = (proxy: RecordingProxy, log: string) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxy.port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxy.port,
  'network.proxy.no_proxies_on': '',
  // Otherwise what goes to this machine goes past it.
  'network.proxy.allow_hijacking_localhost': true,
  ...logPreferences(log),
});

async function inTurn(page: HandledPage, url: string, ready: string): Promise<void> {
  await until(
    `${url}: ${ready}`,
    () => page.evaluate(`location.href === ${JSON.stringify(url)} && Boolean(${ready})`),
    20_000,
  );
}

export async function recordChromium({ dist, policy }: Started): Promise<Recorded> {
  const folder = mkdtempSync(join(tmpdir(), 'in-camera-network-'));
  const log = join(folder, 'net-log.json');
  const proxy = await startRecordingProxy(pageAt);
  const driver = await startChromium({ dist, switches: chromiumSwitches(proxy, log) });
  const own = `chrome-extension://${driver.extensionId}`;
  const said: string[] = [];
  driver.context.on('console', (message) => {
    if (VIOLATION.test(message.text())) said.push(message.text());
  });
  const page = await driver.newPage();
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  await page.goto(`${own}/popup/index.html?tab=0`);
  const place = await placeOf(driver, page);
  // Another test writes the policy that every Chromium of the machine reads; this one lies where the last good one does.
  await place.follow(policy);
  return {
    ...place,
    own,
    proxy,
    newPage: () => driver.newPage(),
    async enter(any, path, ready) {
      await any.goto(`${own}/${path}`);
      await inTurn(any, `${own}/${path}`, ready);
    },
    violations: () => Promise.resolve([...said]),
    async goOffline() {
      proxy.refuseAll();
      // Pages and service workers alike.
      await driver.context.setOffline(true);
    },
    async end() {
      await driver.close();
      await proxy.close();
      const recording = { proxy: proxy.requests, log: readNetLog(log), proxyAt: at(proxy) };
      rmSync(folder, { recursive: true, force: true });
      return recording;
    },
  };
}

const MESSAGES = 'JSON.stringify(Services.console.getMessageArray().map(({ message }) => message))';

export async function recordFirefox({ dist, policy }: Started): Promise<Recorded> {
  const home = mkdtempSync(join(tmpdir(), 'in-camera-network-'));
  const log = join(home, 'log');
  firefoxPolicy(home).write(policy);
  const proxy = await startRecordingProxy(pageAt);
  const driver = await startFirefox({ dist, home, preferences: firefoxPreferences(proxy, log) });
  const own = `moz-extension://${driver.extensionId}`;
  const about = await driver.browser.newPage();
  await about.goto('about:config', { waitUntil: [] });
  await until('about:config', () => about.evaluate(`document.readyState === 'complete'`));
  await observe(about);
  const page = await driver.newPage();
  const pages = [page];
  await page.goto('about:blank');
  await page.bringToFront();
  return {
    ...(await placeOf(driver, page)),
    own,
    proxy,
    async newPage() {
      const one = await driver.newPage();
      pages.push(one);
      return one;
    },
    async enter(any, path, ready) {
      // The load event of an extension's page never reaches us.
      await pages.find((one) => one === any)?.goto(`${own}/${path}`, { waitUntil: [] });
      await inTurn(any, `${own}/${path}`, ready);
    },
    async goOffline() {
      proxy.refuseAll();
      await about.evaluate('void (Services.io.offline = true)');
    },
    async violations() {
      const all = z.array(z.string()).parse(JSON.parse(String(await about.evaluate(MESSAGES))));
      return all.filter((message) => VIOLATION.test(message) && message.includes(own));
    },
    async end() {
      const observed = await readObserved(about);
      await driver.close();
      await proxy.close();
      const recording = { proxy: proxy.requests, log: readFirefoxLog(log, observed), proxyAt: at(proxy) };
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
      return recording;
    },
  };
}

async function visit(page: HandledPage): Promise<void> {
  for (const address of ADDRESSES) await page.goto(address);
}

/** A browser without the extension, on the same web pages, for as long as the other one is used. */
export async function bareChromium(over: Promise<unknown>): Promise<Recording> {
  const folder = mkdtempSync(join(tmpdir(), 'in-camera-network-'));
  const log = join(folder, 'net-log.json');
  const proxy = await startRecordingProxy(pageAt);
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findChromium() ?? '',
    headless: true,
    args: [
      ...chromiumArguments('').filter((one) => !one.includes('extension')),
      ...chromiumSwitches(proxy, log),
    ],
  });
  const page = await context.newPage();
  await visit(page);
  await over;
  await context.close();
  await proxy.close();
  const recording = { proxy: proxy.requests, log: readNetLog(log), proxyAt: at(proxy) };
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return recording;
}

export async function bareFirefox(over: Promise<unknown>): Promise<Recording> {
  const home = mkdtempSync(join(tmpdir(), 'in-camera-network-'));
  const log = join(home, 'log');
  const proxy = await startRecordingProxy(pageAt);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox() ?? '',
    headless: true,
    acceptInsecureCerts: true,
    env: { ...process.env, HOME: home },
    extraPrefsFirefox: firefoxPreferences(proxy, log),
  });
  const page = await browser.newPage();
  await visit(page);
  await over;
  await browser.close();
  await proxy.close();
  const recording = { proxy: proxy.requests, log: readFirefoxLog(log, []), proxyAt: at(proxy) };
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  return recording;
}
