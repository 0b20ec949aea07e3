import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REVIEWS, reportOf } from '../test/browser/access/reviews.ts';
import type { ChromiumDriver } from '../test/browser/drivers/chromium.ts';
import { until } from '../test/browser/until.ts';
import { bar, quantile, row, section, shown } from './bench-bars.ts';

const OPENINGS = 15;
const BAR_MS = 100;
/** No tab has it: the popup shows what is stored here. */
const TAB = 987_654;

/** A page for the bench alone, which no build has: what the browser itself needs for a new tab of ours. */
const ONE_WORD = 'bench-one-word.html';

/** A copy of the build, with that page in it; for the caller to remove. */
export function withOneWordPage(dist: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'in-camera-bench-'));
  cpSync(dist, copy, { recursive: true });
  writeFileSync(join(copy, ONE_WORD), '<!doctype html><title>In Camera</title><p>In Camera');
  return copy;
}

async function paintOfOneWord(driver: ChromiumDriver): Promise<number> {
  const page = await driver.newPage();
  await page.goto(`chrome-extension://${driver.extensionId}/${ONE_WORD}`);
  const painted = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`;
  await until('the first paint', async () => (await page.evaluate(painted)) !== undefined);
  const time = Number(await page.evaluate(painted));
  await page.close();
  return time;
}

/**
 * How soon the popup is there while the worker is stopped: from the beginning of its load to the first paint, which is its name, and to its
 * answer on the screen. Beside it, what the browser takes for a page of ours with one word in it.
 */
export async function popupPaint(driver: ChromiumDriver): Promise<void> {
  section(`The popup, worker asleep: ${OPENINGS} openings`, 'median', 'longest', 'bar');
  const reports = { [`report:${TAB}:0`]: reportOf([REVIEWS.warn, REVIEWS.block]) };
  await driver.worker(`chrome.storage.session.set(${JSON.stringify(reports)}).then(() => null)`);
  const first: number[] = [];
  const answers: number[] = [];
  const least: number[] = [];
  for (let count = 0; count < OPENINGS; count++) {
    await driver.stopWorker();
    least.push(await paintOfOneWord(driver));
    await driver.stopWorker();
    const popup = await driver.openPopup(TAB);
    await until('the answer', async () => (await popup.evaluate('document.body.dataset.state')) === 'wrong');
    const painted = await popup.evaluate(`new Promise((done) => new PerformanceObserver((list) => {
      const largest = list.getEntries().at(-1);
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      // The largest is in the answer or below it, and drawn together with it.
      if (largest.element.closest('main') !== null) done([paint.startTime, largest.startTime]);
    }).observe({ type: 'largest-contentful-paint', buffered: true }))`);
    if (!Array.isArray(painted)) throw new Error('The browser did not say when it painted.');
    first.push(Number(painted[0]));
    answers.push(Number(painted[1]));
    await popup.close();
  }
  const paint = quantile(first);
  row('a page of one word, first paint', shown(quantile(least)), shown(Math.max(...least)), '');
  row(
    'first paint',
    shown(paint),
    shown(Math.max(...first)),
    `${BAR_MS} ms: ${bar('popup', paint <= BAR_MS)}`,
  );
  row('answer', shown(quantile(answers)), shown(Math.max(...answers)), '');
}
