/** Checking an invitation that somebody has, by keyboard, paste and drop: in the popup and in its room of the options page. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRecord } from '../../src/record.ts';
import { describeIn } from './describe-in.ts';
import { startChromium } from './drivers/chromium.ts';
import { BROWSERS, type HandledPage, type Place } from './own-pages.ts';
import { until } from './until.ts';

const LINK = 'https://us02web.zoom.us/j/82345678901';
const MAIL = readFileSync('test/webmail/mails/zoom-no-passcode.eml', 'utf8');
const CALENDAR = readFileSync('test/stories/enumeration/meet.ics', 'utf8');
const POLICY = JSON.stringify({
  policyVersion: 'try',
  rules: [{ rule: 'no-passcode', level: 'block' }],
  nonsense: 1,
});

/** Names and contents of what is dropped; null: as many bytes of an archive. */
const FILES: readonly [string, string | null][] = [
  ['zoom.eml', MAIL],
  ['quiet.txt', 'Lunch at noon?'],
  ['meet.ics', CALENDAR],
  ['from-outlook.msg', null],
  ['archive.eml', 'PK\u0003\u0004\u0000\u0000\u0008\u0000'],
  ['empty.html', ''],
  ['=cmd.txt', LINK],
];

for (const { name, run } of BROWSERS) {
  describeIn(name, `in ${name}`, () => {
    let place: Place;
    let page: HandledPage;
    beforeAll(async () => {
      place = await run();
      const popup = await place.driver.openPopup(0);
      if (!hasHands(popup)) throw new Error('This page has no keyboard.');
      page = popup;
    });
    afterAll(() => place?.driver.close());

    const ask = (expression: string): Promise<unknown> => page.evaluate(expression);
    const answer = (): Promise<unknown> =>
      ask("document.querySelector('.results[data-run=done] [data-answer]')?.dataset.answer ?? ''");
    const focused = (): Promise<unknown> => ask('document.activeElement?.textContent?.trim() ?? ""');
    const tabTo = async (text: string): Promise<void> => {
      for (let count = 0; count < 40; count++) {
        if (String(await focused()).startsWith(text)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never came to “${text}”.`);
    };
    const drop = (files: readonly [string, string | null][]): Promise<unknown> =>
      ask(`(() => {
        const carried = new DataTransfer();
        const outlook = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
        for (const [name, content] of ${JSON.stringify(files)})
          carried.items.add(new File([content ?? outlook], name));
        document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
      })()`);

    it('checks a text in the popup, which loads what it needs only then', async () => {
      await page.bringToFront();
      expect(await ask("document.querySelector('.intake')")).toBe(null);
      await tabTo('Check an invitation you have');
      await page.keyboard.press('Enter');
      await until('the field', () => ask("document.querySelector('.intake textarea') !== null"));
      await page.keyboard.press('Tab');
      await page.keyboard.type(LINK);
      await tabTo('Check this text');
      await page.keyboard.press('Enter');
      await until('the verdict', async () => (await answer()) === 'wrong');
      expect(await ask("document.querySelector('.check-one [data-platform]').dataset.platform")).toBe('zoom');
      expect(await ask("document.querySelector('.check-one [role=status]').textContent")).toContain(
        'need your attention',
      );
      expect(await ask("getComputedStyle(document.querySelector('.intake')).borderTopWidth")).toBe('1px');
    });

    it('checks what is dropped or pasted in its room, with the links behind words', async () => {
      await ask("void (location.href = '../options/index.html#check')");
      await until('the room', () => ask("document.querySelector('.check-room .intake') !== null"));
      await ask(`(() => {
        const carried = new DataTransfer();
        carried.setData('text/plain', 'Join the meeting');
        carried.setData('text/html', '<p><a href="${LINK}">Join the meeting</a></p>');
        document.querySelector('h2').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
      })()`);
      await until('the verdict', async () => (await answer()) === 'wrong');
      await drop([['from-outlook.msg', null]]);
      await until('the refusal', async () => (await answer()) === 'failed');
      expect(await ask("document.querySelector('.results').textContent")).toContain('Save the mail as .eml');
      // Firefox hands no data to a paste event that a script made.
      await ask("document.querySelector('.intake textarea').focus()");
      await page.keyboard.type(LINK);
      for (const key of ['a', 'x', 'v']) {
        await page.keyboard.down('Control');
        await page.keyboard.press(key);
        await page.keyboard.up('Control');
      }
      await until('the verdict of what was pasted', async () => (await answer()) === 'wrong');
    });

    it('checks several, and tells what could not be checked; a row opens by keyboard', async () => {
      await drop(FILES);
      await until('the table', () =>
        ask("document.querySelectorAll('.check-table tr[data-verdict]').length === 7"),
      );
      expect(
        await ask(
          "[...document.querySelectorAll('.check-table tr[data-verdict]')].map((row) => row.querySelector('th').textContent + ' ' + row.dataset.verdict)",
        ),
      ).toEqual([
        'zoom.eml wrong',
        '=cmd.txt wrong',
        'from-outlook.msg failed',
        'archive.eml failed',
        'empty.html failed',
        'meet.ics clear',
        'quiet.txt no-meeting',
      ]);
      await tabTo('zoom.eml');
      await page.keyboard.press('Enter');
      await until('the verdict of the row', () =>
        ask("document.querySelector('.check-opened [data-rule=no-passcode]') !== null"),
      );
      expect(await ask("document.activeElement.getAttribute('aria-expanded')")).toBe('true');
    });

    it('tries another policy beside the one in force, and keeps nothing', async () => {
      await ask("document.querySelector('.other-policy summary').focus()");
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.type(POLICY);
      await tabTo('Use this policy');
      await page.keyboard.press('Enter');
      await until('what differs', () => ask("document.querySelectorAll('[data-differs]').length === 2"));
      expect(await ask("document.querySelector('[data-differs]').textContent")).toContain('Not allowed');
      expect(
        await ask("[...document.querySelectorAll('[data-fault]')].map((one) => one.dataset.fault)"),
      ).toEqual(['unknown-key']);
      const stored = JSON.stringify(await place.driver.worker('chrome.storage.local.get(null)'));
      expect(stored).not.toContain('82345678901');
      expect(stored).not.toContain('"try"');
    });

    it('takes five hundred at once: with progress, at nobody’s cost, to a table and an export', async () => {
      await ask(`globalThis.saved = []; globalThis.counts = [];
        HTMLAnchorElement.prototype.click = function () { globalThis.saved.push(this.download); };
        new MutationObserver(() => {
          const bar = document.querySelector('.check-progress progress');
          if (bar !== null) globalThis.counts.push(bar.value);
        }).observe(document.body, { attributes: true, childList: true, subtree: true }); null`);
      await ask("document.querySelector('.intake textarea').focus()");
      await drop(Array.from({ length: 500 }, (_, n) => [`${n}.ics`, CALENDAR.replace(/UID:.*/, `UID:${n}`)]));
      await until('the first of them', () => ask('globalThis.counts.some((count) => count > 0)'));
      await page.keyboard.type('Typed meanwhile');
      expect(await ask("document.querySelector('.results').dataset.run")).not.toBe('done');
      expect(await ask("document.querySelector('.intake textarea').value")).toContain('Typed meanwhile');
      const rows = "document.querySelectorAll('.check-table tr[data-verdict]').length";
      await until('the table', async () => (await ask(rows)) === 500, 30_000);
      expect(await ask('new Set(globalThis.counts).size > 2')).toBe(true);
      await tabTo('Save as CSV');
      await page.keyboard.press('Enter');
      await until('the file', () => ask('globalThis.saved.length === 1'));
      expect(await ask('globalThis.saved[0]')).toMatch(/\.csv$/);
    });
  });
}

// Neither page nor Puppeteer can make a drag with a folder in it.
describeIn('Chromium', 'a folder, in Chromium', () => {
  it('is read with the folders in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'in-camera-folder-'));
    const driver = await startChromium({ dist: 'dist/chromium-loopback' });
    try {
      mkdirSync(join(folder, 'deeper'));
      writeFileSync(join(folder, 'a.eml'), MAIL);
      writeFileSync(join(folder, 'deeper', 'b.ics'), CALENDAR);
      const page = await driver.newPage();
      await page.goto(`chrome-extension://${driver.extensionId}/options/index.html#check`);
      const { x, y, width, height } = (await page.locator('.intake').boundingBox()) ?? NOWHERE;
      const session = await driver.context.newCDPSession(page);
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        const data = { items: [], files: [folder], dragOperationsMask: 1 };
        await session.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data });
      }
      const rows = page.locator('.check-table tr[data-verdict] th');
      await until('the table', async () => (await rows.count()) === 2);
      const names = (await rows.allTextContents()).map((name) => name.slice(name.indexOf('/')));
      expect(names).toEqual(['/a.eml', '/deeper/b.ics']);
    } finally {
      await driver.close();
      rmSync(folder, { recursive: true });
    }
  });
});

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

function hasHands(page: unknown): page is HandledPage {
  return isRecord(page) && 'keyboard' in page;
}
