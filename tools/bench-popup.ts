import { REVIEWS, reportOf } from '../test/browser/access/reviews.ts';
import type { ChromiumDriver } from '../test/browser/drivers/chromium.ts';
import { bar, row, shown } from './bench-bars.ts';

const OPENINGS = 7;
const BAR_MS = 100;
/** No tab has it: the popup shows what is stored here. */
const TAB = 987_654;

/** How soon the popup says its answer while the worker is stopped, from the beginning of its load to its first words on the screen. */
export async function popupPaint(driver: ChromiumDriver): Promise<void> {
  console.log(`\nThe popup's first words, worker asleep: ${OPENINGS} openings\n`);
  row('', 'best', 'longest', 'bar');
  const reports = { [`report:${TAB}:0`]: reportOf([REVIEWS.warn, REVIEWS.block]) };
  await driver.worker(`chrome.storage.session.set(${JSON.stringify(reports)}).then(() => null)`);
  const waits: number[] = [];
  for (let count = 0; count < OPENINGS; count++) {
    await driver.stopWorker();
    const popup = await driver.openPopup(TAB);
    const painted = await popup.evaluate(`new Promise((done) => {
      new PerformanceObserver((list) => {
        for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') done(startTime);
      }).observe({ type: 'paint', buffered: true });
    })`);
    // Nothing is painted before the answer: the body is empty until then.
    if (typeof painted !== 'number' || (await popup.evaluate('document.body.dataset.state')) !== 'wrong')
      throw new Error('The popup did not say what was stored.');
    waits.push(painted);
    await popup.close();
  }
  const best = Math.min(...waits);
  row('popup', shown(best), shown(Math.max(...waits)), `${BAR_MS} ms: ${bar('popup', best <= BAR_MS)}`);
}
