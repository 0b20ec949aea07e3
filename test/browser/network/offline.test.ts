/** Without a network: the mail that is open is reviewed, and every page of the extension works. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIn } from '../describe-in.ts';
import { until } from '../until.ts';
import { POLICY } from './organisation.ts';
import { checkText, press, unfold } from './own-page-hands.ts';
import { DRAFT, MAIL } from './pages.ts';
import { type Recorded, recordChromium, recordFirefox } from './recorded.ts';
import { ROOMS, useRoom } from './rooms.ts';

const BROWSERS = [
  { name: 'Chromium', dist: 'dist/chromium', record: recordChromium },
  { name: 'Firefox', dist: 'dist/firefox', record: recordFirefox },
] as const;

for (const { name, dist, record } of BROWSERS)
  describeIn(name, `offline in ${name}`, () => {
    let there: Recorded;
    let asked = 0;
    beforeAll(async () => {
      there = await record({ dist, policy: POLICY });
      await there.page.goto(MAIL);
      await says('What to do');
      await there.goOffline();
      asked = there.proxy.requests.length;
    });
    afterAll(() => there?.end());

    const said = async (): Promise<string> => (await there.notices()).join(' ¦ ');
    const says = (words: string): Promise<void> =>
      until(`“${words}” in a notice`, async () => (await said()).includes(words), 20_000);

    it('the browser knows it, and no page can be had', async () => {
      expect(await there.page.evaluate('navigator.onLine')).toBe(false);
      const answer = await there.page.evaluate(
        `fetch('${DRAFT}').then(({ status }) => status, () => 'no answer')`,
      );
      expect(answer).toBe('no answer');
    });

    it('the mail that is open is reviewed anew when it changes, also by a worker that had stopped', async () => {
      await there.driver.stopWorker();
      await there.page.evaluate(
        `void document.querySelector('p a').replaceWith(Object.assign(document.createElement('a'), { href: 'https://examplestad.webex.com/meet/jan.devries', textContent: 'Join' }))`,
      );
      await says('does not use Webex');
      await until('the badge', async () => (await there.driver.badge(MAIL)).text !== '');
    });

    it('the popup shows the review, and checks a text', async () => {
      const popup = await there.newPage();
      const path = `popup/index.html?tab=${there.tabId}`;
      await there.enter(popup, path, `document.querySelector('[data-rule=platform-not-allowed]') !== null`);
      await unfold(popup);
      await checkText(popup);
      await popup.close();
    });

    it.each(ROOMS)('the room “$id” of the options page works', (room) => useRoom(there, room));

    it('the first-run page judges its sample', async () => {
      const page = await there.newPage();
      await there.enter(page, 'first-run/index.html', `document.querySelector('.sites') !== null`);
      await press(page, 'Check this invitation');
      const outcome = `document.querySelector('[data-outcome]')?.dataset.outcome`;
      await until('the verdict', async () => (await page.evaluate(outcome)) === 'wrong');
      await page.close();
    });

    it('and nothing came through meanwhile', () => {
      const requests = there.proxy.requests.slice(asked);
      expect(requests.filter((request) => request.startsWith('https:'))).toEqual([]);
    });
  });
