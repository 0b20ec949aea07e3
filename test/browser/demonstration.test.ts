import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { items, pathOf } from '../../demo/items.ts';
import { serveWebmail, type Webmail } from '../../demo/server.ts';
import { describeIn } from './describe-in.ts';
import { type ExtensionDriver, startChromium } from './drivers/chromium.ts';
import { startFirefox } from './drivers/firefox.ts';
import type { BrowserName } from './turn.ts';
import { until } from './until.ts';
import { type TestPage, type Verdict, verdictIn } from './verdict.ts';

/** What In Camera must say of each item of the demonstration, without a policy. Every item needs a line. */
const EXPECTED: Readonly<Record<string, { state: string; findings: string[]; marking?: string }>> = {
  'zoom-no-passcode': {
    state: 'wrong',
    findings: ['no-passcode warn', 'enumerable-id warn', 'open-dial-in warn'],
  },
  'zoom-good': { state: 'clear', findings: [] },
  'zoom-personal-room': { state: 'wrong', findings: ['personal-room warn'] },
  'webex-open-dial-in': { state: 'wrong', findings: ['open-dial-in warn'] },
  'webex-personal-room': {
    state: 'wrong',
    findings: ['no-passcode warn', 'open-dial-in warn', 'personal-room warn', 'reused-room warn'],
    marking: 'nl-virbi/depv',
  },
  'webex-good': { state: 'clear', findings: [] },
  'teams-good': { state: 'clear', findings: [] },
  'teams-dutch': { state: 'clear', findings: ['open-dial-in inform'] },
  'meet-good': { state: 'clear', findings: [] },
  'jitsi-plain': { state: 'wrong', findings: ['no-passcode warn', 'guessable-room warn'] },
  lookalike: { state: 'wrong', findings: ['lookalike-link warn', 'misleading-link warn'] },
  'no-meeting': { state: 'no-meeting', findings: [] },
  'official-sensitive': {
    state: 'clear',
    findings: ['passcode-in-link inform'],
    marking: 'uk-gscp/official-sensitive',
  },
  'webex-college': { state: 'wrong', findings: ['open-dial-in warn'] },
  'zoom-being-written': { state: 'wrong', findings: ['no-passcode warn', 'enumerable-id warn'] },
};

interface Browser {
  driver: ExtensionDriver<TestPage>;
}

const BROWSERS: { name: BrowserName; start: () => Promise<Browser> }[] = [
  {
    name: 'Chromium',
    start: async () => ({ driver: await startChromium({ dist: resolve('dist/chromium-loopback') }) }),
  },
  {
    name: 'Firefox',
    start: async () => ({ driver: await startFirefox({ dist: resolve('dist/firefox-loopback') }) }),
  },
];

for (const { name, start } of BROWSERS)
  describeIn(name, `the demonstration in ${name}`, () => demonstration(start));

function demonstration(start: () => Promise<Browser>): void {
  let driver: ExtensionDriver<TestPage>;
  let webmail: Webmail;
  let page: TestPage;
  let tabId: number;

  beforeAll(async () => {
    webmail = await serveWebmail();
    ({ driver } = await start());
    page = await driver.newPage();
    await page.goto(webmail.url);
    tabId = await driver.tabId(page);
  });
  afterAll(async () => {
    await driver?.close();
    await webmail?.close();
  });

  /** The popup's verdict once it is in this state, with this many findings. */
  async function verdict(state: string, findings: number): Promise<Verdict> {
    const popup = await driver.openPopup(tabId);
    try {
      let seen = await verdictIn(popup);
      await until(`the state ${state} with ${findings} findings`, async () => {
        seen = await verdictIn(popup);
        return seen.state === state && seen.findings.length === findings;
      }).catch(() => undefined);
      return seen;
    } finally {
      await popup.close();
      await page.bringToFront();
    }
  }

  /** The popup that verdict() closed wakes the worker once more (tabs.onRemoved); only then can it be stopped for good. */
  async function stopWorker(): Promise<void> {
    await pause(500);
    await driver.stopWorker();
  }

  it('expects something of every item', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(items.map((item) => item.id).sort());
  });

  it.each(items.map((item) => [item.id, item] as const))('judges %s', async (id, item) => {
    const expected = EXPECTED[id] ?? { state: 'unexpected', findings: [] };
    await page.goto(`${webmail.url}${pathOf(item)}`);
    const seen = await verdict(expected.state, expected.findings.length);
    expect(seen).toMatchObject({
      state: expected.state,
      findings: expected.findings,
      marking: expected.marking ?? null,
    });
    expect(seen.meetings.map((meeting) => meeting.platform)).toEqual(
      item.platform === null ? [] : [item.platform],
    );
    expect(seen.policy).toEqual({ source: 'default', version: '' });
    const notices = (): Promise<string[]> => driver.closedShadowText(page);
    // The popup may know a moment sooner than the page.
    if (expected.findings.length > 0) await until('the notice', async () => (await notices()).length > 0);
    expect(await notices()).toHaveLength(expected.findings.length === 0 ? 0 : 1);
    const badge = await driver.badge(webmail.url);
    const text = { wrong: `${expected.findings.length}`, clear: '✓', 'no-meeting': '' }[expected.state];
    expect(badge.text).toBe(expected.state === 'clear' && expected.findings.length > 0 ? '1' : text);
  });

  it('says what, why and the next step, and opens at a click', async () => {
    await page.goto(`${webmail.url}/mail/zoom-no-passcode`);
    await until('a notice', async () => (await driver.closedShadowText(page)).length === 1);
    expect((await driver.closedShadowText(page)).join()).toContain('No passcode');
    await driver.clickInNotice(page, 'What to do');
    await until('the details', async () =>
      (await driver.closedShadowText(page)).join().includes('Next step'),
    );
    const [notice] = await driver.closedShadowText(page);
    expect(notice).toContain('Why it matters');
    expect(notice).toContain('Security → Passcode');
  });

  it('tells who writes an invitation what to mend, not whom to ask', async () => {
    await page.goto(`${webmail.url}/draft/zoom-being-written`);
    await until('a notice', async () => (await driver.closedShadowText(page)).length === 1);
    await driver.clickInNotice(page, 'What to do');
    await until('the details', async () =>
      (await driver.closedShadowText(page)).join().includes('old invitations'),
    );
    expect((await driver.closedShadowText(page)).join()).not.toContain('Ask the organiser');
  });

  it('follows the page when it changes without a reload', async () => {
    await page.goto(`${webmail.url}/mail/zoom-no-passcode`);
    await until('the first notice', async () => (await driver.closedShadowText(page)).length === 1);
    await page.click('nav a[href="/mail/webex-good"]');
    await until('no notice', async () => (await driver.closedShadowText(page)).length === 0);
    await page.click('nav a[href="/mail/webex-open-dial-in"]');
    await until('the next notice', async () =>
      (await driver.closedShadowText(page)).join().includes('Open by phone'),
    );
  });

  it('takes the subject for the title, not a heading in the mail', async () => {
    await page.goto(`${webmail.url}/mail/meet-good`);
    await verdict('clear', 0);
    const titles: unknown = await driver.worker(
      `(await chrome.storage.session.get(null).then((all) => Object.values(all).flatMap((one) => one.entries?.map((entry) => entry.title) ?? [])))`,
    );
    expect(titles).toContain('Invitation: Website accessibility review');
  });

  it('changes nothing in the page but for one element of its own', async () => {
    await page.goto(`${webmail.url}/mail/zoom-no-passcode`);
    await until('a notice', async () => (await driver.closedShadowText(page)).length === 1);
    const inPage = await page.evaluate(`(() => {
      const ours = [...document.querySelectorAll('*')].filter((one) => one.localName.startsWith('in-camera-'));
      const parents = ours.map((one) => one.parentNode.localName);
      const clone = document.documentElement.cloneNode(true);
      for (const one of [...clone.querySelectorAll('*')]) if (one.localName.startsWith('in-camera-')) one.remove();
      return { parents, html: clone.innerHTML.replace(/\\s+/g, ' ') };
    })()`);
    const served = await page.evaluate(`fetch(location.href).then((answer) => answer.text()).then((text) =>
      new DOMParser().parseFromString(text, 'text/html').documentElement.innerHTML.replace(/\\s+/g, ' '))`);
    expect(inPage).toEqual({ parents: ['html'], html: served });
  });

  it('reviews the next invitation after the worker was stopped, and the popup still shows the tab', async () => {
    await page.goto(`${webmail.url}/mail/zoom-no-passcode`);
    await verdict('wrong', 3);
    await stopWorker();
    expect(await verdict('wrong', 3)).toMatchObject({ state: 'wrong' });
    await stopWorker();
    await page.click('nav a[href="/mail/webex-personal-room"]');
    expect(await verdict('wrong', 4)).toMatchObject({ marking: 'nl-virbi/depv' });
  });

  it('shows nothing of a page that is gone', async () => {
    await page.goto(`${webmail.url}/mail/zoom-no-passcode`);
    await verdict('wrong', 3);
    await page.goto('about:blank');
    expect(await verdict('not-reading', 0)).toMatchObject({ state: 'not-reading', meetings: [] });
  });
}

describeIn('Chromium', 'the demonstration in Dutch', () => {
  it('speaks Dutch in the page and in the popup', async () => {
    const webmail = await serveWebmail();
    const driver = await startChromium({ dist: resolve('dist/chromium-loopback'), language: 'nl' });
    try {
      const page = await driver.newPage();
      await page.goto(`${webmail.url}/mail/zoom-no-passcode`);
      await until('the notice', async () =>
        (await driver.closedShadowText(page)).join().includes('Geen wachtwoord'),
      );
      const popup = await driver.openPopup(await driver.tabId(page));
      await until('the popup', async () => (await popup.textContent('body'))?.includes('Geen wachtwoord'));
    } finally {
      await driver.close();
      await webmail.close();
    }
  });
});
