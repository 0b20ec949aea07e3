import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from '../describe-in.ts';
import { startChromium } from '../drivers/chromium.ts';
import { startFirefox } from '../drivers/firefox.ts';
import { CHROMIUM_ID, GECKO_ID } from '../drivers/policy.ts';
import { type Place, placeOf, serve } from '../own-pages.ts';
import { until } from '../until.ts';
import { kept } from './forge.ts';
import { INVITATION, mailPage, RIGHT, untilSaid } from './mail.ts';

/** Another extension in the same browser, which says to ours whatever our own scripts could. It is not heard. */

const MESSAGES = [
  { type: 'hello', page: 'x' },
  { type: 'which-join', page: 'x', links: ['https://zoom.us/j/84512345678'] },
  { type: 'review', page: 'x', webmail: null, missed: [], invitations: [] },
  { type: 'join-page', page: 'x', url: 'https://zoom.us/j/84512345678' },
  {
    type: 'decided',
    page: 'x',
    decision: { action: 'join', how: 'gave-reason', rules: [], platforms: [], ways: ['zoom 1'], reason: '' },
  },
  { type: 'notice-size', page: 'x', kind: 'block', small: true },
  { type: 'gone', page: 'x' },
  { type: 'ask-again' },
  { type: 'leave' },
];

/** Runs in a page of the other extension, and as its content script. */
const ATTACK = `async function attack(id) {
  const { runtime } = globalThis.browser ?? chrome;
  const patience = () => new Promise((resolve) => setTimeout(resolve, 1500, 'no answer'));
  const answers = await Promise.all(${JSON.stringify(MESSAGES)}.map((message) => Promise.race([
    new Promise((resolve) => { try { runtime.sendMessage(id, message).then((answer) => resolve(answer == null ? 'no answer' : 'answer ' + JSON.stringify(answer)), () => resolve('refused')); } catch { resolve('refused'); } }), patience()])));
  const opened = await Promise.race([new Promise((resolve) => { try {
    const port = runtime.connect(id); port.onMessage.addListener((answer) => resolve('answer ' + JSON.stringify(answer))); port.onDisconnect.addListener(() => resolve('refused'));
    for (const message of ${JSON.stringify(MESSAGES)}) port.postMessage(message); } catch { resolve('refused'); } }), patience()]);
  return [...answers, opened];
}`;
const FILES: Readonly<Record<string, string>> = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Another',
    version: '1',
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
    web_accessible_resources: [{ resources: ['attack.html'], matches: ['<all_urls>'] }],
    browser_specific_settings: { gecko: { id: 'another@example.org' } },
  }),
  'attack.html': '<!doctype html><script src="attack.js"></script>',
  'attack.js': `${ATTACK} attack(decodeURIComponent(location.hash.slice(1))).then((said) => parent.postMessage({ byPage: said }, '*'));`,
  'content.js': `${ATTACK} addEventListener('attack', async ({ type }) => {
    const id = document.documentElement.dataset.id; const { runtime } = globalThis.browser ?? chrome;
    document.documentElement.dataset.byScript = JSON.stringify(await attack(id));
    const frame = document.createElement('iframe'); frame.style.display = 'none'; frame.src = runtime.getURL('attack.html') + '#' + encodeURIComponent(id);
    addEventListener('message', ({ data }) => { if (data?.byPage) document.documentElement.dataset.byPage = JSON.stringify(data.byPage); });
    document.body.append(frame); });
    document.documentElement.dataset.another = 'here';`,
};

function another(): string {
  const folder = mkdtempSync(join(tmpdir(), 'in-camera-another-'));
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(folder, file), text);
  return folder;
}

let server: Server;
let origin: string;
let folder: string;
beforeAll(async () => {
  folder = another();
  ({ server, origin } = await serve({ '/mail': mailPage(INVITATION) }));
});
afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const running = [
  {
    name: 'Chromium' as const,
    id: CHROMIUM_ID,
    async run(): Promise<Place> {
      const dist = resolve('dist/chromium-loopback');
      // Of switches that are there twice, the last one counts.
      const both = `${dist},${folder}`;
      const switches = [`--disable-extensions-except=${both}`, `--load-extension=${both}`];
      const driver = await startChromium({ dist, switches });
      return placeOf(driver, await driver.newPage());
    },
  },
  {
    name: 'Firefox' as const,
    id: GECKO_ID,
    async run(): Promise<Place> {
      const driver = await startFirefox({ dist: 'dist/firefox-loopback' });
      await driver.browser.installExtension(folder);
      return placeOf(driver, await driver.newPage());
    },
  },
];

for (const { name, id, run } of running) {
  describeIn(name, `another extension in ${name}`, () => {
    let place: Place;
    beforeAll(async () => {
      place = await run();
    });
    afterAll(async () => {
      await place?.driver.close();
    });

    it('gets no answer by messages or a port, from its pages or its content scripts, and changes nothing', async () => {
      await place.page.goto(`${origin}/mail`);
      await untilSaid(place, RIGHT);
      await until('the other extension', () =>
        place.page.evaluate(`document.documentElement.dataset.another === 'here'`),
      );
      await until('our notice', async () => (await place.notices()).length === 1);
      const before = await kept(place);
      await place.page.evaluate(
        `void (document.documentElement.dataset.id = ${JSON.stringify(id)}, dispatchEvent(new Event('attack')))`,
      );
      for (const who of ['byScript', 'byPage']) {
        await until(
          `what came of it, ${who}`,
          async () =>
            typeof (await place.page.evaluate(`document.documentElement.dataset.${who}`)) === 'string',
          20_000,
        );
        const said: unknown = JSON.parse(
          String(await place.page.evaluate(`document.documentElement.dataset.${who}`)),
        );
        if (!Array.isArray(said)) throw new Error('nothing was said');
        expect(said).toHaveLength(MESSAGES.length + 1);
        expect(said.filter((one: unknown) => one !== 'refused' && one !== 'no answer')).toEqual([]);
      }
      expect(await kept(place)).toBe(before);
      await untilSaid(place, RIGHT);
      expect((await place.notices()).join()).toContain('No passcode');
    });
  });
}
