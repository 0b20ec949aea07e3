/** What a day's work leaves in the worker's memory, when the browser never stops it in between. */
import { readdirSync, readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { isRecord } from '../src/record.ts';
import type { ChromiumDriver } from '../test/browser/drivers/chromium.ts';
import { until } from '../test/browser/until.ts';
import { bar, row, section } from './bench-bars.ts';
import { heapOf } from './bench-session.ts';
import { invitation, prose } from './bench-texts.ts';

const MB = 1024 * 1024;
const MAILS = 200;
const POPUPS = 40;
const PAGES = 300;
const DECISIONS = 20;

/** `origin`: a server with the page `/many-nodes`. */
export async function workerMemory(driver: ChromiumDriver, origin: string): Promise<void> {
  section(
    `The worker after a day's work without a pause: ${MAILS} mails judged, ${POPUPS} popups, ${PAGES} pages asking, ${DECISIONS} decisions logged`,
    'before',
    'after',
    'bar',
  );
  await driver.worker('0');
  const worker = await sessionOf(driver);
  const before = await heapOf(worker.session);
  const privateBefore = privateMemory();
  await workADay(driver, origin);
  const after = await heapOf(worker.session);
  const mb = (bytes: number): string => `${(bytes / MB).toFixed(2)} MB`;
  row('heap', mb(before), mb(after), `20 MB: ${bar("the worker's heap", after < 20 * MB)}`);
  const privateAfter = privateMemory();
  if (privateBefore !== null && privateAfter !== null)
    row('private memory of our processes', mb(privateBefore), mb(privateAfter), '');
  await worker.close();
}

async function workADay(driver: ChromiumDriver, origin: string): Promise<void> {
  const page = await driver.newPage();
  await page.goto(`${origin}/many-nodes`);
  const ask = await inOurWorld(driver, page);
  for (let count = 0; count < PAGES; count++) await ask({ type: 'hello', page: 'bench' });
  for (let count = 0; count < MAILS; count++) {
    const answer = await ask(reviewOf(count));
    if (!isRecord(answer) || !Array.isArray(answer['reviews'])) throw new Error('The worker did not judge.');
    if (count % (MAILS / DECISIONS) === 0) await ask(decision());
  }
  const tab = await driver.tabId(page);
  for (let count = 0; count < POPUPS; count++) {
    const popup = await driver.openPopup(tab);
    await until('the popup', async () => (await popup.evaluate('document.body.dataset.state')) !== undefined);
    await popup.close();
  }
  await page.close();
}

/** Every second mail is an invitation, each to a meeting of its own. */
function reviewOf(count: number): object {
  const id = String(84_512_345_000 + count);
  const text = count % 2 === 0 ? `${invitation()}\nhttps://zoom.us/j/${id}` : prose(20_000);
  return {
    type: 'review',
    page: 'bench',
    webmail: null,
    missed: [],
    invitations: [
      {
        surface: 'mail-read',
        title: `Overleg ${count}`,
        passages: [{ source: 'body', text, anchors: [], timing: null }],
        labels: [],
        sender: { name: `Collega ${count}`, address: `collega${count}@examplestad.example` },
        recipients: [],
        events: [],
        unread: [],
      },
    ],
  };
}

const decision = (): object => ({
  type: 'decided',
  page: 'bench',
  decision: {
    action: 'join',
    how: 'gave-reason',
    rules: ['no-passcode'],
    platforms: ['zoom'],
    ways: [],
    reason: 'The chair knows.',
  },
});

/** Says something to the worker as our own content script of this page. */
async function inOurWorld(
  driver: ChromiumDriver,
  page: Page,
): Promise<(message: object) => Promise<unknown>> {
  const session = await driver.context.newCDPSession(page);
  let contextId: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${driver.extensionId}`) contextId = context.id;
  });
  await session.send('Runtime.enable');
  await until('our world in the page', () => contextId !== undefined);
  return async (message) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
      ...(contextId === undefined ? {} : { contextId }),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  };
}

/** Playwright gives no session with a worker; the protocol's older, nested form does. */
async function sessionOf(
  driver: ChromiumDriver,
): Promise<{ session: Pick<CDPSession, 'send'>; close: () => Promise<void> }> {
  const browser = driver.context.browser();
  if (browser === null) throw new Error('The browser has no session.');
  const outer = await browser.newBrowserCDPSession();
  const { targetInfos } = await outer.send('Target.getTargets');
  const target = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(driver.extensionId),
  );
  if (target === undefined) throw new Error('The worker does not run.');
  const { sessionId } = await outer.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  let last = 0;
  const session: Pick<CDPSession, 'send'> = {
    send(method, params) {
      const id = ++last;
      return new Promise((resolve, reject) => {
        const hear = (event: { sessionId: string; message: string }): void => {
          const answer = JSON.parse(event.message);
          if (event.sessionId !== sessionId || answer.id !== id) return;
          outer.off('Target.receivedMessageFromTarget', hear);
          if (answer.error === undefined) resolve(answer.result);
          else reject(new Error(answer.error.message));
        };
        outer.on('Target.receivedMessageFromTarget', hear);
        const message = JSON.stringify({ id, method, params: params ?? {} });
        outer.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
      });
    },
  };
  return { session, close: () => outer.detach() };
}

/** Of the browser's processes for extensions, in bytes; null where the system does not tell. */
function privateMemory(): number | null {
  if (process.platform !== 'linux') return null;
  const sizes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (!command.includes('--extension-process') || !isBelowUs(pid)) return 0;
        const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
        return Array.from(rollup.matchAll(/^Private_\w+:\s+(\d+) kB/gm), ([, size]) => Number(size)).reduce(
          (sum, size) => sum + size * 1024,
          0,
        );
      } catch {
        // It ended meanwhile, or is not ours to read.
        return 0;
      }
    });
  const sum = sizes.reduce((one, other) => one + other, 0);
  return sum === 0 ? null : sum;
}

/** Other browsers may run on this machine. */
function isBelowUs(pid: string): boolean {
  for (let one = pid; one !== '0' && one !== '1'; ) {
    if (one === String(process.pid)) return true;
    one = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? '0';
  }
  return false;
}
