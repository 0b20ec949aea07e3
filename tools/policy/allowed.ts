/** What may stand at a place of the policy, as half a sentence in English; for `npm run policy -- lint`. */
import * as z from 'zod';
import { INCIDENTS } from '../../src/incidents/index.ts';
import { SCHEMES } from '../../src/markings/schemes/index.ts';
import { LEVELS } from '../../src/model.ts';
import { PLATFORMS } from '../../src/platforms/index.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { RULE_IDS } from '../../src/rules/ids.ts';

/** A path as JSON editors write it: ["rules", 2, "level"]. */
export type JsonPath = readonly (string | number)[];

const MARKINGS = SCHEMES.flatMap((scheme) => scheme.levels.map((level) => `${scheme.id}/${level.id}`));

/** By the last key of the path. A leaf without an entry is described by its type alone. */
const BY_KEY: Readonly<Record<string, string>> = {
  rule: `one of the rules ${RULE_IDS.join(' ')}`,
  platform: `the id of a service, such as webex zoom teams meet jitsi (all ${PLATFORMS.length} are in docs/policy.md)`,
  level: `one of ${LEVELS.join(' ')}`,
  ceiling: 'a marking as scheme/level, such as nl-virbi/depv or labels/intern (all are in docs/policy.md)',
  from: 'a marking as scheme/level, such as nl-virbi/depv or labels/intern (all are in docs/policy.md)',
  schemes: `marking schemes: ${SCHEMES.map(({ id }) => id).join(' ')}`,
  hosts: 'host names, such as meet.example.gov or *.example.gov',
  host: 'a host name, such as meet.example.gov or *.example.gov',
  mailDomains: 'mail domains, such as example.gov or *.example.gov',
  validUntil: 'a day, such as 2027-11-01',
  until: 'a day, such as 2027-11-01',
  createdBefore: 'a day, such as 2027-11-01',
  rank: 'a number from 0 (public) to 100; 10 internal, 20 restricted, 30 confidential, 40 secret, 50 top secret',
  contact: 'an address that begins with mailto: or https://',
  helpUrl: 'an address that begins with https://',
  source: 'an address that begins with https://',
  sites: 'addresses of webmail, such as https://mail.example.gov',
  language: 'a language, such as nl or nl-BE',
  disabledIncidents: `ids of incidents: ${INCIDENTS.map(({ id }) => id).join(' ')}, or those of your own list`,
  expectedKeys: `names of the top-level keys that you set, of ${Object.keys(policySchema.shape).join(' ')}`,
  purviewIds: 'the ids (GUIDs) that Purview shows for the label',
  names: 'the names under which people see the label, each at most 200 characters',
  forbiddenTerms: 'plain words, each at most 200 characters; * stands for anything, ? for one character',
};

/** Words that could be meant, for "did you mean". */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  rule: RULE_IDS,
  platform: PLATFORMS.map(({ id }) => id),
  level: LEVELS,
  ceiling: MARKINGS,
  from: MARKINGS,
  schemes: SCHEMES.map(({ id }) => id),
  disabledIncidents: INCIDENTS.map(({ id }) => id),
  use: ['allowed', 'join-only', 'forbidden'],
  markings: ['allow', 'require', 'warn'],
};

/** What is allowed at `path`; for a key that nobody knows: the keys that there are. Null where the schema has nothing to say. */
export function allowedAt(path: JsonPath): string | null {
  let schema: unknown = policySchema;
  for (const step of path) {
    const inside = within(schema);
    if (inside instanceof z.ZodArray) schema = inside.element;
    else if (inside instanceof z.ZodObject) {
      const next: unknown = Object.hasOwn(inside.shape, step) ? inside.shape[step] : undefined;
      if (next === undefined) return `the keys ${Object.keys(inside.shape).join(' ')}`;
      schema = next;
    } else return null;
  }
  return described(within(schema), lastKey(path));
}

/** Words that stand at `path` elsewhere, and are spelled nearly like `value`. */
export function meantBy(path: JsonPath, value: string): string | null {
  const key = lastKey(path);
  const words = WORDS[key] ?? keysBeside(path);
  const near = words
    .map((word) => ({ word, distance: differences(word, value.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance)[0];
  return near !== undefined && near.distance <= Math.max(1, value.length / 4) ? near.word : null;
}

function lastKey(path: JsonPath): string {
  return path.findLast((step): step is string => typeof step === 'string') ?? '';
}

function keysBeside(path: JsonPath): string[] {
  const allowed = allowedAt(path);
  return allowed?.startsWith('the keys ') === true ? allowed.slice('the keys '.length).split(' ') : [];
}

function within(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}

function described(schema: unknown, key: string): string {
  if (schema instanceof z.ZodArray) {
    const item = within(schema.element);
    return `a list of ${item instanceof z.ZodObject ? `objects { ${keysOf(item)} }` : (BY_KEY[key] ?? 'texts')}`;
  }
  if (schema instanceof z.ZodObject) return `an object { ${keysOf(schema)} }`;
  const known = BY_KEY[key];
  if (known !== undefined) return known;
  if (schema instanceof z.ZodEnum) return `one of ${schema.options.join(' ')}`;
  if (schema instanceof z.ZodBoolean) return 'true or false';
  return schema instanceof z.ZodNumber ? 'a number' : 'a text of 1 to 2,000 characters';
}

const keysOf = (schema: z.ZodObject): string =>
  Object.entries(schema.shape)
    .map(([key, one]) => `${key}${one instanceof z.ZodOptional ? '?' : ''}`)
    .join(', ');

/** A shortened word counts as nearly the same. */
function differences(word: string, written: string): number {
  return written.length >= 2 && word.startsWith(written) ? 1 : editDistance(word, written);
}

/** How many letters must change (Levenshtein). Both are short. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      const same = one[at] === other[to] ? 0 : 1;
      next.push(Math.min((next[to] ?? 0) + 1, (row[to + 1] ?? 0) + 1, (row[to] ?? 0) + same));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
