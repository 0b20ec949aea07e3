import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import type { PolicyInForce } from '../../src/policy/in-force.ts';
import { withOwnSettings } from '../../src/policy/own-settings.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { keysInForce, type Origin, rulesInForce } from '../../src/policy/provenance.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { RULES } from '../../src/rules/index.ts';

const ORGANISATION = {
  policyVersion: '7',
  platforms: [{ platform: 'zoom', use: 'forbidden' }],
  rules: [
    { rule: 'no-passcode', level: 'justify' },
    { rule: 'no-passcode', from: 'nl-virbi/stg-c', level: 'block' },
    { rule: 'reused-room', from: 'nl-virbi/stg-c', level: 'block' },
  ],
  titles: { markings: 'warn' },
};
const OWN = {
  schemes: ['tlp2'],
  rules: [{ rule: 'open-dial-in', level: 'block' }],
  titles: { forbiddenTerms: ['Zeepaard'] },
};

/** Keys by origin; `default` left out. */
function origins(inForce: PolicyInForce): Partial<Record<string, Origin>> {
  const set = keysInForce(inForce).filter(({ origin }) => origin !== 'default');
  return Object.fromEntries(set.map(({ key, origin }) => [key, origin]));
}

const linesOf = (inForce: PolicyInForce, id: string) =>
  rulesInForce(inForce)
    .filter(({ rule }) => rule === id)
    .map(({ from, level, origin }) => [from, level, origin]);

describe('keysInForce', () => {
  it('names every key of the schema once, in its order', () => {
    for (const inForce of [DEFAULT_POLICY, withOwnSettings(parsePolicy(ORGANISATION, 'managed'), OWN)])
      expect(keysInForce(inForce).map(({ key }) => key)).toEqual(Object.keys(policySchema.shape));
  });

  it('nobody set anything', () => {
    expect(origins(DEFAULT_POLICY)).toEqual({});
  });

  it.each(['managed', 'file'] as const)('what the policy sets is of the %s', (source) => {
    expect(origins(parsePolicy(ORGANISATION, source))).toEqual({
      policyVersion: source,
      platforms: source,
      rules: source,
      titles: source,
    });
  });

  it('what a person sets is their own, the rest stays the organisation’s', () => {
    expect(origins(withOwnSettings(parsePolicy(ORGANISATION, 'managed'), OWN))).toEqual({
      policyVersion: 'managed',
      platforms: 'managed',
      schemes: 'local',
      rules: 'local',
      titles: 'local',
    });
  });

  it('without a policy there are only own settings and defaults', () => {
    const inForce = withOwnSettings(DEFAULT_POLICY, OWN);
    expect(inForce.note.source).toBe('local');
    expect(origins(inForce)).toEqual({ schemes: 'local', rules: 'local', titles: 'local' });
  });

  it('what a lock keeps out is nobody’s', () => {
    const locked = parsePolicy({ ...ORGANISATION, locked: true }, 'managed');
    expect(origins(withOwnSettings(locked, { schemes: ['tlp2'], unlabelled: { rank: 0 } }))).toEqual({
      policyVersion: 'managed',
      platforms: 'managed',
      rules: 'managed',
      titles: 'managed',
      locked: 'managed',
    });
  });

  it('a key of which nothing is valid is a default', () => {
    expect(origins(parsePolicy({ policyVersion: '7', titles: 5 }, 'managed'))).toEqual({
      policyVersion: 'managed',
    });
  });
});

describe('rulesInForce', () => {
  it('names every rule with its built-in levels where nobody set any', () => {
    expect(rulesInForce(DEFAULT_POLICY)).toEqual(
      RULES.map(({ id, level, below }) => ({
        rule: id,
        from: null,
        level,
        below: below ?? null,
        origin: 'default',
      })),
    );
  });

  it.each(['managed', 'file'] as const)(
    'names what the policy (%s) sets, and the default beside it',
    (source) => {
      const inForce = parsePolicy(ORGANISATION, source);
      expect(linesOf(inForce, 'no-passcode')).toEqual([
        [null, 'justify', source],
        ['nl-virbi/stg-c', 'block', source],
      ]);
      // From a marking upwards only: below it the rule's own level holds.
      expect(linesOf(inForce, 'reused-room')).toEqual([
        [null, 'warn', 'default'],
        ['nl-virbi/stg-c', 'block', source],
      ]);
      expect(linesOf(inForce, 'open-dial-in')).toEqual([[null, 'warn', 'default']]);
    },
  );

  it('names the level below a rank only where the policy sets no level for always', () => {
    const below = (policy: unknown) =>
      rulesInForce(parsePolicy(policy, 'file')).find(({ rule }) => rule === 'reused-room')?.below;
    expect(below({})).toEqual({ rank: 20, level: 'off' });
    expect(below({ rules: [{ rule: 'reused-room', level: 'warn' }] })).toBeNull();
  });

  it('a person’s own rule is local, the organisation’s others are not', () => {
    const inForce = withOwnSettings(parsePolicy(ORGANISATION, 'managed'), OWN);
    expect(linesOf(inForce, 'open-dial-in')).toEqual([[null, 'block', 'local']]);
    expect(linesOf(inForce, 'no-passcode')).toEqual([
      [null, 'justify', 'managed'],
      ['nl-virbi/stg-c', 'block', 'managed'],
    ]);
    expect(linesOf(inForce, 'lookalike-link')).toEqual([[null, 'warn', 'default']]);
  });

  it('a person’s own rule replaces all that the organisation says of it', () => {
    const own = { rules: [{ rule: 'no-passcode', level: 'inform' }] };
    const inForce = withOwnSettings(parsePolicy(ORGANISATION, 'managed'), own);
    expect(linesOf(inForce, 'no-passcode')).toEqual([[null, 'inform', 'local']]);
  });

  it('without a policy a rule is local or built in', () => {
    const inForce = withOwnSettings(DEFAULT_POLICY, OWN);
    expect(linesOf(inForce, 'open-dial-in')).toEqual([[null, 'block', 'local']]);
    expect(linesOf(inForce, 'no-passcode')).toEqual([[null, 'warn', 'default']]);
  });

  it('under a lock a milder own rule changes nothing', () => {
    const locked = parsePolicy({ ...ORGANISATION, locked: true }, 'managed');
    const own = { rules: [{ rule: 'no-passcode', level: 'warn' }] };
    expect(rulesInForce(withOwnSettings(locked, own))).toEqual(rulesInForce(locked));
  });

  // Not yet so: own-settings.ts names only the rule, so that all its entries count as the person's own.
  it('under a lock the organisation’s entries stay the organisation’s beside a stricter one', () => {
    const locked = parsePolicy({ ...ORGANISATION, locked: true }, 'managed');
    const inForce = withOwnSettings(locked, { rules: [{ rule: 'no-passcode', level: 'block' }] });
    expect(linesOf(inForce, 'no-passcode')).toContainEqual(['nl-virbi/stg-c', 'block', 'managed']);
  });
});
