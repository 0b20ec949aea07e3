import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRecord } from '../../src/record.ts';
import { describeIn } from './describe-in.ts';
import { startFirefox } from './drivers/firefox.ts';
import { type Place, placeOf, serve } from './own-pages.ts';
import { until } from './until.ts';

/** In Firefox: what was read in a private window leaves nothing on the disk; what was read in another does. Of Chromium: faults/many-windows.test.ts. */

const LINK = 'https://zoom.us/j/84512345678';
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Webmail</title><main><h1>SECRET: the harbour</h1>
  <p>Join: <a href="${LINK}">${LINK}</a></p></main><script>
  window.joined = 0;
  document.addEventListener('click', (event) => { event.preventDefault(); window.joined++; });</script>`;

const WINDOWS = [
  { name: 'a private window', isPrivate: true, kept: [] },
  { name: 'another window', isPrivate: false, kept: ['log', 'seen-meetings'] },
];

for (const { name, isPrivate, kept } of WINDOWS)
  describeIn('Firefox', `in ${name} of Firefox`, () => inWindow(isPrivate, kept));

function inWindow(isPrivate: boolean, kept: readonly string[]): void {
  let place: Place;
  let served: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    served = await serve({ '/': PAGE });
    const driver = await startFirefox({ dist: 'dist/firefox-loopback', private: isPrivate });
    place = await placeOf(driver, await driver.newPage());
  });
  afterAll(async () => {
    served?.server.close();
    await place?.driver.close();
  });

  it('warns, holds, and keeps what it may keep', async () => {
    await place.follow({ rules: [{ rule: 'no-passcode', level: 'justify' }] });
    await place.page.goto(served.origin);
    await place.page.bringToFront();
    await until('the warning', async () => (await place.notices()).join().includes('No passcode'));
    // The script that holds is brought in its own time.
    await pause(400);
    await place.page.evaluate("document.querySelector('a').focus()");
    await place.page.keyboard.press('Enter');
    await until('the dialog', async () => (await place.notices()).join().includes('Go back'));
    await place.type('They insist');
    await place.press('Join anyway');
    await until('the action to go on', async () => (await place.page.evaluate('window.joined')) === 1);
    await pause(500);
    const stored = await place.driver.worker('browser.storage.local.get()');
    const keys = isRecord(stored) ? Object.keys(stored) : [];
    // A key a day ("log:2026-11-22"), and beside them what the log says of itself.
    const ours = keys.flatMap((key) =>
      key.startsWith('log:') ? ['log'] : key === 'seen-meetings' ? [key] : [],
    );
    expect(ours.sort()).toEqual(kept);
    expect(JSON.stringify(stored)).not.toContain('84512345678');
    expect(JSON.stringify(stored).includes('They insist')).toBe(!isPrivate);
  });
}
