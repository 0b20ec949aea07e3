import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Decision, FrameReport } from '../../extension/messages.ts';
import { fakeBrowser } from './browser.ts';

let fake = fakeBrowser();
vi.mock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, name) => Reflect.get(fake, name) }),
}));
const { KEPT_DAYS, logDecision, MOST_ENTRIES, readLog } = await import('../../extension/background/log.ts');
const misses = await import('../../extension/background/misses.ts');

const NOW = new Date('2026-11-22T09:00:00Z');
const DECISION: Decision = {
  action: 'join',
  how: 'gave-reason',
  rules: ['no-passcode'],
  platforms: ['webex'],
  ways: ['webex 27413058812'],
  reason: 'The chair asked for it.',
};

beforeEach(() => {
  fake = fakeBrowser();
});

describe('the log', () => {
  it('keeps what was decided, in order, also when two come at once', async () => {
    await Promise.all([
      logDecision('mail.example.gov', DECISION, NOW),
      logDecision('mail.example.gov', { ...DECISION, action: 'send', how: 'stayed', reason: '' }, NOW),
    ]);
    const { ways: _, ...kept } = DECISION;
    expect(await readLog(NOW)).toEqual([
      { ...kept, time: NOW.toISOString(), site: 'mail.example.gov' },
      {
        ...kept,
        action: 'send',
        how: 'stayed',
        reason: '',
        time: NOW.toISOString(),
        site: 'mail.example.gov',
      },
    ]);
  });

  it.each([
    ['see https://zoom.us/j/84512345678?pwd=abc.', 'see zoom.us.'],
    ['<https://u:p@zoom.us/j/1> and zoom.us/j/2#x', '<zoom.us> and zoom.us'],
    ['data:text/html,secret', '…'],
    ['no link, 3/4 of us', 'no link, 3/4 of us'],
    ['', ''],
  ])('the reason %j becomes %j', async (reason, kept) => {
    await logDecision('s', { ...DECISION, reason }, NOW);
    expect((await readLog(NOW))[0]?.reason).toBe(kept);
  });

  it('writes down no rule and no platform that nobody knows', async () => {
    const forged = {
      ...DECISION,
      rules: ['no-passcode', 'https://zoom.us/j/1'],
      platforms: ['x', 'zoom', 'zoom'],
    };
    await logDecision('s', forged, NOW);
    expect((await readLog(NOW))[0]).toMatchObject({ rules: ['no-passcode'], platforms: ['zoom'] });
  });

  it('holds no more than its bound, the newest', async () => {
    const old = { ...DECISION, site: 's', time: NOW.toISOString() };
    const log = Array.from({ length: MOST_ENTRIES }, (_, n) => ({ ...old, reason: `${n}` }));
    await fake.storage.local.set({ log });
    await logDecision('s', { ...DECISION, reason: 'new' }, NOW);
    const kept = await readLog(NOW);
    expect([kept.length, kept[0]?.reason, kept.at(-1)?.reason]).toEqual([MOST_ENTRIES, '1', 'new']);
  });

  it('forgets what is old, and what is damaged', async () => {
    const { ways: _, ...kept } = DECISION;
    const entry = (days: number) => ({
      ...kept,
      site: 's',
      time: new Date(NOW.getTime() - days * 86_400_000).toISOString(),
    });
    const damaged = [null, 'x', { ...entry(0), how: 'flew' }, { ...entry(0), time: 'soon' }];
    await fake.storage.local.set({ log: [entry(KEPT_DAYS + 1), entry(KEPT_DAYS - 1), ...damaged] });
    expect(await readLog(NOW)).toEqual([entry(KEPT_DAYS - 1)]);
    await fake.storage.local.set({ log: 'x' });
    expect(await readLog(NOW)).toEqual([]);
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
    expect(await misses.readMisses()).toEqual({
      '2026-11-22': { [TITLE]: 2, 'gmail mail-read body': 1 },
      '2026-11-23': { [TITLE]: 1 },
    });
  });

  it('hold no words of a page', async () => {
    await misses.countMisses(
      ['https://zoom.us/j/1 a b', 'Stg. GEHEIM', '__proto__', 'a b c d'],
      'p',
      null,
      NOW,
    );
    expect(await misses.readMisses()).toEqual({});
  });

  it('are bounded by days and by names', async () => {
    const names = Array.from({ length: 300 }, (_, n) => `reader${n} mail-read title`);
    await misses.countMisses(names, 'p', null, NOW);
    for (let day = 0; day < 40; day++)
      await misses.countMisses([TITLE], 'p', null, new Date(NOW.getTime() + day * 86_400_000));
    const kept = await misses.readMisses();
    expect(Object.keys(kept)).toHaveLength(misses.KEPT_DAYS);
    expect(Object.keys(kept)[0]).toBe('2026-12-02');
    fake = fakeBrowser();
    await misses.countMisses(names, 'p', null, NOW);
    expect(Object.keys((await misses.readMisses())['2026-11-22'] ?? {})).toHaveLength(misses.MOST_A_DAY);
  });
});
