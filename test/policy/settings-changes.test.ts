import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCHEMES } from '../../src/markings/schemes/index.ts';
import { LEVELS } from '../../src/model.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { withOwnSettings } from '../../src/policy/own-settings.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import {
  levelsOffered,
  ownLevelOf,
  type Settings,
  schemesInForce,
  settingsFrom,
  termsToEdit,
  withLabel,
  withLevel,
  withoutLabel,
  withScheme,
  withTerms,
} from '../../src/policy/settings-changes.ts';
import { settingsFromText, settingsText } from '../../src/policy/settings-file.ts';
import { RULE_IDS } from '../../src/rules/ids.ts';

const ORGANISATION = {
  policyVersion: '7',
  schemes: ['tlp2', 'nl-virbi'],
  labels: [{ id: 'intern', names: ['Intern'], rank: 10, purviewIds: ['a-b'] }],
  rules: [
    { rule: 'no-passcode', level: 'justify' },
    { rule: 'no-passcode', from: 'nl-virbi/stg-c', level: 'block' },
    { rule: 'open-dial-in', level: 'block' },
  ],
  titles: { markings: 'warn', forbiddenTerms: ['Project *'] },
};
const open = parsePolicy(ORGANISATION, 'managed');
const locked = parsePolicy({ ...ORGANISATION, locked: true }, 'managed');

describe('levels', () => {
  it('offered are all, and under a lock only stricter ones', () => {
    expect(levelsOffered('no-passcode', open)).toEqual(LEVELS);
    expect(levelsOffered('no-passcode', locked)).toEqual(['block']);
    expect(levelsOffered('open-dial-in', locked)).toEqual([]);
    expect(levelsOffered('public-event', locked)).toEqual(['inform', 'warn', 'justify', 'block']);
  });

  it('what is offered counts, for every rule, with and without a lock', () => {
    for (const organisation of [open, locked, DEFAULT_POLICY])
      for (const rule of RULE_IDS)
        for (const level of levelsOffered(rule, organisation)) {
          const settings = withLevel(rule, level, organisation)({});
          expect(ownLevelOf(rule, settings)).toBe(level);
          expect(withOwnSettings(organisation, settings).note.ownSettings).toEqual([`rules[${rule}]`]);
        }
  });

  it('a level for every day leaves what the organisation set from a marking on', () => {
    const settings = withLevel('no-passcode', 'inform', open)({});
    const { policy } = withOwnSettings(open, settings);
    expect(policy.rules).toContainEqual({ rule: 'no-passcode', from: 'nl-virbi/stg-c', level: 'block' });
    expect(policy.rules).not.toContainEqual({ rule: 'no-passcode', level: 'justify' });
  });

  it('go back, and leave everything else, also what nobody knows', () => {
    const before: Settings = { later: { yes: 1 }, rules: ['odd', { rule: 'wide-audience', level: 'off' }] };
    const changed = withLevel('no-passcode', 'off', open)(before);
    expect(withLevel('no-passcode', null, open)(changed)).toEqual(before);
    expect(
      withLevel('wide-audience', null, open)({ rules: [{ rule: 'wide-audience', level: 'off' }] }),
    ).toEqual({});
  });

  it('what is in force is the strictest of several, and no nonsense', () => {
    const rules = [
      { rule: 'no-passcode', level: 'inform' },
      { rule: 'no-passcode', level: 'warn' },
      { rule: 'no-passcode', level: 'loud' },
      { rule: 'no-passcode', from: 'tlp2/red', level: 'block' },
    ];
    expect(ownLevelOf('no-passcode', { rules })).toBe('warn');
    expect(ownLevelOf('no-passcode', { rules: 5 })).toBeNull();
  });
});

describe('schemes', () => {
  it('keep our order, and come last in another one', () => {
    const one = withScheme('de-vsa', false, DEFAULT_POLICY)({});
    expect(one.schemes).not.toContain('de-vsa');
    const ids = SCHEMES.map(({ id }) => id);
    const more = withScheme('corp', true, DEFAULT_POLICY)({}).schemes;
    expect(more).toEqual(ids);
    expect(withScheme('de-vsa', true, open)({}).schemes).toEqual(['tlp2', 'nl-virbi', 'de-vsa']);
  });

  it('as usual they are nobody’s own', () => {
    for (const organisation of [open, DEFAULT_POLICY]) {
      const [first = ''] = schemesInForce(organisation.policy).slice(-1);
      const without = withScheme(first, false, organisation)({});
      expect(without).not.toEqual({});
      expect(withScheme(first, true, organisation)(without)).toEqual({});
    }
  });

  it('none at all is a choice', () => {
    expect(withScheme('tlp2', false, open)({ schemes: ['tlp2'] })).toEqual({ schemes: [] });
  });
});

describe('labels', () => {
  it('begin with the organisation’s, and keep what the form does not show', () => {
    const added = withLabel(null, { names: ['Für Büro 3'], rank: 30 }, open)({});
    expect(added.labels).toEqual([
      ...ORGANISATION.labels,
      { id: 'fur-buro-3', names: ['Für Büro 3'], rank: 30 },
    ]);
    const changed = withLabel('intern', { names: ['Intern', 'Internal'], rank: 20 }, open)({});
    expect(changed.labels).toEqual([{ ...ORGANISATION.labels[0], names: ['Intern', 'Internal'], rank: 20 }]);
    expect(withLabel('intern', { names: ['Intern'], rank: 10 }, open)(changed)).toEqual({});
    expect(withoutLabel('fur-buro-3', open)(added)).toEqual({});
  });

  it('of one name have ids of their own', () => {
    const twice = withLabel(
      null,
      { names: ['!'], rank: 0 },
      open,
    )(withLabel(null, { names: ['!'], rank: 0 }, open)({}));
    expect(parsePolicy(twice, 'local').note.faults).toEqual([]);
    expect(JSON.stringify(twice)).toContain('"label-2"');
  });
});

describe('words for titles', () => {
  it('are the organisation’s until they are changed; under a lock one’s own alone', () => {
    expect(termsToEdit({}, open)).toEqual(['Project *']);
    expect(termsToEdit({}, locked)).toEqual([]);
    const settings = withTerms(['Zeepaard'], locked)({ titles: { markings: 'require' } });
    expect(settings).toEqual({ titles: { markings: 'require', forbiddenTerms: ['Zeepaard'] } });
    expect(withOwnSettings(locked, settings).policy.titles?.forbiddenTerms).toEqual([
      'Project *',
      'Zeepaard',
    ]);
    expect(withTerms([], locked)(settings)).toEqual({ titles: { markings: 'require' } });
    expect(withTerms(['Project *'], open)({ titles: { forbiddenTerms: [] } })).toEqual({});
  });
});

describe('as a file', () => {
  it('comes back as it was', () => {
    const settings: Settings = { schemes: ['tlp2'], rules: [{ rule: 'no-passcode', level: 'warn' }] };
    expect(settingsFromText(settingsText(settings) ?? '', open)).toEqual({
      settings,
      counts: ['schemes', 'rules[no-passcode]'],
      faults: [],
    });
    expect(settingsText({ big: 5n })).toBeNull();
  });

  it('names its faults, and a list of which nothing is valid replaces nothing', () => {
    const given = {
      schemes: ['no-such'],
      titles: { forbiddenTerms: [5] },
      rules: [{ rule: 'no-passcode', level: 'off' }],
      locked: false,
    };
    const { settings, faults } = settingsFromText(JSON.stringify(given), open);
    expect(settings).toEqual({ rules: given.rules });
    expect(faults.map(({ path }) => path)).toEqual(['schemes[0]', 'titles.forbiddenTerms[0]']);
  });

  it('under a lock tells what counts', () => {
    const rules = [{ rule: 'no-passcode', level: 'off' }];
    expect(settingsFromText(JSON.stringify({ rules, schemes: [] }), locked).counts).toEqual([]);
  });

  it.each(['', '[]', '5', 'null', '{', '{}', '{"zz": 1}'])('has nothing to use: %s', (source) => {
    expect(settingsFromText(source, open)).toMatchObject({ settings: {}, counts: [] });
  });
});

it('whatever is stored, a change is made or refused', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(open, locked), (stored, organisation) => {
      const settings = settingsFrom(stored);
      if (settings === null) return;
      for (const change of [
        withLevel('no-passcode', 'block', organisation),
        withScheme('corp', true, organisation),
        withLabel(null, { names: ['x'], rank: 0 }, organisation),
        withTerms(['x'], organisation),
      ])
        expect(withOwnSettings(organisation, change(settings)).note.source).toBe('managed');
    }),
    { numRuns: 200 },
  );
});
