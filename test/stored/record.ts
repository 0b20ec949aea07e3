/**
 * Keeps what this version of the extension stores, as `test/stored/<version>.json`: once for each release, when all else is done. It drives
 * the built extension through a session in Chromium, under a managed policy, so nothing else may use Chromium meanwhile:
 *
 *     npm run build && npx tsx test/stored/record.ts
 */
import { writeFileSync } from 'node:fs';
import packageJson from '../../package.json' with { type: 'json' };
import { startChromium } from '../browser/drivers/chromium.ts';
import { chromiumPolicy } from '../browser/drivers/policy.ts';
import { serve } from '../browser/own-pages.ts';
import { policyArrived } from '../browser/policy-arrived.ts';
import { until } from '../browser/until.ts';
import { CHOSEN, PAGES, POLICY, REASON } from './session.ts';

const policy = chromiumPolicy();
const { server, origin } = await serve(PAGES);
const driver = await startChromium({ dist: 'dist/chromium-loopback' });
try {
  policy.write(POLICY);
  await policyArrived(driver, POLICY.policyVersion);
  const page = await driver.newPage();
  const said = async (): Promise<string> => (await driver.closedShadowText(page)).join();
  const open = async (path: string): Promise<void> => {
    await page.goto(origin + path);
    await until(`the notice on ${path}`, async () => (await said()).includes('Not now'));
  };
  const isStored = (area: 'local' | 'session', what: string): Promise<void> =>
    until(`${what} in storage.${area}`, async () =>
      String(await driver.worker(`JSON.stringify(await chrome.storage.${area}.get())`)).includes(what),
    );

  await open('/put-off');
  await driver.clickInNotice(page, 'Not now');
  await isStored('session', '"set-aside"');
  await open('/known');
  await driver.clickInNotice(page, 'What to do');
  await driver.clickInNotice(page, 'I know this one');
  await isStored('local', '"set-aside"');
  await open('/held');
  await until('the dialog', async () => {
    await page.evaluate("document.querySelector('a').focus()");
    await page.keyboard.press('Enter');
    return (await said()).includes('Join anyway');
  });
  await driver.typeInNotice(page, REASON);
  await driver.clickInNotice(page, 'Join anyway');
  await isStored('local', REASON);
  await driver.clickInNotice(page, 'Make this notice small');
  await isStored('local', '"small-notices"');

  const settings = await driver.openPopup(0);
  await settings.evaluate("location.assign('/options/index.html#settings')");
  const choose = async (selector: string, value: string): Promise<void> => {
    await until(selector, () => settings.evaluate(`document.querySelector('${selector}') !== null`));
    await settings.evaluate(`(() => { const select = document.querySelector('${selector}');
      select.value = '${value}'; select.dispatchEvent(new Event('change', { bubbles: true })); })()`);
  };
  await choose(`[data-rule=${CHOSEN.rule}] select`, CHOSEN.level);
  await isStored('local', '"own-settings"');
  await choose('.settings-field select', CHOSEN.language);
  await isStored('local', '"own-words"');
  await until('the note of both', async () =>
    String(await driver.worker(`JSON.stringify(await chrome.storage.local.get('policy-note'))`)).includes(
      CHOSEN.rule,
    ),
  );

  const areas = await driver.worker(
    'Promise.all([chrome.storage.local.get(), chrome.storage.session.get()]).then(([local, session]) => JSON.stringify({ local, session }))',
  );
  const kept = {
    version: packageJson.version,
    recorded: new Date().toISOString(),
    ...JSON.parse(String(areas)),
  };
  const file = `test/stored/${packageJson.version}.json`;
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  console.log(`${file}: ${Object.keys(kept.local).join(' ')}; ${Object.keys(kept.session).join(' ')}`);
} finally {
  await driver.close();
  policy.restore();
  server.close();
}
