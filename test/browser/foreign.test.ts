import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Surface } from '../../src/model.ts';
import { describeIn } from './describe-in.ts';
import { type ExtensionDriver, startChromium } from './drivers/chromium.ts';
import { startFirefox } from './drivers/firefox.ts';
import { type DocumentReport, type Hearing, listen, settledComplaints } from './hearing.ts';
import { NEVER } from './own-pages.ts';
import { until } from './until.ts';
import type { TestPage } from './verdict.ts';

/**
 * Interfaces that no reader knows: two calendars from npm, drawn by their own code and worked with mouse and keyboard, and editors that
 * treat their frame as the editors of webmails do (facts/webmail-dom.md section 12). The generic reading alone must find the one
 * invitation, once.
 */

const LINK = 'https://zoom.us/j/84512345678';
const ANCHOR = `<a href="${LINK}">Join the meeting</a>`;
const TITLE = 'Budget of the harbour';

/** Playwright's and Puppeteer's pages both have these. */
interface HandledPage extends TestPage {
  mouse: {
    move(x: number, y: number): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
  keyboard: {
    type(text: string): Promise<void>;
    press(key: 'Tab' | 'Backspace'): Promise<void>;
  };
}

const TOP = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Agenda of Examplestad</title>';
const drawnBy = (name: string): string => `${TOP}<link rel="stylesheet" href="/${name}.css">
  <style>body { margin: 0 } #calendar, full-calendar { display: block; height: 560px }</style>
  <header><h1>Agenda</h1><nav><a href="https://zoom.us/">Zoom</a> <a href="/help">Help</a></nav></header>
  <main><div id="calendar"></div></main><script type="module" src="/${name}.js"></script>`;

/** A mail being written in a webmail of nobody's: other mails beside it, a frame as editor. */
const writing = (script: string, preview = ''): string => `${TOP}
  <style>iframe { width: 600px; height: 200px } form label { display: block }</style>
  <nav><h2>Inbox</h2><ul role="listbox"><li role="option">SECRET - another talk<li role="option">Lunch<li role="option">Notes</ul></nav>
  <main><form><h2>New message</h2><label>To <input name="a" value="jan.devries@example.org"></label>
  <label>Subject <input name="b" value="${TITLE}"></label><iframe title="Text"></iframe><button type="button">Send</button></form>${preview}</main>
  <script>const frame = document.querySelector('iframe'); ${script}</script>`;

const EDITABLE =
  '\'<!doctype html><html><head></head><body contenteditable="true"><p><br></p></body></html>\'';

/** As CKEditor 4: once the script is at work in the frame, its document is written anew. */
const REWRITES = `setTimeout(() => { const inside = frame.contentDocument;
  inside.open(); inside.write(${EDITABLE}); inside.close(); window.isReady = true; }, 1000);`;
/** As TinyMCE: the frame's first document stays, and becomes editable in place. */
const KEEPS = `addEventListener('load', () => { const { body } = frame.contentDocument;
  body.contentEditable = 'true'; body.append(frame.contentDocument.createElement('p')); window.isReady = true; });`;
/** What is written stands beside the editor as well. */
const MIRRORS = `${KEEPS} addEventListener('load', () => frame.contentDocument.addEventListener('input', () => {
  document.querySelector('#preview').textContent = frame.contentDocument.body.innerText; }));`;

/** Mails in a frame that goes from one to the next, while the list beside it moves on. In Firefox what was read before is then dead. */
const MOVES_ON = `${TOP}<ul></ul><iframe src="/mail?0" style="width: 600px; height: 300px"></iframe><script>
  const frame = document.querySelector('iframe'), list = document.querySelector('ul');
  function add() { const row = list.appendChild(document.createElement('li')); row.textContent = 'Lunch';
    if (list.children.length > 5) list.firstChild.remove(); }
  const moves = setInterval(() => { for (const after of [0, 5, 15]) setTimeout(add, after); }, 400);
  let mails = 0;
  const mailing = setInterval(() => { frame.src = '/mail?' + ++mails;
    if (mails === 6) { clearInterval(mailing); clearInterval(moves); window.isDone = true; } }, 1500);
</script>`;
const MAIL = `${TOP}<main><h2>${TITLE}</h2><p>From <b>jan.devries@example.org</b></p><p>${LINK}</p></main>`;

/** A mail with a picture that never comes: its frame is never loaded to the end. */
const WAITS = `${TOP}<ul><li>Lunch</ul><iframe style="width: 600px; height: 300px"></iframe><script>
  addEventListener('load', () => setTimeout(() => { document.querySelector('iframe').src = '/mail-with-picture'; }, 1000));</script>`;

const PAGES: Readonly<Record<string, string>> = {
  '/fullcalendar': drawnBy('fullcalendar'),
  '/toast-ui': drawnBy('toast-ui'),
  '/rewrites': writing(REWRITES),
  '/keeps': writing(KEEPS),
  '/moves-on': MOVES_ON,
  '/waits': WAITS,
  '/mail': MAIL,
  '/mail-with-picture': `${MAIL}<img alt="" src="${NEVER}">`,
  '/mirrors': writing(MIRRORS, '<section><h3>Preview</h3><div id="preview"></div></section>'),
};

/** By path: the pages, and what the calendars are bundled into. */
async function served(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>(Object.entries(PAGES));
  const bundles = await build({
    configFile: false,
    root: resolve('test/browser/foreign'),
    logLevel: 'error',
    mode: 'production',
    build: {
      write: false,
      rollupOptions: {
        input: ['fullcalendar', 'toast-ui'].map((name) => resolve(`test/browser/foreign/${name}.ts`)),
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
  for (const bundle of [bundles].flat())
    if ('output' in bundle)
      for (const file of bundle.output)
        files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source);
  return files;
}

const KINDS: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

interface Place {
  hearing: Hearing;
  page: HandledPage;
  tabId: number;
  notices(): Promise<string[]>;
  close(): Promise<void>;
}

async function placeIn<AnyPage extends HandledPage>(driver: ExtensionDriver<AnyPage>): Promise<Place> {
  const hearing = await listen(driver);
  const page = await driver.newPage();
  const tabId = await driver.tabId(page);
  await page.bringToFront();
  return { hearing, page, tabId, notices: () => driver.closedShadowText(page), close: () => driver.close() };
}

interface Wanted {
  /** More than one where it is open to taste. */
  surfaces: readonly Surface[];
  title?: string;
}

/** One invitation that holds the link and no other; or none at all. */
function complain(wanted: Wanted | null, documents: readonly DocumentReport[]): string[] {
  const complaints = documents.flatMap(({ trouble, webmail }) => [
    ...(trouble === null ? [] : [`trouble: ${trouble}`]),
    ...(webmail === null ? [] : [`a reader took it: ${webmail}`]),
  ]);
  const found = documents.flatMap(({ invitations }) => [...invitations]);
  const said = found.map(
    ({ surface, title, passages }) => `${surface} “${title}” ${JSON.stringify(passages)}`,
  );
  if (found.length !== (wanted === null ? 0 : 1))
    complaints.push(`${found.length} invitations: ${said.join('\n').slice(0, 2000)}`);
  for (const { surface, title, passages } of wanted === null ? [] : found) {
    const text = passages
      .map((one) => [one.text, ...one.anchors.map(({ href }) => href)].join('\n'))
      .join('\n');
    if (!wanted?.surfaces.includes(surface)) complaints.push(`surface: ${surface}`);
    if (title !== (wanted?.title ?? TITLE)) complaints.push(`title: “${title}”`);
    if (!text.includes(LINK)) complaints.push(`without the link: ${JSON.stringify(text)}`);
    if (/SECRET|Lunch/.test(text)) complaints.push(`with other things: ${JSON.stringify(text)}`);
  }
  return complaints;
}

const BROWSERS = [
  {
    name: 'Chromium',
    run: async () => placeIn(await startChromium({ dist: 'dist/chromium-loopback' })),
  },
  {
    name: 'Firefox',
    run: async () => placeIn(await startFirefox({ dist: 'dist/firefox-loopback' })),
  },
] as const;

let server: Server;
let origin: string;

beforeAll(async () => {
  const files = await served();
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://127.0.0.1').pathname;
    if (path === NEVER) return;
    const body = files.get(path);
    const kind = KINDS[path.split('.')[1] ?? ''] ?? 'text/html';
    response
      .writeHead(body === undefined ? 404 : 200, { 'content-type': `${kind}; charset=utf-8` })
      .end(body);
  });
  await new Promise<void>((resolved) => server.listen(0, '127.0.0.1', resolved));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(() => {
  server?.close();
});

for (const { name, run } of BROWSERS) {
  describeIn(name, `foreign interfaces in ${name}`, () => {
    let place: Place;
    beforeAll(async () => {
      place = await run();
    });
    afterAll(async () => {
      await place?.close();
    });

    async function open(path: string, query: Readonly<Record<string, string>> = {}): Promise<void> {
      await place.page.goto('about:blank');
      await place.hearing.forget(place.tabId);
      await place.page.goto(`${origin}${path}?${new URLSearchParams(query)}`);
    }

    async function expectFound(wanted: Wanted | null): Promise<void> {
      const complaints = await settledComplaints(place.hearing, place.tabId, (documents) =>
        complain(wanted, documents),
      );
      expect(complaints).toEqual([]);
      // The worker has it before the page has drawn its answer.
      if (wanted !== null) await until('the notice', async () => (await place.notices()).length > 0);
      const notices = await place.notices();
      expect(notices).toHaveLength(wanted === null ? 0 : 1);
      if (wanted !== null) expect(notices.join()).toMatch(/passcode/i);
    }

    /** A press with the mouse in the middle of the element that an expression finds. */
    async function press(element: string): Promise<void> {
      let point: unknown;
      await until(element, async () => {
        point =
          await place.page.evaluate(`(() => { const element = ${element}; element?.scrollIntoView({ block: 'nearest' }); const box = element?.getBoundingClientRect();
          return !box?.width ? null : [box.left + box.width / 2, box.top + box.height / 2]; })()`);
        return Array.isArray(point);
      });
      const [x, y] = Array.isArray(point) ? point.map(Number) : [];
      await place.page.mouse.move(x ?? 0, y ?? 0);
      await place.page.mouse.down();
      // Toast UI begins to listen for the end of a press some frames after its beginning.
      await pause(150);
      await place.page.mouse.up();
    }

    describe('FullCalendar in its shadow root', () => {
      const drawn = (): Promise<void> =>
        until('the calendar', () =>
          place.page.evaluate(
            `document.querySelector('full-calendar').shadowRoot.textContent.includes('${TITLE}')`,
          ),
        );

      it.each([
        ['all day', '2026-11-12'],
        ['at an hour', '2026-11-12T09:00:00'],
      ])('finds the event %s that links to a meeting', async (_, start) => {
        await open('/fullcalendar', { title: TITLE, start, link: LINK });
        await drawn();
        await expectFound({ surfaces: ['event-read', 'mail-read'] });
      });

      it('finds nothing where no event links to one', async () => {
        await open('/fullcalendar', {
          title: TITLE,
          start: '2026-11-12',
          link: 'https://intranet.example.org/',
        });
        await drawn();
        await expectFound(null);
      });
    });

    describe('Toast UI Calendar', () => {
      const EVENT = `[...document.querySelectorAll('[data-testid*="${TITLE}"]')][0]`;
      const POP_UP = "document.querySelector('.toastui-calendar-detail-container')";

      it.each([
        ['as text in its place', { location: LINK }],
        ['as a link in its text', { body: `<p>Bring the notes.</p><p>${ANCHOR}</p>` }],
        ['in both', { location: LINK, body: ANCHOR }],
      ])('finds the link %s once its pop-up opens, until it closes', async (_, event) => {
        await open('/toast-ui', { title: TITLE, ...event });
        await expectFound(null);
        await press(EVENT);
        await until('the pop-up', () => place.page.evaluate(`${POP_UP} !== null`));
        await expectFound({ surfaces: ['event-read'] });
        await press("document.querySelector('h1')");
        await until('no pop-up', () => place.page.evaluate(`${POP_UP} === null`));
        await expectFound(null);
      });

      it('finds an event that is being written, while it is', async () => {
        await open('/toast-ui', { title: TITLE });
        await place.page.evaluate('window.write()');
        await press("document.querySelector('input[name=title]')");
        await place.page.keyboard.type(TITLE);
        await expectFound(null);
        await press("document.querySelector('input[name=location]')");
        await place.page.keyboard.type(LINK);
        await expectFound({ surfaces: ['event-write'] });
        for (let count = 0; count < LINK.length; count++) await place.page.keyboard.press('Backspace');
        await expectFound(null);
      });
    });

    describe('mails in a frame', () => {
      it('can be read after each other, while the page around them changes', {
        timeout: 60_000,
      }, async () => {
        await open('/moves-on');
        const troubles = new Set<string>();
        await until(
          'the last mail',
          async () => {
            for (const { trouble } of await place.hearing.documents(place.tabId))
              if (trouble !== null) troubles.add(trouble);
            return place.page.evaluate('window.isDone === true');
          },
          30_000,
        );
        expect([...troubles]).toEqual([]);
        await expectFound({ surfaces: ['mail-read'] });
      });
    });

    it('finds a mail in a frame before its last picture is there', async () => {
      await open('/waits');
      await expectFound({ surfaces: ['mail-read'] });
    });

    describe('an editor in a frame', () => {
      const INTO_TEXT = `(() => { const frame = document.querySelector('iframe');
        frame.contentWindow.focus(); frame.contentDocument.body.focus(); })()`;

      it.each([
        ['that rewrites its frame', '/rewrites'],
        ['that keeps everything', '/keeps'],
        ['with what is written shown beside it', '/mirrors'],
      ])('%s', async (_, path) => {
        await open(path);
        await until('the editor', () => place.page.evaluate('window.isReady === true'));
        await place.page.evaluate(INTO_TEXT);
        await place.page.keyboard.type('See you there. ');
        await expectFound(null);
        await place.page.keyboard.type(`${LINK} `);
        await expectFound({ surfaces: ['mail-write'] });
      });
    });
  });
}
