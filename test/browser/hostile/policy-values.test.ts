import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRecord } from '../../../src/record.ts';
import { describeIn } from '../describe-in.ts';
import { startChromium } from '../drivers/chromium.ts';
import { startFirefox } from '../drivers/firefox.ts';
import { chromiumPolicy, firefoxPolicy } from '../drivers/policy.ts';
import { type Place, placeOf, serve } from '../own-pages.ts';
import { until } from '../until.ts';
import type { TestPage } from '../verdict.ts';
import { INVITATION, mailPage } from './mail.ts';

/** Managed policies whose values are made to break what people see: markup, control characters, turned text, megabytes, addresses that run. */

const OWNED = `document.title = 'owned'`;
const MARKUP = `<img src=x onerror="${OWNED}"><script>${OWNED}</script><style>* { display: none !important }</style>`;
/** Overrides and isolates that nothing ends, a bell, line ends, nothing, and a mark that a file begins with. */
const TURNED = '\u202e\u2066\u2067\u202d turned \u0007\u0000\r\nBcc: spy@example.org\u0085 \ufeff';
const NASTY = `${MARKUP}${TURNED}"'\`</p></div>$1{{}}%0A&lt;b&gt;`;
const LONG = 'W'.repeat(1990);
const MEGABYTE = 'x'.repeat(1_000_000);

const POLICY = {
  policyVersion: `hostile ${NASTY}`,
  organisation: {
    name: NASTY,
    contact:
      'mailto:it@example.gov%0d%0aBcc:spy@example.org?bcc=spy@example.org&cc=ict@example.gov%0D%0ABcc:spy@example.org&subject=Ours%0D%0ABcc%3A%20spy&body=x&attach=/etc/passwd',
    helpUrl: 'javascript:alert(1)',
  },
  rules: [{ rule: 'no-passcode', level: 'justify' }],
  texts: [
    { rule: 'no-passcode', language: 'en', text: NASTY },
    { rule: 'enumerable-id', language: 'en', text: LONG },
    { rule: 'unproven-protection', language: 'en', text: MEGABYTE },
  ],
  platforms: [{ platform: 'zoom', hosts: ['*.zoom.us', 'zoom.us'], use: 'forbidden', alternative: NASTY }],
  labels: [{ id: 'intern', names: [`SECRET`, MARKUP, `\u202eSECRET`], rank: 40 }],
  incidents: [
    {
      id: MARKUP.slice(0, 90),
      platform: 'zoom',
      text: NASTY,
      action: NASTY,
      source: 'data:text/html,<script>alert(1)</script>',
    },
    {
      id: 'run',
      platform: 'zoom',
      text: LONG,
      action: 'javascript:alert(1)',
      source: 'javascript:alert(1)//https://',
    },
  ],
  titles: { forbiddenTerms: [MEGABYTE, '*'.repeat(200), '?'.repeat(200)] },
  exceptions: [{ rule: 'open-dial-in', until: '2099-01-01', reason: NASTY }],
};

let server: Server;
let origin: string;
beforeAll(async () => {
  ({ server, origin } = await serve({ '/mail': mailPage(INVITATION) }));
});
afterAll(() => {
  server?.close();
});

const running = [
  {
    name: 'Chromium' as const,
    async run(): Promise<{ place: Place; end: () => void }> {
      const policy = chromiumPolicy();
      try {
        policy.write(POLICY);
        const driver = await startChromium({ dist: 'dist/chromium-loopback' });
        return { place: await placeOf(driver, await driver.newPage()), end: () => policy.restore() };
      } catch (error) {
        policy.restore();
        throw error;
      }
    },
  },
  {
    name: 'Firefox' as const,
    async run(): Promise<{ place: Place; end: () => void }> {
      const home = mkdtempSync(join(tmpdir(), 'in-camera-home-'));
      firefoxPolicy(home).write(POLICY);
      const driver = await startFirefox({ dist: 'dist/firefox-loopback', home });
      return {
        place: await placeOf(driver, await driver.newPage()),
        end: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }),
      };
    },
  },
];

/** What should not be in a page of ours. Nothing of the values may have become more than words. */
const BROKEN = `(() => {
  const wrong = [];
  if (document.querySelector('img[src=x], script:not([src]), iframe, object, embed, [onerror], [onclick]') !== null) wrong.push('markup');
  if (document.title === 'owned') wrong.push('ran');
  for (const link of document.querySelectorAll('a[href]')) if (!/^(?:https:|mailto:|(?:chrome|moz)-extension:)$/.test(link.protocol)) wrong.push(link.href.slice(0, 80));
  const texts = [document.body.textContent, ...[...document.querySelectorAll('*')].flatMap((one) => [...one.attributes].map(({ value }) => value))];
  if (texts.some((text) => /[\\u202a-\\u202e\\u2066-\\u2069\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]/.test(text))) wrong.push('control characters');
  if (texts.some((text) => text.length > 200_000)) wrong.push('megabytes');
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) wrong.push('wider than its window: ' + scrollWidth + ' ' + clientWidth);
  if (document.body.getBoundingClientRect().height < 50) wrong.push('hidden');
  return wrong.join('; ');
})()`;
const CONTROLS = /[\u202a-\u202e\u2066-\u2069\u0007\u0000]/;

for (const { name, run } of running) {
  describeIn(name, `policy values that are made to break what people see, in ${name}`, () => {
    let place: Place;
    let end = (): void => undefined;
    beforeAll(async () => {
      ({ place, end } = await run());
      await until(
        'the policy',
        async () =>
          String(
            await place.driver.worker(
              `(await chrome.storage.local.get('policy-note'))['policy-note']?.version`,
            ),
          ).startsWith('hostile'),
        60_000,
      );
      await place.page.goto(`${origin}/mail`);
      await until('the notice', async () => (await place.notices()).length === 1, 20_000);
    });
    afterAll(async () => {
      await place?.driver.close();
      end();
    });

    const said = async (): Promise<string> => (await place.notices()).join(' ¦ ');

    it('applies what is valid, and names each value that is too long or runs', async () => {
      const note: unknown = JSON.parse(
        String(
          await place.driver.worker(
            `JSON.stringify((await chrome.storage.local.get('policy-note'))['policy-note'])`,
          ),
        ),
      );
      const faults = isRecord(note) && Array.isArray(note.faults) ? note.faults : [];
      const paths = faults.map((fault: unknown) => (isRecord(fault) ? String(fault.path) : ''));
      expect(paths).toEqual(
        expect.arrayContaining([
          'organisation.helpUrl',
          'texts[2].text',
          'incidents[0].source',
          'incidents[1].source',
          'titles.forbiddenTerms[0]',
        ]),
      );
      // What is kept of a fault's value is a piece of it.
      expect(JSON.stringify(note).length).toBeLessThan(50_000);
    });

    it('shows markup, turned text and long words in the notice as plain words', async () => {
      const words = await said();
      expect(words).toContain('<img src=x onerror=');
      expect(words).not.toMatch(CONTROLS);
      expect(words.length).toBeLessThan(50_000);
      expect(await place.page.evaluate('document.title')).toBe('Mail');
      expect(await place.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    });

    it('asks at a hold in plain words, and can still be answered', async () => {
      await place.page.click('a');
      await until('the question', async () => (await place.notices()).length === 2);
      const words = await said();
      expect(words).not.toMatch(CONTROLS);
      expect(await place.page.evaluate('document.title')).toBe('Mail');
      await place.press('Go back');
      await until('the end of it', async () => (await place.notices()).length === 1);
    });

    it('keeps the popup whole, and its report goes to nobody else', async () => {
      const popup = await place.driver.openPopup(place.tabId);
      await until(
        'the findings',
        async () => Number(await popup.evaluate(`document.querySelectorAll('[data-rule]').length`)) > 0,
      );
      await popup.evaluate(
        `void document.querySelectorAll('details').forEach((one) => { one.open = true; })`,
      );
      expect(await popup.evaluate(BROKEN)).toBe('');
      expect(await popup.evaluate('document.body.textContent')).toContain('<img src=x onerror=');
      await popup.evaluate(
        `[...document.querySelectorAll('button')].find((one) => one.textContent === 'Report').click()`,
      );
      await until('the report', () => popup.evaluate(`document.querySelector('#report') !== null`));
      expect(await popup.evaluate(BROKEN)).toBe('');
      const href = new URL(String(await popup.evaluate(`document.querySelector('.report a').href`)));
      expect(href.protocol).toBe('mailto:');
      expect([...href.searchParams.keys()]).toEqual(['cc', 'subject', 'body']);
      for (const field of ['cc', 'subject']) expect(href.searchParams.get(field)).not.toMatch(/[\r\n]/);
      expect(decodeURIComponent(href.pathname)).not.toMatch(/[\r\n]/);
      await popup.close();
    });

    it('keeps every room of the options page whole', async () => {
      const page: TestPage = await place.driver.openPopup(0);
      await page.evaluate("void (location.href = '../options/index.html#applies')");
      await until('the room', () =>
        page.evaluate(`document.querySelector('.applies[data-policy-source="managed"]') !== null`),
      );
      expect(await page.evaluate('document.body.textContent')).toContain('<img src=x onerror=');
      expect(await page.evaluate(BROKEN)).toBe('');
      for (const room of ['check', 'where', 'settings', 'history']) {
        await page.evaluate(`void (location.hash = '${room}')`);
        await until(room, () =>
          page.evaluate(
            `document.querySelector('nav [aria-current=page]')?.hash === '#${room}' && document.querySelector('main').textContent.length > 100`,
          ),
        );
        expect(await page.evaluate(BROKEN), room).toBe('');
      }
      await page.close();
    });
  });
}
