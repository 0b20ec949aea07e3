/** Both browsers, with the extension that reads this machine's pages, what they note against it, and what people are told there. */
import { isRecord } from '../../../src/record.ts';
import type { ExtensionDriver } from '../drivers/chromium.ts';
import { startChromium } from '../drivers/chromium.ts';
import { startFirefox } from '../drivers/firefox.ts';
import type { HandledPage } from '../own-pages.ts';
import type { BrowserName } from '../turn.ts';
import { until } from '../until.ts';
import { type Verdict, verdictIn } from '../verdict.ts';
import { type Complaints, chromiumComplaints, firefoxComplaints } from './complaints.ts';

export interface FaultPlace {
  driver: ExtensionDriver<HandledPage>;
  complaints: Complaints;
  /** A page for which every platform is there, with nothing but a button: nothing leaves this machine. */
  newPlatformPage(): Promise<HandledPage>;
}

const PLATFORM = '<!doctype html><title>Meeting</title><main><button>Join</button></main>';

export const FAULT_BROWSERS: readonly { name: BrowserName; run(): Promise<FaultPlace> }[] = [
  {
    name: 'Chromium',
    async run() {
      const driver = await startChromium({ dist: 'dist/chromium-loopback' });
      const newPlatformPage = async () => {
        const page = await driver.newPage();
        await page.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: PLATFORM }));
        return page;
      };
      return { driver, complaints: await chromiumComplaints(driver), newPlatformPage };
    },
  },
  {
    name: 'Firefox',
    async run() {
      const driver = await startFirefox({ dist: 'dist/firefox-loopback' });
      const newPlatformPage = async () => {
        const page = await driver.newPage();
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          if (!request.url().startsWith('https:')) void request.continue();
          else
            void request
              .respond({ status: 200, contentType: 'text/html', body: PLATFORM })
              .catch(() => undefined);
        });
        return page;
      };
      return { driver, complaints: await firefoxComplaints(driver), newPlatformPage };
    },
  },
];

export const ROOMS = ['applies', 'check', 'where', 'settings', 'history'] as const;

/** Keys and values into an area of the extension's storage. */
export async function store(
  { driver }: FaultPlace,
  area: 'local' | 'session',
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  // As text: an object literal would take "__proto__" for its prototype.
  const text = JSON.stringify(JSON.stringify(values));
  await driver.worker(`chrome.storage.${area}.set(JSON.parse(${text})).then(() => null)`);
}

export async function stored(
  { driver }: FaultPlace,
  area: 'local' | 'session',
): Promise<Record<string, unknown>> {
  const all = await driver.worker(`chrome.storage.${area}.get(null).then((all) => JSON.stringify(all))`);
  const parsed: unknown = JSON.parse(String(all));
  return isRecord(parsed) ? parsed : {};
}

export const badgeOf = async ({ driver }: FaultPlace, tabId: number): Promise<string> =>
  String(await driver.worker(`chrome.action.getBadgeText({ tabId: ${tabId} })`));

export interface PopupSays extends Verdict {
  text: string;
}

/** What the popup says of that tab, once it says anything. */
export async function popupOf({ driver }: FaultPlace, tabId: number): Promise<PopupSays> {
  const popup = await driver.openPopup(tabId);
  try {
    await until('the popup', async () => (await verdictIn(popup)).state !== '');
    return { ...(await verdictIn(popup)), text: String(await popup.evaluate('document.body.textContent')) };
  } finally {
    await popup.close();
  }
}

/** A page of the extension's options, in this room. */
export async function openRoom({ driver }: FaultPlace, room: (typeof ROOMS)[number]): Promise<HandledPage> {
  const page = await driver.openPopup(0);
  await page.evaluate(`location.assign('/options/index.html#${room}')`);
  await until(`the room ${room}`, () => page.evaluate(IS_IN(room)));
  return page;
}

export async function enterRoom(page: HandledPage, room: (typeof ROOMS)[number]): Promise<void> {
  await page.evaluate(`void (location.hash = '${room}')`);
  await until(`the room ${room}`, () => page.evaluate(IS_IN(room)));
}

/** Its heading stands there at once; what it reads comes after. */
const IS_IN = (room: string): string =>
  `document.body?.dataset.room === '${room}' && document.querySelector('main')?.textContent.length > document.querySelector('main > h2').textContent.length + 20`;
