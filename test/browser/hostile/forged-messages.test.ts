import type { Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { MOST_OF_A_SITE } from '../../../extension/log.ts';
import { BLANK } from '../../../src/invitation/blank.ts';
import { waysOf } from '../../../src/meetings/ways.ts';
import { isRecord } from '../../../src/record.ts';
import { describeIn } from '../describe-in.ts';
import { BROWSERS, type Place, serve } from '../own-pages.ts';
import { until } from '../until.ts';
import { forge, kept } from './forge.ts';
import { INVITATION, LINK, mailPage, RIGHT, saidOf, untilSaid } from './mail.ts';

/**
 * A page's process that somebody has taken over says what our content script there could say (developer.chrome.com, "Stay secure",
 * "Content scripts are less trustworthy"). It gains nothing beyond its own page.
 */

const PAGE = 'a page that does not exist';
const OTHER_LINK = 'https://zoom.us/j/81112223334';
const [WAY = '', OTHER_WAY = ''] = waysOf([LINK, OTHER_LINK], []).map((way) => way ?? '');
const RULES = ['no-passcode', 'open-dial-in', 'enumerable-id', 'unproven-protection', 'personal-room'];

const decided = (ways: readonly string[], more: object = {}): object => ({
  type: 'decided',
  page: PAGE,
  decision: {
    action: 'join',
    how: 'gave-reason',
    rules: RULES,
    platforms: ['zoom'],
    ways,
    reason: 'Somebody said so.',
    ...more,
  },
});
const review = (invitations: readonly object[], more: object = {}): object => ({
  type: 'review',
  page: PAGE,
  webmail: null,
  missed: [],
  invitations,
  ...more,
});
const invitation = { ...BLANK, surface: 'mail-read', title: 'x' };
let deep: unknown = [];
for (let depth = 0; depth < 2000; depth++) deep = [deep];

/** None of them is one of ours. */
const MISSHAPEN: readonly unknown[] = [
  null,
  1,
  true,
  'hello',
  [],
  [{ type: 'hello', page: PAGE }],
  {},
  { type: 'hello' },
  { type: 'hello', page: 7 },
  { type: 'hello', page: '' },
  { type: 'hello', page: 'x'.repeat(65) },
  { type: ['hello'], page: PAGE },
  { type: 'toString', page: PAGE },
  { type: '__proto__', page: PAGE },
  { type: 'ask-again' },
  { type: 'leave' },
  { type: 'which-join', page: PAGE, links: 'https://zoom.us/j/1' },
  { type: 'which-join', page: PAGE, links: ['x'.repeat(1_000_000)] },
  { type: 'which-join', page: PAGE, links: Array.from({ length: 100_000 }, () => 'x') },
  { type: 'join-page', page: PAGE, url: `https://zoom.us/j/${'1'.repeat(1_000_000)}` },
  { type: 'join-page', page: PAGE, url: { href: LINK } },
  { type: 'notice-size', page: PAGE, kind: '__proto__', small: true },
  { type: 'notice-size', page: PAGE, kind: 'block', small: 'yes' },
  { type: 'unreadable', page: PAGE, reason: 'because' },
  { type: 'set-aside', page: PAGE, keys: 'all', how: 'known' },
  { type: 'set-aside', page: PAGE, keys: [], how: 'for-ever' },
  decided([WAY], { how: 'shown' }),
  decided([WAY], { reason: 'x'.repeat(501) }),
  decided(Array.from({ length: 101 }, () => WAY)),
  decided([], { rules: Array.from({ length: 100_000 }, () => 'no-passcode') }),
  review([{ ...invitation, title: 'x'.repeat(1_000_000) }]),
  review([{ ...invitation, surface: 'join-read' }]),
  review([
    { ...invitation, passages: [{ source: 'body', text: 'x'.repeat(3_000_000), anchors: [], timing: null }] },
  ]),
  review(Array.from({ length: 51 }, () => invitation)),
  review([deep as object]),
  review([], { missed: Array.from({ length: 51 }, () => 'x') }),
];

const PAGES = { '/mail': mailPage(INVITATION), '/other': mailPage(INVITATION) };

let server: Server;
let origin: string;
beforeAll(async () => {
  ({ server, origin } = await serve(PAGES));
});
afterAll(() => {
  server?.close();
});

for (const { name, run } of BROWSERS) {
  describeIn(name, `forged messages in ${name}`, () => {
    let place: Place;
    beforeAll(async () => {
      place = await run();
      await place.page.goto(`${origin}/mail`);
      await untilSaid(place, RIGHT);
    });
    afterAll(async () => {
      await place?.driver.close();
    });
    beforeEach(() =>
      place.driver.worker(`chrome.storage.session.remove(['passes', 'set-aside']).then(() => null)`),
    );

    async function under(policy: Readonly<Record<string, unknown>>): Promise<void> {
      await place.follow(policy);
      await place.page.goto(`${origin}/mail`);
      await untilSaid(place, RIGHT);
    }
    const passes = async (): Promise<unknown> =>
      JSON.parse(
        String(
          await place.driver.worker(
            `JSON.stringify((await chrome.storage.session.get('passes')).passes ?? [])`,
          ),
        ),
      );
    const log = async (): Promise<Record<string, unknown>[]> => {
      const all: unknown = JSON.parse(
        String(
          await place.driver.worker(
            `JSON.stringify(Object.entries(await chrome.storage.local.get()).filter(([key]) => /^log:\\d/.test(key)).flatMap(([, day]) => JSON.parse(day)))`,
          ),
        ),
      );
      return Array.isArray(all) ? all.filter(isRecord) : [];
    };

    it('gives no answer to what is none of our messages, and keeps nothing of it', async () => {
      const before = await kept(place);
      const answers = await forge(place, MISSHAPEN);
      expect(answers.filter((answer) => answer !== 'null')).toEqual([]);
      expect(answers).toHaveLength(MISSHAPEN.length);
      expect(await kept(place)).toBe(before);
      // The worker still does its work.
      const [hints = ''] = await forge(place, [{ type: 'hello', page: PAGE }]);
      expect(hints).toContain('zoom');
    });

    it('lets a page take away nothing that another tab’s page has reported', async () => {
      const second = await place.driver.newPage();
      await second.goto(`${origin}/other`);
      const other = { ...place, tabId: await place.driver.tabId(second) };
      await untilSaid(other, RIGHT);
      const key = JSON.stringify(`report:${other.tabId}:0`);
      const report: unknown = JSON.parse(
        String(
          await place.driver.worker(`JSON.stringify((await chrome.storage.session.get(${key}))[${key}])`),
        ),
      );
      if (!isRecord(report) || !Array.isArray(report.entries)) throw new Error('no report');
      const theirs = { page: report.page };
      const before = JSON.stringify(report);
      await forge(place, [
        { ...theirs, type: 'gone' },
        { ...theirs, type: 'unreadable', reason: 'kept-out' },
        review([], theirs),
        { ...theirs, type: 'gone', tabId: other.tabId, frameId: 0, sender: { tab: { id: other.tabId } } },
      ]);
      const after = await place.driver.worker(
        `JSON.stringify((await chrome.storage.session.get(${key}))[${key}])`,
      );
      expect(after).toBe(before);
      await second.close();
      await place.page.bringToFront();
      await place.page.goto('about:blank');
      await place.page.goto(`${origin}/mail`);
      await untilSaid(place, RIGHT);
    });

    it('sets nothing aside that it was not told of, and nothing for good that the policy keeps for itself', async () => {
      await under({ policyVersion: 'kept', locked: true, rules: [{ rule: 'no-passcode', level: 'block' }] });
      const key = `report:${place.tabId}:0`;
      const own = String(
        await place.driver.worker(
          `(await chrome.storage.session.get(${JSON.stringify(key)}))[${JSON.stringify(key)}].entries[0].aside.key`,
        ),
      );
      expect(own).toMatch(/^[0-9a-f]{16}/);
      const before = await kept(place);
      await forge(place, [
        { type: 'set-aside', page: PAGE, keys: ['0'.repeat(64), '', 'x'], how: 'not-now' },
        { type: 'set-aside', page: PAGE, keys: [own], how: 'known' },
      ]);
      expect(await kept(place)).toBe(before);
    });

    it('gets no pass for a meeting that it was not asked about, nor for one that is blocked', async () => {
      await under({ policyVersion: 'asks', rules: [{ rule: 'no-passcode', level: 'justify' }] });
      await forge(place, [decided([OTHER_WAY]), decided(['constructor', '__proto__', 'zoom x', ''])]);
      expect(await passes()).toEqual([]);
      // What a person’s own reason gives: that meeting, and no rule that did not ask.
      await forge(place, [decided([WAY, OTHER_WAY])]);
      expect(await passes()).toMatchObject([[WAY, { rules: ['no-passcode'] }]]);
      await place.driver.worker(`chrome.storage.session.remove('passes').then(() => null)`);
      await under({ policyVersion: 'blocks', rules: [{ rule: 'no-passcode', level: 'block' }] });
      await forge(place, [decided([WAY])]);
      expect(await passes()).toEqual([]);
    });

    it('learns nothing of a meeting on somebody else’s page', async () => {
      const before = await kept(place);
      const answers = await forge(place, [
        { type: 'join-page', page: PAGE, url: LINK },
        { type: 'join-page', page: PAGE, url: 'https://meet.google.com/abc-defg-hij' },
        { type: 'join-page', page: PAGE, url: 'javascript:alert(1)' },
        { type: 'join-page', page: PAGE, url: 'about:blank' },
      ]);
      expect(answers).toEqual(['null', 'null', 'null', 'null']);
      expect(await kept(place)).toBe(before);
    });

    it('speaks for no other site than its own', async () => {
      const claims = {
        site: 'mail.google.com',
        host: 'mail.google.com',
        url: 'https://mail.google.com/',
        origin: 'https://mail.google.com',
      };
      await forge(place, [
        review([{ ...invitation, ...claims }], claims),
        { ...decided([WAY], claims), ...claims },
      ]);
      const { host } = new URL(origin);
      const key = JSON.stringify(`report:${place.tabId}:0`);
      expect(await place.driver.worker(`(await chrome.storage.session.get(${key}))[${key}].site`)).toBe(host);
      expect([...new Set((await log()).map(({ site }) => site))]).toEqual([host]);
      expect(await kept(place)).not.toContain('mail.google.com');
    });

    it('fills no log: what others told stays, and a flood has an end', async () => {
      const day = new Date().toISOString().slice(0, 10);
      const other = {
        time: new Date().toISOString(),
        site: 'mail.example.gov',
        action: 'join',
        how: 'stayed',
        rules: [],
        platforms: [],
        reason: '',
      };
      const ours = { ...other, site: new URL(origin).host };
      // So much was told today already; each entry by itself would take its time.
      const told = JSON.stringify([other, ...Array.from({ length: MOST_OF_A_SITE - 20 }, () => ours)]);
      await place.driver.worker(
        `chrome.storage.local.set({ 'log:${day}': ${JSON.stringify(told)} }).then(() => null)`,
      );
      const flood = `async (message) => { await Promise.all(Array.from({ length: 60 }, () => chrome.runtime.sendMessage(message).catch(() => null))); return true; }`;
      const call = `{ target: { tabId: ${place.tabId}, frameIds: [0] }, func: ${flood}, args: [${JSON.stringify(decided([WAY], { reason: 'x'.repeat(500) }))}] }`;
      await place.driver.worker(`(await chrome.scripting.executeScript(${call}))[0].result`);
      const entries = await log();
      expect(entries.filter(({ site }) => site === 'mail.example.gov')).toHaveLength(1);
      expect(entries).toHaveLength(MOST_OF_A_SITE + 1);
      // Sizes that a page chose, again and again, are one list of at most six words.
      await forge(
        place,
        ['inform', 'warn', 'justify', 'block', 'unchecked', 'trouble'].flatMap((kind) =>
          [true, false, true, true].map((small) => ({ type: 'notice-size', page: PAGE, kind, small })),
        ),
      );
      const sizes = String(
        await place.driver.worker(
          `JSON.stringify((await chrome.storage.local.get('small-notices'))['small-notices'])`,
        ),
      );
      expect(sizes.length).toBeLessThan(80);
      await place.driver.worker(`chrome.storage.local.remove('small-notices').then(() => null)`);
    });

    it('is not taken for a content script when it is a page of the extension’s own in a tab', async () => {
      const own = await place.driver.openPopup(place.tabId);
      const before = await kept(place);
      const messages = [
        { type: 'hello', page: PAGE },
        { type: 'notice-size', page: PAGE, kind: 'block', small: true },
        review([invitation]),
        decided([WAY]),
      ];
      const answers = await own.evaluate(
        `Promise.all(${JSON.stringify(messages)}.map((message) => chrome.runtime.sendMessage(message).then((answer) => answer ?? null, () => null))).then(JSON.stringify)`,
      );
      expect(answers).toBe('[null,null,null,null]');
      expect(await kept(place)).toBe(before);
      await own.close();
      await place.page.bringToFront();
    });

    it('leaves the popup and the badge telling the truth after all of this', async () => {
      await place.follow({});
      await place.page.goto(`${origin}/mail`);
      await untilSaid(place, RIGHT);
      await until('the badge', async () => (await place.driver.badge(origin)).text !== '');
      expect(await saidOf(place)).toEqual(RIGHT);
    });
  });
}
