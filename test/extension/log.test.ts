import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  COUNTS_KEY,
  DROPPED_KEY,
  dayKey,
  dayText,
  KEEPING_KEY,
  KEPT_DAYS,
  type Log,
  type LogEntry,
  logIn,
  MOST_ENTRIES,
  MOST_OF_A_SITE,
  OLD_KEY,
} from '../../extension/log.ts';
import type { Decision, FrameReport } from '../../extension/messages.ts';
import type { Review } from '../../src/model.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { fakeBrowser } from './browser.ts';
import { fakeLocks } from './locks.ts';
import { BUILT_IN, finding, ORGANISATION, review, WEBEX } from './samples.ts';

let fake = fakeBrowser();
let inForce: PolicyInForce = { policy: {}, note: BUILT_IN };
vi.mock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, name) => Reflect.get(fake, name) }),
}));
vi.mock('../../extension/background/policy-store.ts', () => ({
  policyInForce: () => Promise.resolve(inForce),
}));
vi.stubGlobal('navigator', { locks: fakeLocks() });
const { keepLogInBounds, logDecision } = await import('../../extension/background/log.ts');
const { logShown, MOST_KNOWN } = await import('../../extension/background/shown.ts');
const misses = await import('../../extension/background/misses.ts');
const { missedDays, readMisses } = await import('../../extension/misses.ts');

const NOW = new Date('2026-11-22T09:00:00.000Z');
const DAY = 86_400_000;
const DECISION: Decision = {
  action: 'join',
  how: 'gave-reason',
  rules: ['no-passcode'],
  platforms: ['webex'],
  ways: ['webex 27413058812'],
  reason: 'The chair asked for it.',
};
const { ways: _, ...KEPT } = DECISION;

const local = (): Promise<Record<string, unknown>> => fake.storage.local.get(null);
const read = async (now = NOW): Promise<Log> => logIn(await local(), now);
const entries = async (): Promise<LogEntry[]> => (await read()).entries;
/** `days` before NOW. */
const entry = (days: number, more: Partial<LogEntry> = {}): LogEntry => ({
  time: new Date(NOW.getTime() - days * DAY).toISOString(),
  site: 's',
  action: 'join',
  how: 'stayed',
  rules: [],
  platforms: [],
  reason: '',
  ...more,
});
const store = (...list: readonly LogEntry[]): Promise<void> => {
  const days: Record<string, LogEntry[]> = {};
  for (const one of list) days[dayKey(one.time)] = [...(days[dayKey(one.time)] ?? []), one];
  return fake.storage.local.set(
    Object.fromEntries(Object.entries(days).map(([key, day]) => [key, dayText(day)])),
  );
};

beforeEach(() => {
  fake = fakeBrowser();
  inForce = { policy: {}, note: BUILT_IN };
});

describe('the log', () => {
  it('keeps what was decided, newest first, also when two come at once', async () => {
    await Promise.all([
      logDecision('mail.example.gov', DECISION, NOW),
      logDecision('mail.example.gov', { ...DECISION, action: 'send', how: 'stayed', reason: '' }, NOW),
    ]);
    const placed = { ...KEPT, time: NOW.toISOString(), site: 'mail.example.gov' };
    expect(await entries()).toEqual([{ ...placed, action: 'send', how: 'stayed', reason: '' }, placed]);
  });

  it('writes one day only', async () => {
    await store(entry(1), entry(0));
    await keepLogInBounds(NOW);
    const set = vi.spyOn(fake.storage.local, 'set');
    const get = vi.spyOn(fake.storage.local, 'get');
    await logDecision('s', DECISION, NOW);
    expect(set.mock.calls.map(([values]) => Object.keys(values))).toEqual([['log:2026-11-22', COUNTS_KEY]]);
    expect(get.mock.calls.flat(2)).not.toContain('log:2026-11-21');
    expect(await entries()).toHaveLength(3);
  });

  it.each([
    ['see https://zoom.us/j/84512345678?pwd=abc.', 'see zoom.us.'],
    ['<https://u:p@zoom.us/j/1> and zoom.us/j/2#x', '<zoom.us> and zoom.us'],
    ['data:text/html,secret', '…'],
    ['no link, 3/4 of us', 'no link, 3/4 of us'],
    ['', ''],
  ])('the reason %j becomes %j', async (reason, kept) => {
    await logDecision('s', { ...DECISION, reason }, NOW);
    expect((await entries())[0]?.reason).toBe(kept);
  });

  it('writes down no rule and no platform that nobody knows', async () => {
    const forged = {
      ...DECISION,
      rules: ['no-passcode', 'https://zoom.us/j/1'],
      platforms: ['x', 'zoom', 'zoom'],
    };
    await logDecision('s', forged, NOW);
    expect((await entries())[0]).toMatchObject({ rules: ['no-passcode'], platforms: ['zoom'] });
  });

  it('holds no more than its bound: the oldest days go, and it says so', async () => {
    const many = Array.from({ length: MOST_ENTRIES - 2 }, () => entry(1));
    await store(entry(3), entry(2), ...many);
    await logDecision('s', DECISION, NOW);
    const { entries: kept, droppedUntil } = await read();
    expect([kept.length, kept.at(-1)?.time, droppedUntil]).toEqual([
      MOST_ENTRIES,
      entry(2).time,
      '2026-11-19',
    ]);
    // Long after, nothing of that day would be left anyway.
    expect((await read(new Date(NOW.getTime() + 88 * DAY))).droppedUntil).toBeNull();
  });

  it('holds no more than its bound in one day either', async () => {
    await store(
      ...Array.from({ length: MOST_ENTRIES }, (__, n) => entry(0, { site: `s${n % 100}`, reason: `${n}` })),
    );
    await logDecision('s', { ...DECISION, reason: 'new' }, NOW);
    const kept = await entries();
    expect([kept.length, kept[0]?.reason, kept.at(-1)?.reason]).toEqual([MOST_ENTRIES, 'new', '1']);
  });

  it('takes no more than a day’s worth from one site, which may be forging them', async () => {
    await store(...Array.from({ length: MOST_OF_A_SITE }, () => entry(0, { reason: 'flood' })));
    await logDecision('s', { ...DECISION, reason: 'one more' }, NOW);
    await logDecision('another.example', { ...DECISION, reason: 'true' }, NOW);
    const kept = await entries();
    expect([kept.length, kept[0]?.reason, kept[1]?.reason]).toEqual([MOST_OF_A_SITE + 1, 'true', 'flood']);
  });

  it('takes over once what an older version kept', async () => {
    await fake.storage.local.set({ [OLD_KEY]: [entry(KEPT_DAYS + 1), entry(1), 'x', entry(0)] });
    await store(entry(0, { reason: 'newer' }));
    expect(await entries()).toHaveLength(3);
    await logDecision('s', DECISION, NOW);
    expect(await entries()).toHaveLength(4);
    expect(await local()).not.toHaveProperty(OLD_KEY);
    expect(Object.keys(await local()).sort()).toEqual([
      COUNTS_KEY,
      KEEPING_KEY,
      'log:2026-11-21',
      'log:2026-11-22',
    ]);
  });

  it('forgets what is old, at the start and at the next writing', async () => {
    await store(entry(KEPT_DAYS + 1), entry(KEPT_DAYS - 1));
    await keepLogInBounds(NOW);
    expect(await local()).not.toHaveProperty(dayKey(entry(KEPT_DAYS + 1).time));
    expect(await entries()).toEqual([entry(KEPT_DAYS - 1)]);
    await logDecision('s', DECISION, new Date(NOW.getTime() + 2 * DAY));
    expect(await local()).not.toHaveProperty(dayKey(entry(KEPT_DAYS - 1).time));
  });

  it('leaves out what is damaged, and counts it', async () => {
    const damaged = [null, 'x', { ...entry(0), how: 'flew' }, { ...entry(0), time: 'soon' }];
    await fake.storage.local.set({
      'log:2026-11-22': dayText([...damaged, entry(0)]),
      'log:2026-11-21': '[x',
      [OLD_KEY]: 7,
      [COUNTS_KEY]: { 'log:2026-11-22': 'many' },
      [KEEPING_KEY]: { days: 'ever' },
      [DROPPED_KEY]: 7,
    });
    expect(await read()).toEqual({
      entries: [entry(0)],
      unreadable: 6,
      droppedUntil: null,
      keeping: { days: KEPT_DAYS, origin: 'default', organisation: null },
    });
    await logDecision('s', DECISION, NOW);
    expect(await entries()).toHaveLength(2);
  });

  it.each([
    ['managed', 7, ORGANISATION, [], 'Gemeente Voorbeeldstad'],
    ['local', 7, ORGANISATION, ['logDays'], null],
    ['default', undefined, ORGANISATION, [], null],
  ] as const)(
    'keeps as long as it is told (%s), and says who told it',
    async (origin, logDays, note, ownSettings, organisation) => {
      await store(entry(8), entry(6));
      inForce = { policy: logDays === undefined ? {} : { logDays }, note: { ...note, ownSettings } };
      await keepLogInBounds(NOW);
      const { entries: kept, keeping } = await read();
      expect(keeping).toEqual({ days: logDays ?? KEPT_DAYS, origin, organisation });
      expect(kept).toHaveLength(logDays === undefined ? 2 : 1);
    },
  );

  it('keeps nothing where the policy says so', async () => {
    await store(entry(1), entry(0));
    await fake.storage.local.set({ [OLD_KEY]: [entry(0)] });
    inForce = { policy: { logDays: 0 }, note: ORGANISATION };
    await keepLogInBounds(NOW);
    await logDecision('s', DECISION, NOW);
    expect(Object.keys(await local()).sort()).toEqual([COUNTS_KEY, KEEPING_KEY]);
  });

  it('writes nothing when nothing changed', async () => {
    await store(entry(1), entry(0));
    await keepLogInBounds(NOW);
    const set = vi.spyOn(fake.storage.local, 'set');
    await keepLogInBounds(NOW);
    expect(set).not.toHaveBeenCalled();
  });

  it('lets the oldest days go when the browser has no more room, and says so', async () => {
    await store(entry(3), entry(2), entry(1));
    const { set } = fake.storage.local;
    fake.storage.local.set = async (values) => {
      if (Object.keys(await local()).includes(dayKey(entry(2).time)))
        throw new Error('Resource::kQuotaBytes quota exceeded');
      return set(values);
    };
    await logDecision('s', DECISION, NOW);
    const { entries: kept, droppedUntil } = await read();
    expect([kept.length, droppedUntil]).toEqual([2, '2026-11-20']);
  });

  it('loses nothing and rejects nothing when the storage fails otherwise', async () => {
    await store(entry(1));
    await keepLogInBounds(NOW);
    const { set } = fake.storage.local;
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    fake.storage.local.set = () => Promise.reject(new Error('IO error'));
    await logDecision('s', DECISION, NOW);
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
    fake.storage.local.set = set;
    await logDecision('s', DECISION, NOW);
    expect(await entries()).toHaveLength(2);
  });
});

describe('a warning that was shown', () => {
  const WARNED = review({
    meetings: [{ ...WEBEX, ways: ['webex 27413058812'] }],
    findings: [
      finding('warn', { rule: 'no-passcode' }),
      finding('inform', { rule: 'open-dial-in' }),
      finding('block', { rule: 'personal-room' }),
    ],
  });

  const judged = (one: Review, title = 'Budget talks') => ({
    review: one,
    ways: one.meetings.map(({ ways }) => ways),
    title,
  });

  it('is logged on a meeting’s own page as well', async () => {
    await logShown('examplestad.webex.com', judged({ ...WARNED, surface: 'join' }, ''), NOW);
    expect(await entries()).toMatchObject([{ action: 'join', how: 'shown', site: 'examplestad.webex.com' }]);
  });

  it('is logged once for each invitation and set of rules', async () => {
    const shown = (title?: string, one = WARNED): Promise<void> =>
      logShown('mail.example.gov', judged(one, title), NOW);
    await Promise.all([shown(), shown()]);
    await shown();
    expect(await entries()).toEqual([
      {
        time: NOW.toISOString(),
        site: 'mail.example.gov',
        action: 'read',
        how: 'shown',
        rules: ['no-passcode', 'personal-room'],
        platforms: ['webex'],
        reason: '',
      },
    ]);
    await shown('Other talks');
    await shown(undefined, { ...WARNED, findings: WARNED.findings.slice(0, 1) });
    expect(await entries()).toHaveLength(3);
  });

  it.each([
    ['just before it was stopped, is not logged again', 300, 1],
    ['long before, is logged', 31_000, 2],
  ])('that an earlier background logged %s', async (_what, before, count) => {
    const begun = NOW.getTime() - 500;
    const origin = vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(begun);
    await logShown('s', judged(WARNED), new Date(begun - before));
    await fake.storage.session.remove('log-shown');
    await logShown('s', judged(WARNED), NOW);
    expect(await entries()).toHaveLength(count);
    origin.mockRestore();
  });

  it('is not logged again at each key of a title that is being written', async () => {
    const writing = { ...WARNED, surface: 'event-write' as const };
    for (const title of ['B', 'Bu', 'Bud']) await logShown('s', judged(writing, title), NOW);
    expect(await entries()).toMatchObject([{ action: 'write', how: 'shown' }]);
  });

  it('is not logged when all is said quietly', async () => {
    const quiet = review({ meetings: [WEBEX], findings: [finding('inform', { rule: 'no-passcode' })] });
    await logShown('s', judged(quiet), NOW);
    expect(await local()).toEqual({});
  });

  it('leaves nothing to read in the session, and not without end', async () => {
    const full = Array.from({ length: MOST_KNOWN }, (__, n) => `${n}`);
    await fake.storage.session.set({ 'log-shown': { salt: 'salt', hashes: full } });
    await logShown('mail.example.gov', judged(WARNED), NOW);
    const session = await fake.storage.session.get(null);
    expect(session).toEqual({
      'log-shown': { salt: 'salt', hashes: [...full.slice(1), expect.stringMatching(/^[0-9a-f]{32}$/)] },
    });
    expect(JSON.stringify(session)).not.toMatch(/Talks|27413058812|webex/);
  });
});

describe('misses', () => {
  const TITLE = 'gmail mail-read title';
  const earlier = (page: string, missed: string[]): FrameReport => ({
    page,
    site: 's',
    entries: [],
    trouble: null,
    webmail: 'gmail',
    missed,
  });

  it('are counted by day, once for each page', async () => {
    await misses.countMisses([TITLE, TITLE], 'p', null, NOW);
    await misses.countMisses([TITLE], 'p', earlier('p', [TITLE]), NOW);
    await misses.countMisses([TITLE, 'gmail mail-read body'], 'q', earlier('p', [TITLE]), NOW);
    await misses.countMisses([TITLE], 'r', null, new Date('2026-11-23T09:00:00Z'));
    expect(await readMisses()).toEqual({
      '2026-11-22': { [TITLE]: 2, 'gmail mail-read body': 1 },
      '2026-11-23': { [TITLE]: 1 },
    });
  });

  it('are told by reader, as days of the last seven', async () => {
    for (const day of ['2026-11-15', '2026-11-16', '2026-11-20', '2026-11-22'])
      await misses.countMisses([TITLE, 'gmail mail-read body'], day, null, new Date(`${day}T09:00:00Z`));
    await misses.countMisses(['roundcube mail-read title'], 'r', null, NOW);
    expect([...missedDays(await readMisses(), NOW)]).toEqual([
      ['gmail', 3],
      ['roundcube', 1],
    ]);
  });

  it('hold no words of a page', async () => {
    await misses.countMisses(
      ['https://zoom.us/j/1 a b', 'Stg. GEHEIM', '__proto__', 'a b c d'],
      'p',
      null,
      NOW,
    );
    expect(await readMisses()).toEqual({});
  });

  it('are bounded by days and by names', async () => {
    const names = Array.from({ length: 300 }, (_, n) => `reader${n} mail-read title`);
    await misses.countMisses(names, 'p', null, NOW);
    for (let day = 0; day < 40; day++)
      await misses.countMisses([TITLE], 'p', null, new Date(NOW.getTime() + day * 86_400_000));
    const kept = await readMisses();
    expect(Object.keys(kept)).toHaveLength(misses.KEPT_DAYS);
    expect(Object.keys(kept)[0]).toBe('2026-12-02');
    fake = fakeBrowser();
    await misses.countMisses(names, 'p', null, NOW);
    expect(Object.keys((await readMisses())['2026-11-22'] ?? {})).toHaveLength(misses.MOST_A_DAY);
  });
});
