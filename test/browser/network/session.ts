/** A working day with In Camera: every surface that it reads, every page that it has, everything that can be pressed in them. */
import { click } from '../../webmail/roundcube-hands.ts';
import { type Hearing, listen } from '../hearing.ts';
import { until } from '../until.ts';
import { checkText, press, unfold } from './own-page-hands.ts';
import { addressOf, DRAFT, FORBIDDEN, JOIN, MAIL, SURFACES, WEBEX } from './pages.ts';
import type { Recorded } from './recorded.ts';
import { ROOMS, useRoom } from './rooms.ts';

interface Step {
  name: string;
  act(there: Recorded): Promise<void>;
}

const said = async (there: Recorded): Promise<string> => (await there.notices()).join(' ¦ ');
const says = (there: Recorded, words: string): Promise<void> =>
  until(`“${words}” in a notice`, async () => (await said(there)).includes(words), 20_000);
const isQuiet = (there: Recorded, words: string): Promise<void> =>
  until(`no “${words}”`, async () => !(await said(there)).includes(words));

export async function open({ page }: Recorded, url: string): Promise<void> {
  // From one fragment to another no page would be loaded.
  await page.goto('about:blank');
  await page.goto(url);
  await page.bringToFront();
}

/** Presses until our dialog says this: the script that holds is brought in its own time. */
const isHeld = (there: Recorded, selector: string, words: string): Promise<void> =>
  until(`“${words}” over the page`, async () => {
    if (!(await said(there)).includes(words)) await click(there.page, selector);
    return (await said(there)).includes(words);
  });

const hearings = new WeakMap<Recorded, Hearing>();
async function hearingOf(there: Recorded): Promise<Hearing> {
  const hearing = hearings.get(there) ?? (await listen(there.driver));
  hearings.set(there, hearing);
  return hearing;
}

const surfaces = SURFACES.map(
  ({ surface, fixture }): Step => ({
    name: `${surface}: ${fixture}`,
    async act(there) {
      const hearing = await hearingOf(there);
      await open(there, addressOf(fixture));
      await until(
        `a ${surface} to be reviewed`,
        async () =>
          (await hearing.documents(there.tabId)).some(({ invitations }) =>
            invitations.some((one) => one.surface === surface),
          ),
        20_000,
      );
    },
  }),
);

/** In this order: each goes on where the one before it stopped. */
export const SESSION: readonly Step[] = [
  ...surfaces,
  {
    name: 'the notice is opened, made small and put off',
    async act(there) {
      await open(there, MAIL);
      await says(there, 'What to do');
      await there.press('What to do');
      await there.press('Make this notice small');
      await isQuiet(there, 'What to do');
      await there.driver.worker("chrome.storage.local.remove('small-notices').then(() => null)");
      await open(there, MAIL);
      await says(there, 'Not now');
      await there.press('Not now');
      await until('no notice', async () => (await said(there)) === '');
    },
  },
  {
    name: 'sending is held, and a reason given',
    async act(there) {
      await open(there, DRAFT);
      await says(there, 'What to do');
      await click(there.page, 'textarea');
      await there.page.keyboard.type('Bring the plans. ');
      await isHeld(there, 'form button', 'Send anyway');
      await there.type('The host keeps a lobby');
      await there.press('Send anyway');
      await until('the mail', () => there.page.evaluate('sent === 1'));
    },
  },
  {
    name: 'joining is blocked',
    async act(there) {
      await open(there, FORBIDDEN);
      await says(there, 'What to do');
      await isHeld(there, '#webex', 'Go back');
      await there.press('Go back');
      await isQuiet(there, 'Go back');
    },
  },
  {
    name: 'a platform’s own page warns',
    async act(there) {
      await open(there, JOIN);
      await says(there, 'What to do');
      await there.press('What to do');
    },
  },
  {
    name: 'a platform’s own page is blocked',
    async act(there) {
      await open(there, WEBEX);
      await says(there, 'Go back');
    },
  },
  {
    name: 'the popup: unfolded, copied, reported, an invitation pasted, checked again',
    async act(there) {
      await open(there, MAIL);
      await until('the badge', async () => (await there.driver.badge(MAIL)).text !== '', 20_000);
      const popup = await there.newPage();
      const path = `popup/index.html?tab=${there.tabId}`;
      await there.enter(popup, path, `document.querySelector('[data-rule]') !== null`);
      await press(popup, 'Copy as text');
      await press(popup, 'Report');
      await until('the report', () => popup.evaluate(`document.querySelector('#report') !== null`));
      await popup.keyboard.type('Please look. ');
      await press(popup, 'Back');
      await unfold(popup);
      await checkText(popup);
      await press(popup, 'Check again');
      await popup.close();
    },
  },
  ...ROOMS.map(
    (room): Step => ({ name: `options, the room “${room.id}”`, act: (there) => useRoom(there, room) }),
  ),
  {
    name: 'the first-run page and its sample',
    async act(there) {
      const page = await there.newPage();
      await there.enter(page, 'first-run/index.html', `document.querySelector('.sites') !== null`);
      await unfold(page);
      await press(page, 'Check this invitation');
      const outcome = `document.querySelector('[data-outcome]')?.dataset.outcome`;
      await until('the verdict', async () => (await page.evaluate(outcome)) === 'wrong');
      await page.close();
    },
  },
  {
    name: 'the worker is stopped, and starts again',
    async act(there) {
      await there.page.goto('about:blank');
      await there.driver.stopWorker();
      await open(there, DRAFT);
      await says(there, 'What to do');
    },
  },
];
