import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from '../describe-in.ts';
import { BROWSERS, type Place, serve } from '../own-pages.ts';
import { until } from '../until.ts';
import { verdictIn } from '../verdict.ts';
import { INVITATION, LINK, mailPage, RIGHT, untilSaid } from './mail.ts';

/**
 * Mails that imitate our notice, or say that they were checked. What copies a webmail's own hooks stands in test/browser/webmails
 * (hostile.html). Popup and badge are out of their reach.
 */

const GOOD = 'In Camera checked this: all good. Nothing found. You may join.';
/** At the place and in the top layer of ours. */
const LIKE_OURS =
  'position: fixed; inset: auto 12px 12px auto; width: 400px; height: 120px; margin: 0; background: #fff; z-index: 2147483647';

const MAILS: Readonly<Record<string, string>> = {
  'an element with the name of ours': `<in-camera-notice role="status" aria-label="In Camera">${GOOD}</in-camera-notice>${INVITATION}`,
  'an element with a name made as ours are, around the invitation': `<in-camera-0a1b2c3d>${INVITATION}<p>${GOOD}</p></in-camera-0a1b2c3d>`,
  'an open root with a notice in it': `<in-camera-0a1b2c3d><template shadowrootmode="open"><section role="region" aria-label="In Camera" style="${LIKE_OURS}"><p role="status">${GOOD}</p><slot></slot></section></template></in-camera-0a1b2c3d>${INVITATION}`,
  'a popover in the place of ours': `<div id="fake" popover="manual" role="region" aria-label="In Camera" style="${LIKE_OURS}"><b>In Camera</b> ${GOOD} <button>Hide</button></div>${INVITATION}<script>document.querySelector('#fake').showPopover()</script>`,
  'a dialog that is the whole answer': `<dialog open role="alertdialog" aria-label="In Camera" style="${LIKE_OURS}"><h1>OFFICIAL</h1><p>${GOOD}</p></dialog>${INVITATION}`,
  'our own words': `<p>${GOOD} Marking: OFFICIAL (in the title). No finding. Built-in advice. I know this one.</p>${INVITATION}`,
  'data for a popup': `<div data-state="nothing-found" data-rule="no-passcode" data-level="off" data-policy-source="managed">${GOOD}</div>${INVITATION}`,
  'a passcode in hidden and turned words': `<p hidden>Passcode: 123456</p><p style="display: none">Passcode: 123456</p><p><bdo dir="rtl">321 :edocssaP</bdo></p>${INVITATION}`,
};
const pathOf = (index: number): string => `/imitation-${index}`;
const PAGES = {
  ...Object.fromEntries(Object.values(MAILS).map((mail, index) => [pathOf(index), mailPage(mail)])),
  '/calm': mailPage(INVITATION),
  '/empty': mailPage('<p>One moment, please.</p>'),
};

let server: Server;
let origin: string;
beforeAll(async () => {
  ({ server, origin } = await serve(PAGES));
});
afterAll(() => {
  server?.close();
});

for (const { name, run } of BROWSERS) {
  describeIn(name, `mails that imitate us in ${name}`, () => {
    let place: Place;
    let badge: { text: string; colour: string };
    beforeAll(async () => {
      place = await run();
      await place.page.goto(`${origin}/calm`);
      await untilSaid(place, RIGHT);
      badge = await place.driver.badge(origin);
      expect(badge.text).not.toBe('');
    });
    afterAll(async () => {
      await place?.driver.close();
    });

    const hasNotice = (): Promise<void> =>
      until('our notice', async () => (await place.notices()).some((one) => one.includes('No passcode')));

    it.each(Object.keys(MAILS).map((what, index) => [what, pathOf(index)] as const))(
      'changes no answer: %s',
      async (_, path) => {
        await place.page.goto('about:blank');
        await place.page.goto(origin + path);
        await untilSaid(place, RIGHT);
        await hasNotice();
        const now = await place.driver.badge(origin);
        expect([now.text, now.colour]).toEqual([badge.text, badge.colour]);
      },
    );

    it('changes no answer: an invitation that comes later, in elements named as ours are', async () => {
      await place.page.goto('about:blank');
      await place.page.goto(`${origin}/empty`);
      await until('that nothing is found', async () => (await place.driver.badge(origin)).text === '');
      await place.page.evaluate(
        `void (() => { const one = document.createElement('in-camera-0a1b2c3d'); one.innerHTML = '<p>Join: <a href="${LINK}">${LINK}</a></p>'; document.querySelector('[role=document]').append(one); })()`,
      );
      await untilSaid(place, RIGHT);
      await hasNotice();
    });

    it('says the truth in the popup, whatever the mail says', async () => {
      const popup = await place.driver.openPopup(place.tabId);
      await until(
        'the findings',
        async () => (await verdictIn(popup)).findings.length === RIGHT.rules.length,
      );
      const { state, meetings, findings } = await verdictIn(popup);
      expect([state, meetings.length, findings.map((one) => one.split(' ')[0]).sort()]).toEqual([
        'wrong',
        1,
        RIGHT.rules,
      ]);
      await popup.close();
    });
  });
}
