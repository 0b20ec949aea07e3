import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from './describe-in.ts';
import { type ChromiumDriver, startChromium } from './drivers/chromium.ts';
import { until } from './until.ts';
import { verdictIn } from './verdict.ts';

const LINK = 'https://zoom.us/j/84512345678';
const main = (body: string): string => `<!doctype html><title>x</title><main><h1>Title</h1>${body}</main>`;

/** A page, and what the popup must say of it. */
const PAGES: { path: string; html: string; state: string; meetings: number; marking?: string }[] = [
  {
    // The webmail's own links to a platform, and a heading in the mail, must not steer us away from its subject.
    path: 'own-links',
    html: `<!doctype html><title>x</title><nav><h2>Apps</h2><a href="https://teams.microsoft.com/">Teams</a>
      <a href="https://meet.google.com/new">New meeting</a></nav>
      <main><h2>Inbox</h2><article><h1>SECRET - talk</h1><div role="document"><h2>Agenda</h2><main><h1>Another</h1><p>${LINK}</p></main></div></article></main>`,
    state: 'wrong',
    meetings: 1,
    marking: 'uk-gscp/secret',
  },
  {
    // One link too long to be looked at must not keep us from the others.
    path: 'long-link',
    html: main(`<a href="https://zoom.us/rec/${'a'.repeat(60_000)}">recording</a> <p>${LINK}</p>`),
    state: 'wrong',
    meetings: 1,
  },
  {
    path: 'many',
    html: `<!doctype html><title>x</title>${Array.from({ length: 3000 }, (_, index) => `<div><h2>Title ${index}</h2><p>${LINK}</p></div>`).join('')}`,
    state: 'wrong',
    meetings: 20,
  },
  {
    // Another mail's subject in the list beside it is not this mail's marking.
    path: 'list-and-pane',
    html: `<!doctype html><title>x</title><div role="main"><div><div role="heading" aria-level="2">Inbox</div><div role="listbox">
      <div role="option">OFFICIAL</div><div role="option">TOP SECRET</div><div role="option">Lunch</div></div></div>
      <div><div role="heading" aria-level="3">SECRET - talk</div><div role="document"><p>${LINK}</p></div></div></div>`,
    state: 'wrong',
    meetings: 1,
    marking: 'uk-gscp/secret',
  },
  {
    path: 'rows',
    html: main(`${'<div><span>row</span> <b>text</b> more</div>\n'.repeat(10_000)}<p>${LINK}</p>`),
    state: 'wrong',
    meetings: 1,
  },
  {
    path: 'text',
    html: main(`<p>${'lorem ipsum dolor sit amet '.repeat(40_000)}</p><p>${LINK}</p>`),
    state: 'wrong',
    meetings: 1,
  },
  {
    path: 'links',
    html: main(
      Array.from(
        { length: 10_000 },
        (_, index) => `<a href="https://zoom.us/j/8${1_000_000_000 + index}">join</a> `,
      ).join(''),
    ),
    state: 'wrong',
    meetings: 100,
  },
  {
    // A name that is an address longer than any: the rest of the page is reviewed all the same.
    path: 'long-address',
    html: `<!doctype html><title>x</title><div role="dialog" aria-label="Event"><h2>SECRET - talk</h2>
      <span data-email="x@${`${'a'.repeat(60)}.`.repeat(6)}example">Jan</span><p>${LINK}</p></div>`,
    state: 'wrong',
    meetings: 1,
    marking: 'uk-gscp/secret',
  },
  {
    // So many that the meeting behind them is not among what we keep: that is no "nothing found".
    path: 'decoys',
    html: main(
      `${Array.from({ length: 20_500 }, (_, index) => `<a href="//x.example/j/${index}/join">a</a>`).join('')}<p>${LINK}</p>`,
    ),
    state: 'unchecked',
    meetings: 0,
  },
  {
    // A mail's text says that it is a dialog with a label of its own.
    path: 'dialog-in-text',
    html: `<!doctype html><title>x</title><main><h1>SECRET - talk</h1><div><p>Dear all,</p>
      <div role="dialog" aria-label="Event"><h2>Lunch</h2><span>OFFICIAL</span><p>${LINK}</p></div></div></main>`,
    state: 'wrong',
    meetings: 1,
    marking: 'uk-gscp/secret',
  },
  {
    // Every part around the link is asked for its headings.
    path: 'headings',
    html: `<!doctype html><title>x</title>${'<div>'.repeat(400)}${'<h1></h1>'.repeat(390)}${Array.from(
      { length: 300 },
      () => `<p><a href="${LINK}">join</a></p>`,
    ).join('')}`,
    state: 'wrong',
    meetings: 1,
  },
  { path: 'deep', html: main(`${'<div>'.repeat(20_000)}${LINK}`), state: 'wrong', meetings: 1 },
  {
    path: 'turned',
    html: main(`<p dir="rtl">\u202e\u200f${LINK}\u200f &#xd800; \u0000</p>`),
    state: 'wrong',
    meetings: 1,
  },
  {
    path: 'hidden',
    html: main(`<p style="display:none">${LINK}</p><p hidden>${LINK}</p>`),
    state: 'no-meeting',
    meetings: 0,
  },
  { path: 'empty', html: '', state: 'no-meeting', meetings: 0 },
  {
    path: 'throws-out',
    html: `${main(`<p>${LINK}</p>`)}<script>
      window.thrown = 0;
      new MutationObserver(() => { for (const one of document.querySelectorAll('*'))
        if (one.localName.startsWith('in-camera-')) { one.remove(); window.thrown++; } }).observe(document, { childList: true, subtree: true });
    </script>`,
    state: 'wrong',
    meetings: 1,
  },
  {
    path: 'breaks-everything',
    html: `<script>
      for (const one of [Element, Node, Document, Array, String, Promise, MutationObserver])
        for (const name of Object.getOwnPropertyNames(one.prototype))
          try { if (name !== 'constructor') one.prototype[name] = () => { throw new Error('broken'); }; } catch {}
    </script>${main(`<p>${LINK}</p>`)}`,
    state: 'wrong',
    meetings: 1,
  },
];

describeIn('Chromium', 'hostile pages', () => {
  let server: Server;
  let url: string;
  let driver: ChromiumDriver;
  let page: Page;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(PAGES.find(({ path }) => request.url === `/${path}`)?.html ?? '');
    });
    await new Promise<void>((resolved) => server.listen(0, '127.0.0.1', resolved));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    driver = await startChromium({ dist: resolve('dist/chromium-loopback') });
    page = await driver.newPage();
  });
  afterAll(async () => {
    await driver?.close();
    server?.close();
  });

  it.each(PAGES)('$path: $state', async ({ path, state, meetings, marking = null }) => {
    await page.goto(`${url}/${path}`);
    const popup = await driver.openPopup(await driver.tabId(page));
    await until(
      `${state} with ${meetings} meetings`,
      async () => {
        const seen = await verdictIn(popup);
        return seen.state === state && seen.meetings.length === meetings && seen.marking === marking;
      },
      // We work in slices and rest between them, and another browser may take its share of the machine.
      40_000,
    );
    await popup.close();
  });

  it('gives up on a page that throws the notice out again and again', async () => {
    await page.goto(`${url}/throws-out`);
    let before = -1;
    await until(
      'peace',
      async () => {
        const now = Number(await page.evaluate('window.thrown'));
        const peaceful = now > 0 && now === before;
        before = now;
        await new Promise((resolved) => setTimeout(resolved, 1000));
        return peaceful;
      },
      30_000,
    );
    expect(before).toBeLessThanOrEqual(25);
    // The findings stay, and the badge says that the page hides them.
    expect((await driver.badge(url)).text).toBe('2!');
  });

  it('is asked again by hand when what was found is lost', async () => {
    await page.goto(`${url}/own-links`);
    await until('the notice', async () => (await driver.closedShadowText(page)).length === 1);
    await driver.worker('chrome.storage.session.clear()');
    const popup = await driver.openPopup(await driver.tabId(page));
    await until('no report', async () => (await verdictIn(popup)).state === 'not-reading');
    await popup.click('button.check');
    await until('the report again', async () => (await verdictIn(popup)).state === 'wrong');
    await popup.close();
    expect(await driver.closedShadowText(page)).toHaveLength(1);
  });

  it('says so when the browser does not let it read a page', async () => {
    await page.goto('about:blank');
    const popup = await driver.openPopup(await driver.tabId(page));
    await popup.click('button.check');
    await until('the refusal', async () =>
      (await popup.textContent('main'))?.includes('does not let In Camera read'),
    );
    expect(await verdictIn(popup)).toMatchObject({ state: 'not-reading' });
    await popup.close();
  });
});
