import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from '../browser/describe-in.ts';
import { type ChromiumDriver, type ExtensionDriver, startChromium } from '../browser/drivers/chromium.ts';
import { startFirefox } from '../browser/drivers/firefox.ts';
import { chromiumPolicy, firefoxPolicy, type ManagedPolicy } from '../browser/drivers/policy.ts';
import { policyArrived } from '../browser/policy-arrived.ts';
import { until } from '../browser/until.ts';
import { type TestPage, type Verdict, verdictIn } from '../browser/verdict.ts';
import { type Roundcube, roundcubeMissing, startRoundcube, type WebmailPage } from './roundcube.ts';

/** A real webmail under a real managed policy: Roundcube and Dovecot from Debian's packages, policies as files. */

const MAILS = [
  'zoom-no-passcode',
  'webex-personal-room-depv',
  'teams-safelinks-good',
  'no-meeting',
  'webex-calendar',
  'calendar-only',
];
const POLICY = {
  policyVersion: 'test-1',
  expectedKeys: ['platforms'],
  organisation: { name: 'Ministerie van Voorbeelden' },
  platforms: [{ platform: 'webex', ceiling: 'nl-virbi/ongerubriceerd', alternative: 'Use the secure room.' }],
};
const WEBEX_ROOM = 'Dep. VERTROUWELIJK - Voorbereiding ministerraad';
const PICTURES = resolve('test-output');

const missing = roundcubeMissing();

/** What must be said of each mail under POLICY. */
const EXPECTED: [subject: string, verdict: Partial<Verdict>][] = [
  [
    'Weekly project call',
    { state: 'wrong', findings: ['no-passcode warn', 'enumerable-id warn'], marking: null },
  ],
  [
    WEBEX_ROOM,
    {
      state: 'wrong',
      findings: [
        'too-sensitive-for-platform warn',
        'no-passcode warn',
        'open-dial-in warn',
        'personal-room warn',
        'reused-room warn',
      ],
      marking: 'nl-virbi/depv',
      meetings: [{ platform: 'webex', passcode: 'absent', dialIn: 'open', room: 'personal' }],
    },
  ],
  [
    'Working group on archives',
    {
      state: 'clear',
      findings: [],
      meetings: [{ platform: 'teams', passcode: 'both', dialIn: 'none', room: 'one-off' }],
    },
  ],
  ['Agenda personeelsdag', { state: 'no-meeting', findings: [], meetings: [] }],
  // Roundcube shows a calendar part only as a file to download, which we never fetch: so a part could not be checked.
  [
    'Webex meeting invitation: Voortgang renovatie stadhuis',
    {
      state: 'unchecked',
      findings: [],
      meetings: [{ platform: 'webex', passcode: 'in-text', dialIn: 'protected', room: 'one-off' }],
    },
  ],
  ['Kennismaking leverancier', { state: 'unchecked', findings: [], meetings: [] }],
];

async function inbox(): Promise<Roundcube> {
  const roundcube = await startRoundcube();
  for (const mail of MAILS) roundcube.deliver(mail, readFileSync(`test/webmail/mails/${mail}.eml`));
  mkdirSync(PICTURES, { recursive: true });
  return roundcube;
}

/** The popup's verdict once it is as expected, or as it stands after five seconds. */
async function verdictOf(
  driver: ExtensionDriver<TestPage>,
  page: TestPage,
  expected: Partial<Verdict>,
): Promise<Verdict> {
  const popup = await driver.openPopup(await driver.tabId(page));
  let seen = await verdictIn(popup);
  await until('the verdict', async () => {
    seen = await verdictIn(popup);
    return Object.entries(expected).every(([key, value]) =>
      Object.entries(seen).some(
        ([name, now]) => name === key && JSON.stringify(now) === JSON.stringify(value),
      ),
    );
  }).catch(() => undefined);
  await popup.close();
  await page.bringToFront();
  return seen;
}

describeIn({ browser: 'Chromium', missing }, 'Roundcube in Chromium', () => {
  let roundcube: Roundcube;
  let policy: ManagedPolicy;
  let driver: ChromiumDriver;
  let page: Page;

  beforeAll(async () => {
    roundcube = await inbox();
    policy = chromiumPolicy();
    policy.write(POLICY);
    driver = await startChromium({ dist: resolve('dist/chromium-loopback') });
    await policyArrived(driver, POLICY.policyVersion);
    page = await driver.newPage();
    await roundcube.login(page);
  });
  afterAll(async () => {
    await driver?.close();
    policy?.restore();
    await roundcube?.stop();
  });

  it.each(EXPECTED)('judges "%s"', async (subject, expected) => {
    await roundcube.open(page, subject);
    const wanted = { ...expected, policy: { source: 'managed', version: 'test-1' }, faults: [] };
    expect(await verdictOf(driver, page, wanted)).toMatchObject(wanted);
    const notices = await driver.closedShadowText(page);
    expect(notices).toHaveLength(expected.state === 'clear' || expected.state === 'no-meeting' ? 0 : 1);
    await page.screenshot({
      path: join(PICTURES, `roundcube-${subject.replace(/\W+/g, '-').toLowerCase()}.png`),
    });
  });

  it('says it in the page: what, why and the organisation’s alternative', async () => {
    await roundcube.open(page, WEBEX_ROOM);
    await until('the notice', async () =>
      (await driver.closedShadowText(page)).join().includes('too sensitive for Webex'),
    );
    await driver.clickInNotice(page, 'What to do');
    await until('the details', async () =>
      (await driver.closedShadowText(page)).join().includes('Use the secure room.'),
    );
    const [notice] = await driver.closedShadowText(page);
    expect(notice).toContain('Ministerie van Voorbeelden');
    await page.screenshot({ path: join(PICTURES, 'roundcube-notice-open.png') });
  });

  it('follows the policy file while the mail stays open', async () => {
    await roundcube.open(page, WEBEX_ROOM);
    await until('the warning', async () =>
      (await driver.closedShadowText(page)).join().includes('too sensitive for Webex'),
    );
    policy.write({
      ...POLICY,
      policyVersion: 'test-2',
      platforms: [{ platform: 'webex', ceiling: 'nl-virbi/stg-c' }],
    });
    await until(
      'the warning to go',
      async () => {
        const said = (await driver.closedShadowText(page)).join();
        return said.includes('No passcode') && !said.includes('too sensitive');
      },
      15_000,
    );
    policy.write({
      ...POLICY,
      policyVersion: 'test-3',
      platforms: [{ platform: 'webex', use: 'forbidden' }],
    });
    await until(
      'the next warning',
      async () => (await driver.closedShadowText(page)).join().includes('does not use Webex'),
      15_000,
    );
    policy.write(POLICY);
    await until(
      'the first warning again',
      async () => (await driver.closedShadowText(page)).join().includes('too sensitive for Webex'),
      15_000,
    );
  });

  it('names each fault and keeps what was good', async () => {
    await roundcube.open(page, WEBEX_ROOM);
    policy.write({
      policyVersion: 'test-4',
      expectedKeys: ['platforms', 'schemes'],
      // A wrong type: Chromium drops the whole key.
      platforms: 'webex',
      rules: [
        { rule: 'no-pascode', level: 'off' },
        { rule: 'personal-room', level: 'block' },
        { rule: 'open-dial-in', from: 'nl-virbi/geheim', level: 'off' },
      ],
    });
    const wanted = {
      state: 'wrong',
      findings: [
        'personal-room block',
        'too-sensitive-for-platform warn',
        'no-passcode warn',
        'open-dial-in warn',
        'reused-room warn',
      ],
      policy: { source: 'managed', version: 'test-4' },
      faults: ['unknown-rule', 'unknown-marking', 'dropped-by-browser', 'dropped-by-browser'],
    };
    expect(await verdictOf(driver, page, wanted)).toMatchObject(wanted);
  });

  it.each([
    ['broken', () => policy.writeText('{"3rdparty": ')],
    ['gone', () => policy.remove()],
  ])('keeps the last good policy when the file is %s', async (_how, spoil) => {
    policy.write(POLICY);
    await roundcube.open(page, WEBEX_ROOM);
    const good = { policy: { source: 'managed', version: 'test-1' }, faults: [] };
    expect(await verdictOf(driver, page, good)).toMatchObject(good);
    spoil();
    const kept = {
      state: 'wrong',
      policy: { source: 'managed', version: 'test-1' },
      faults: ['empty'],
      findings: EXPECTED[1]?.[1].findings ?? [],
    };
    expect(await verdictOf(driver, page, kept)).toMatchObject(kept);
  });

  it('reviews under the saved policy before managed storage answers', async () => {
    policy.write(POLICY);
    const first = { policy: { source: 'managed', version: 'test-1' }, faults: [] };
    await roundcube.open(page, WEBEX_ROOM);
    await verdictOf(driver, page, first);
    // Managed storage never answers in this worker; a warning must come all the same.
    await driver.worker('(chrome.storage.managed.get = () => new Promise(() => {}), true)');
    await roundcube.open(page, 'Weekly project call');
    await roundcube.open(page, WEBEX_ROOM);
    await until('the warning', async () =>
      (await driver.closedShadowText(page)).join().includes('too sensitive for Webex'),
    );
  });

  it('leaves the mail working when the extension is gone', async () => {
    await roundcube.open(page, WEBEX_ROOM);
    // What is still to be asked would wake the worker again.
    await until('the warning', async () =>
      (await driver.closedShadowText(page)).join().includes('too sensitive for Webex'),
    );
    await driver.stopWorker();
    await driver.worker('(chrome.runtime.reload(), true)').catch(() => undefined);
    await roundcube.open(page, 'Agenda personeelsdag');
    await roundcube.open(page, 'Weekly project call');
    const body: unknown = await page
      .frameLocator('iframe[name=messagecontframe]')
      .locator('#messagebody')
      .textContent();
    expect(String(body)).toContain('zoom.us');
  });
});

describeIn({ browser: 'Firefox', missing }, 'Roundcube in Firefox', () => {
  let roundcube: Roundcube;
  let driver: ExtensionDriver<TestPage>;
  let page: TestPage & WebmailPage;
  const home = mkdtempSync(join(tmpdir(), 'in-camera-home-'));

  beforeAll(async () => {
    roundcube = await inbox();
    firefoxPolicy(home).write(POLICY);
    const firefox = await startFirefox({ dist: resolve('dist/firefox-loopback'), home });
    driver = firefox;
    await policyArrived(driver, POLICY.policyVersion);
    page = await firefox.newPage();
    await roundcube.login(page);
  });
  afterAll(async () => {
    await driver?.close();
    await roundcube?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it.each(EXPECTED)('judges "%s"', async (subject, expected) => {
    await roundcube.open(page, subject);
    const wanted = { ...expected, policy: { source: 'managed', version: 'test-1' }, faults: [] };
    expect(await verdictOf(driver, page, wanted)).toMatchObject(wanted);
  });
});
