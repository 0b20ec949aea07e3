import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type FrameReport, reportKey } from '../../extension/messages.ts';
import { fakeBrowser } from './browser.ts';

let fake = fakeBrowser();
vi.mock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, name) => Reflect.get(fake, name) }),
}));
vi.mock('../../extension/api.ts', () => ({
  default: { i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en-GB' } },
}));
const { forgetKeptOut, takeOver, takeOverOnce, watchLoaded } = await import(
  '../../extension/background/take-over.ts'
);
const { leaveSites } = await import('../../extension/background/withdrawn.ts');

const FILE = '/content/in-camera.iife.js';
const BANNED = 'This page cannot be scripted due to an ExtensionsSettings policy.';
const GMAIL = 'https://mail.google.com/mail/u/0/';
const FOREIGN =
  'Cannot access contents of the page. Extension manifest must request permission to access the respective host.';

const reportOf = async (tabId: number): Promise<unknown> =>
  (await fake.storage.session.get(reportKey(tabId, 0)))[reportKey(tabId, 0)];

beforeEach(() => {
  fake = fakeBrowser();
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe('taking over', () => {
  it('enters every open page of ours, once for each load of the extension', async () => {
    fake.openTabs = [
      { id: 1, url: GMAIL },
      { id: 2, url: 'https://post.example.org/' },
      { id: 3, url: 'https://www.example.org/' },
      { id: 4, url: GMAIL, discarded: true },
      { id: 5 },
      { id: 6, url: GMAIL, has: true },
      { id: 7, url: GMAIL, status: 'loading' },
      { id: 8, url: 'https://zoom.us/j/84512345678' },
      { id: 9, url: 'https://zoom.us/j/84512345679', has: true },
    ];
    fake.registered = [
      { id: 'site:https://post.example.org/*', matches: ['https://post.example.org/*'], js: [FILE.slice(1)] },
    ];
    await takeOverOnce();
    await takeOverOnce();
    expect(fake.executed).toEqual([
      [1, FILE],
      [6, FILE],
      [8, '/content/join.iife.js'],
      [2, FILE],
    ]);
  });

  it('says where it is kept out, and not where there is only no page', async () => {
    fake.openTabs = [
      { id: 1, url: GMAIL, refuses: 'Missing host permission for the tab' },
      { id: 2, url: GMAIL, refuses: 'Frame with ID 0 is showing error page' },
      { id: 3, url: GMAIL, refuses: 'No tab with id: 3' },
    ];
    await takeOver();
    expect(await reportOf(1)).toMatchObject({ trouble: 'kept-out', site: 'mail.google.com' });
    expect(fake.badges.get(1)).toEqual({ text: '?', title: 'badge_kept_out' });
    expect(await reportOf(2)).toBeUndefined();
    expect(await reportOf(3)).toBeUndefined();
  });
});

describe('a tab that has loaded', () => {
  const load = async (): Promise<void> => {
    const done = watchLoaded(1);
    await vi.advanceTimersByTimeAsync(3000);
    await done;
  };

  it('is left alone when our script answers, when it comes late, and when the page is none of ours', async () => {
    fake.openTabs = [{ id: 1, url: GMAIL, status: 'complete', has: true }];
    await load();
    fake.openTabs = [{ id: 1, url: GMAIL, status: 'complete' }];
    const late = watchLoaded(1);
    await vi.advanceTimersByTimeAsync(1000);
    fake.openTabs = [{ id: 1, url: GMAIL, status: 'complete', has: true }];
    await vi.advanceTimersByTimeAsync(2000);
    await late;
    fake.openTabs = [{ id: 1, url: 'https://www.example.org/', status: 'complete', refuses: BANNED }];
    await load();
    expect(fake.executed).toEqual([]);
  });

  it('is entered when nobody answers, and said to be kept out when that is refused', async () => {
    fake.openTabs = [{ id: 1, url: GMAIL, status: 'complete', refuses: FOREIGN }];
    await load();
    expect(fake.executed).toEqual([[1, FILE]]);
    expect(await reportOf(1)).toMatchObject({ trouble: 'kept-out' });
    await forgetKeptOut(1);
    expect(await reportOf(1)).toBeUndefined();
    expect(fake.badges.get(1)?.text).toBe(null);
  });

  it('whose address is hidden is kept out only in an administrator’s words', async () => {
    fake.openTabs = [{ id: 1, status: 'complete', refuses: FOREIGN }];
    await load();
    expect(await reportOf(1)).toBeUndefined();
    fake.openTabs = [{ id: 1, status: 'complete', refuses: BANNED }];
    await load();
    expect(fake.executed).toEqual([
      [1, 'probe'],
      [1, 'probe'],
    ]);
    expect(await reportOf(1)).toMatchObject({ trouble: 'kept-out', site: '' });
  });
});

it('a report of our own script is not forgotten as one of being kept out', async () => {
  const report = { page: 'p', entries: [], trouble: null };
  await fake.storage.session.set({ [reportKey(1, 0)]: report });
  await forgetKeptOut(1);
  expect(await reportOf(1)).toEqual(report);
});

describe('leaveSites', () => {
  const report = (site: string): FrameReport => ({
    page: 'p',
    site,
    entries: [],
    trouble: null,
    webmail: null,
    missed: [],
  });

  it('sends scripts away from pages that may be read no more, and from no others', async () => {
    fake.granted = ['https://kept.example.gov/*'];
    await fake.storage.session.set({
      [reportKey(1, 0)]: report('post.example.org:8443'),
      [reportKey(2, 0)]: report('www.example.org'),
      [reportKey(3, 4)]: report('a.example.gov'),
      [reportKey(4, 0)]: report('kept.example.gov'),
      'took-over': true,
    });
    await leaveSites(['https://post.example.org/*', 'https://*.example.gov/*']);
    expect(fake.sent).toEqual([
      [1, { type: 'leave' }, undefined],
      [3, { type: 'leave' }, { frameId: 4 }],
    ]);
    expect(Object.keys(await fake.storage.session.get(null)).sort()).toEqual([
      reportKey(2, 0),
      reportKey(4, 0),
      'took-over',
    ]);
  });
});
