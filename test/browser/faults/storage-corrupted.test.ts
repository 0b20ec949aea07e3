/** Whatever the extension has stored is replaced by garbage, all of it and key by key: it still works, and its answers stay apart. */
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRecord } from '../../../src/record.ts';
import { describeIn } from '../describe-in.ts';
import { type HandledPage, serve } from '../own-pages.ts';
import { until } from '../until.ts';
import { verdictIn } from '../verdict.ts';
import { CLEAR, INVITATIONS, mailOf, NO_MEETING, pageOf } from './invitations.ts';
import {
  badgeOf,
  enterRoom,
  FAULT_BROWSERS,
  type FaultPlace,
  openRoom,
  popupOf,
  ROOMS,
  store,
  stored,
} from './place.ts';

type Area = 'local' | 'session';

/** Whatever the code stores under a name of its own; days of the log and reports of frames come from a session. */
const NAMED: Readonly<Record<Area, readonly string[]>> = {
  local: [
    'access',
    'first-run-pending',
    'last-good-policy',
    'log',
    'log-counts',
    'log-dropped-until',
    'log-keeping',
    'own-settings',
    'own-words',
    'policy-note',
    'reader-misses',
    'seen-meetings',
    'set-aside',
    'set-aside-salt',
    'small-notices',
  ],
  session: ['log-shown', 'passes', 'room', 'set-aside', 'took-over'],
};
const FAMILIES: Readonly<Record<Area, RegExp>> = { local: /^log:/, session: /^report:/ };

/** For each key alone, in turn with wrong types. */
const MIXED = 'a mixed list';

const deep = (depth: number): unknown => (depth === 0 ? 'bottom' : { deeper: deep(depth - 1) });

/** Each value for its place, in the shape of what belongs there or not at all. */
const GARBAGE: Readonly<Record<string, (real: unknown) => unknown>> = {
  null: () => null,
  'a number': () => 1e308,
  'a text': () => '}{',
  'a long text': () => 'x'.repeat(100_000),
  [MIXED]: () => [null, 7, [], {}, 'x', [['x']]],
  'an empty list': () => [],
  'an object': () => ({}),
  'a deep object': () => deep(500),
  'a prototype': () =>
    JSON.parse(
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "toString": 7, "length": -1}',
    ),
  'wrong types': wrongTyped,
};

/** The same shape, with another type in each place. */
function wrongTyped(real: unknown): unknown {
  if (Array.isArray(real)) return real.length === 0 ? {} : real.map(wrongTyped);
  if (isRecord(real)) {
    const entries = Object.entries(real).map(([key, value]) => [key, wrongTyped(value)]);
    return entries.length === 0 ? [] : Object.fromEntries(entries);
  }
  return typeof real === 'string' ? 7 : 'wrong';
}

const [ZOOM] = INVITATIONS;

for (const { name, run } of FAULT_BROWSERS)
  describeIn(name, `a corrupted storage in ${name}`, () => {
    let place: FaultPlace;
    let served: { server: Server; origin: string };
    let tabs: { page: HandledPage; id: number; path: string; badge: string; state: string }[];
    /** As a session left it. */
    let real: Record<Area, Record<string, unknown>>;
    let room: HandledPage;
    let popup: HandledPage;

    beforeAll(async () => {
      if (ZOOM === undefined) throw new Error('no invitation');
      served = await serve({
        '/wrong': pageOf(mailOf(ZOOM)),
        '/clear': pageOf(CLEAR),
        '/none': pageOf(NO_MEETING),
      });
      place = await run();
      const answers = [
        { path: '/wrong', badge: '2', state: 'wrong' },
        { path: '/clear', badge: '✓', state: 'clear' },
        { path: '/none', badge: '', state: 'no-meeting' },
      ];
      tabs = [];
      for (const answer of answers) {
        const page = await place.driver.newPage();
        await page.goto(served.origin + answer.path);
        tabs.push({ ...answer, page, id: await place.driver.tabId(page) });
      }
      for (const tab of tabs) await isAnswered(tab);
      real = { local: await stored(place, 'local'), session: await stored(place, 'session') };
      room = await openRoom(place, 'applies');
      popup = await place.driver.openPopup(tabs[0]?.id ?? 0);
    });
    afterAll(async () => {
      await place?.driver.close();
      served?.server.close();
    });

    async function isAnswered({ id, badge, state, path }: (typeof tabs)[number]): Promise<void> {
      await until(`the badge of ${path}`, async () => (await badgeOf(place, id)) === badge);
      expect((await popupOf(place, id)).state, path).toBe(state);
    }

    const keysOf = (area: Area): string[] => [
      ...NAMED[area],
      ...Object.keys(real[area]).filter((key) => FAMILIES[area].test(key)),
    ];

    /** Puts it into the storage, without the worker there to see it come. */
    async function corrupt(
      area: Area,
      keys: readonly string[],
      garbage: (real: unknown) => unknown,
    ): Promise<void> {
      await place.driver.stopWorker();
      const values = Object.fromEntries(keys.map((key) => [key, garbage(real[area][key])]));
      const text = JSON.stringify(JSON.stringify(values));
      await room.evaluate(`chrome.storage.${area}.set(JSON.parse(${text})).then(() => null)`);
      await place.driver.stopWorker();
    }

    async function restore(): Promise<void> {
      for (const area of ['local', 'session'] as const) {
        await room.evaluate(`chrome.storage.${area}.clear().then(() => null)`);
        await store(place, area, real[area]);
      }
    }

    const hasNotice = async (page: HandledPage): Promise<boolean> =>
      (await place.driver.closedShadowText(page)).filter((text) => text.includes('No passcode')).length === 1;

    it('knows all that is stored', () => {
      for (const area of ['local', 'session'] as const)
        expect(Object.keys(real[area]).filter((key) => !keysOf(area).includes(key))).toEqual([]);
    });

    // Each kind, and below each key, in one of the browsers; the readers are the same in both.
    const turn = name === 'Chromium' ? 0 : 1;
    it.each(Object.entries(GARBAGE).filter(([kind], index) => kind !== MIXED && index % 2 === turn))(
      'all of it replaced by %s',
      async (_, garbage) => {
        for (const area of ['local', 'session'] as const) await corrupt(area, keysOf(area), garbage);
        // What stands there of a page that was checked is no answer any more.
        await popup.evaluate('void (delete document.body.dataset.state, location.reload())');
        let state = '';
        await until('a popup', async () => {
          ({ state } = await verdictIn(popup));
          return state !== '';
        });
        expect(['unchecked', 'not-reading', 'wrong']).toContain(state);
        for (const one of ROOMS) await enterRoom(room, one);
        await Promise.all(tabs.map(({ page }) => page.goto('about:blank')));
        await Promise.all(tabs.map(({ page, path }) => page.goto(served.origin + path)));
        for (const tab of tabs) await isAnswered(tab);
        const [wrong] = tabs;
        if (wrong !== undefined) await until('the notice', () => hasNotice(wrong.page));
        expect(await place.complaints()).toEqual([]);
        await restore();
      },
    );

    it('each key alone', async () => {
      const [wrong] = tabs;
      if (wrong === undefined) throw new Error('no tab');
      for (const area of ['local', 'session'] as const)
        for (const [index, key] of keysOf(area).entries()) {
          if (Math.floor(index / 2) % 2 !== turn) continue;
          const kind = index % 2 === 0 ? MIXED : 'wrong types';
          await corrupt(area, [key], GARBAGE[kind] ?? (() => null));
          await wrong.page.goto(`${served.origin}/wrong?${encodeURIComponent(key)}`);
          await until(`the notice, with ${kind} in ${key}`, () => hasNotice(wrong.page));
          await until(
            `the badge, with ${kind} in ${key}`,
            async () => (await badgeOf(place, wrong.id)) === '2',
          );
          expect(await place.complaints(), `${kind} in ${key}`).toEqual([]);
        }
      await restore();
    }, 120_000);
  });
