import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waysOf } from '../../src/meetings/ways.ts';
import { isRecord } from '../../src/record.ts';
import { describeIn } from './describe-in.ts';
import { type ExtensionDriver, startChromium } from './drivers/chromium.ts';
import { startFirefox } from './drivers/firefox.ts';
import { until } from './until.ts';
import { type TestPage, verdictIn } from './verdict.ts';

/**
 * A meeting link that was opened outside the webmail: the builds that ship, on the platforms' own addresses. The requests are answered
 * here; nothing leaves this machine.
 */

const ZOOM = 'https://zoom.us/j/84512345678?pwd=bVpKc1RkZz09.1';
const WEBEX = 'https://examplestad.webex.com/meet/jan.devries';
const TEAMS =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_MDEyMzQ1NjctODlhYi00Y2RlLThmMDEtMjM0NTY3ODlhYmNk%40thread.v2/0?context=%7b%22Tid%22%3a%220a1b2c3d-0000-4000-8000-00000000abcd%22%7d';
const MEET = 'https://meet.google.com/abc-defg-hij';
const ORDINARY = [
  'https://zoom.us/pricing',
  'https://examplestad.webex.com/webappng/sites/examplestad/dashboard',
  'https://teams.microsoft.com/v2/',
  'https://meet.google.com/landing',
];
const WEBMAIL = 'https://mail.google.com/mail/u/0/';

const INVITATION = `<!doctype html><title>Inbox</title><div role="main"><h2>Stg. GEHEIM overleg</h2><div>
  ${[ZOOM, TEAMS, MEET].map((link) => `<p>Deelnemen: <a href="${link}">${link}</a></p>`).join('\n')}</div></div>`;
/** The script keeps its button from coming until we answer for it. */
const SLOW = `<!doctype html><title>Launch Meeting</title><p>One moment</p><script src="/slow.js"></script><button>Join</button>`;
const PLATFORM = '<!doctype html><title>Meeting</title><main><button>Join</button></main>';

/** What the pages load, and how the answers are given. */
interface Answers {
  /** Holds a request back until it settles. */
  before(url: string): Promise<void>;
  bodyOf(url: string): string;
}

function answers(): Answers & { release(): void } {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    release: () => release(),
    before: (url) => (url.endsWith('/slow.js') ? released : Promise.resolve()),
    bodyOf: (url) => {
      if (url.endsWith('/slow.js')) return '';
      if (url.startsWith(WEBMAIL)) return INVITATION;
      return url.includes('slow=1') ? SLOW : PLATFORM;
    },
  };
}

interface Running<AnyPage> {
  driver: ExtensionDriver<AnyPage>;
  newPage(): Promise<AnyPage>;
  release(): void;
}

const typeOf = (url: string): string =>
  url.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';

async function inChromium() {
  const { before, bodyOf, release } = answers();
  const driver = await startChromium({ dist: resolve('dist/chromium') });
  await driver.context.route(/^https:/, async (route) => {
    const url = route.request().url();
    await before(url);
    await route.fulfill({ contentType: typeOf(url), body: bodyOf(url) }).catch(() => undefined);
  });
  return { driver, release, newPage: () => driver.newPage() };
}

async function inFirefox() {
  const { before, bodyOf, release } = answers();
  const driver = await startFirefox({ dist: resolve('dist/firefox') });
  return {
    driver,
    release,
    async newPage() {
      const page = await driver.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith('https:')) void request.continue();
        else
          void before(url)
            .then(() => request.respond({ status: 200, contentType: typeOf(url), body: bodyOf(url) }))
            .catch(() => undefined);
      });
      return page;
    },
  };
}

describeIn('Chromium', 'join pages in Chromium', () => suite(inChromium));
describeIn('Firefox', 'join pages in Firefox', () => suite(inFirefox));

function suite<AnyPage extends TestPage>(run: () => Promise<Running<AnyPage>>): void {
  let running: Running<AnyPage>;
  let page: AnyPage;
  let tab: number;

  beforeAll(async () => {
    running = await run();
    page = await running.newPage();
    await page.goto(WEBEX);
    tab = await running.driver.tabId(page);
  });
  afterAll(async () => {
    await running?.driver.close();
  });

  /** The report of our tab, once it is of this host and, if one is asked for, of a page that joins. */
  async function reported(joins: boolean): Promise<void> {
    await until(`a report of a page that ${joins ? 'joins' : 'does not'}`, async () => {
      const key = JSON.stringify(`report:${tab}:0`);
      const stored = await running.driver.worker(`(await chrome.storage.session.get(${key}))[${key}]`);
      if (!isRecord(stored) || !Array.isArray(stored.entries)) return false;
      const host = await page.evaluate('location.host');
      return stored.site === host && stored.entries.length === (joins ? 1 : 0);
    });
  }

  const notices = async (): Promise<string> => (await running.driver.closedShadowText(page)).join(' ');
  const says = (words: RegExp): Promise<void> =>
    until(`a notice that says ${words}`, async () => words.test(await notices()));

  it('warns of what the link itself tells', async () => {
    await says(/personal Webex room/);
    await reported(true);
    const popup = await running.driver.openPopup(tab);
    await until('the popup', async () => (await verdictIn(popup)).findings.length > 0);
    const verdict = await verdictIn(popup);
    expect(verdict).toMatchObject({ state: 'wrong', findings: ['personal-room warn'] });
    expect(verdict.meetings).toMatchObject([{ platform: 'webex', passcode: 'unknown', dialIn: 'unknown' }]);
    await popup.close();
  });

  it.each(ORDINARY)('says nothing on %s', async (url) => {
    await page.goto(url);
    await reported(false);
    expect(await notices()).toBe('');
    expect(await page.evaluate('document.documentElement.children.length')).toBe(2);
  });

  it('follows a page that changes its address by itself', async () => {
    await page.goto('https://examplestad.webex.com/webappng/sites/examplestad/dashboard');
    await reported(false);
    await page.evaluate(
      `history.pushState(null, '', '/meet/jan.devries'); document.title = 'Jan'; document.body.append('Welcome')`,
    );
    await says(/personal Webex room/);
    await page.evaluate(
      `history.pushState(null, '', '/webappng/sites/examplestad/dashboard'); document.body.append('Bye')`,
    );
    await reported(false);
    await until('no notice', async () => (await notices()) === '');
    await page.evaluate('history.back()');
    await says(/personal Webex room/);
  });

  describe('after an invitation was seen', () => {
    beforeAll(async () => {
      const settings = {
        otherPlatforms: { ceiling: 'nl-virbi/ongerubriceerd', alternative: 'Use the secure room.' },
      };
      await running.driver.worker(
        `chrome.storage.local.set({ 'own-settings': ${JSON.stringify(settings)} })`,
      );
      await until('the policy', async () => {
        const note = await running.driver.worker(
          `(await chrome.storage.local.get('policy-note'))['policy-note']`,
        );
        return (
          isRecord(note) && Array.isArray(note.ownSettings) && note.ownSettings.includes('otherPlatforms')
        );
      });
      await page.goto('https://meet.google.com/xyz-uvwx-abc');
      await reported(true);
      // Nobody invited to this one.
      expect(await notices()).toBe('');
      await page.goto(WEBMAIL);
      await says(/Stg\. GEHEIM/);
    });

    it.each([
      ['Zoom', ZOOM],
      ['Zoom, by another form of the link', 'https://app.zoom.us/wc/84512345678/join'],
      ['Teams', TEAMS],
      ['Google Meet', MEET],
    ])('%s: its page knows the marking', async (_name, url) => {
      await page.goto(url);
      await says(/Stg\. GEHEIM.*too sensitive/);
      const popup = await running.driver.openPopup(tab);
      await until('the popup', async () => (await verdictIn(popup)).marking !== null);
      expect((await verdictIn(popup)).findings).toContain('too-sensitive-for-platform warn');
      await popup.close();
      await page.bringToFront();
    });

    it('says so before the page’s own button is there', async () => {
      const loading = page.goto(`${ZOOM}&slow=1`);
      const isOurs = `[...document.documentElement.children].some(({ localName }) => localName.startsWith('in-camera'))`;
      await until(
        'the notice',
        async () => (await page.evaluate(`location.search.includes('slow') && ${isOurs}`)) === true,
      );
      expect(await page.evaluate(`[document.readyState, document.querySelector('button')]`)).toEqual([
        'loading',
        null,
      ]);
      running.release();
      await loading;
      await says(/too sensitive/);
    });

    it('comes back when the page throws it out', async () => {
      await page.goto(MEET);
      await says(/too sensitive/);
      await page.evaluate(
        `[...document.documentElement.children].filter(({ localName }) => localName.startsWith('in-camera')).forEach((one) => one.remove())`,
      );
      await says(/too sensitive/);
    });

    it('keeps no link and no number on the disk', async () => {
      const kept = String(
        await running.driver.worker(
          `JSON.stringify((await chrome.storage.local.get('seen-meetings'))['seen-meetings'])`,
        ),
      );
      expect(kept).toContain('Stg. GEHEIM');
      for (const secret of ['84512345678', 'abc-defg-hij', 'bVpKc1RkZz09', 'overleg', 'https'])
        expect(kept).not.toContain(secret);
    });
  });

  describe('where the policy holds joining', () => {
    beforeAll(async () => {
      const settings = {
        rules: [
          { rule: 'personal-room', level: 'justify' },
          { rule: 'platform-not-allowed', level: 'block' },
        ],
        platforms: [{ platform: 'zoom', use: 'forbidden', alternative: 'Use the secure room.' }],
      };
      await running.driver.worker(
        `chrome.storage.local.set({ 'own-settings': ${JSON.stringify(settings)} })`,
      );
      await until('the policy', async () => {
        const note = await running.driver.worker(
          `(await chrome.storage.local.get('policy-note'))['policy-note']`,
        );
        return isRecord(note) && Array.isArray(note.ownSettings) && note.ownSettings.includes('platforms');
      });
    });

    it('asks over the page, and leaves it when the person goes back', async () => {
      await page.goto('https://zoom.us/pricing');
      await page.goto(WEBEX);
      await says(/asks for a reason before you join.*Go back.*Join anyway/);
      await running.driver.clickInNotice(page, 'Go back');
      await until(
        'the page before',
        async () => (await page.evaluate('location.href')) === 'https://zoom.us/pricing',
      );
    });

    it('lets the page be used once a reason is given', async () => {
      // Puppeteer waits in vain for a page that Firefox takes out of its back-forward cache.
      page = await running.newPage();
      await page.goto(WEBEX);
      await says(/Join anyway/);
      await running.driver.typeInNotice(page, 'The chair asked me to');
      await running.driver.clickInNotice(page, 'Join anyway');
      await until('no question', async () => !(await notices()).includes('Join anyway'));
      expect(await page.evaluate('location.href')).toBe(WEBEX);
      await says(/personal Webex room/);
      let log = '';
      await until('the reason in the log', async () => {
        log = String(
          await running.driver.worker(
            `JSON.stringify(Object.entries(await chrome.storage.local.get()).filter(([key]) => key.startsWith('log:')))`,
          ),
        );
        return log.includes('The chair asked me to');
      });
      expect(log).not.toContain('jan.devries');
    });

    it('asks only for what no reason was given for elsewhere', async () => {
      const [way] = waysOf([WEBEX], []);
      const pass = (rule: string): Promise<unknown> =>
        running.driver.worker(
          `chrome.storage.session.set({ passes: [[${JSON.stringify(way)}, { until: Date.now() + 60_000, rules: [${JSON.stringify(rule)}] }]] })`,
        );
      page = await running.newPage();
      await pass('no-passcode');
      await page.goto(WEBEX);
      await says(/Join anyway/);
      await running.driver.clickInNotice(page, 'Go back');
      page = await running.newPage();
      await pass('personal-room');
      await page.goto(WEBEX);
      await says(/personal Webex room/);
      expect(await notices()).not.toContain('Join anyway');
    });

    it('lets nobody join what is blocked', async () => {
      const [way] = waysOf([ZOOM], []);
      // No reason for it can be given; whoever says so is not believed.
      await running.driver.worker(
        `chrome.storage.session.set({ passes: [[${JSON.stringify(way)}, { until: Date.now() + 60_000, rules: ['platform-not-allowed'] }]] })`,
      );
      await page.goto('https://zoom.us/pricing');
      await page.goto(ZOOM);
      await says(/does not allow joining.*Go back/);
      expect(await notices()).not.toContain('Join anyway');
      expect(await notices()).toContain('Use the secure room.');
      // Taken away, it comes back.
      await page.evaluate(
        `[...document.documentElement.children].filter(({ localName }) => localName.startsWith('in-camera')).forEach((one) => one.remove())`,
      );
      await says(/does not allow joining.*Go back/);
      await running.driver.clickInNotice(page, 'Go back');
      await until(
        'the page before',
        async () => (await page.evaluate('location.href')) === 'https://zoom.us/pricing',
      );
    });
  });
}
