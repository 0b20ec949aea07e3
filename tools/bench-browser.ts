/**
 * `npm run bench:browser`: what the extension costs a page, from Chromium's own trace, beside no extension and a naive one, and how soon it
 * warns, by the page's own clock. The bars are those of the project; a bar that is missed is said, and the exit code is 1.
 * `-- --only PART,…`: of warning, popup, load, worker, pages, session. `-- --rounds N`: of the Roundcube session and the pages beside it. `-- --write`: the results go to docs/performance.md.
 */
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type ChromiumDriver, startChromium } from '../test/browser/drivers/chromium.ts';
import { until } from '../test/browser/until.ts';
import { bar, conclude, misses, quantile, row, section, sections, shown } from './bench-bars.ts';
import { writeResults } from './bench-document.ts';
import { manyNodes } from './bench-many-nodes.ts';
import { BENCH_PAGES } from './bench-pages.ts';
import { popupPaint, withOneWordPage } from './bench-popup.ts';
import { sessions } from './bench-sessions.ts';
import { traced, type Work } from './bench-trace.ts';
import { buildNaive } from './bench-variants.ts';
import { workerMemory } from './bench-worker.ts';
import { getChromium } from './browsers.ts';
import { buildTargets, outputOf } from './build.ts';

const ARRIVALS = 15;
const LOADS = 7;

async function opened(driver: ChromiumDriver, url: string): Promise<Page> {
  const page = await driver.newPage();
  await page.goto(url);
  // Its first look at the page, and that of whatever the page does as it loads, is over.
  await pause(3000);
  return page;
}

async function warning(driver: ChromiumDriver, origin: string): Promise<void> {
  section(
    `From the invitation's appearing to the warning in the page: median of ${ARRIVALS}`,
    'median',
    'longest',
    'bar',
  );
  const page = await opened(driver, `${origin}/arriving`);

  async function arrivals(prepare: () => Promise<unknown>): Promise<number[]> {
    const waits: number[] = [];
    for (let count = 0; count < ARRIVALS; count++) {
      await prepare();
      const never = pause(10_000, null, { ref: false });
      const waited = await Promise.race([page.evaluate(`window.arrive(${84_512_345_000 + count})`), never]);
      if (typeof waited !== 'number') throw new Error('No warning came within ten seconds.');
      waits.push(waited);
      if (!/passcode/i.test((await driver.closedShadowText(page)).join()))
        throw new Error('What came is no warning.');
      await page.evaluate('window.leave()');
      await until('the warning to go', () => page.evaluate('window.isQuiet()'));
      // What it rests after its work is over.
      await pause(700);
    }
    return waits;
  }

  const states = [
    { name: 'worker awake', most: 100, prepare: () => driver.worker('0') },
    { name: 'worker asleep', most: 300, prepare: () => driver.stopWorker() },
  ];
  for (const { name, most, prepare } of states) {
    const waits = await arrivals(prepare);
    const median = quantile(waits);
    row(
      name,
      shown(median),
      shown(Math.max(...waits)),
      `${most} ms: ${bar(`warning, ${name}`, median <= most)}`,
    );
  }
  await page.close();
}

async function loading(driver: ChromiumDriver, origin: string): Promise<Work[]> {
  section(
    `Our time on the main thread, load of a page of 10,000 nodes without meetings: ${LOADS} new tabs`,
    'median',
    'most',
    'bar',
  );
  const works: Work[] = [];
  for (let count = 0; count < LOADS; count++) {
    // A new tab is a new process: nothing is compiled there yet.
    const page = await driver.newPage();
    const session = await driver.context.newCDPSession(page);
    works.push(
      await traced(session, async () => {
        await page.goto(`${origin}/many-nodes`);
        // No question disturbs it before.
        await pause(3000);
        await until('the end of the load', () => page.evaluate('window.isDone === true'));
      }),
    );
    await page.close();
  }
  const totals = works.map(({ total }) => total);
  const median = quantile(totals);
  row('load', shown(median), shown(Math.max(...totals)), `5 ms: ${bar('load', median <= 5)}`);
  return works;
}

async function changing(driver: ChromiumDriver, origin: string): Promise<Work[]> {
  section('Our time on the main thread for each batch of changes', 'median', 'p95', 'most', 'bar');
  const works: Work[] = [];
  const pages = [
    ['10,000 rows scroll, 50 a frame', '/scrolling'],
    ['a mail rewritten 100 times a second', '/rewriting'],
    ['a thread of 5 MB grows', '/long-thread'],
  ] as const;
  for (const [name, path] of pages) {
    const page = await opened(driver, `${origin}${path}`);
    const session = await driver.context.newCDPSession(page);
    const work = await traced(session, async () => {
      await page.evaluate('window.start()');
      // No question disturbs it before.
      await pause(5000);
      await until('the end of the changes', () => page.evaluate('window.isDone === true'), 120_000);
    });
    const { batches } = work;
    const p95 = quantile(batches, 0.95);
    const most = Math.max(...batches);
    row(name, shown(quantile(batches)), shown(p95), shown(most), `1 ms: ${bar(name, p95 <= 1)}`);
    works.push(work, await firstReading(driver, `${origin}${path}`));
    await page.close();
  }
  return works;
}

/** That of a page's first content, which the batches leave out. */
async function firstReading(driver: ChromiumDriver, url: string): Promise<Work> {
  const page = await driver.newPage();
  const session = await driver.context.newCDPSession(page);
  const work = await traced(session, async () => {
    await page.goto(url);
    await pause(3000);
    await page.evaluate("performance.mark('end')");
  });
  await page.close();
  return work;
}

const after = (word: string): string | undefined => {
  const at = process.argv.indexOf(word);
  return at === -1 ? undefined : process.argv[at + 1];
};
const rounds = Number(/^[1-9]\d?$/.exec(after('--rounds') ?? '')?.[0] ?? 3);
const only = after('--only')?.split(',');
const isAsked = (part: string): boolean => only?.includes(part) ?? true;

await buildTargets(['chromium-loopback']);
await getChromium();
const server = createServer((request, response) => {
  const make = BENCH_PAGES.get(request.url ?? '');
  response.writeHead(make === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(make?.() ?? '');
});
await new Promise<void>((resolved) => server.listen(0, '127.0.0.1', resolved));
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
const dist = withOneWordPage(outputOf('chromium-loopback'));
const naive = await buildNaive();
const dists = { ours: outputOf('chromium-loopback'), naive };
let browser = '';
try {
  const driver = await startChromium({ dist });
  try {
    browser = `Chromium ${driver.context.browser()?.version() ?? ''}`;
    console.log(`\n${browser}, ${process.platform} ${process.arch}`);
    if (isAsked('worker')) await workerMemory(driver, origin);
    if (isAsked('warning')) await warning(driver, origin);
    if (isAsked('popup')) await popupPaint(driver);
    if (isAsked('load')) {
      const works = [...(await loading(driver, origin)), ...(await changing(driver, origin))];
      const longest = Math.max(...works.map(({ longestTask }) => longestTask));
      section('The longest task of all of these, as far as it is ours', 'longest', 'bar');
      row('longest', shown(longest), `50 ms: ${bar('longest task', longest < 50)}`);
    }
  } finally {
    await driver.close();
  }
  if (isAsked('session')) await sessions(dists, rounds);
  if (isAsked('pages')) await manyNodes(dists, origin, rounds);
} finally {
  server.close();
  for (const folder of [dist, naive]) rmSync(folder, { recursive: true });
}
conclude();
if (process.argv.includes('--write')) writeResults('bench:browser', browser, sections(), misses());
