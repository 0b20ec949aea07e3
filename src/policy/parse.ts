import * as z from 'zod';
import { OWN_LABELS } from '../markings/ranks.ts';
import type { PolicyFault, PolicyNote } from '../model.ts';
import { isRecord } from '../record.ts';
import type { PolicyInForce } from './in-force.ts';
import { aboutKeys, type Policy, policySchema } from './schema.ts';

/** No organisation needs more; a longer list is a mistake or an attack, and its rest is left out and named. */
const MAX_ITEMS = 5000;
const MAX_FAULTS = 200;

/** A policy from a file's text. Never throws: what is valid applies, each fault is named. */
export function policyFromText(source: string, from: PolicyNote['source']): PolicyInForce {
  const text = source.replace(/^\ufeff/, '');
  if (text.trim() === '') return parsePolicy({}, from);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return inForce({}, from, [
      { path: '', problem: 'not-json', value: error instanceof Error ? error.message : '' },
    ]);
  }
  return parsePolicy(value, from);
}

/** A policy from any value. Never throws: what is valid applies, each fault is named. */
export function parsePolicy(value: unknown, from: PolicyNote['source']): PolicyInForce {
  const faults: PolicyFault[] = [];
  const parsed = policySchema.safeParse(lenient(policySchema, value, '', faults) ?? {});
  const policy = parsed.success ? parsed.data : {};
  // Cannot happen while `lenient` and the schema agree; if they ever do not, it must be seen.
  if (!parsed.success)
    faults.push({ path: '', problem: 'wrong-value', value: parsed.error.message.slice(0, 80) });
  if (isRecord(value) && Object.keys(value).length === 0)
    faults.push({ path: '', problem: 'empty', value: '' });
  for (const key of policy.expectedKeys ?? [])
    if (isRecord(value) && !Object.hasOwn(value, key))
      faults.push({ path: key, problem: 'dropped-by-browser', value: '' });
  faults.push(...unknownOwnLabels(policy));
  return inForce(policy, from, faults);
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
      faults: faults.slice(0, MAX_FAULTS),
      notApplied: Object.entries(policySchema.shape)
        .filter(([key, schema]) => Object.hasOwn(policy, key) && aboutKeys.get(schema)?.applied === false)
        .map(([key]) => key),
    },
  };
}

/** The valid part of `value`, or undefined when nothing of it is; what is left out goes into `faults`. */
function lenient(schema: z.ZodType, value: unknown, path: string, faults: PolicyFault[]): unknown {
  if (schema instanceof z.ZodOptional)
    return value === undefined ? undefined : lenient(inner(schema), value, path, faults);
  if (schema instanceof z.ZodArray) return lenientArray(inner(schema), value, path, faults);
  if (schema instanceof z.ZodObject) return lenientObject(schema, value, path, faults);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  faults.push({
    path,
    problem: issue?.code === 'invalid_type' ? 'wrong-type' : problemOf(issue?.message),
    value: shown(value),
  });
  return undefined;
}

function lenientArray(item: z.ZodType, value: unknown, path: string, faults: PolicyFault[]): unknown {
  if (!Array.isArray(value)) {
    faults.push({ path, problem: 'wrong-type', value: shown(value) });
    return undefined;
  }
  const items: unknown[] = value;
  if (items.length > MAX_ITEMS)
    faults.push({ path: `${path}[${MAX_ITEMS}]`, problem: 'wrong-value', value: `${items.length}` });
  return items
    .slice(0, MAX_ITEMS)
    .flatMap((one, index) => lenient(item, one, `${path}[${index}]`, faults) ?? []);
}

function lenientObject(schema: z.ZodObject, value: unknown, path: string, faults: PolicyFault[]): unknown {
  if (!isRecord(value)) {
    faults.push({ path, problem: 'wrong-type', value: shown(value) });
    return undefined;
  }
  let spoiled = false;
  const kept: Record<string, unknown> = {};
  const itemMustBeWhole = aboutKeys.get(schema)?.whole === true;
  for (const [key, given] of Object.entries(value)) {
    const keyPath = path === '' ? key : `${path}.${key}`;
    const keySchema = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
    if (keySchema === undefined) {
      faults.push({ path: keyPath, problem: 'unknown-key', value: shown(given) });
      continue;
    }
    if (!(keySchema instanceof z.ZodType)) continue;
    const before = faults.length;
    const valid = lenient(keySchema, given, keyPath, faults);
    const about = aboutKeys.get(keySchema);
    if (faults.slice(before).some((fault) => fault.problem !== 'unknown-key'))
      spoiled ||= itemMustBeWhole || about?.whole === true;
    if (valid !== undefined) kept[key] = valid;
  }
  for (const [key, keySchema] of Object.entries(schema.shape)) {
    if (keySchema instanceof z.ZodOptional || Object.hasOwn(value, key)) continue;
    faults.push({ path: path === '' ? key : `${path}.${key}`, problem: 'missing', value: '' });
    spoiled = true;
  }
  const needed = Object.entries(schema.shape).every(
    ([key, one]) => one instanceof z.ZodOptional || kept[key] !== undefined,
  );
  return spoiled || !needed ? undefined : kept;
}

/** Zod types what lies inside by its core; all our schemas are of the classic kind. */
function inner(schema: z.ZodOptional | z.ZodArray): z.ZodType {
  const one = schema instanceof z.ZodOptional ? schema.unwrap() : schema.element;
  if (!(one instanceof z.ZodType))
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

/** References to labels that the policy does not define. */
function unknownOwnLabels(policy: Policy): PolicyFault[] {
  const known = new Set(policy.labels?.map((label) => `${OWN_LABELS}/${label.id}`));
  const faults: PolicyFault[] = [];
  const check = (reference: string | undefined, path: string): void => {
    if (reference?.startsWith(`${OWN_LABELS}/`) === true && !known.has(reference))
      faults.push({ path, problem: 'unknown-marking', value: reference });
  };
  policy.platforms?.forEach((one, index) => {
    check(one.ceiling, `platforms[${index}].ceiling`);
  });
  policy.rules?.forEach((one, index) => {
    check(one.from, `rules[${index}].from`);
  });
  check(policy.otherPlatforms?.ceiling, 'otherPlatforms.ceiling');
  return faults;
}

/** A value as a person would recognise it, short, on one line and without characters that turn text round. */
function shown(value: unknown): string {
  const json = typeof value === 'string' ? value : (JSON.stringify(value) ?? typeof value);
  return json
    .slice(0, 60)
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, ' ')
    .toWellFormed();
}
