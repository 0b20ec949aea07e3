/** The recorders see what an extension asks for: otherwise no-network.test.ts would prove nothing. */
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeIn } from '../describe-in.ts';
import { until } from '../until.ts';
import { complaintsAbout, type Recording } from './judge.ts';
import { LEAKS, leakingCopy } from './leaking-copy.ts';
import { MAIL } from './pages.ts';
import { type Recorded, recordChromium, recordFirefox } from './recorded.ts';

const BROWSERS = [
  { name: 'Chromium', dist: 'dist/chromium', record: recordChromium },
  { name: 'Firefox', dist: 'dist/firefox', record: recordFirefox },
] as const;

const NOTHING: Recording = { proxy: [], log: { requests: [], names: [], connected: null }, proxyAt: '' };
const UNDER_POLICY = Object.values(LEAKS.underPolicy);
const IN_CONTENT_SCRIPT = Object.values(LEAKS.inContentScript);

const isSent = (there: Recorded, hosts: readonly string[], from: number): Promise<void> =>
  until(`a request to each of ${hosts.join(', ')}`, () =>
    hosts.every((host) => there.proxy.requests.slice(from).some((request) => request.includes(`//${host}/`))),
  );

/** What is said of a copy that leaks, once all of `awaited` has been asked for. */
async function complaints(
  record: (typeof BROWSERS)[number]['record'],
  dist: string,
  open: boolean,
  awaited: readonly string[],
): Promise<string[]> {
  const copy = leakingCopy(dist, open);
  try {
    const there = await record({ dist: copy, policy: { policyVersion: 'leaks' } });
    // Firefox tells on whose behalf a request is made only since it runs.
    await there.driver.stopWorker();
    const before = there.proxy.requests.length;
    const popup = await there.newPage();
    await there.enter(popup, 'popup/index.html?tab=0', 'document.body.dataset.state !== undefined');
    await there.page.goto(MAIL);
    await isSent(there, awaited, before).catch((error: unknown) => console.log(error));
    return complaintsAbout(await there.end(), NOTHING, there.own);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

for (const { name, dist, record } of BROWSERS)
  describeIn(name, `an extension that leaks, in ${name}`, () => {
    it('is caught by the proxy and by the browser’s log, wherever it does so', async () => {
      const all = await complaints(record, dist, true, [...UNDER_POLICY, ...IN_CONTENT_SCRIPT]);
      for (const host of [...UNDER_POLICY, ...IN_CONTENT_SCRIPT]) {
        expect(
          all.some((one) => one.startsWith('the proxy was asked for') && one.includes(`//${host}/`)),
          host,
        ).toBe(true);
        expect(
          all.some((one) => one.startsWith('the browser’s log has') && one.includes(`//${host}/`)),
          host,
        ).toBe(true);
      }
      for (const host of UNDER_POLICY)
        expect(
          all.some((one) => one.startsWith('the extension itself asked for') && one.includes(`//${host}/`)),
          host,
        ).toBe(true);
    });

    it('is stopped by the policy of our pages, in the worker, too', async () => {
      const all = await complaints(record, dist, false, IN_CONTENT_SCRIPT);
      expect(all.some((one) => one.includes(IN_CONTENT_SCRIPT[0] ?? ''))).toBe(true);
      for (const host of UNDER_POLICY) expect(all.filter((one) => one.includes(host))).toEqual([]);
    });
  });
