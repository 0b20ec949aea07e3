import type { Page } from 'playwright-core';
import { until } from '../../../test/browser/until.ts';
import type { Scene, Surface } from '../picture.ts';
import { DUTCH, FAULTY, JUSTIFY, NONE } from '../policies.ts';
import { POPUP, type Stage } from '../stage.ts';

interface Told {
  name: string;
  /** Begins with "/mail/" and the like in the demonstration, otherwise one of ours; null: no page. */
  path: string | null;
  /** As the popup's body says it. */
  state: string;
  policy?: unknown;
  looks?: Scene['looks'];
  /** Before the popup opens. */
  before?: (stage: Stage) => Promise<unknown>;
  /** In the popup. */
  inside?: (popup: Page) => Promise<unknown>;
}

const DEMO = /^\/(?:mail|event|draft)\//;

const scene = ({ name, path, state, policy = NONE, looks = 'english', before, inside }: Told): Scene => ({
  name,
  looks,
  policy,
  async take(stage, { webmail, pages }, file) {
    if (path !== null) await stage.page.goto((DEMO.test(path) ? webmail : pages) + path);
    const tab = path === null ? 0 : await stage.tabId();
    await before?.(stage);
    await stage.ownPage(`popup/index.html?tab=${tab}`, POPUP, file, async (popup) => {
      // In a tab of its own it takes the tab's width; under its button it is as wide as here.
      await popup.evaluate(
        `document.documentElement.classList.toggle('in-tab', innerWidth < ${POPUP.width})`,
      );
      await until(`${name}: ${state}`, () => popup.evaluate(`document.body.dataset.state === '${state}'`));
      await inside?.(popup);
    });
    return undefined;
  },
});

/** The notice's ✕ or "Not now", and what the popup then says. */
const setAside = async (stage: Stage): Promise<void> => {
  await stage.press('.actions .second', { hides: '.panel' });
};

const reportDamage = async (stage: Stage): Promise<void> => {
  const key = `report:${await stage.tabId()}:1`;
  await stage.ask(`chrome.storage.session.set({ ${JSON.stringify(key)}: 'damaged' })`);
};

/** As the worker notes it when hooks of a webmail are gone: those that miss some are of hosts that this machine is not. */
const reportMissed = async (stage: Stage): Promise<void> => {
  const key = JSON.stringify(await stage.report());
  await stage.ask(`chrome.storage.session.get(${key}).then(({ [${key}]: report }) =>
    chrome.storage.session.set({ [${key}]: { ...report, webmail: 'outlook', missed: ['outlook mail-read title'] } }))`);
};

const pressReport = (popup: Page): Promise<void> => popup.click('.actions button');

export const POPUP_SURFACE: Surface = {
  id: 'popup',
  title: 'The popup',
  scenes: [
    scene({ name: 'wrong', path: '/mail/zoom-no-passcode', state: 'wrong', looks: 'all' }),
    scene({ name: 'wrong, marked', path: '/mail/webex-personal-room', state: 'wrong' }),
    scene({ name: 'wrong, several meetings', path: '/several', state: 'wrong' }),
    scene({ name: 'wrong, a pretence', path: '/mail/lookalike', state: 'wrong' }),
    scene({ name: 'clear', path: '/mail/zoom-good', state: 'clear', looks: 'all' }),
    scene({ name: 'clear, with a remark', path: '/mail/teams-dutch', state: 'clear' }),
    scene({ name: 'limited', path: '/mail/zoom-good', state: 'limited', before: reportMissed }),
    scene({ name: 'no meeting', path: '/mail/no-meeting', state: 'no-meeting' }),
    scene({ name: 'unchecked', path: '/attachment', state: 'unchecked' }),
    scene({ name: 'unchecked, damaged', path: '/mail/zoom-good', state: 'unchecked', before: reportDamage }),
    scene({ name: 'not reading', path: null, state: 'not-reading', looks: 'all' }),
    scene({ name: 'set aside', path: '/mail/jitsi-plain', state: 'wrong', before: setAside }),
    scene({ name: 'justify', path: '/mail/zoom-no-passcode', state: 'wrong', policy: JUSTIFY }),
    scene({
      name: 'report',
      path: '/mail/zoom-no-passcode',
      state: 'wrong',
      policy: JUSTIFY,
      looks: 'all',
      inside: pressReport,
    }),
    scene({ name: 'marked, organisation', path: '/mail/webex-personal-room', state: 'wrong', policy: DUTCH }),
    scene({ name: 'policy with faults', path: '/mail/zoom-good', state: 'wrong', policy: FAULTY }),
  ],
};
