import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultSentence } from '../../extension/fault-words.ts';
import { type Invitation, LEVELS, type Level, severity } from '../../src/model.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { withOwnSettings } from '../../src/policy/own-settings.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { review } from '../../src/review.ts';
import { RULE_IDS } from '../../src/rules/ids.ts';
import { english } from '../../tools/messages.ts';
import { INVITATIONS, invitation } from './invitations.ts';

const NOW = new Date('2026-11-02T09:00:00Z');

const ORGANISATION = {
  policyVersion: '7',
  validUntil: '2027-11-01',
  organisation: { name: 'Examplestad', mailDomains: ['example.gov'] },
  schemes: ['nl-virbi', 'tlp2'],
  labels: [{ id: 'intern', names: ['Intern'], rank: 10 }],
  unlabelled: { rank: 20, level: 'inform' },
  platforms: [{ platform: 'zoom', use: 'forbidden' }],
  otherPlatforms: { use: 'join-only', ceiling: 'labels/intern' },
  rules: [
    { rule: 'no-passcode', level: 'justify' },
    { rule: 'no-passcode', from: 'nl-virbi/stg-c', level: 'block' },
    { rule: 'open-dial-in', level: 'block' },
    { rule: 'public-event', level: 'off' },
  ],
  titles: { markings: 'warn', forbiddenTerms: ['Project *'] },
  exceptions: [{ rule: 'foreign-tenant', host: 'partner.webex.com', until: '2027-01-01' }],
};
const organisation = (more: Record<string, unknown> = {}) =>
  parsePolicy({ ...ORGANISATION, ...more }, 'managed');
const open = organisation();
const locked = organisation({ locked: true });

const paths = (settings: unknown, over = open): string[] =>
  withOwnSettings(over, settings).note.faults.map(({ path }) => path);

describe('own settings without a lock', () => {
  it('nothing of one’s own leaves the policy as it is', () => {
    for (const nothing of [undefined, null, {}]) expect(withOwnSettings(open, nothing)).toBe(open);
  });

  it('replace a key', () => {
    const own = {
      schemes: ['de-vsa'],
      platforms: [{ platform: 'webex', use: 'join-only' }],
      otherPlatforms: { use: 'allowed' },
      unlabelled: { rank: 0 },
      exceptions: [],
      reportOnly: true,
    };
    const { policy, note } = withOwnSettings(open, own);
    expect(policy).toEqual({ ...open.policy, ...own });
    expect(note.ownSettings.toSorted()).toEqual(Object.keys(own).sort());
    expect(note).toMatchObject({ source: 'managed', version: '7', organisation: 'Examplestad', faults: [] });
  });

  it('replace a rule, and leave the others', () => {
    const rules = [
      { rule: 'no-passcode', level: 'inform' },
      { rule: 'personal-room', from: 'nl-virbi/depv', level: 'block' },
    ];
    const { policy, note } = withOwnSettings(open, { rules });
    expect(policy.rules).toEqual([...ORGANISATION.rules.slice(2), ...rules]);
    expect({ ...policy, rules: [] }).toEqual({ ...open.policy, rules: [] });
    expect(note.ownSettings).toEqual(['rules[no-passcode]', 'rules[personal-room]']);
  });

  it('replace what they say of titles, and leave the rest', () => {
    const titled = (titles: unknown) => withOwnSettings(open, { titles });
    expect(titled({ markings: 'allow' }).policy.titles).toEqual({
      ...ORGANISATION.titles,
      markings: 'allow',
    });
    expect(titled({ forbiddenTerms: ['x'] }).policy.titles).toEqual({
      markings: 'warn',
      forbiddenTerms: ['x'],
    });
    expect(titled({ forbiddenTerms: [] }).note.ownSettings).toEqual(['titles.forbiddenTerms']);
  });

  it('never say who speaks, until when, or whether there is a lock', () => {
    const own = {
      policyVersion: '8',
      validUntil: '2099-01-01',
      expectedKeys: ['rules'],
      organisation: { name: 'Mallory', mailDomains: ['example.org'] },
      locked: true,
      rules: [{ rule: 'no-passcode', level: 'inform' }],
    };
    for (const over of [open, locked]) {
      const { policy, note } = withOwnSettings(over, own);
      for (const key of ['policyVersion', 'validUntil', 'expectedKeys', 'organisation', 'locked'] as const)
        expect(policy[key]).toEqual(over.policy[key]);
      expect(note).toMatchObject({ version: '7', organisation: 'Examplestad' });
    }
  });

  it('over no policy they are the source, unless nothing of them counts', () => {
    expect(withOwnSettings(DEFAULT_POLICY, { schemes: ['tlp2'] }).note.source).toBe('local');
    expect(withOwnSettings(DEFAULT_POLICY, { locked: true }).note.source).toBe('default');
    expect(withOwnSettings(DEFAULT_POLICY, { schemes: 5 }).note.source).toBe('default');
  });
});

describe('own settings under a lock', () => {
  it('loosen nothing', () => {
    const { policy, note } = withOwnSettings(locked, {
      reportOnly: true,
      schemes: [],
      labels: [{ id: 'nl-virbi/stg-g', rank: 0 }],
      unlabelled: { rank: 0, level: 'off' },
      platforms: [],
      otherPlatforms: { use: 'allowed' },
      selfHosted: [{ platform: 'jitsi', hosts: ['zoom.us'] }],
      rules: [
        { rule: 'no-passcode', level: 'off' },
        { rule: 'open-dial-in', level: 'justify' },
      ],
      titles: { markings: 'allow', forbiddenTerms: [] },
      disabledIncidents: ['webex-2024-metadata'],
      exceptions: [{ rule: 'no-passcode', until: '2099-01-01' }],
      texts: [{ rule: 'no-passcode', language: 'en', text: 'All is well.' }],
      locked: false,
    });
    expect(policy).toEqual(locked.policy);
    expect(note.ownSettings).toEqual([]);
  });

  it('make a rule louder, and add terms', () => {
    const { policy, note, tightening } = withOwnSettings(locked, {
      rules: [
        { rule: 'no-passcode', level: 'block' },
        { rule: 'public-event', level: 'inform' },
        { rule: 'open-dial-in', level: 'block' },
      ],
      titles: { markings: 'require', forbiddenTerms: ['Zeepaard'] },
    });
    expect(policy.rules).toEqual(ORGANISATION.rules);
    expect(tightening).toEqual([
      { rule: 'no-passcode', level: 'block' },
      { rule: 'public-event', level: 'inform' },
    ]);
    expect(policy.titles).toEqual({ markings: 'warn', forbiddenTerms: ['Project *', 'Zeepaard'] });
    expect(note.ownSettings).toEqual(['rules[no-passcode]', 'rules[public-event]', 'titles.forbiddenTerms']);
  });

  it('a lock that cannot be read holds them, too', () => {
    const own = { exceptions: [{ rule: 'no-passcode', until: '2099-01-01' }] };
    const unreadable = organisation({ locked: 'yes' });
    expect(withOwnSettings(unreadable, own).policy).toEqual(unreadable.policy);
  });
});

describe('faults of own settings', () => {
  it('stand behind the policy’s, under a name of their own', () => {
    const over = organisation({ schemes: ['nl'], zz: 1 });
    const settings = { rules: [{ rule: 'no-passcode', level: 'loud' }], platforms: 5, yy: 1 };
    expect(paths(settings, over).toSorted()).toEqual(
      [
        'own settings: platforms',
        'own settings: rules[0].level',
        'own settings: yy',
        'schemes[0]',
        'zz',
      ].toSorted(),
    );
    expect(paths(settings, over).findLastIndex((path) => !path.startsWith('own settings: '))).toBe(1);
    const [fault] = withOwnSettings(locked, { rules: [{ rule: 'no-passcode', level: 'loud' }] }).note.faults;
    if (fault === undefined) throw new Error('no fault');
    expect(faultSentence(fault, english)).toBe(
      'own settings: rules[0].level: This value is not possible here: “loud”. Not applied: rules[0].',
    );
  });

  it('an empty object is no fault', () => {
    expect(paths({})).toEqual([]);
  });

  it('change nothing of the policy', () => {
    for (const over of [open, locked])
      for (const key of Object.keys(policySchema.shape))
        expect(withOwnSettings(over, { [key]: null }).policy, key).toEqual(over.policy);
  });

  it('a wrong kind of settings changes nothing and is named', () => {
    for (const garbage of ['x', 5, [], true]) {
      const { policy, note } = withOwnSettings(open, garbage);
      expect(policy).toEqual(open.policy);
      expect(note.faults).toMatchObject([{ problem: 'wrong-type' }]);
    }
  });
});

const oneOf = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const few = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 4 });
const rule = oneOf(...RULE_IDS);
const level = oneOf(...LEVELS);
const marking = oneOf('nl-virbi/depv', 'nl-virbi/stg-c', 'tlp2/red', 'labels/intern', 'labels/own');
const use = oneOf('allowed', 'join-only', 'forbidden');
const platform = oneOf('zoom', 'webex', 'jitsi', 'teams');
const optional = <T extends Record<string, fc.Arbitrary<unknown>>>(keys: T) =>
  fc.record(keys, { requiredKeys: [] });

/** Whatever a person, or a page that got at their storage, may write there. */
const settings: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 6,
    arbitrary: optional({
      policyVersion: oneOf('8', ''),
      organisation: optional({ mailDomains: few(oneOf('partner.example', 'example.gov')) }),
      reportOnly: fc.boolean(),
      schemes: few(oneOf('tlp2', 'de-vsa', 'no-such')),
      labels: few(oneOf({ id: 'own', names: ['Overleg'], rank: 0 }, { id: 'nl-virbi/depv', rank: 0 })),
      unlabelled: optional({ rank: oneOf(0, 50), level }),
      platforms: few(
        optional({ platform, hosts: few(oneOf('zoom.us', '*.webex.com')), use, ceiling: marking }),
      ),
      otherPlatforms: optional({ use, ceiling: marking }),
      selfHosted: few(fc.record({ platform, hosts: fc.constant(['zoom.us', 'meet.jit.si']) })),
      rules: few(fc.record({ rule, from: marking, level }, { requiredKeys: ['rule', 'level'] })),
      titles: optional({
        markings: oneOf('allow', 'require', 'warn'),
        forbiddenTerms: few(oneOf('overleg', '*')),
      }),
      disabledIncidents: few(oneOf('webex-2024-metadata', 'zoom-x')),
      exceptions: few(fc.record({ rule, until: fc.constant('2099-01-01') })),
      texts: few(fc.record({ rule, language: fc.constant('en'), text: fc.constant('All is well.') })),
      locked: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.dictionary(oneOf(...Object.keys(policySchema.shape)), fc.jsonValue()) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

const LOCKED = [
  locked,
  parsePolicy({ locked: true }, 'managed'),
  organisation({ locked: true, rules: [], titles: undefined, unlabelled: undefined }),
  organisation({ locked: true, reportOnly: true, titles: { markings: 'require' } }),
  organisation({
    locked: true,
    rules: RULE_IDS.map((id) => ({ rule: id, from: 'nl-virbi/depv', level: 'justify' })),
  }),
];

describe('under a lock no own settings of any shape', () => {
  it('make any rule milder, or change what is seen (2,000)', () => {
    fc.assert(
      fc.property(oneOf(...LOCKED), settings, oneOf(...INVITATIONS), (policy, own, one) => {
        const without = review(one, policy, NOW);
        const withOwn = review(one, withOwnSettings(policy, own), NOW);
        expect(withOwn.meetings).toEqual(without.meetings);
        expect(withOwn.suspicious).toEqual(without.suspicious);
        expect(withOwn.marking).toEqual(without.marking);
        for (const finding of without.findings) {
          const got = withOwn.findings.filter(
            (other) => other.rule === finding.rule && other.meeting === finding.meeting,
          );
          const loudest = Math.max(-1, ...got.map((other) => severity(other.level)));
          expect(loudest, finding.rule).toBeGreaterThanOrEqual(severity(finding.level));
          expect(got[0]?.ownTexts, finding.rule).toEqual(finding.ownTexts);
        }
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);
});

describe('what examiners found', () => {
  const levels = (policy: unknown, own: unknown, one: Invitation): Map<string, Level> =>
    new Map(
      review(one, withOwnSettings(parsePolicy(policy, 'managed'), own), NOW).findings.map((finding) => [
        finding.rule,
        finding.level,
      ]),
    );
  const bare = invitation('Weekstart', 'https://examplestad.webex.com/meet/j.devries');

  // "Louder" is measured at the rule's own level, and below a rank that is not the level in force.
  it.each(['reused-room', 'label-missing'])('%s made louder than silent counts under a lock', (id) => {
    const own = { rules: [{ rule: id, level: 'warn' }] };
    expect(levels({}, own, bare).get(id)).toBe('warn');
    expect(levels({ locked: true }, own, bare).get(id)).toBe('warn');
  });

  // The default that is put beside an own entry has no rank below which it is milder, also where the own entry has a marking.
  it.each(['reused-room', 'label-missing'])('%s from a marking on says nothing below it', (id) => {
    const own = { rules: [{ rule: id, from: 'nl-virbi/stg-zg', level: 'block' }] };
    expect(levels({}, own, bare).get(id)).toBeUndefined();
    expect(levels({ locked: true }, own, bare).get(id)).toBeUndefined();
  });

  // The settings are parsed alone, and know only labels of their own.
  it('own rules may name the organisation’s labels', () => {
    expect(paths({ rules: [{ rule: 'no-passcode', from: 'labels/intern', level: 'block' }] })).toEqual([]);
  });

  // An invalid setting never disarms (delivered.ts keeps the last good value of such a list).
  it.each([
    { platforms: [{ platform: 'zom', use: 'forbidden' }] },
    { titles: { forbiddenTerms: [5] } },
    { exceptions: [{ rule: 'foreign-tenant', until: 'soon' }] },
    { otherPlatforms: { usee: 'forbidden' } },
  ])('a key of which nothing is valid replaces nothing: %j', (own) => {
    expect(withOwnSettings(open, own).policy).toEqual(open.policy);
  });

  it('settings of a wrong kind are not called the whole policy', () => {
    const [fault] = withOwnSettings(open, 'x').note.faults;
    if (fault === undefined) throw new Error('no fault');
    expect(faultSentence(fault, english)).not.toMatch(/: : |the whole policy/);
  });

  // The browser drops keys of managed storage only.
  it('expectedKeys of own settings means nothing', () => {
    expect(paths({ expectedKeys: ['rules'] })).toEqual([]);
  });

  // Firefox keeps structured clones in storage.local, and JSON.stringify (shown in parse.ts) throws for these two.
  it.each([
    ['a BigInt', () => ({ schemes: 5n })],
    [
      'a circle',
      () => {
        const circle: Record<string, unknown> = {};
        circle.zz = circle;
        return circle;
      },
    ],
  ])('%s never throws', (_, make) => {
    expect(withOwnSettings(open, make()).policy).toEqual(open.policy);
  });
});
