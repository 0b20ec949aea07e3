import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findFirefox } from '../../tools/browsers.ts';
import { click } from '../webmail/roundcube-hands.ts';
import { describeIn } from './describe-in.ts';
import { BROWSERS, NEVER, type Place, serve } from './own-pages.ts';
import { isTurnOf } from './turn.ts';
import { until } from './until.ts';

/** Joining and sending on pages that nobody described, and on pages that work against us. */

const JUSTIFY = { policyVersion: 'justify', rules: [{ rule: 'no-passcode', level: 'justify' }] };
const BLOCK = { policyVersion: 'block', rules: [{ rule: 'no-passcode', level: 'block' }] };
const UNCHECKED = { ...JUSTIFY, policyVersion: 'unchecked', whenUnchecked: 'hold' };
const WARN = { policyVersion: 'warn', rules: [{ rule: 'no-passcode', level: 'warn' }] };

const LINK = 'https://zoom.us/j/84512345678';
const WRAPPED =
  'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678&amp;data=05%7C02&amp;reserved=0';
const TOP = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Webmail of Examplestad</title>';

/** What the page does with a press on a link it writes down, and nothing is opened. */
const JOIN = `${TOP}<main><h1>Budget of the harbour</h1><p>Join: <a id="plain" href="${LINK}">${LINK}</a></p>
  <p><a id="other" href="https://www.example.org/agenda">Agenda</a></p></main>
  <aside><a id="wrapped" href="${WRAPPED}">Join in the side bar</a></aside>
  <div id="host"></div><iframe title="Text" style="width: 500px; height: 120px"></iframe>
  <script>
  window.joined = [];
  function record(root) { for (const type of ['click', 'auxclick']) root.addEventListener(type, (event) => {
    const link = event.target.closest?.('a');
    if (link !== null && link !== undefined && event.button < 2) { event.preventDefault(); joined.push(link.id); } }); }
  record(document);
  const shadow = document.querySelector('#host').attachShadow({ mode: 'open' });
  shadow.innerHTML = '<p><a id="shadow" href="${LINK}">Join</a></p>';
  record(shadow);
  const frame = document.querySelector('iframe');
  frame.srcdoc = '<!doctype html><p><a id="frame" href="${LINK}">Join</a></p>';
  frame.addEventListener('load', () => record(frame.contentDocument));
  </script>`;

const draft = (subject: string): string => `<form aria-label="${subject}">
  <label>To <input name="to" value="jan.devries@example.org"></label>
  <label>Subject <input name="subject" value="${subject}"></label>
  <textarea name="text" rows="4" cols="60">We meet here: ${LINK}</textarea><button>Send</button></form>`;

/** `more`: what else the page does. Its forms send at submit, and at Ctrl+Enter as webmails do. */
const sending = (drafts: string, more = ''): string => `${TOP}<main>${drafts}</main><script>
  window.sent = [];
  for (const form of document.forms) {
    form.addEventListener('submit', (event) => { event.preventDefault(); sent.push(form.subject.value + ': ' + form.text.value); });
    form.addEventListener('keydown', (event) => { if (event.key === 'Enter' && event.ctrlKey) form.requestSubmit(); });
  }
  const ours = () => [...document.querySelectorAll('*')].find((one) => one.localName.startsWith('in-camera-') && one.matches(':last-child'));
  ${more}</script>`;

/** A page whose shortcuts would eat what is typed outside of its own fields. */
const SHORTCUTS = `document.addEventListener('keydown', (event) => {
  if (!event.target.matches('input, textarea') && event.key.length === 1) { event.preventDefault(); event.stopPropagation(); } }, true);`;

const EVENTS =
  'pointerdown mousedown pointerup mouseup click auxclick dblclick keydown keypress keyup input beforeinput submit focusin focusout dragstart'.split(
    ' ',
  );
/** Every event on its way down and on its way back, as the page sees it. */
const LOGS = `window.log = []; for (const type of ${JSON.stringify(EVENTS)}) for (const capture of [true, false])
  window.addEventListener(type, (event) => {
    log.push([type, capture, event.target.id ?? event.target.name ?? '', event.defaultPrevented, event.isTrusted, event.detail ?? ''].join()); }, capture);
  document.addEventListener('click', (event) => { if (event.target.closest('a')) event.preventDefault(); });`;
const LOGGED = sending(
  `${draft('Overleg')}<p><a id="join" href="${LINK}">Join</a></p><p><button type="button" id="button">A button</button></p>`,
  LOGS,
);

const PAGES: Readonly<Record<string, string>> = {
  '/join': JOIN,
  '/send': sending(draft('Overleg')),
  '/plain': sending(draft('Overleg').replace(LINK, 'the town hall')),
  '/two': sending(draft('First') + draft('Second')),
  '/beside-a-mail': sending(
    `${draft('Overleg')}<iframe src="/mail" style="width: 500px; height: 200px"></iframe>`,
  ),
  '/mail': `${TOP}<main><h2>Budget</h2><p>From <b>jan.devries@example.org</b></p><p>${LINK}</p></main>`,
  '/slow': `${TOP}<main><h2>Lunch</h2><img alt="" src="${NEVER}"></main>`,
  '/shortcuts': sending(draft('Overleg'), SHORTCUTS),
  '/names': JOIN.replace('<main>', '<main><in-camera-mail>').replace('</main>', '</in-camera-mail></main>'),
  '/logs': LOGGED,
};

const aMoment = (): Promise<void> => pause(400);

let server: Server;
let origin: string;
let outside: string;
beforeAll(async () => {
  ({ server, origin, outside } = await serve(PAGES));
});
afterAll(() => {
  server?.close();
});

if (isTurnOf('Firefox') && findFirefox() !== null)
  console.log(
    'Skipped in Firefox: a press through what lies over the dialog, because Firefox does not tell what does (IntersectionObserverEntry.isVisible).',
  );

for (const { name, run } of BROWSERS) {
  describeIn(name, `holding in ${name}`, () => {
    let place: Place;
    beforeAll(async () => {
      place = await run();
    });
    afterAll(async () => {
      await place?.driver.close();
    });

    const said = async (): Promise<string> => (await place.notices()).join(' ¦ ');
    const says = (words: string): Promise<void> =>
      until(`“${words}”`, async () => (await said()).includes(words)).catch(async () =>
        expect(await said()).toContain(words),
      );
    const isAsked = async (): Promise<boolean> => (await said()).includes('Go back');
    const isFree = (): Promise<void> => until('no dialog', async () => !(await isAsked()));
    const evaluate = (expression: string): Promise<unknown> => place.page.evaluate(expression);
    const sent = async (): Promise<unknown> => JSON.parse(String(await evaluate('JSON.stringify(sent)')));
    const joined = async (): Promise<unknown> => JSON.parse(String(await evaluate('JSON.stringify(joined)')));
    const texts = (): Promise<unknown> =>
      evaluate(`[...document.querySelectorAll('input, textarea')].map(({ value }) => value).join('|')`);
    const whereFocus = (): Promise<unknown> =>
      evaluate(
        'document.activeElement?.name || document.activeElement?.id || document.activeElement?.localName',
      );

    async function open(path: string): Promise<void> {
      await place.page.goto('about:blank');
      await place.page.goto(origin + path);
      await place.page.bringToFront();
      await says('No passcode');
      // The script that holds is brought in its own time.
      await aMoment();
    }

    async function chord(...keys: string[]): Promise<void> {
      for (const key of keys) await place.page.keyboard.down(key);
      for (const key of keys.toReversed()) await place.page.keyboard.up(key);
    }

    async function isHeld(act: () => Promise<unknown>, done: () => Promise<unknown>): Promise<void> {
      const before = await done();
      await act();
      await says('Go back');
      await aMoment();
      expect(await done()).toEqual(before);
    }

    async function goBack(): Promise<void> {
      await place.press('Go back');
      await isFree();
    }

    const focus = (selector: string): Promise<unknown> =>
      evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);

    const SENDINGS: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['the mouse', () => click(place.page, 'button')],
      [
        'Ctrl+Enter',
        async () => {
          await focus('textarea');
          await chord('Control', 'Enter');
        },
      ],
      [
        'Enter in the subject',
        async () => {
          await focus('[name=subject]');
          await place.page.keyboard.press('Enter');
        },
      ],
      [
        'Enter on the button',
        async () => {
          await focus('button');
          await place.page.keyboard.press('Enter');
        },
      ],
    ];

    describe('a reason is asked for', () => {
      beforeAll(() => place.follow(JUSTIFY));

      const JOININGS: readonly (readonly [string, () => Promise<unknown>, string])[] = [
        ['with the mouse', () => click(place.page, '#plain'), 'plain'],
        ['in its wrapping, elsewhere on the page', () => click(place.page, '#wrapped'), 'wrapped'],
        ['in a frame', () => click(place.page, '#frame', { frame: 'iframe' }), 'frame'],
        [
          'in a shadow root',
          async () => {
            const at = await evaluate(`(() => { const box = shadow.querySelector('a').getBoundingClientRect();
              return [box.left + box.width / 2, box.top + box.height / 2]; })()`);
            if (Array.isArray(at)) await place.page.mouse.click(Number(at[0]), Number(at[1]));
          },
          'shadow',
        ],
        [
          'with Enter',
          async () => {
            await focus('#plain');
            await place.page.keyboard.press('Enter');
          },
          'plain',
        ],
      ];

      it.each(JOININGS)('holds a link %s, once a press', async (_, act, id) => {
        await open('/join');
        await isHeld(act, joined);
        await goBack();
        expect(await joined()).toEqual([]);
        await isHeld(act, joined);
        await place.type('I know the host');
        await place.press('Join anyway');
        await until('the join', async () => JSON.stringify(await joined()) === JSON.stringify([id])).catch(
          async () => expect([await joined(), await said()]).toEqual([[id], '']),
        );
        await isHeld(act, joined);
        await goBack();
        expect(await joined()).toEqual([id]);
      });

      it('holds a middle click, then opens one tab', async () => {
        await open('/join');
        const middle = (): Promise<void> => click(place.page, '#plain', { button: 'middle' });
        const tabs = (): Promise<string[]> => place.driver.tabAddresses();
        const before = (await tabs()).length;
        await isHeld(middle, tabs);
        await place.type('I know the host');
        await place.press('Join anyway');
        await until('the tab', async () => (await tabs()).length > before);
        await aMoment();
        expect((await tabs()).length).toBe(before + 1);
        expect(await joined()).toEqual([]);
        await place.page.bringToFront();
      });

      it('keeps the question above the notice, whatever else is found meanwhile', async () => {
        await open('/join');
        await isHeld(() => click(place.page, '#plain'), joined);
        const before = await said();
        // Where the notice stands, which has to go elsewhere.
        await evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
          '<p><a style="position: fixed; right: 20px; bottom: 20px" href="${LINK.replace(/\d{3}$/, '999')}">Another meeting</a></p>')`);
        await until('the other meeting in the notice', async () => (await said()) !== before);
        await place.type('I know the host');
        await place.press('Join anyway');
        await until('the join', async () => JSON.stringify(await joined()) === '["plain"]');
      });

      it('lets other links be', async () => {
        await open('/join');
        await click(place.page, '#other');
        await until('the press', async () => JSON.stringify(await joined()) === '["other"]');
        expect(await isAsked()).toBe(false);
      });

      it.each(SENDINGS)('holds sending by %s, then sends once', async (_, act) => {
        await open('/send');
        const before = await texts();
        await isHeld(act, sent);
        await goBack();
        expect([await sent(), await texts()]).toEqual([[], before]);
        await isHeld(act, sent);
        await place.type('there is a lobby');
        await place.press('Send anyway');
        await until('the mail', async () => JSON.stringify(await sent()) !== '[]');
        await aMoment();
        expect(await sent()).toEqual([`Overleg: We meet here: ${LINK}`]);
        expect(await texts()).toBe(before);
      });

      it('asks again when somebody else is to get it', async () => {
        await open('/send');
        await isHeld(() => click(place.page, 'button'), sent);
        await place.type('there is a lobby');
        await place.press('Send anyway');
        await until('the mail', async () => JSON.stringify(await sent()) !== '[]');
        await focus('[name=to]');
        await place.page.keyboard.type(', pers@example.com');
        await isHeld(() => click(place.page, 'button'), sent);
        await goBack();
        expect(await sent()).toHaveLength(1);
      });

      it('holds what a script wrote into a field', async () => {
        await place.page.goto('about:blank');
        await place.page.goto(`${origin}/plain`);
        await place.page.bringToFront();
        await aMoment();
        await aMoment();
        await evaluate(`void (document.querySelector('textarea').value = 'We meet here: ${LINK}')`);
        await isHeld(() => click(place.page, 'button'), sent);
        await goBack();
        expect(await sent()).toEqual([]);
      });

      it('holds a draft while the mail beside it goes away', async () => {
        await open('/beside-a-mail');
        await evaluate(`void (document.querySelector('iframe').src = '${outside}/slow')`);
        // Firefox has cleared away the document that was read there.
        await pause(4000);
        await isHeld(() => click(place.page, 'button'), sent);
        await goBack();
      });

      it('lets a mail without a meeting go as it was sent, in the same breath', async () => {
        await place.page.goto('about:blank');
        await place.page.goto(`${origin}/plain`);
        await place.page.bringToFront();
        await aMoment();
        await aMoment();
        await evaluate(`void document.addEventListener('keydown', (event) => {
          if (event.key === 'Enter') window.trusted = [...(window.trusted ?? []), event.isTrusted]; })`);
        await focus('textarea');
        await place.page.keyboard.type('See you');
        await chord('Control', 'Enter');
        expect(await sent()).toHaveLength(1);
        expect(await evaluate('JSON.stringify(trusted)')).toBe('[true]');
      });

      it('holds another draft in the same breath', async () => {
        await open('/two');
        await isHeld(() => click(place.page, 'form:first-of-type button'), sent);
        await place.type('there is a lobby');
        await place.press('Send anyway');
        await until('the first mail', async () => JSON.stringify(await sent()) !== '[]');
        await isHeld(async () => {
          await focus('form:last-of-type [name=subject]');
          await place.page.keyboard.press('Enter');
        }, sent);
        await goBack();
        expect(await sent()).toHaveLength(1);
      });

      it('can be answered by keyboard alone, and the focus goes back', async () => {
        await open('/send');
        const [byMouse, byKeys] = [SENDINGS[0]?.[1], SENDINGS[1]?.[1]];
        if (byMouse === undefined || byKeys === undefined) throw new Error('no way to send');
        await isHeld(byKeys, sent);
        await place.page.keyboard.press('Escape');
        await isFree();
        expect(await whereFocus()).toBe('text');

        await isHeld(byKeys, sent);
        await place.type('there is a lobby');
        // Go back, then Send anyway.
        await place.page.keyboard.press('Tab');
        await place.page.keyboard.press('Tab');
        await place.page.keyboard.press('Enter');
        await until('the mail', async () => JSON.stringify(await sent()) !== '[]');
        await isFree();
        await aMoment();
        expect(await sent()).toHaveLength(1);
        expect(await whereFocus()).toBe('text');
      });

      it('can be typed into where a page eats keys', async () => {
        await open('/shortcuts');
        await isHeld(() => click(place.page, 'button'), sent);
        await place.type('there is a lobby');
        await place.press('Send anyway');
        await until('the mail', async () => JSON.stringify(await sent()) !== '[]');
      });

      it.each([
        ['removes it', 'ours().remove()'],
        ['moves it into the body', 'document.body.append(ours())'],
        [
          'moves it into something unseen',
          `document.body.insertAdjacentHTML('beforeend', '<div hidden id="away"></div>'), document.querySelector('#away').append(ours())`,
        ],
        [
          'puts its whole tree elsewhere',
          `(() => { const old = document.documentElement; const other = document.createElement('html'); const { body } = document;
          other.append(body); old.replaceWith(other); })()`,
        ],
      ])('lets nothing pass when the page %s, and asks again', async (_, work) => {
        await open('/send');
        await isHeld(() => click(place.page, 'button'), sent);
        await evaluate(`void (${work})`);
        await aMoment();
        expect(await sent()).toEqual([]);
        await aMoment();
        await isHeld(() => click(place.page, 'button'), sent);
        await goBack();
        expect(await sent()).toEqual([]);
      });

      it('holds a link in an element of the page named as ours are', async () => {
        await open('/names');
        await isHeld(() => click(place.page, '#plain'), joined);
        await goBack();
        expect(await joined()).toEqual([]);
      });

      it('does not take the page’s own clicks for an answer', async () => {
        await open('/send');
        await isHeld(() => click(place.page, 'button'), sent);
        await place.type('there is a lobby');
        await evaluate(`void (() => { const host = ours();
          for (let x = 200; x < innerWidth; x += 40) for (let y = 100; y < innerHeight; y += 20) {
            const at = document.elementFromPoint(x, y);
            for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
              at?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y }));
          }
          host.click(); for (const key of ['Enter', 'Escape', ' ']) host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
          host.dispatchEvent(new Event('cancel', { bubbles: true, composed: true })); })()`);
        await aMoment();
        expect(await isAsked()).toBe(true);
        expect(await sent()).toEqual([]);
        await place.press('Send anyway');
        await until('the mail', async () => JSON.stringify(await sent()) !== '[]');
      });

      it.runIf(name === 'Chromium')('refuses a press through what lies over it', async () => {
        await open('/send');
        await isHeld(() => click(place.page, 'button'), sent);
        await place.type('there is a lobby');
        await evaluate(`void (() => { const over = document.createElement('div'); over.popover = 'manual'; over.textContent = 'You have won';
          over.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; margin: 0; background: #fffe; pointer-events: none';
          document.body.append(over); over.showPopover(); })()`);
        // The browser tells ten times a second what lies over what.
        await aMoment();
        await place.press('Send anyway');
        await says('covered this question');
        expect(await sent()).toEqual([]);
        await aMoment();
        await place.press('Send anyway');
        await until('the mail', async () => JSON.stringify(await sent()) !== '[]');
      });
      it('can be left by keyboard where the page makes it inert', async () => {
        await open('/send');
        await isHeld(() => click(place.page, 'button'), sent);
        await evaluate('void (ours().inert = true)');
        await place.page.keyboard.press('Escape');
        await isFree();
        expect(await sent()).toEqual([]);
      });

      it('is no answer where the page makes itself faint', async () => {
        await open('/send');
        await isHeld(() => click(place.page, 'button'), sent);
        await place.type('there is a lobby');
        await evaluate(`void (document.documentElement.style.filter = 'opacity(5%)')`);
        await place.press('Send anyway');
        await says('covered this question');
        expect(await sent()).toEqual([]);
        await evaluate(`void (document.documentElement.style.filter = '')`);
        await aMoment();
        await place.press('Send anyway');
        await until('the mail', async () => JSON.stringify(await sent()) !== '[]');
      });

      it('can be answered where a person has turned the colours of the page', async () => {
        await open('/send');
        await evaluate(`void (document.documentElement.style.filter = 'invert(1) hue-rotate(180deg)')`);
        await isHeld(() => click(place.page, 'button'), sent);
        await place.type('there is a lobby');
        await place.press('Send anyway');
        await until('the mail', async () => JSON.stringify(await sent()) !== '[]');
      });
    });

    describe('it is blocked', () => {
      beforeAll(() => place.follow(BLOCK));

      it.each(SENDINGS)('by %s there is no way', async (_, act) => {
        await open('/send');
        await isHeld(act, sent);
        expect(await said()).not.toMatch(/anyway|Your reason/);
        await place.page.keyboard.type('a reason');
        await place.page.keyboard.press('Tab');
        await place.page.keyboard.press('Escape');
        await isFree();
        expect(await sent()).toEqual([]);
      });

      it('joining, too', async () => {
        await open('/join');
        await isHeld(() => click(place.page, '#wrapped'), joined);
        await goBack();
        expect(await joined()).toEqual([]);
      });
    });

    describe('no check comes', () => {
      /** What the worker keeps of a page never gets there: no review is answered. */
      const HANG =
        name === 'Chromium'
          ? 'void (chrome.storage.session.get = () => new Promise(() => {}))'
          : 'chrome.runtime.getBackgroundPage().then((page) => { page.browser.storage.session.get = () => new page.Promise(() => {}); return null; })';

      async function hang(): Promise<void> {
        await open('/send');
        await place.driver.worker(HANG);
        await place.page.bringToFront();
        await focus('textarea');
        await place.page.keyboard.type('See you. ');
      }

      it('goes on after two seconds, and says so', async () => {
        await place.follow(JUSTIFY);
        await hang();
        const began = performance.now();
        await click(place.page, 'button');
        await until('the mail', async () => JSON.stringify(await sent()) !== '[]');
        expect(performance.now() - began).toBeGreaterThan(1500);
        await says('In Camera could not check this page');
        await aMoment();
        expect(await sent()).toHaveLength(1);
      });

      it('is asked about where the policy wants that', async () => {
        await place.follow(UNCHECKED);
        await hang();
        await isHeld(() => click(place.page, 'button'), sent);
        await says('In Camera could not check this in time');
        await place.type('there is a lobby');
        await place.press('Send anyway');
        await until('the mail', async () => JSON.stringify(await sent()) !== '[]');
      });
    });

    describe('nothing can be held', () => {
      beforeEach(() => place.follow(WARN));

      it('changes no event of the page', async () => {
        const logOn = async (where: string): Promise<unknown> => {
          await place.page.goto(`${where}/logs`);
          await place.page.bringToFront();
          if (where === origin) await says('No passcode');
          await aMoment();
          await click(place.page, '#join');
          await click(place.page, '#join', { button: 'middle' });
          await click(place.page, '#button');
          for (const [, act] of SENDINGS) await act();
          await place.page.keyboard.type('abc');
          await aMoment();
          return JSON.parse(String(await evaluate('JSON.stringify({ log, sent })')));
        };
        const without = await logOn(outside);
        expect(without).toMatchObject({ sent: Array(SENDINGS.length).fill(expect.any(String)) });
        expect(await logOn(origin)).toEqual(without);
      });
    });
  });
}
