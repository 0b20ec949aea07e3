import { beforeEach, expect, it, vi } from 'vitest';
import { policyHere } from '../../extension/policy-here.ts';
import { BUILT_IN } from './samples.ts';

const fake = vi.hoisted(() => ({ stored: {}, fails: false }));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: () => (fake.fails ? Promise.reject(new Error('corrupt')) : Promise.resolve(fake.stored)),
      },
    },
  },
}));

beforeEach(() => {
  Object.assign(fake, { stored: {}, fails: false });
});

const fault = { path: 'rules', problem: 'dropped-by-browser', value: '', lost: null };

it('without a policy the built-in advice is in force', async () => {
  const { inForce, damaged } = await policyHere();
  expect(damaged).toBe(false);
  expect(inForce.note.source).toBe('default');
});

it('the last good policy with a person’s own settings, and what the worker found wrong with what was delivered', async () => {
  fake.stored = {
    'last-good-policy': {
      policyVersion: '7',
      validUntil: '2020-01-01',
      rules: [{ rule: 'no-passcode', level: 'warn' }],
    },
    'own-settings': { rules: [{ rule: 'no-passcode', level: 'block' }] },
    'policy-note': { ...BUILT_IN, source: 'managed', faults: [fault] },
  };
  const { inForce, damaged } = await policyHere();
  expect(damaged).toBe(false);
  expect(inForce.note).toMatchObject({
    source: 'managed',
    version: '7',
    ownSettings: ['rules[no-passcode]'],
  });
  expect(inForce.note.faults.map(({ problem }) => problem)).toEqual(['dropped-by-browser', 'expired']);
});

it('a policy of which nothing was good is still one, with its faults', async () => {
  fake.stored = {
    'last-good-policy': {},
    'policy-note': { ...BUILT_IN, source: 'managed', faults: [fault] },
  };
  expect((await policyHere()).inForce.note).toMatchObject({ source: 'managed', faults: [fault] });
});

it.each([
  ['storage that fails', true, {}],
  ['no policy at all', false, { 'last-good-policy': 'nonsense' }],
  ['a list', false, { 'last-good-policy': [] }],
])('says that %s could not be read', async (_, fails, stored) => {
  Object.assign(fake, { fails, stored });
  const { inForce, damaged } = await policyHere();
  expect(damaged).toBe(true);
  expect(inForce.policy).toEqual({});
});
