import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from '../describe-in.ts';
import { BROWSERS, type Place, serve } from '../own-pages.ts';
import { until } from '../until.ts';
import { type TestPage, verdictIn } from '../verdict.ts';

/** Pages made to lead the reading astray, to drown it, or to break what it works with. */

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
    html: `<!doctype html><title>x</title>${Array.from({ length: 300 }, (_, index) => `<div><h2>Title ${index}</h2><p>${LINK}</p></div>`).join('')}`,
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
      `${Array.from({ length: 20_500 }, (_, index) => `<a href="//x.example/j/${index}/join">a</a>`).join(' ')}<p>${LINK}</p>`,
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
      { length: 60 },
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
    // Every function, getter and setter of everything that a page has throws.
    path: 'breaks-everything',
    html: `<script>{
      const broken = () => { throw new Error('broken'); };
      const { getOwnPropertyNames, getOwnPropertyDescriptor, defineProperty } = Object;
      const all = getOwnPropertyNames(window).map((name) => { try { return window[name]?.prototype; } catch {} }).filter((one) => one !== undefined && one !== null);
      for (const one of [...all, Object, Reflect, JSON, Math, console]) for (const name of getOwnPropertyNames(one)) {
        const { value, get, configurable } = getOwnPropertyDescriptor(one, name);
        if (name === 'constructor' || !configurable) continue;
        try { defineProperty(one, name, get === undefined ? { value: typeof value === 'function' ? broken : value } : { get: broken, set: broken }); } catch {}
      } }
    </script>${main(`<p>${LINK}</p>`)}`,
    state: 'wrong',
    meetings: 1,
  },
  {
    path: 'freezes-everything',
    html: `<script>
      for (const name of Object.getOwnPropertyNames(window)) try { const one = window[name]; Object.freeze(one.prototype); if (typeof one === 'function') Object.freeze(one); } catch {}
      for (const one of [Object, Reflect, JSON, Math, Symbol, customElements, navigator, history]) Object.freeze(one);
      Object.freeze(document); Object.preventExtensions(window);
    </script>${main(`<p>${LINK}</p>`)}`,
    state: 'wrong',
    meetings: 1,
  },
];

let server: Server;
let origin: string;
beforeAll(async () => {
  const pages = PAGES.map(({ path, html }) => [`/${path}`, html]);
  ({ server, origin } = await serve(Object.fromEntries(pages)));
});
afterAll(() => {
  server?.close();
});

for (const { name, run } of BROWSERS) {
  describeIn(name, `hostile pages in ${name}`, () => {
    let place: Place;
    let popup: TestPage;
    beforeAll(async () => {
      place = await run();
      await place.page.goto(`${origin}/own-links`);
      popup = await place.driver.openPopup(place.tabId);
      await place.page.bringToFront();
    });
    afterAll(async () => {
      await place?.driver.close();
    });

    it.each(PAGES)('$path: $state', async ({ path, state, meetings, marking = null }) => {
      await place.page.goto('about:blank');
      await until('nothing of the page before', async () => (await verdictIn(popup)).meetings.length === 0);
      await place.page.goto(`${origin}/${path}`);
      await until(
        `${state} with ${meetings} meetings`,
        async () => {
          const seen = await verdictIn(popup);
          return seen.state === state && seen.meetings.length === meetings && seen.marking === marking;
        },
        // We work in slices and rest between them, and another browser may take its share of the machine.
        40_000,
      );
    });

    it('is asked again by hand when what was found is lost', async () => {
      await place.page.goto(`${origin}/own-links`);
      await until('the notice', async () => (await place.notices()).length === 1);
      await place.driver.worker('chrome.storage.session.clear().then(() => null)');
      await until('no report', async () => (await verdictIn(popup)).state === 'not-reading');
      // In the background Firefox has no time for it.
      await popup.bringToFront();
      await popup.click('button.check');
      await until('the report again', async () => (await verdictIn(popup)).state === 'wrong');
      expect(await place.notices()).toHaveLength(1);
    });

    it('says so when the browser does not let it read a page', async () => {
      await place.page.goto('about:blank');
      await until('nothing to read', async () => (await verdictIn(popup)).state === 'not-reading');
      // In the background Firefox has no time for it.
      await popup.bringToFront();
      await popup.click('button.check');
      await until('the refusal', async () =>
        String(await popup.evaluate("document.querySelector('main').textContent")).includes(
          'does not let In Camera read',
        ),
      );
      expect(await verdictIn(popup)).toMatchObject({ state: 'not-reading' });
    });
  });
}
