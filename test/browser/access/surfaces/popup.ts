import { ACCESS_KEY } from '../../../../extension/access.ts';
import { type FrameReport, reportKey, type Trouble } from '../../../../extension/messages.ts';
import { POLICY_NOTE_KEY } from '../../../../extension/popup/stored.ts';
import { isRecord } from '../../../../src/record.ts';
import type { HandledPage } from '../../own-pages.ts';
import { COMMON, FAULTY_NOTE, REVIEWS, reportOf } from '../reviews.ts';
import { ready, type Stage } from '../stage.ts';
import { openOwn, type State, type Surface, seed, UNFOLD } from './surface.ts';

/** No tab has it: nothing but what is stored here is shown. */
const TAB = 987_654;

const NOTE = JSON.stringify(POLICY_NOTE_KEY);

interface Seen {
  reports?: readonly unknown[];
  note?: unknown;
  access?: unknown;
}

/** One meeting, two faults. */
export const COMMON_CASE = 'the common case';

let shown = 0;

/** A popup that is open already follows what is stored: nothing is loaded anew. */
async function open(stage: Stage, { reports = [], note = REVIEWS.warn.policy, access }: Seen): Promise<void> {
  const version = `version ${++shown}`;
  const stored = {
    session: Object.fromEntries(reports.map((report, frame) => [reportKey(TAB, frame), report])),
    local: {
      [POLICY_NOTE_KEY]: isRecord(note) ? { ...note, version } : note,
      [ACCESS_KEY]: access ?? { missing: [], asked: [] },
    },
  };
  const isOpen = await stage.page.evaluate(
    `location.pathname.startsWith('/popup/') && document.querySelector('.report') === null`,
  );
  if (isOpen !== true || !isRecord(note))
    return openOwn(stage, `popup/index.html?tab=${TAB}`, stored, 'document.body.dataset.state !== undefined');
  await untilShown(stage.page, version, () => seed(stage, stored));
}

/** A worker that starts at just that moment writes its own note over this one: then it is stored once more. */
async function untilShown(page: HandledPage, version: string, store: () => Promise<unknown>): Promise<void> {
  const isShown = `document.querySelector('[data-policy-version="${version}"]') !== null`;
  await store();
  await ready(page, isShown).catch(() => store().then(() => ready(page, isShown)));
}

const state = (name: string, seen: Seen, then = 'null'): State => ({
  name,
  async show(stage) {
    await open(stage, seen);
    await stage.page.evaluate(`void (() => { ${then} })()`);
  },
});
const trouble = (reason: Trouble, more: Partial<FrameReport> = {}): State =>
  state(reason, { reports: [reportOf([], { trouble: reason, ...more })] });

const GRAVE: Seen = {
  reports: [
    reportOf([REVIEWS.block, REVIEWS.justify, REVIEWS.warn, REVIEWS.inform, REVIEWS.unchecked], {
      missed: ['gmail mail-read title'],
    }),
    reportOf([], { trouble: 'reader-failed' }),
  ],
  note: { ...FAULTY_NOTE, contact: 'mailto:security@example.gov', ownSettings: ['rules', 'titles'] },
  access: {
    missing: ['https://mail.google.com/*', 'https://outlook.office.com/*'],
    asked: ['https://mail.examplestad.example/*'],
  },
};
const aside = reportOf([REVIEWS.warn]).entries.map((entry) => ({
  ...entry,
  aside: { ...entry.aside, state: 'known' },
}));

const common = reportOf([REVIEWS.common]).entries.map((entry) => ({ ...entry, title: COMMON.title }));

export const POPUP: Surface = {
  name: 'popup',
  // It follows what the worker stores.
  async again({ page }) {
    const version = `version ${++shown}`;
    await untilShown(page, version, () =>
      page.evaluate(`chrome.storage.local.get(${NOTE}).then(({ [${NOTE}]: note }) =>
        chrome.storage.local.set({ [${NOTE}]: { ...note, version: '${version}' } })).then(() => null)`),
    );
  },
  states: [
    state('not reading', {}),
    state('no meeting', { reports: [reportOf([])] }),
    state('nothing to warn about', { reports: [reportOf([REVIEWS.clear])] }),
    state('a limited check', { reports: [reportOf([REVIEWS.clear], { missed: ['gmail mail-read title'] })] }),
    state('a remark', { reports: [reportOf([REVIEWS.inform])] }),
    state('a part that could not be read', { reports: [reportOf([REVIEWS.unchecked])] }),
    state(COMMON_CASE, { reports: [{ ...reportOf([]), entries: common }] }),
    state('a warning', { reports: [reportOf([REVIEWS.warn])] }),
    state('a warning that was set aside', { reports: [{ ...reportOf([]), entries: aside }] }, UNFOLD),
    { ...state('everything at once, unfolded', GRAVE, UNFOLD), measured: true },
    trouble('reader-failed'),
    trouble('worker-silent'),
    trouble('review-failed'),
    trouble('kept-out'),
    trouble('notice-removed', { entries: reportOf([REVIEWS.warn]).entries }),
    state('what is stored is damaged', { reports: ['nonsense'], note: 'nonsense' }),
    {
      name: 'reporting',
      measured: true,
      async show(stage) {
        await open(stage, { reports: [reportOf([REVIEWS.warn])] });
        await stage.page.evaluate(`document.querySelector('.actions button').click()`);
        await ready(stage.page, `document.querySelector('textarea') !== null`);
      },
    },
  ],
};
