import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, it } from 'vitest';
import { isRecord } from '../../src/record.ts';
import { describeIn } from './describe-in.ts';
import { type ExtensionDriver, startChromium } from './drivers/chromium.ts';
import { startFirefox } from './drivers/firefox.ts';
import { type Hearing, listen, settledComplaints } from './hearing.ts';
import type { TestPage } from './verdict.ts';
import { complaintsAbout, type Fixture, readFixtures, withoutFragment } from './webmails/fixture.ts';

/**
 * Every page of test/browser/webmails under the address that it is made after, in real browsers: what the content script asks the worker to
 * review is what the page's header says. A webmail that people run themselves is on a host that the build does not know; a copy of
 * the build gets it in its manifest, where "always check here" and the policy's `sites` would register the same script.
 */

const { fixtures } = readFixtures('test/browser/webmails');

/** A tab that answers with a fixture's documents, and with nothing else. */
interface Tab {
  id: number;
  open(fixture: Fixture): Promise<void>;
}

interface Running {
  hearing: Hearing;
  tabs: Tab[];
  close(): Promise<void>;
}

/** So many pages at once: the waiting for one to stand still is time for the others. */
const TABS = 3;

async function running<AnyPage extends TestPage>(
  driver: ExtensionDriver<AnyPage>,
  serve: (page: AnyPage, bodyOf: (url: string) => string | undefined) => Promise<unknown>,
  extension: string,
): Promise<Running> {
  const hearing = await listen(driver);
  const tabs: Tab[] = [];
  for (let count = 0; count < TABS; count++) {
    const page = await driver.newPage();
    const id = await driver.tabId(page);
    let documents: ReadonlyMap<string, string> = new Map();
    await serve(page, (url) => documents.get(withoutFragment(url)));
    tabs.push({
      id,
      async open(fixture) {
        // From one fragment to another no page would be loaded.
        await page.goto('about:blank');
        await hearing.forget(id);
        documents = fixture.documents;
        await page.goto(fixture.url);
      },
    });
  }
  const close = async (): Promise<void> => {
    await driver.close();
    rmSync(extension, { recursive: true, force: true });
  };
  return { hearing, tabs, close };
}

async function inChromium(): Promise<Running> {
  const extension = withHosts('dist/chromium');
  const driver = await startChromium({ dist: extension });
  return running(
    driver,
    (page, bodyOf) =>
      page.route(/^https?:/, (route) => {
        const body = bodyOf(route.request().url());
        return route.fulfill({ status: body === undefined ? 404 : 200, contentType: HTML, body: body ?? '' });
      }),
    extension,
  );
}

async function inFirefox(): Promise<Running> {
  const extension = withHosts('dist/firefox');
  // All but one of the tabs are behind it, where Firefox lets timers wait; a person's webmail is in front.
  const preferences = {
    'dom.min_background_timeout_value': 4,
    // This one counts instead where timers have no budget.
    'dom.min_background_timeout_value_without_budget_throttling': 4,
    'dom.timeout.enable_budget_timer_throttling': false,
  };
  const driver = await startFirefox({ dist: extension, preferences });
  return running(
    driver,
    async (page, bodyOf) => {
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (!/^https?:/.test(request.url())) return void request.continue();
        const body = bodyOf(request.url());
        const status = body === undefined ? 404 : 200;
        // Its page may be gone already.
        void request.respond({ status, contentType: HTML, body: body ?? '' }).catch(() => undefined);
      });
    },
    extension,
  );
}

const HTML = 'text/html; charset=utf-8';

/** A copy of a build that also runs on the hosts that only fixtures have. */
function withHosts(dist: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'in-camera-webmails-'));
  cpSync(resolve(dist), copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(manifest) || !Array.isArray(manifest.content_scripts))
    throw new Error(`${dist} has no content scripts`);
  const [script, ...others]: unknown[] = manifest.content_scripts;
  if (!isRecord(script) || !Array.isArray(script.matches) || !Array.isArray(manifest.host_permissions))
    throw new Error(`${dist} matches no webmail`);
  const known: unknown[] = script.matches;
  const more = [...new Set(fixtures.map(({ url }) => `https://${new URL(url).hostname}/*`))].filter(
    (pattern) => !known.includes(pattern),
  );
  manifest.content_scripts = [{ ...script, matches: [...known, ...more] }, ...others];
  manifest.host_permissions = [...manifest.host_permissions, ...more];
  writeFileSync(file, JSON.stringify(manifest));
  return copy;
}

const BROWSERS = [
  { name: 'Chromium', run: inChromium },
  { name: 'Firefox', run: inFirefox },
] as const;

for (const { name, run } of BROWSERS)
  describeIn(name, `webmails in ${name}`, () => {
    let browser: Running;
    const waiting: ((tab: Tab) => void)[] = [];

    beforeAll(async () => {
      browser = await run();
    });
    afterAll(async () => {
      await browser?.close();
    });

    const freeTab = async (): Promise<Tab> =>
      browser.tabs.pop() ?? (await new Promise<Tab>((resolved) => waiting.push(resolved)));
    const giveBack = (tab: Tab): void => {
      const next = waiting.shift();
      if (next === undefined) browser.tabs.push(tab);
      else next(tab);
    };

    it.concurrent.each(fixtures)('$name', async (fixture) => {
      const tab = await freeTab();
      try {
        await tab.open(fixture);
        const complaints = await settledComplaints(browser.hearing, tab.id, (documents) =>
          complaintsAbout(fixture, documents),
        );
        if (complaints.length > 0)
          throw new Error(`${fixture.name}, ${fixture.url}\n${complaints.join('\n')}`);
      } finally {
        giveBack(tab);
      }
    });
  });
