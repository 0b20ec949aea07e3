import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { describeIn } from './describe-in.ts';
import { type Hearing, listen } from './hearing.ts';
import { BROWSERS, HEIGHT, type Place, serve, WIDTH } from './own-pages.ts';
import { until } from './until.ts';
import { verdictIn } from './verdict.ts';

/** The notice on pages that hide it, cover it, press it, throw it out or never rest. */

const LINK = 'https://zoom.us/j/84512345678';
const MAIL = `<main><h1>Budget of the harbour</h1><p>Join: <a href="${LINK}">${LINK}</a></p><p id="rest">Bring the notes.</p></main>`;
/** A mail, and what works against us. */
const page = (
  script: string,
  style = '',
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mail</title>
  <style>body { margin: 0; background: #fff } ${style}</style>${MAIL}<script>
  const ours = () => [...document.querySelectorAll('*')].find((one) => one.localName.startsWith('in-camera-'));
  const over = (css, tag = 'div') => { const one = document.createElement(tag); one.textContent = 'You have won'; one.id = 'over';
    one.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; z-index: 2147483647; background: #ff0; ' + css;
    document.body.append(one); return one; };
  ${script}</script>`;

/** What the page's style does at once, and what its script does once our element is there. */
const HIDING: readonly (readonly [string, { style?: string; work?: string }])[] = [
  [
    'a style for everything',
    {
      style:
        ':not(html, head, body, main, main *) { display: none !important; opacity: 0 !important; visibility: hidden !important }',
    },
  ],
  [
    'a style for our kind of element',
    {
      work: `document.head.insertAdjacentHTML('beforeend', '<style>' + ours().localName + ', html > :not(head, body) { display: none !important; opacity: 0 !important;' +
        'transform: translate(-9999px) !important; clip-path: inset(50%) !important; filter: blur(9px) !important; content-visibility: hidden !important; zoom: .01 !important; font-size: 1px !important; color: red !important }</style>')`,
    },
  ],
  [
    'the style attribute of our element',
    {
      work: `ours().style.cssText = 'display: none !important; opacity: 0 !important; left: -9999px !important; width: 1px !important; font-size: 1px !important; pointer-events: none !important'`,
    },
  ],
  [
    'animations',
    {
      work: `ours().animate({ opacity: [0, 0], transform: ['scale(0)', 'scale(0)'] }, { duration: 1e6, fill: 'both' })`,
    },
  ],
  ['the hidden attribute', { work: `ours().hidden = true` }],
  ['a faint page', { style: 'html { filter: opacity(.05) }' }],
  ['a transformed page', { style: 'html { transform: translate(-9999px) scale(.1) }' }],
  [
    'fixed layers everywhere',
    { style: 'body > * { z-index: 2147483647; position: fixed; inset: 0; background: #ff0 }' },
  ],
  ['an overlay', { work: `over('')` }],
  ['an overlay that lets clicks through', { work: `over('pointer-events: none')` }],
  [
    'a popover shown later',
    { work: `(() => { const one = over(''); one.popover = 'manual'; one.showPopover(); })()` },
  ],
  ['our element in the body', { work: `document.body.append(ours())` }],
  [
    'our element in something unseen',
    { work: `(() => { const one = over('display: none'); one.append(ours()); })()` },
  ],
  [
    'our element elsewhere, closed',
    {
      work: `(() => { const one = document.createElement('details'); document.body.append(one); one.append(ours()); })()`,
    },
  ],
  ['a copy in place of it', { work: `ours().replaceWith(ours().cloneNode(true))` }],
  ['nothing of it left', { work: `ours().remove()` }],
];

const PAGES: Readonly<Record<string, string>> = {
  '/calm': page(''),
  ...Object.fromEntries(HIDING.map(([, { style = '' }], index) => [`/hiding-${index}`, page('', style)])),
  // A page that never rests.
  '/storm': page(`let count = 0; setInterval(() => { if (++count > 300) { window.isOver = true; return; }
    document.querySelector('#rest').textContent = 'Bring the notes, ' + count; document.querySelector('h1').className = 'c' + count; }, 10);`),
  '/throws': page(`window.thrown = 0; window.isHere = 0;
    new MutationObserver(() => { const one = ours(); if (one !== undefined && thrown < 100) { thrown++; one.remove(); } }).observe(document, { childList: true, subtree: true });`),
  '/shifts':
    page(`window.shift = 0; try { new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; }).observe({ type: 'layout-shift', buffered: true }); } catch {}
    window.before = [document.documentElement.scrollHeight, document.documentElement.scrollWidth, document.body.offsetHeight].join();`),
  '/tall': page(
    `window.before = [document.documentElement.scrollHeight, document.documentElement.scrollWidth, document.body.offsetHeight].join();`,
    'main { height: 3000px }',
  ),
};

/** Well within the notice: its edges and its shadow are mixed with the page's colours. */
const WITHIN = { x: WIDTH - 380, y: HEIGHT - 80, width: 330, height: 60 };

let server: Server;
let origin: string;
beforeAll(async () => {
  ({ server, origin } = await serve(PAGES));
});
afterAll(() => {
  server?.close();
});

for (const { name, run } of BROWSERS) {
  describeIn(name, `the notice in ${name}`, () => {
    let place: Place;
    let hearing: Hearing;
    let calm: Uint8Array;
    beforeAll(async () => {
      place = await run();
      hearing = await listen(place.driver);
      await open('/calm');
      calm = await place.page.screenshot({ clip: WITHIN });
    });
    afterAll(async () => {
      await place?.driver.close();
    });

    const evaluate = (expression: string): Promise<unknown> => place.page.evaluate(expression);
    const said = async (): Promise<string> => (await place.notices()).join(' ¦ ');
    const hasNotice = (): Promise<void> =>
      until('the notice', async () => (await said()).includes('No passcode'));

    async function open(path: string): Promise<void> {
      await place.page.goto('about:blank');
      await hearing.forget(place.tabId);
      await place.page.goto(origin + path);
      await place.page.bringToFront();
      await hasNotice();
      await pause(300);
    }
    /** Until the worker has noted it, too: it must not do so in the next test. */
    async function putOff(): Promise<void> {
      await place.press('Not now');
      await until('no notice', async () => (await said()) === '');
      await until('that it is noted', () =>
        place.driver.worker("chrome.storage.session.get('set-aside').then((found) => 'set-aside' in found)"),
      );
    }
    // What one test put off for later, the next one shows.
    afterEach(() => place.driver.worker("chrome.storage.session.remove('set-aside').then(() => null)"));

    /** The part of the pixels that differ from those of a page that leaves us alone. */
    async function difference(): Promise<number> {
      const now = await place.page.screenshot({ clip: WITHIN });
      const pictures = [calm, now].map((one) => Buffer.from(one).toString('base64'));
      const answer = await evaluate(`(async () => {
        const [one, other] = await Promise.all(${JSON.stringify(pictures)}.map(async (data) => {
          const image = new Image(); image.src = 'data:image/png;base64,' + data; await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height); const context = canvas.getContext('2d'); context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data; }));
        if (one.length !== other.length) return 1;
        let differing = 0;
        for (let at = 0; at < one.length; at += 4) if ([0, 1, 2].some((part) => Math.abs(one[at + part] - other[at + part]) > 40)) differing++;
        return differing / (one.length / 4); })()`);
      return Number(answer);
    }

    /** What is in the middle of the notice, to the page. */
    const onTop = (): Promise<unknown> =>
      evaluate(
        `document.elementFromPoint(${WITHIN.x + WITHIN.width / 2}, ${WITHIN.y + WITHIN.height / 2})?.localName.replace(/^(in-camera-).*/, '$1')`,
      );

    const hiding = HIDING.map(([what, how], index) => [what, how, index] as const);
    // In Firefox the filter of the root reaches the top layer. The mail is as faint as we are, and the badge is not.
    const isFair = ([what]: readonly [string, ...unknown[]]): boolean =>
      name === 'Chromium' || what !== 'a faint page';
    it.each(hiding.filter(isFair))('stays as readable as ever: %s', async (_, { work }, index) => {
      await open(`/hiding-${index}`);
      if (work !== undefined) await evaluate(`void (${work})`);
      await until('the same picture', async () => (await difference()) < 0.02, 3000).catch(async () =>
        expect(await difference()).toBeLessThan(0.02),
      );
      await pause(500);
      expect(await difference()).toBeLessThan(0.02);
      expect(await onTop()).toBe('in-camera-');
      expect(await said()).toContain('No passcode');
    });

    it.each([
      [
        'shown again and again',
        `setInterval(() => { const one = document.querySelector('#again') ?? over(''); one.id = 'again'; one.popover = 'manual'; if (one.matches(':popover-open')) one.hidePopover(); one.showPopover(); }, 20)`,
      ],
    ])('does not fight for ever with a popover %s', async (_, work) => {
      await open('/calm');
      await evaluate(`void (${work})`);
      await pause(1500);
      expect(await evaluate('1 + 1')).toBe(2);
      const badge = await place.driver.badge(origin);
      expect(badge.text).not.toBe('');
    });

    it('obeys no clicks of the page', async () => {
      await open('/calm');
      const before = await said();
      await evaluate(`void (() => { for (let x = ${WIDTH - 430}; x < ${WIDTH}; x += 10) for (let y = ${HEIGHT - 160}; y < ${HEIGHT}; y += 10) {
        const at = document.elementFromPoint(x, y);
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          at?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y })); }
        ours().click(); ours().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })); })()`);
      await pause(400);
      expect(await said()).toBe(before);
      expect(await difference()).toBeLessThan(0.02);
      expect(await evaluate('ours().shadowRoot')).toBe(null);
    });

    it.each([
      ['under half of the page’s opacity', `document.documentElement.style.opacity = '.5'`],
      ['under a page that is filtered away', `document.documentElement.style.filter = 'opacity(40%)'`],
    ])('is not closed by a press %s', async (_, work) => {
      await open('/calm');
      await evaluate(`void (${work})`);
      await place.press('Not now');
      await pause(300);
      expect(await said()).toContain('No passcode');
      await evaluate(`void (document.documentElement.style.cssText = '')`);
      await putOff();
    });

    // Only Chromium tells what lies over an element and lets clicks through.
    it.each([['gets the clicks', 'auto'], ...(name === 'Chromium' ? [['lets clicks through', 'none']] : [])])(
      'is not closed through a popover that %s',
      async (_, events) => {
        await open('/calm');
        // Without an event that we could hear.
        await evaluate(`void (() => { addEventListener('toggle', (event) => event.stopImmediatePropagation(), true);
        const one = over('pointer-events: ${events}'); one.popover = 'manual'; one.showPopover(); })()`);
        await pause(300);
        expect(await difference()).toBeGreaterThan(0.1);
        await place.press('Not now');
        await pause(300);
        expect(await said()).toContain('No passcode');
        if (events === 'auto') return;
        // The press has brought it up again; what is seen is obeyed.
        expect(await difference()).toBeLessThan(0.02);
        await putOff();
      },
    );

    it('comes up again above a modal dialog of the page', async () => {
      await open('/calm');
      await evaluate(`void (() => { const one = over('', 'dialog'); one.showModal(); })()`);
      await until('the notice on top', async () => (await difference()) < 0.02, 3000);
      await evaluate(`document.querySelector('#over').close()`);
      await until('the notice', async () => (await difference()) < 0.02);
      expect(await onTop()).toBe('in-camera-');
    });

    it('comes back where it is thrown out, and then leaves the telling to the badge', async () => {
      await open('/calm');
      const { text } = await place.driver.badge(origin);
      await place.page.goto('about:blank');
      await place.page.goto(`${origin}/throws`);
      await until('the end of it', async () => (await place.driver.badge(origin)).text.endsWith('!'), 30_000);
      expect(Number(await evaluate('thrown'))).toBeGreaterThan(3);
      await pause(1000);
      expect(Number(await evaluate('thrown'))).toBeLessThanOrEqual(25);
      expect((await place.driver.badge(origin)).text).toBe(`${text.replace('!', '')}!`);
      const popup = await place.driver.openPopup(place.tabId);
      await until('the findings', async () => (await verdictIn(popup)).findings.length > 0);
      expect((await verdictIn(popup)).findings.join()).toContain('no-passcode');
      await popup.close();
      await place.page.bringToFront();
    });

    it('reviews seldom on a page that never rests', async () => {
      await place.page.goto('about:blank');
      await hearing.forget(place.tabId);
      await place.page.goto(`${origin}/storm`);
      await until('the end of the storm', () => evaluate('window.isOver === true'), 20_000);
      const during = await hearing.reviews(place.tabId);
      expect(during).toBeGreaterThan(0);
      expect(during).toBeLessThan(30);
      await hasNotice();
      await pause(1000);
      expect(await hearing.reviews(place.tabId)).toBeLessThanOrEqual(during + 2);
    });

    it.each(['/shifts', '/tall'])('moves nothing of the page: %s', async (path) => {
      await open(path);
      const now = `[document.documentElement.scrollHeight, document.documentElement.scrollWidth, document.body.offsetHeight].join()`;
      expect(await evaluate(now)).toBe(await evaluate('before'));
      if (path === '/shifts') expect(await evaluate('shift')).toBe(0);
    });
  });
}
