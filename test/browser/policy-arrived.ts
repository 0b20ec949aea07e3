import { until } from './until.ts';

/** Chromium answers the first look at managed storage seconds after it started; under load ten and more were seen. */
export function policyArrived(
  driver: { worker(expression: string): Promise<unknown> },
  version: string,
): Promise<void> {
  const asked = `chrome.storage.local.get().then((all) => all['policy-note']?.version === ${JSON.stringify(version)})`;
  return until(`policy ${version}`, () => driver.worker(asked), 60_000);
}
