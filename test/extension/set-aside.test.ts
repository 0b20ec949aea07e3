import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mayBeKnown } from '../../src/policy/set-aside.ts';
import { fakeBrowser } from './browser.ts';
import { fakeLocks } from './locks.ts';
import { finding, review, WEBEX } from './samples.ts';

vi.stubGlobal('navigator', { locks: fakeLocks() });

let fake = fakeBrowser();
vi.mock('../../extension/api.ts', () => ({
  default: new Proxy({}, { get: (_, name) => Reflect.get(fake, name) }),
}));
const { forgetKnown, knownOnes, setAside, setAsideKey, setAsideNow, takeBack } = await import(
  '../../extension/set-aside.ts'
);
const { asidesOf } = await import('../../extension/background/asides.ts');

const NOW = new Date('2026-11-22T09:00:00Z');
const YEARS_LATER = new Date('2028-11-22T09:00:00Z');
const LOUD = review({ findings: [finding('warn')] });
const judged = (more: Partial<Parameters<typeof asidesOf>[0][number]> = {}) => [
  { review: LOUD, ways: [['webex meet/jan']], title: 'Overleg', ...more },
];

beforeEach(() => {
  fake = fakeBrowser();
});

describe('what is set aside', () => {
  it('is known by a hash that holds none of the words, and that another installation cannot make', async () => {
    const key = await setAsideKey(['webex meet/jan']);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await setAsideKey(['webex meet/jan'])).toBe(key);
    expect(await setAsideKey(['webex meet/piet'])).not.toBe(key);
  });

  it('"not now" lasts as long as the browser, "known" longer, and both can be taken back', async () => {
    await setAside(['a'], 'not-now', NOW);
    await setAside(['b', 'c'], 'known', NOW);
    const stateOf = await setAsideNow(NOW);
    expect(['a', 'b', 'x'].map(stateOf)).toEqual(['not-now', 'known', null]);
    expect(Object.keys(await fake.storage.session.get(null))).toEqual(['set-aside']);
    expect(await knownOnes(NOW)).toBe(2);
    await takeBack('b', NOW);
    await takeBack('a', NOW);
    const after = await setAsideNow(NOW);
    expect(['a', 'b', 'c'].map(after)).toEqual([null, null, 'known']);
    await forgetKnown();
    expect(await knownOnes(NOW)).toBe(0);
  });

  it('is forgotten after more than a year, and what is damaged counts as nothing', async () => {
    await setAside(['a'], 'known', NOW);
    expect(await knownOnes(YEARS_LATER)).toBe(0);
    await fake.storage.local.set({ 'set-aside': 'x' });
    expect(await knownOnes(NOW)).toBe(0);
    await fake.storage.local.set({ 'set-aside': { a: 'soon', b: NOW.getTime() } });
    expect(await knownOnes(NOW)).toBe(1);
  });
});

describe('asidesOf', () => {
  it('finds the same meetings with the same findings again, under another title too', async () => {
    const [first] = await asidesOf(judged(), {}, NOW);
    await setAside([first?.key ?? ''], 'known', NOW);
    expect(await asidesOf(judged({ title: 'Anders' }), {}, NOW)).toMatchObject([{ state: 'known' }]);
  });

  it.each<[string, ReturnType<typeof judged>]>([
    ['another meeting', judged({ ways: [['webex meet/piet']] })],
    ['one more meeting', judged({ ways: [['webex meet/jan'], ['zoom 84512345678']] })],
    [
      'one more finding',
      judged({ review: review({ findings: [finding('warn'), finding('warn', { rule: 'open-dial-in' })] }) }),
    ],
    ['a louder finding', judged({ review: review({ findings: [finding('block')] }) })],
    ['writing in place of reading', judged({ review: { ...LOUD, surface: 'mail-write' } })],
  ])('takes %s for something else', async (_, other) => {
    const [first] = await asidesOf(judged(), {}, NOW);
    await setAside([first?.key ?? ''], 'known', NOW);
    expect(await asidesOf(other, {}, NOW)).toMatchObject([{ state: null }]);
  });

  it('goes by the title where there is no meeting', async () => {
    const none = (title: string) =>
      judged({
        ways: [],
        title,
        review: review({ meetings: [], findings: [finding('warn', { meeting: null })] }),
      });
    const [first] = await asidesOf(none('Een'), {}, NOW);
    await setAside([first?.key ?? ''], 'not-now', NOW);
    expect(await asidesOf([...none('Een'), ...none('Twee')], {}, NOW)).toMatchObject([
      { state: 'not-now' },
      { state: null },
    ]);
  });

  it('answers all the same when the storage fails', async () => {
    fake.storage.local.get = () => Promise.reject(new Error('no storage'));
    fake.storage.session.get = () => Promise.reject(new Error('no storage'));
    expect(await asidesOf(judged(), {}, NOW)).toMatchObject([{ state: null, mayBeKnown: true }]);
  });
});

describe('mayBeKnown', () => {
  it.each<[string, Parameters<typeof mayBeKnown>[0], boolean, boolean]>([
    ['nothing', review(), true, true],
    ['a remark', review({ findings: [finding('inform')] }), true, true],
    ['a warning', LOUD, true, false],
    [
      'a link that is itself the danger',
      review({ findings: [finding('inform', { rule: 'lookalike-link' })] }),
      false,
      false,
    ],
    ['a hold', review({ findings: [finding('justify')], meetings: [WEBEX] }), false, false],
    ['what is blocked', review({ findings: [finding('block')] }), false, false],
    [
      'a hold that is only counted',
      review({ findings: [finding('warn', { reportedOnly: 'justify' })] }),
      false,
      false,
    ],
  ])('%s', (_, reviewed, unlocked, locked) => {
    expect(mayBeKnown(reviewed, {})).toBe(unlocked);
    expect(mayBeKnown(reviewed, { locked: true })).toBe(locked);
  });
});
