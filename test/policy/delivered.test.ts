import { describe, expect, it } from 'vitest';
import { faultSentence } from '../../extension/fault-words.ts';
import { policyDelivered } from '../../src/policy/delivered.ts';
import { withExpiry } from '../../src/policy/in-force.ts';
import { english } from '../../tools/messages.ts';

/** The words about a fault of which the last good value stays, and about one that loses something. */

const STAYS = 'The last good value stays in force.';
const DROPPED = 'The browser dropped this setting, probably because a value in it is of the wrong kind.';

const GOOD = {
  policyVersion: '1',
  schemes: ['nl-virbi'],
  labels: [{ id: 'intern', names: ['Intern'], rank: 10 }],
  platforms: [{ platform: 'zoom', use: 'forbidden' }],
  otherPlatforms: { use: 'join-only' },
  locked: true,
};

function delivered(policy: unknown, saved: unknown) {
  const { inForce, keep } = policyDelivered(policy, saved);
  return {
    policy: inForce.policy,
    keep,
    lost: inForce.note.faults.map(({ path, lost }) => [path, lost]),
    sentences: inForce.note.faults.map((fault) => faultSentence(fault, english)),
  };
}

describe('a key that keeps its last good value', () => {
  it.each([
    ['of a wrong type', { platforms: 'zoom' }, 'platforms', 'This is the wrong kind of value: “zoom”.'],
    [
      'of which no entry is valid',
      { platforms: [{ platform: 'zom' }] },
      'platforms[0].platform',
      'In Camera does not know a meeting service called “zom”.',
    ],
    [
      'with an unknown scheme alone',
      { schemes: ['nl'] },
      'schemes[0]',
      'There is no marking scheme called “nl”.',
    ],
    ['null', { otherPlatforms: null }, 'otherPlatforms', 'This is the wrong kind of value: “null”.'],
    ['an empty version', { policyVersion: '' }, 'policyVersion', 'This value is not possible here: “”.'],
  ])('says so: %s', (_, part, path, what) => {
    const { policy, keep, lost, sentences } = delivered({ ...GOOD, ...part }, GOOD);
    expect(lost).toEqual([[path, null]]);
    expect(sentences).toEqual([`${path}: ${what} ${STAYS}`]);
    expect(policy).toEqual(GOOD);
    expect(keep).toEqual(GOOD);
  });

  it('says so of each of its faults', () => {
    const platforms = [{ platform: 'zom' }, 5, { use: 'forbidden' }];
    const { policy, lost } = delivered({ ...GOOD, platforms }, GOOD);
    expect(lost).toEqual([
      ['platforms[0].platform', null],
      ['platforms[1]', null],
      ['platforms[2].platform', null],
    ]);
    expect(policy.platforms).toEqual(GOOD.platforms);
  });

  it('says so when the browser dropped it', () => {
    const { platforms: _dropped, ...rest } = GOOD;
    const arrived = { ...rest, expectedKeys: ['platforms', 'locked'] };
    const { policy, keep, lost, sentences } = delivered(arrived, GOOD);
    expect(lost).toEqual([['platforms', null]]);
    expect(sentences).toEqual([`platforms: ${DROPPED} ${STAYS}`]);
    expect(policy.platforms).toEqual(GOOD.platforms);
    // The next start of the worker is told the same.
    expect(delivered(arrived, keep)).toEqual({ policy, keep, lost, sentences });
  });

  it('says so of the whole policy in the words of that fault', () => {
    for (const nothing of [undefined, {}]) {
      const { policy, lost, sentences } = delivered(nothing, GOOD);
      expect(lost).toEqual([['', null]]);
      expect(sentences).toEqual([english('fault_empty')]);
      expect(policy).toEqual(GOOD);
    }
  });

  it('does not say it of a day that has passed: nothing is lost then', () => {
    const { inForce } = policyDelivered({ ...GOOD, validUntil: '2026-01-01' }, GOOD);
    const { note, policy } = withExpiry(inForce, new Date('2026-02-01T00:00:00Z'));
    expect(note.faults.map((fault) => faultSentence(fault, english))).toEqual([
      'validUntil: The policy expired on 2026-01-01. It stays in force.',
    ]);
    expect(policy.platforms).toEqual(GOOD.platforms);
  });
});

describe('a key that keeps nothing', () => {
  it.each<[string, unknown]>([
    ['there never was a policy', undefined],
    ['what was saved is garbage', 'garbage'],
    ['the last policy did not have the key', { policyVersion: '1' }],
  ])('names what is lost: %s', (_, saved) => {
    const wrong = delivered({ policyVersion: '2', platforms: 'zoom' }, saved);
    expect(wrong.sentences).toEqual([
      'platforms: This is the wrong kind of value: “zoom”. Not applied: platforms.',
    ]);
    expect(wrong.policy).toEqual({ policyVersion: '2' });

    const dropped = delivered({ policyVersion: '2', expectedKeys: ['platforms'] }, saved);
    expect(dropped.sentences).toEqual([`platforms: ${DROPPED} Not applied: platforms.`]);

    const item = delivered({ policyVersion: '2', rules: [{ rule: 'no-passcode' }] }, saved);
    expect(item.lost).toEqual([['rules[0].level', 'rules[0]']]);
  });

  it('names the item, and not the last good value, where a part of the list is valid', () => {
    const platforms = [{ platform: 'zom' }, { platform: 'webex', use: 'loud' }, { platform: 'teams' }];
    const { policy, lost, sentences } = delivered({ policyVersion: '2', platforms }, GOOD);
    expect(lost).toEqual([
      ['platforms[0].platform', 'platforms[0]'],
      ['platforms[1].use', 'platforms[1].use'],
    ]);
    expect(sentences.join(' ')).not.toContain(STAYS);
    expect(policy.platforms).toEqual([{ platform: 'webex' }, { platform: 'teams' }]);
  });

  it('does not keep a setting that nobody knows', () => {
    const { lost } = delivered({ policyVersion: '2', polices: [] }, { ...GOOD, polices: [] });
    expect(lost).toEqual([['polices', 'polices']]);
  });

  it('keeps one key and loses another at once', () => {
    const { lost, policy } = delivered({ policyVersion: '2', platforms: 5, titles: 5 }, GOOD);
    expect(lost).toEqual([
      ['platforms', null],
      ['titles', 'titles'],
    ]);
    expect(policy).toEqual({ policyVersion: '2', platforms: GOOD.platforms });
  });

  it('locks when the lock cannot be read, whatever was saved', () => {
    for (const saved of [undefined, { locked: false }, GOOD])
      expect(delivered({ policyVersion: '2', locked: 'yes' }, saved).policy.locked).toBe(true);
  });
});

describe('a lock', () => {
  it('that the browser dropped locks, although the last good policy had none', () => {
    const { inForce } = policyDelivered({ policyVersion: '2', expectedKeys: ['locked'] }, { locked: false });
    expect(inForce.policy.locked).toBe(true);
  });
});

describe('what examiners found', () => {
  // Every start of the worker delivers again. The broken value was saved the first time (`keep`), and counts as good the second.
  it('a broken value never becomes the last good one', () => {
    const broken = { policyVersion: '1', platforms: 'zoom' };
    const first = delivered(broken, undefined);
    const second = delivered(broken, first.keep);
    expect(second.policy.platforms).toBeUndefined();
    expect(second.sentences).toEqual(first.sentences);
  });

  // The faults are those of what was delivered, the policy is that of what was kept: its labels came back.
  it('a reference to a label that stays in force is no fault', () => {
    const platforms = [{ platform: 'webex', ceiling: 'labels/intern' }];
    const { policy, lost } = delivered(
      { policyVersion: '2', labels: 'x', platforms },
      { ...GOOD, platforms },
    );
    expect(policy.platforms).toEqual(platforms);
    expect(lost).toEqual([['labels', null]]);
  });

  // expectedKeys proves that there was a lock, and Chrome drops "locked": "yes". A lock that cannot be read locks (parse.ts).
  it('a lock that the browser dropped locks', () => {
    const { policy } = delivered({ policyVersion: '1', expectedKeys: ['locked'] }, undefined);
    expect(policy.locked).toBe(true);
  });
});
