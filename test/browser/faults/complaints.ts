/** What the browser itself noted against the extension: what was thrown, or rejected, and nobody caught; in Chromium also console.error. */
import { isRecord } from '../../../src/record.ts';
import type { ChromiumDriver } from '../drivers/chromium.ts';
import type { FirefoxDriver } from '../drivers/firefox.ts';
import { until } from '../until.ts';

/** All up to now, also of workers and pages that are gone. */
export type Complaints = () => Promise<string[]>;

/** Notes of this call, one a line. Chromium gathers them in its developer mode: of the worker, of pages, of the scripts in other pages. */
export async function chromiumComplaints(driver: ChromiumDriver): Promise<Complaints> {
  const page = await driver.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  const infoOf = `chrome.developerPrivate.getExtensionInfo(${JSON.stringify(driver.extensionId)})`;
  return async () => {
    const noted: unknown = JSON.parse(
      String(await page.evaluate(`${infoOf}.then(({ runtimeErrors }) => JSON.stringify(runtimeErrors))`)),
    );
    const errors: unknown[] = Array.isArray(noted) ? noted : [];
    return errors.flatMap((one) =>
      isRecord(one) && one.severity === 'ERROR' ? [`${one.message} (${one.contextUrl})`] : [],
    );
  };
}

/**
 * Firefox notes them in its own console. What its API layer says of a background that it has just ended names no file of ours, or is a
 * warning ("Promise resolved after context unloaded").
 */
export async function firefoxComplaints(driver: FirefoxDriver): Promise<Complaints> {
  const about = await driver.newPage();
  await about.goto('about:config', { waitUntil: [] });
  await until('about:config', () =>
    about.evaluate("location.href === 'about:config' && typeof Services === 'object'"),
  );
  // In the process of the browser, to which all others report.
  const noted = `JSON.stringify(Services.console.getMessageArray().flatMap((one) => {
    if (!(one instanceof Ci.nsIScriptError) || (one.flags & Ci.nsIScriptError.warningFlag) !== 0) return [];
    return one.category === 'content javascript' && one.sourceName.startsWith('moz-extension:')
      ? [one.errorMessage + ' (' + one.sourceName + ')'] : [];
  }))`;
  await about.evaluate('Services.console.reset()');
  return async () => {
    const errors: unknown = JSON.parse(String(await about.evaluate(noted)));
    return Array.isArray(errors) ? errors.map(String) : [];
  };
}
