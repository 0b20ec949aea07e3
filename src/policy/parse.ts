import * as z from 'zod/mini';
import { INCIDENTS } from '../incidents/index.ts';
import { OWN_LABELS } from '../markings/ranks.ts';
import type { PolicyFault, PolicyNote } from '../model.ts';
import { isRecord } from '../record.ts';
import type { PolicyInForce } from './in-force.ts';
import { aboutKeys, disabledIncident, labelId, marking, type Policy, policySchema } from './schema.ts';

/** No organisation needs more; a longer list is a mistake or an attack, and its rest is left out and named. */
const MAX_ITEMS = 5000;
/** So many faults a note holds at most. */
export const MAX_FAULTS = 200;

/** A policy from a file's text. Never throws: what is valid applies, each fault is named. */
export function policyFromText(source: string, from: PolicyNote['source']): PolicyInForce {
  const text = source.replace(/^\ufeff/, '');
  if (text.trim() === '') return parsePolicy({}, from);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? shown(error.message) : '';
    return inForce({}, from, [{ path: '', problem: 'not-json', value: reason, lost: '' }]);
  }
  return parsePolicy(value, from);
}

/** What parsing one policy gathers. */
interface Reading {
  faults: PolicyFault[];
  /** Ids of the labels and incidents that the policy may refer to. */
  labels: ReadonlySet<string>;
  incidents: ReadonlySet<string>;
  /** Ids of labels met so far: of two with one id the first counts. */
  seen: Set<string>;
  /** Of items that were kept: which of their keys are faulty; null stands for one that nobody knows. */
  incomplete: Map<unknown, ReadonlySet<string | null>>;
}

/** A policy from any value. Never throws: what is valid applies, each fault is named. */
export function parsePolicy(
  value: unknown,
  from: PolicyNote['source'],
  /** Its labels and incidents may be referred to as well. */
  beside: Policy = {},
): PolicyInForce {
  const given = isRecord(value) ? value : {};
  const reading = emptyReading();
  // Everything else may refer to them, wherever they stand.
  const { labels, incidents } = policySchema.shape;
  reading.labels = new Set([
    ...idsIn(beside.labels),
    ...idsIn(lenient(labels, given.labels, '', emptyReading())),
  ]);
  reading.incidents = new Set([
    ...[...INCIDENTS, ...(beside.incidents ?? [])].map(({ id }) => id),
    ...idsIn(lenient(incidents, given.incidents, '', emptyReading())),
  ]);
  const { faults } = reading;
  const valid = lenient(policySchema, value, '', reading) ?? {};
  const parsed = policySchema.safeParse(valid);
  const policy = parsed.success ? parsed.data : {};
  // Cannot happen while `lenient` and the schema agree; if they ever do not, it must be seen.
  if (!parsed.success)
    faults.push({ path: '', problem: 'wrong-value', value: parsed.error.message.slice(0, 80), lost: '' });
  if (isRecord(value) && Object.keys(value).length === 0)
    faults.push({ path: '', problem: 'empty', value: '', lost: null });
  for (const key of policy.expectedKeys ?? [])
    if (!Object.hasOwn(given, key))
      faults.push({ path: key, problem: 'dropped-by-browser', value: '', lost: key });
  return inForce(neverMilder(policy, given, valid, reading.incomplete), from, faults);
}

function emptyReading(): Reading {
  return { faults: [], labels: new Set(), incidents: new Set(), seen: new Set(), incomplete: new Map() };
}

function idsIn(list: unknown): Set<string> {
  const items: unknown[] = Array.isArray(list) ? list : [];
  return new Set(items.flatMap((one) => (isRecord(one) && typeof one.id === 'string' ? [one.id] : [])));
}

function inForce(
  policy: Policy,
  source: PolicyNote['source'],
  faults: readonly PolicyFault[],
): PolicyInForce {
  return {
    policy,
    note: {
      source,
      version: policy.policyVersion ?? null,
      organisation: policy.organisation?.name ?? null,
      contact: policy.organisation?.contact ?? null,
      helpUrl: policy.organisation?.helpUrl ?? null,
      faults: faults.slice(0, MAX_FAULTS),
      notApplied: Object.entries(policySchema.shape)
        .filter(([key, schema]) => Object.hasOwn(policy, key) && aboutKeys.get(schema)?.applied === false)
        .map(([key]) => key),
      ownSettings: [],
    },
  };
}

/** The valid part of `value`, or undefined when nothing of it is; what is left out goes into `faults`. */
function lenient(schema: z.ZodMiniType, value: unknown, path: string, reading: Reading): unknown {
  if (schema instanceof z.ZodMiniOptional)
    return value === undefined ? undefined : lenient(inner(schema), value, path, reading);
  if (schema instanceof z.ZodMiniArray) return lenientArray(inner(schema), value, path, reading);
  if (schema instanceof z.ZodMiniObject) return lenientObject(schema, value, path, reading);
  const plain = typeof value === 'string' ? withoutControls(value) : value;
  const problem = problemIn(schema, plain, reading);
  if (problem === null) return plain;
  reading.faults.push({ path, problem, value: shown(value), lost: path });
  return undefined;
}

/**
 * Nothing in a policy is more than one line of text. What turns the direction of the text around it (Unicode, UAX 9, explicit formatting
 * characters) would rearrange our own words.
 */
const withoutControls = (text: string): string =>
  text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '').replaceAll(/\p{Cc}+/gu, ' ');

function problemIn(schema: z.ZodMiniType, value: unknown, reading: Reading): PolicyFault['problem'] | null {
  if (schema instanceof z.ZodMiniEnum && typeof value !== 'string') return 'wrong-type';
  const result = schema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    return issue?.code === 'invalid_type' ? 'wrong-type' : problemOf(issue?.message);
  }
  if (typeof value !== 'string') return null;
  const own = value.startsWith(`${OWN_LABELS}/`) ? value.slice(OWN_LABELS.length + 1) : null;
  if (schema === marking && own !== null && !reading.labels.has(own)) return 'unknown-marking';
  if (schema === disabledIncident && !reading.incidents.has(value)) return 'unknown-incident';
  if (schema !== labelId) return null;
  if (reading.seen.has(value)) return 'twice';
  reading.seen.add(value);
  return null;
}

function lenientArray(item: z.ZodMiniType, value: unknown, path: string, reading: Reading): unknown {
  if (!Array.isArray(value)) {
    reading.faults.push({ path, problem: 'wrong-type', value: shown(value), lost: path });
    return undefined;
  }
  const items: unknown[] = value;
  if (items.length > MAX_ITEMS) {
    const rest = `${path}[${MAX_ITEMS}]`;
    reading.faults.push({ path: rest, problem: 'too-many', value: `${items.length}`, lost: rest });
  }
  return items
    .slice(0, MAX_ITEMS)
    .flatMap((one, index) => lenient(item, one, `${path}[${index}]`, reading) ?? []);
}

function lenientObject(schema: z.ZodMiniObject, value: unknown, path: string, reading: Reading): unknown {
  const { faults } = reading;
  if (!isRecord(value)) {
    faults.push({ path, problem: 'wrong-type', value: shown(value), lost: path });
    return undefined;
  }
  const first = faults.length;
  let spoiled = false;
  const faulty = new Set<string | null>();
  const kept: Record<string, unknown> = {};
  const item = aboutKeys.get(schema);
  for (const [key, given] of Object.entries(value)) {
    const keyPath = within(path, key);
    const keySchema = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
    if (keySchema === undefined) {
      faults.push({ path: keyPath, problem: 'unknown-key', value: shown(given), lost: keyPath });
      faulty.add(null);
      continue;
    }
    if (!(keySchema instanceof z.ZodMiniType)) continue;
    const before = faults.length;
    const valid = lenient(keySchema, given, keyPath, reading);
    if (faults.length > before) faulty.add(key);
    if (faults.slice(before).some((fault) => fault.problem !== 'unknown-key'))
      spoiled ||= item?.whole === true || aboutKeys.get(keySchema)?.whole === true;
    if (valid !== undefined) kept[key] = valid;
  }
  for (const [key, keySchema] of Object.entries(schema.shape)) {
    if (keySchema instanceof z.ZodMiniOptional || Object.hasOwn(value, key)) continue;
    faults.push({ path: within(path, key), problem: 'missing', value: '', lost: path });
  }
  spoiled ||= faulty.has(null) && item?.loosens?.(kept) === true;
  spoiled ||= Object.entries(schema.shape).some(
    ([key, one]) => !(one instanceof z.ZodMiniOptional) && kept[key] === undefined,
  );
  if (!spoiled) {
    if (faulty.size > 0) reading.incomplete.set(kept, faulty);
    return kept;
  }
  // A label that is lost does not keep its id from another.
  if (schema.shape.id === labelId && typeof kept.id === 'string') reading.seen.delete(kept.id);
  for (const fault of faults.slice(first)) fault.lost = path;
  return undefined;
}

/** A key without a name must not be taken for the whole. */
function within(path: string, key: string): string {
  const name = key === '' ? '""' : key;
  return path === '' ? name : `${path}.${name}`;
}

/** Zod types what lies inside by its core; all our schemas are of the mini kind. */
function inner(schema: z.ZodMiniOptional | z.ZodMiniArray): z.ZodMiniType {
  const one = schema instanceof z.ZodMiniOptional ? schema.def.innerType : schema.def.element;
  if (!(one instanceof z.ZodMiniType))
    throw new TypeError('the policy’s schema uses a type that parsing does not know');
  return one;
}

const PROBLEMS = [
  'wrong-value',
  'unknown-rule',
  'unknown-marking',
  'unknown-scheme',
  'unknown-platform',
] as const;

function problemOf(message: string | undefined): PolicyFault['problem'] {
  return PROBLEMS.find((problem) => problem === message) ?? 'wrong-value';
}

/**
 * What a fault leaves out must not make the rest milder than it asks to be: a list of schemes of which none is known is no list; a
 * platform's entry whose terms are faulty, or that may have lost its hosts, does not exempt it from `otherPlatforms`; a lock that is
 * not readable, or that the browser dropped, locks.
 */
function neverMilder(
  policy: Policy,
  given: Record<string, unknown>,
  valid: unknown,
  incomplete: Reading['incomplete'],
): Policy {
  const strict: Policy = { ...policy };
  if (strict.schemes?.length === 0 && Array.isArray(given.schemes) && given.schemes.length > 0)
    delete strict.schemes;
  const meantToLock = Object.hasOwn(given, 'locked') || policy.expectedKeys?.includes('locked') === true;
  if (meantToLock && strict.locked === undefined) strict.locked = true;
  const others = policy.otherPlatforms;
  const entries: unknown[] = isRecord(valid) && Array.isArray(valid.platforms) ? valid.platforms : [];
  if (others !== undefined && policy.platforms !== undefined)
    strict.platforms = policy.platforms.flatMap((entry, index) => {
      const faulty = incomplete.get(entries[index]);
      // Of several entries that name a meeting the strictest wins.
      if (faulty?.has(null) === true) return [entry, { platform: entry.platform, ...others }];
      if (faulty?.has('use') === true || faulty?.has('ceiling') === true) return [{ ...others, ...entry }];
      return [entry];
    });
  return strict;
}

/** Nothing of what was given could be applied. An empty list that was meant so is not useless. */
export function isUseless(given: unknown, applied: unknown): boolean {
  if (applied === undefined) return true;
  if (isRecord(applied) && isRecord(given))
    return Object.keys(applied).length === 0 && Object.keys(given).length > 0;
  return Array.isArray(applied) && applied.length === 0 && Array.isArray(given) && given.length > 0;
}

/** A value as a person would recognise it, short, on one line and without characters that turn text round. */
function shown(value: unknown): string {
  return written(value)
    .slice(0, 60)
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, ' ')
    .toWellFormed();
}

/** Firefox may hand over what is no JSON, or nested so deeply that nothing can write it. */
function written(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}
