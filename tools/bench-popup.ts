import { REVIEWS, reportOf } from '../test/browser/access/reviews.ts';
import type { ChromiumDriver } from '../test/browser/drivers/chromium.ts';
import { until } from '../test/browser/until.ts';
import { bar, quantile, row, shown } from './bench-bars.ts';

const OPENINGS = 15;
const BAR_MS = 100;
/** No tab has it: the popup shows what is stored here. */
const TAB = 987_654;

/**
 * How soon the popup is there while the worker is stopped: from the beginning of its load to the first paint, which is its name, and to its
 * answer on the screen.
 */
export async function popupPaint(driver: ChromiumDriver): Promise<void> {
  console.log(`\nThe popup, worker asleep: ${OPENINGS} openings\n`);
  row('', 'median', 'longest', 'bar');
  const reports = { [`report:${TAB}:0`]: reportOf([REVIEWS.warn, REVIEWS.block]) };
  await driver.worker(`chrome.storage.session.set(${JSON.stringify(reports)}).then(() => null)`);
  const first: number[] = [];
  const answers: number[] = [];
  for (let count = 0; count < OPENINGS; count++) {
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
  row(
    'first paint',
    shown(paint),
    shown(Math.max(...first)),
    `${BAR_MS} ms: ${bar('popup', paint <= BAR_MS)}`,
  );
  row('answer', shown(quantile(answers)), shown(Math.max(...answers)), '');
}
