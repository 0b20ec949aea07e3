/** The rooms of the options page, and what a person does in each. */
import { readFileSync } from 'node:fs';
import type { HandledPage } from '../own-pages.ts';
import { until } from '../until.ts';
import { checkText, choose, drop, IS_JUDGED, press, unfold } from './own-page-hands.ts';
import type { Recorded } from './recorded.ts';

const REMOTE =
  '<img src="https://picture.example/1.png"><link rel="stylesheet" href="https://style.example/1.css">';
/** What a person may have saved; two of them ask for something from elsewhere, as mails do. */
export const FILES: readonly (readonly [string, string])[] = [
  ['saved.eml', readFileSync('test/webmail/mails/zoom-no-passcode.eml', 'utf8')],
  ['saved.ics', readFileSync('test/stories/enumeration/meet.ics', 'utf8')],
  ['saved.html', `<!doctype html>${REMOTE}<p><a href="https://zoom.us/j/84512345678">Join</a></p>`],
  ['saved.txt', 'Join: https://us02web.zoom.us/j/82345678901'],
];

export interface Room {
  id: string;
  /** An expression that is true once the room is drawn. */
  ready: string;
  act(page: HandledPage): Promise<void>;
}

export async function useRoom(there: Recorded, { id, ready, act }: Room): Promise<void> {
  const page = await there.newPage();
  await there.enter(page, `options/index.html#${id}`, ready);
  await page.bringToFront();
  await act(page);
  await page.close();
}

export const ROOMS: readonly Room[] = [
  { id: 'applies', ready: `document.querySelector('.applies[data-policy-source]') !== null`, act: unfold },
  {
    id: 'check',
    ready: `document.querySelector('.check-room .intake') !== null`,
    async act(page) {
      await page.evaluate(drop(FILES));
      await until(
        'the table',
        () =>
          page.evaluate(
            `document.querySelectorAll('.check-table tr[data-verdict]').length === ${FILES.length}`,
          ),
        30_000,
      );
      await page.evaluate(`document.querySelector('.check-table tbody button').click()`);
      await until('a row to open', () => page.evaluate(`document.querySelector('.check-opened') !== null`));
      await unfold(page);
      await checkText(page);
      await page.evaluate(drop(FILES.slice(2, 3)));
      await until('the verdict', () => page.evaluate(IS_JUDGED));
    },
  },
  {
    id: 'where',
    ready: `document.querySelector('#add-site') !== null`,
    async act(page) {
      await unfold(page);
      for (const [address, answer] of [
        ['http://mail.example.gov/', '#add-site-fault'],
        ['mail.google.com', '[role=status]'],
      ] as const) {
        await page.evaluate(
          `document.querySelector('#add-site').focus(); document.querySelector('#add-site').select()`,
        );
        await page.keyboard.type(address);
        await page.keyboard.press('Enter');
        await until('an answer', () =>
          page.evaluate(`document.querySelector('${answer}').textContent !== ''`),
        );
      }
    },
  },
  {
    id: 'settings',
    ready: `document.querySelector('.settings select') !== null`,
    async act(page) {
      await unfold(page);
      await page.evaluate(choose('[data-rule=open-dial-in] select', 'block'));
      await until('that it is saved', () =>
        page.evaluate(
          `chrome.storage.local.get('own-settings').then((all) => JSON.stringify(all).includes('open-dial-in'))`,
        ),
      );
      await page.evaluate(choose('.settings-field select', 'nl'));
      await until('Dutch', () => page.evaluate(`document.documentElement.lang === 'nl'`));
      await page.evaluate(choose('.settings-field select', ''));
      await until('English', () => page.evaluate(`document.documentElement.lang === 'en'`));
    },
  },
  {
    id: 'history',
    ready: `document.querySelector('.history table tbody tr') !== null`,
    async act(page) {
      await press(page, 'Save as CSV');
      await press(page, 'Save as JSON');
    },
  },
];
