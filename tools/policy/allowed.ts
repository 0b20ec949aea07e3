/** What may stand at a place of the policy, as half a sentence in English; for `npm run policy -- lint`. */
import * as z from 'zod/mini';
import { INCIDENTS } from '../../src/incidents/index.ts';
import { SCHEMES } from '../../src/markings/schemes/index.ts';
import { LEVELS } from '../../src/model.ts';
import { PLATFORMS } from '../../src/platforms/index.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { RULE_IDS } from '../../src/rules/ids.ts';

/** A path as JSON editors write it: ["rules", 2, "level"]. */
export type JsonPath = readonly (string | number)[];

const MARKINGS = SCHEMES.flatMap((scheme) => scheme.levels.map((level) => `${scheme.id}/${level.id}`));

/** By the path without its numbers: what one key means only there. */
const BY_PLACE: ReadonlyMap<string, string> = new Map([
  [
    'labels[].id',
    'your own name for it, a text of 1 to 100 characters, no two the same; or a marking as scheme/level, such as nl-virbi/depv',
  ],
  ['incidents[].id', 'your own name for it, a text of 1 to 200 characters'],
]);

/** By the last key of the path. A leaf without an entry is described by its type alone. */
const BY_KEY: ReadonlyMap<string, string> = mapOf({
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
  logDays: 'a whole number from 0 (no log) to 365',
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
});

/** Words that could be meant, for "did you mean". */
const WORDS: ReadonlyMap<string, readonly string[]> = mapOf({
  rule: RULE_IDS,
  platform: PLATFORMS.map(({ id }) => id),
  level: LEVELS,
  ceiling: MARKINGS,
  from: MARKINGS,
  schemes: SCHEMES.map(({ id }) => id),
  disabledIncidents: INCIDENTS.map(({ id }) => id),
  expectedKeys: Object.keys(policySchema.shape),
  use: ['allowed', 'join-only', 'forbidden'],
  markings: ['allow', 'require', 'warn'],
});

/** A file may name any key, "constructor" too: a plain object would find what it inherits. */
function mapOf<Value>(entries: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(entries));
}

/** What is allowed at `path`; for a key that nobody knows: the keys that there are. Null where the schema has nothing to say. */
export function allowedAt(path: JsonPath): string | null {
  const found = schemaAt(path);
  if (found === null) return null;
  return Array.isArray(found) ? `the keys ${found.join(' ')}` : described(found.schema, path);
}

/** Words that stand at `path` elsewhere, and are spelled nearly like `value`; for a key that nobody knows: keys like it. */
export function meantBy(path: JsonPath, value: string): string | null {
  const found = schemaAt(path);
  const words = Array.isArray(found) ? found : (WORDS.get(lastKey(path)) ?? []);
  const written = value.toLowerCase();
  const near = words
    .map((word) => ({ word, distance: differences(word.toLowerCase(), written) }))
    .sort((one, other) => one.distance - other.distance)[0];
  return near !== undefined && near.distance <= Math.max(1, value.length / 4) ? near.word : null;
}

/** The schema of a place; for a key that nobody knows the keys beside it, and null below such a key. */
function schemaAt(path: JsonPath): { schema: unknown } | string[] | null {
  let schema: unknown = policySchema;
  for (const [index, step] of path.entries()) {
    const inside = within(schema);
    if (inside instanceof z.ZodMiniArray) schema = inside.def.element;
    else if (inside instanceof z.ZodMiniObject) {
      const next: unknown = Object.hasOwn(inside.shape, step) ? inside.shape[step] : undefined;
      if (next === undefined) return index === path.length - 1 ? Object.keys(inside.shape) : null;
      schema = next;
    } else return null;
  }
  return { schema: within(schema) };
}

function lastKey(path: JsonPath): string {
  return path.findLast((step): step is string => typeof step === 'string') ?? '';
}

function within(schema: unknown): unknown {
  return schema instanceof z.ZodMiniOptional ? schema.def.innerType : schema;
}

function described(schema: unknown, path: JsonPath): string {
  const known = BY_PLACE.get(placeOf(path)) ?? BY_KEY.get(lastKey(path));
  if (schema instanceof z.ZodMiniArray) {
    const item = within(schema.def.element);
    return `a list of ${item instanceof z.ZodMiniObject ? `objects { ${keysOf(item)} }` : (known ?? 'texts')}`;
  }
  if (schema instanceof z.ZodMiniObject) return `an object { ${keysOf(schema)} }`;
  if (known !== undefined) return known;
  if (schema instanceof z.ZodMiniEnum) return `one of ${schema.options.join(' ')}`;
  if (schema instanceof z.ZodMiniBoolean) return 'true or false';
  return schema instanceof z.ZodMiniNumber ? 'a number' : 'a text of 1 to 2,000 characters';
}

/** `labels[].id`, whichever label it is. */
function placeOf(path: JsonPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? '[]' : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}

const keysOf = (schema: z.ZodMiniObject): string =>
  Object.entries(schema.shape)
    .map(([key, one]) => `${key}${one instanceof z.ZodMiniOptional ? '?' : ''}`)
    .join(', ');

/** A shortened word counts as nearly the same. */
function differences(word: string, written: string): number {
  return written.length >= 2 && word.startsWith(written) ? 1 : editDistance(word, written);
}

/** How many letters must change, where two that changed places count as one (optimal string alignment). Both are short. */
function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      const same = one[at] === other[to] ? 0 : 1;
      const swapped = at > 0 && to > 0 && one[at] === other[to - 1] && one[at - 1] === other[to];
      next.push(
        Math.min(
          (next[to] ?? 0) + 1,
          (row[to + 1] ?? 0) + 1,
          (row[to] ?? 0) + same,
          swapped ? (before[to - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
