/**
 * `npm start`: the extension at work in a demonstration webmail on this machine. With a display, in a window that a person can
 * click through; without one, item by item, with a table of what was found and pictures in demo-output/.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type DemoItem, items, pathOf } from '../demo/items.ts';
import { serveWebmail } from '../demo/server.ts';
import { type FrameReport, reportPrefix } from '../extension/messages.ts';
import { chromiumArguments, getChromium } from './browsers.ts';
import { buildTargets, outputOf } from './build.ts';
import { CALL_OFF_FIRST_RUN } from './first-run.ts';

const PORT = 8025;
/** How long the extension may take for one item, and how long a report must stand to count as the last word. */
const DEADLINE_MS = 10_000;
const SETTLED_MS = 500;
const POPUP = { width: 380, height: 600 };
const output = fileURLToPath(new URL('../demo-output/', import.meta.url));

const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

await buildTargets(['chromium-loopback']);
const executablePath = await getChromium();
const webmail = await serveWebmail(PORT);
const profile = await mkdtemp(join(tmpdir(), 'in-camera-demo-'));
const interruption = new Promise<'interrupted'>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve('interrupted'));
});
let context: BrowserContext | null = null;

try {
  context = await chromium.launchPersistentContext(profile, {
    executablePath,
    // The invitations' links are real; no name but this machine's leads anywhere.
    args: [
      ...chromiumArguments(outputOf('chromium-loopback')),
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    headless: !hasDisplay,
    viewport: hasDisplay ? null : { width: 1280, height: 880 },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const ending = await Promise.race([hasDisplay ? letPersonTry(context) : showAll(context), interruption]);
  if (ending === 'interrupted') process.exitCode = 130;
} finally {
  await context?.close();
  await webmail.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** Comes back when the person has closed the last page. */
async function letPersonTry(browser: BrowserContext): Promise<void> {
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(webmail.url);
  console.log(`
The demonstration is open in a browser window of its own, at ${webmail.url}.
- Click through the inbox, the calendar event and the draft: In Camera says what it thinks of each invitation.
- Its button is in the toolbar; if it is not, it is behind the puzzle piece, where it can be pinned.
- After some seconds a page opens beside it that introduces In Camera, as after every installation.
- Try a "Join" link, and Send in the draft. Nothing leaves this machine.
Close the window to end.`);
  // On macOS closing the window leaves the browser running, so we watch the pages.
  await new Promise<void>((resolve) => {
    browser.on('close', () => resolve());
    const watch = (each: Page): void => {
      each.on('close', () => {
        if (browser.pages().length === 0) resolve();
      });
    };
    browser.pages().forEach(watch);
    browser.on('page', watch);
  });
}

/** Opens every item, prints what the extension says of it and takes pictures. Exit code 1 if one stayed without an answer. */
async function showAll(browser: BrowserContext): Promise<void> {
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const worker =
    browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker', { timeout: DEADLINE_MS }));
  const popupUrl = new URL('/popup/index.html', worker.url()).href;
  // The worker may be asleep whenever we ask; a page of the extension sees the same storage.
  const desk = await browser.newPage();
  await desk.setViewportSize(POPUP);
  await desk.goto(popupUrl);
  await firstRunCalledOff(desk);

  const rows = [['Invitation', 'Platform', 'Marking', 'Warnings']];
  for (const item of items) {
    const page = await browser.newPage();
    await page.goto(webmail.url + pathOf(item));
    const tab = await tabOf(desk, page);
    const reports = await settledReports(desk, tab);
    await page.screenshot({ path: join(output, `${item.id}.png`) });
    await desk.goto(`${popupUrl}?tab=${tab}`);
    await pause(SETTLED_MS);
    await desk.screenshot({ path: join(output, `${item.id}-popup.png`) });
    await page.close();
    if (reports === null || reports.some(({ trouble }) => trouble !== null)) process.exitCode = 1;
    rows.push(rowOf(item, reports));
  }
  printTable(rows);
  console.log(`\nPictures of every page and of the popup: ${output}`);
  if (process.exitCode === 1) console.log('Some items were not checked.');
}

/** It would come in front of an item, and into its picture. */
async function firstRunCalledOff(desk: Page): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  while (!(await desk.evaluate<boolean>(CALL_OFF_FIRST_RUN))) {
    if (Date.now() > deadline) throw new Error('The extension did not say that it was installed.');
    await pause(50);
  }
}

/** The browser's own number of the tab. */
async function tabOf(desk: Page, page: Page): Promise<number> {
  const query = `chrome.tabs.query({}).then((tabs) => tabs.find(({ url }) => url === ${JSON.stringify(page.url())})?.id ?? null)`;
  const id = await desk.evaluate<number | null>(query);
  if (id === null) throw new Error(`The extension may not see ${page.url()}.`);
  return id;
}

/** What the extension keeps of the tab, one report a frame, once it stands; null if it has not spoken in time. */
async function settledReports(desk: Page, tab: number): Promise<FrameReport[] | null> {
  const deadline = Date.now() + DEADLINE_MS;
  let last = '';
  let since = Date.now();
  while (Date.now() < deadline) {
    const stored = await desk.evaluate<Record<string, FrameReport>>('chrome.storage.session.get(null)');
    const reports = Object.entries(stored).flatMap(([key, report]) =>
      key.startsWith(reportPrefix(tab)) ? [report] : [],
    );
    const now = JSON.stringify(reports);
    if (now !== last) since = Date.now();
    last = now;
    if (reports.length > 0 && Date.now() - since >= SETTLED_MS) return reports;
    await pause(50);
  }
  return null;
}

function rowOf(item: DemoItem, reports: FrameReport[] | null): string[] {
  if (reports === null) return [item.subject, 'no answer', '', ''];
  const trouble = reports.find((report) => report.trouble !== null)?.trouble;
  const reviews = reports.flatMap(({ entries }) => entries).map(({ review }) => review);
  const meetings = reviews.flatMap((review) => review.meetings).map(({ platform }) => platform);
  const markings = reviews.flatMap(({ marking }) => (marking === null ? [] : [marking.text]));
  const findings = reviews
    .flatMap((review) => review.findings)
    .filter(({ level }) => level !== 'off')
    .map(({ rule, level }) => (level === 'warn' ? rule : `${rule} (${level})`));
  return [
    item.subject,
    trouble ? `not checked: ${trouble}` : listed(meetings) || 'no meeting',
    listed(markings),
    listed(findings),
  ];
}

function listed(words: string[]): string {
  return [...new Set(words)].join(', ');
}

function printTable(rows: string[][]): void {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
