import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyDelivered } from '../../src/policy/delivered.ts';
import { managedSchema } from '../../src/policy/managed-schema.ts';
import { parsePolicy, policyFromText } from '../../src/policy/parse.ts';
import { isRecord } from '../../src/record.ts';
import { policyDocs } from '../../tools/policy/docs.ts';
import { templates } from '../../tools/policy/templates.ts';

const faultsOf = (value: unknown) =>
  parsePolicy(value, 'file').note.faults.map(({ path, problem }) => `${path}: ${problem}`);

describe('parsePolicy', () => {
  it('takes the whole example of the design', () => {
    const { policy, note } = parsePolicy(
      {
        policyVersion: '2026-11-01',
        validUntil: '2027-11-01',
        expectedKeys: ['platforms', 'rules'],
        organisation: {
          name: 'Examplestad',
          contact: 'mailto:ict@example.gov',
          helpUrl: 'https://example.gov/help',
          mailDomains: ['example.gov'],
        },
        reportOnly: false,
        schemes: ['nl-virbi', 'tlp2'],
        labels: [{ id: 'intern', names: ['Intern'], rank: 10, purviewIds: ['guid'] }],
        platforms: [
          {
            platform: 'webex',
            hosts: ['*.webex.com'],
            tenants: ['examplestad'],
            use: 'allowed',
            ceiling: 'nl-virbi/depv',
            alternative: 'Use …',
          },
        ],
        otherPlatforms: { use: 'forbidden', ceiling: 'labels/intern' },
        selfHosted: [{ platform: 'jitsi', hosts: ['meet.example.gov'] }],
        rules: [
          { rule: 'no-passcode', level: 'warn' },
          { rule: 'no-passcode', from: 'nl-virbi/stg-c', level: 'block' },
        ],
        titles: { markings: 'warn', forbiddenTerms: ['Project *'] },
        disabledIncidents: ['webex-2024-metadata'],
        exceptions: [{ rule: 'foreign-tenant', host: 'partner.webex.com', until: '2027-01-01', reason: '…' }],
        locked: true,
      },
      'managed',
    );
    expect(note).toEqual({
      source: 'managed',
      version: '2026-11-01',
      organisation: 'Examplestad',
      faults: [],
      contact: 'mailto:ict@example.gov',
      helpUrl: 'https://example.gov/help',
      notApplied: [],
      ownSettings: [],
    });
    expect(policy.rules).toHaveLength(2);
  });

  it.each([
    ['a wrong type', { platforms: 'webex' }, ['platforms: wrong-type']],
    ['not an object', ['webex'], [': wrong-type']],
    ['an empty policy', {}, [': empty']],
    ['an unknown rule', { rules: [{ rule: 'no-pascode', level: 'warn' }] }, ['rules[0].rule: unknown-rule']],
    [
      'an unknown level',
      { rules: [{ rule: 'no-passcode', level: 'loud' }] },
      ['rules[0].level: wrong-value'],
    ],
    [
      'an unknown marking',
      { platforms: [{ platform: 'webex', ceiling: 'nl-virbi/geheim' }] },
      ['platforms[0].ceiling: unknown-marking'],
    ],
    [
      'an own label that is not defined',
      { otherPlatforms: { ceiling: 'labels/intern' } },
      ['otherPlatforms.ceiling: unknown-marking'],
    ],
    ['an unknown scheme', { schemes: ['nl-virbi', 'nl'] }, ['schemes[1]: unknown-scheme']],
    [
      'an unknown platform',
      { platforms: [{ platform: 'webx' }] },
      ['platforms[0].platform: unknown-platform'],
    ],
    ['an unknown key', { polices: [] }, ['polices: unknown-key']],
    ['an unknown key inside', { organisation: { nam: 'x' } }, ['organisation.nam: unknown-key']],
    ['a missing key', { rules: [{ rule: 'no-passcode' }] }, ['rules[0].level: missing']],
    [
      'a key that the browser dropped',
      { expectedKeys: ['rules'], policyVersion: '1' },
      ['rules: dropped-by-browser'],
    ],
    ['a date that is none', { validUntil: 'soon' }, ['validUntil: wrong-value']],
    [
      'an address that is no https',
      { organisation: { helpUrl: 'javascript:alert(1)' } },
      ['organisation.helpUrl: wrong-value'],
    ],
  ])('names %s', (_name, value, faults) => {
    expect(faultsOf(value)).toEqual(faults);
  });

  it('has no key that this version does nothing with', () => {
    const { note, policy } = parsePolicy(
      { sites: ['https://mail.example.gov', 'https://*.example.org:8443/', 'http://mail.example.gov'] },
      'file',
    );
    expect(note).toMatchObject({ faults: [{ path: 'sites[2]' }], notApplied: [] });
    expect(policy.sites).toEqual(['https://mail.example.gov', 'https://*.example.org:8443/']);
  });

  it('applies what is valid beside what is not', () => {
    const { policy } = parsePolicy(
      {
        platforms: [{ platform: 'zoom', use: 'forbidden', ceiling: 'x' }, 5],
        rules: [{ rule: 'x', level: 'off' }],
        locked: 'yes',
      },
      'file',
    );
    // A lock that nobody can read still locks.
    expect(policy).toEqual({ platforms: [{ platform: 'zoom', use: 'forbidden' }], rules: [], locked: true });
  });

  it('never lets a fault loosen more than was meant', () => {
    const { policy } = parsePolicy(
      {
        rules: [{ rule: 'no-passcode', from: 'nl-virbi/typo', level: 'off' }],
        exceptions: [{ rule: 'no-passcode', host: 5, until: '2027-01-01' }],
        platforms: [{ platform: 'webex', hosts: ['not a host'], use: 'allowed' }],
        otherPlatforms: { use: 'forbidden' },
      },
      'file',
    );
    expect(policy).toEqual({
      rules: [],
      exceptions: [],
      platforms: [],
      otherPlatforms: { use: 'forbidden' },
    });
  });

  it.each([
    ['broken JSON', '{"rules": [', 'not-json'],
    ['nothing', '', 'empty'],
    ['blanks', ' \n', 'empty'],
    ['a number', '5', 'wrong-type'],
  ])('a file with %s leaves the defaults and says so', (_name, text, problem) => {
    const { policy, note } = policyFromText(text, 'file');
    expect(policy).toEqual({});
    expect(note.faults.map((fault) => fault.problem)).toEqual([problem]);
  });

  it('never throws, whatever the value', () => {
    const shape = fc.object({
      key: fc.constantFrom('platforms', 'rules', 'rule', 'level', 'ceiling', '__proto__', 'labels', 'x'),
      maxDepth: 4,
    });
    fc.assert(
      fc.property(fc.oneof(shape, fc.jsonValue()), (value) => {
        expect(Array.isArray(parsePolicy(value, 'file').note.faults)).toBe(true);
      }),
    );
  });
});

describe('policyDelivered', () => {
  const good = { policyVersion: '1', platforms: [{ platform: 'zoom', use: 'forbidden' }] };

  it('keeps the last good policy when the browser has nothing', () => {
    for (const nothing of [undefined, {}, null, 'x', []]) {
      const { inForce, keep } = policyDelivered(nothing, good);
      expect(inForce.policy.platforms).toEqual(good.platforms);
      expect(inForce.note).toMatchObject({ source: 'managed', version: '1', faults: [{ problem: 'empty' }] });
      expect(keep).toEqual(good);
    }
  });
  it('is the default when there never was one', () => {
    expect(policyDelivered({}, undefined).inForce.note.source).toBe('default');
    expect(policyDelivered(undefined, 'garbage').inForce.note.source).toBe('default');
  });
  it('keeps a key that arrived without any valid part, and names it', () => {
    const { inForce, keep } = policyDelivered({ policyVersion: '2', platforms: 'zoom' }, good);
    expect(inForce.policy).toEqual({ policyVersion: '2', platforms: good.platforms });
    expect(inForce.note.faults).toMatchObject([{ path: 'platforms', problem: 'wrong-type' }]);
    expect(keep).toEqual({ policyVersion: '2', platforms: good.platforms });
  });
  it('keeps a list of which no entry is valid', () => {
    const { inForce } = policyDelivered(
      { policyVersion: '2', platforms: [{ platform: 'zom', use: 'forbidden' }] },
      good,
    );
    expect(inForce.policy.platforms).toEqual(good.platforms);
  });
  it('takes an empty list as it was meant', () => {
    expect(policyDelivered({ policyVersion: '2', platforms: [] }, good).inForce.policy.platforms).toEqual([]);
  });
  it('keeps a key that expectedKeys proves dropped', () => {
    const { inForce } = policyDelivered({ policyVersion: '2', expectedKeys: ['platforms'] }, good);
    expect(inForce.policy.platforms).toEqual(good.platforms);
    expect(inForce.note.faults).toMatchObject([{ path: 'platforms', problem: 'dropped-by-browser' }]);
  });
  it('drops what the administrator took out', () => {
    expect(policyDelivered({ policyVersion: '2' }, good).inForce.policy).toEqual({ policyVersion: '2' });
  });
});

it('managed_schema.json is what the schema makes (npm run generate)', () => {
  expect(JSON.parse(readFileSync('extension/public/managed_schema.json', 'utf8'))).toEqual(managedSchema());
});

it('docs/it/templates is what the exports make of the Dutch example (npm run generate)', () => {
  const sample: unknown = JSON.parse(readFileSync('docs/it/policies/nl-rijksoverheid.json', 'utf8'));
  const made = templates(isRecord(sample) ? sample : {});
  for (const { path, bytes } of made) expect(readFileSync(path), path).toEqual(Buffer.from(bytes));
  const there = readdirSync('docs/it/templates', { recursive: true, withFileTypes: true });
  expect(there.filter((entry) => entry.isFile())).toHaveLength(made.length);
});

it('docs/policy.md is what the schema makes (npm run generate)', () => {
  expect(readFileSync('docs/policy.md', 'utf8')).toBe(policyDocs());
});
