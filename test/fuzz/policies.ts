import fc from 'fast-check';
import { LEVELS } from '../../src/model.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { RULE_IDS } from '../../src/rules/ids.ts';

/** Policies, as arbitraries of fast-check: without a fault, and spoiled. */

export const oneOf = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const optional = <T extends Record<string, fc.Arbitrary<unknown>>>(
  keys: T,
  required: (keyof T & string)[] = [],
) => fc.record(keys, { requiredKeys: required });
const few = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 4 });

const level = oneOf(...LEVELS);
const rule = oneOf(...RULE_IDS);
const platform = oneOf('zoom', 'webex', 'jitsi', 'teams');
const marking = oneOf('nl-virbi/ongerubriceerd', 'nl-virbi/depv', 'nl-virbi/stg-c', 'tlp2/red');
const host = oneOf('*.webex.com', 'zoom.us', 'partner.webex.com', 'meet.jit.si');
const use = oneOf('allowed', 'join-only', 'forbidden');
const terms = { use, ceiling: marking, alternative: fc.constant('Use the secure room.') };

/** Policies without a fault. */
export const valid = optional({
  policyVersion: fc.constant('7'),
  organisation: optional({
    name: fc.constant('Examplestad'),
    mailDomains: few(oneOf('example.gov', 'example.org')),
  }),
  reportOnly: fc.boolean(),
  schemes: fc.subarray(['nl-virbi', 'tlp2'], { minLength: 1 }),
  labels: oneOf([], [{ id: 'intern', names: ['Intern'], rank: 10 }], [{ id: 'nl-virbi/depv', rank: 35 }]),
  unlabelled: optional({ rank: oneOf(0, 10, 20, 30), level }),
  platforms: few(
    optional({ platform, hosts: few(host), tenants: few(oneOf('examplestad', 'partner')), ...terms }, [
      'platform',
    ]),
  ),
  otherPlatforms: optional(terms),
  selfHosted: few(fc.record({ platform: fc.constant('jitsi'), hosts: fc.constant(['meet.example.gov']) })),
  rules: few(optional({ rule, from: marking, level }, ['rule', 'level'])),
  titles: optional({
    markings: oneOf('allow', 'require', 'warn'),
    forbiddenTerms: few(oneOf('project zee*', 'overleg')),
  }),
  exceptions: few(optional({ rule, host, until: oneOf('2027-01-01', '2025-01-01') }, ['rule', 'until'])),
  disabledIncidents: few(fc.constant('webex-2024-metadata')),
  locked: fc.boolean(),
});

/** Nothing that could be right anywhere. */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
  oneOf<unknown>(null, -5, 1e9, 'no such thing ☹', '\u202e', {}, { zz: 1 }, [7], [[]], [null], [{ zz: [] }]),
  fc.string({ unit: 'binary', minLength: 5, maxLength: 12 }).map((text) => `☹${text}`),
);

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A policy with one thing spoiled, and what of it is still valid. */
export interface Spoiled {
  asked: Json;
  given: unknown;
}

export const TOP_KEYS = Object.keys(policySchema.shape);
/** Their items lose everything with one faulty key; those of other lists keep what is valid. */
const WHOLE = ['rules', 'exceptions', 'texts'];

export const spoiled: fc.Arbitrary<Spoiled> = fc
  .tuple(valid, garbage, oneOf(...TOP_KEYS), fc.nat(), oneOf('key', 'append', 'leaf', 'unknown'))
  .map(([asked, bad, key, at, how]): Spoiled => {
    const policy: Json = { ...asked };
    const list: unknown = policy[key];
    if (how === 'append' && Array.isArray(list))
      return { asked: policy, given: { ...policy, [key]: [...list, bad] } };
    const item: unknown = Array.isArray(list) ? list[at % Math.max(1, list.length)] : list;
    if (how === 'leaf' && isJson(item)) {
      const leaf = Object.keys(item)[at % Math.max(1, Object.keys(item).length)] ?? 'zz';
      const { [leaf]: _spoiled, ...rest } = item;
      const broken = { ...item, [leaf]: bad };
      if (!Array.isArray(list))
        return { asked: { ...policy, [key]: rest }, given: { ...policy, [key]: broken } };
      const isNeeded = WHOLE.includes(key) || ['platform', 'hosts', 'id', 'rank'].includes(leaf);
      const kept = list.flatMap((one: unknown) => (one !== item ? [one] : isNeeded ? [] : [rest]));
      return {
        asked: { ...policy, [key]: kept },
        given: { ...policy, [key]: list.map((one: unknown) => (one === item ? broken : one)) },
      };
    }
    if (how === 'unknown') return { asked: policy, given: { ...policy, [`zz${at}`]: bad } };
    const { [key]: _gone, ...rest } = policy;
    return { asked: rest, given: { ...policy, [key]: bad } };
  });
