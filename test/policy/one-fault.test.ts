// @vitest-environment jsdom
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { faultSentence, faultWords } from '../../extension/fault-words.ts';
import { text } from '../../extension/texts.ts';
import type { PolicyFault, PolicyNote } from '../../src/model.ts';
import { parsePolicy, policyFromText } from '../../src/policy/parse.ts';
import { type Policy, policySchema } from '../../src/policy/schema.ts';
import { isRecord } from '../../src/record.ts';
import { english } from '../../tools/messages.ts';
import { lint } from '../../tools/policy/lint.ts';
import { getMessage } from '../extension/locale.ts';
import { bundled } from '../tools/bundled.ts';

/**
 * The bar of the project: a policy with one fault in each key, one at a time, loses only that item; `lint`, the popup and
 * `npm run check` name it in the same words.
 */

const fake = vi.hoisted(() => {
  let note: unknown;
  const empty = () => ({ get: () => Promise.resolve({}), onChanged: { addListener: () => undefined } });
  return {
    storage: { session: empty(), local: { ...empty(), get: () => Promise.resolve({ 'policy-note': note }) } },
    tabs: { query: () => Promise.resolve([{ id: 7 }]), get: () => Promise.resolve({ id: 7 }) },
    permissions: {
      contains: () => Promise.resolve(true),
      onAdded: { addListener: () => undefined },
      onRemoved: { addListener: () => undefined },
    },
    i18n: {
      getMessage: (_key: string, _given?: string | string[]): string => '',
      getUILanguage: () => 'en-GB',
    },
    runtime: {
      getManifest: () => ({ version: '0.1.0' }),
      getURL: (path: string) => `chrome-extension://id/${path}`,
    },
    saveNote: (value: unknown): void => {
      note = value;
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: fake }));
vi.mock('../../extension/api.ts', () => ({ default: fake }));
beforeAll(() => {
  fake.i18n.getMessage = getMessage;
});

/** Every key that there is, the example of DESIGN.md with more in it. `locked` and `reportOnly` are off, so that a change shows. */
const GOOD: Policy = {
  policyVersion: '2026-11-01 “één” 🔒',
  validUntil: '2099-11-01',
  expectedKeys: Object.keys(policySchema.shape).filter((key) => key !== 'expectedKeys'),
  organisation: {
    name: 'Gemeente Examplestad',
    contact: 'mailto:ict@example.gov',
    helpUrl: 'https://example.gov/help',
    mailDomains: ['example.gov', '*.example.org'],
  },
  reportOnly: false,
  whenUnchecked: 'go-on',
  schemes: ['nl-virbi', 'tlp2'],
  labels: [
    { id: 'intern', names: ['Intern', 'Internal'], rank: 10, purviewIds: ['{guid-1}', 'guid-2'] },
    { id: 'nl-virbi/depv', rank: 25 },
    { id: 'extern', names: ['Extern'], rank: 5 },
  ],
  unlabelled: { rank: 10, level: 'inform' },
  platforms: [
    {
      platform: 'webex',
      hosts: ['*.webex.com', 'webex.com'],
      tenants: ['examplestad', 'example.org'],
      use: 'allowed',
      ceiling: 'nl-virbi/stg-c',
      alternative: 'Use the secure room.',
    },
    { platform: 'zoom', use: 'join-only', ceiling: 'labels/intern' },
    { platform: 'teams' },
  ],
  otherPlatforms: { use: 'forbidden', ceiling: 'labels/intern', alternative: 'Use Webex.' },
  selfHosted: [
    { platform: 'jitsi', hosts: ['meet.example.gov', 'talk.example.gov'] },
    { platform: 'bigbluebutton', hosts: ['bbb.example.gov'] },
  ],
  rules: [
    { rule: 'no-passcode', level: 'warn' },
    { rule: 'no-passcode', from: 'nl-virbi/stg-c', level: 'block' },
    { rule: 'open-dial-in', from: 'labels/intern', level: 'justify' },
    { rule: 'public-event', level: 'off' },
    { rule: 'wide-audience', from: 'tlp2/red', level: 'inform' },
  ],
  titles: { markings: 'warn', forbiddenTerms: ['Project *', 'Zeepaard'] },
  incidents: [
    {
      id: 'own-1',
      platform: 'zoom',
      createdBefore: '2026-10-01',
      text: 'Old links are known.',
      action: 'Send it again.',
      source: 'https://example.gov/own-1',
    },
    { id: 'own-2', platform: 'webex', text: 'Set a passcode for the phone.' },
  ],
  disabledIncidents: ['webex-2024-metadata', 'own-1'],
  sites: ['https://mail.example.gov', 'https://webmail.example.gov'],
  firstRun: true,
  exceptions: [
    { rule: 'foreign-tenant', host: 'partner.webex.com', until: '2099-01-01', reason: 'A joint project.' },
    { rule: 'reused-room', until: '2099-01-01' },
  ],
  texts: [
    { rule: 'no-passcode', language: 'nl', text: 'Er is geen toegangscode.' },
    { rule: 'no-passcode', language: 'nl-BE', text: 'Er is geen code.' },
  ],
  logDays: 30,
  locked: false,
};

type Steps = readonly (string | number)[];
type Problem = PolicyFault['problem'];

const pathOf = (steps: Steps): string =>
  steps.reduce<string>(
    (path, step) => (typeof step === 'number' ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`),
    '',
  );
/** `platforms[].hosts[]`: the place in the schema. */
const placeOf = (steps: Steps): string => pathOf(steps).replace(/\[\d+\]/g, '[]');

/** `to` undefined takes the key or the element out. */
function put(value: unknown, [step, ...rest]: Steps, to: unknown): unknown {
  if (step === undefined) return to;
  const isGone = rest.length === 0 && to === undefined;
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return items.flatMap((one, index) => (index !== step ? [one] : isGone ? [] : [put(one, rest, to)]));
  }
  const record = isRecord(value) ? value : {};
  if (!isGone) return { ...record, [step]: put(record[step], rest, to) };
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== step));
}

const at = (value: unknown, steps: Steps): unknown =>
  steps.reduce<unknown>(
    (inside, step) =>
      Array.isArray(inside) ? inside[Number(step)] : isRecord(inside) ? inside[step] : undefined,
    value,
  );

const LONG = 'x'.repeat(2001);
const text200 = 'x'.repeat(201);
const wrong = (...values: unknown[]): [unknown, Problem][] => values.map((value) => [value, 'wrong-value']);
const RULE: [unknown, Problem][] = [
  ['no-pascode', 'unknown-rule'],
  ['', 'unknown-rule'],
];
const PLATFORM: [unknown, Problem][] = [
  ['webx', 'unknown-platform'],
  ['', 'unknown-platform'],
];
const MARKING: [unknown, Problem][] = [
  ['nl-virbi/geheim', 'unknown-marking'],
  ['nl-virbi', 'unknown-marking'],
  ['labels/geheim', 'unknown-marking'],
  ['nl-virbi/depv/x', 'unknown-marking'],
];
const HOST = wrong('not a host', 'https://example.org', '*.*.example.org', '');
const DAY = wrong('soon', '2026-02-30', '2026-13-01', '01-11-2026', '2026-11-01T25:00Z', '');
const LEVEL = wrong('loud', 'WARN', '');
const USE = wrong('forbiden', '');
const WEB = wrong('http://example.gov', 'javascript:alert(1)', 'https://a b', '');

/** What cannot stand in a leaf although its type is right. Booleans have nothing of the kind. */
const IMPOSSIBLE: Readonly<Record<string, readonly (readonly [unknown, Problem])[]>> = {
  policyVersion: wrong('', LONG),
  validUntil: DAY,
  'expectedKeys[]': wrong('', LONG),
  'organisation.name': wrong('', LONG),
  'organisation.contact': wrong('ict@example.gov', 'javascript:alert(1)', 'mailto:', ''),
  'organisation.helpUrl': WEB,
  'organisation.mailDomains[]': wrong('@example.gov', 'not a host', ''),
  'schemes[]': [
    ['nl', 'unknown-scheme'],
    ['', 'unknown-scheme'],
  ],
  'labels[].id': [
    ...wrong('', 'x'.repeat(101)),
    ['nl-virbi/geheim', 'unknown-marking'],
    ['labels/intern', 'unknown-marking'],
  ],
  'labels[].names[]': wrong('', text200),
  'labels[].rank': wrong(-1, 101),
  'labels[].purviewIds[]': wrong('', 'x'.repeat(65)),
  'unlabelled.rank': wrong(-1, 1e9),
  'unlabelled.level': LEVEL,
  'platforms[].platform': PLATFORM,
  'platforms[].hosts[]': HOST,
  'platforms[].tenants[]': wrong('', LONG),
  'platforms[].use': USE,
  'platforms[].ceiling': MARKING,
  'platforms[].alternative': wrong('', LONG),
  'otherPlatforms.use': USE,
  'otherPlatforms.ceiling': MARKING,
  'otherPlatforms.alternative': wrong('', LONG),
  'selfHosted[].platform': PLATFORM,
  'selfHosted[].hosts[]': HOST,
  'rules[].rule': RULE,
  'rules[].from': MARKING,
  'rules[].level': LEVEL,
  'titles.markings': wrong('never', ''),
  whenUnchecked: wrong('maybe', ''),
  logDays: wrong(-1, 366, 7.5),
  'titles.forbiddenTerms[]': wrong('', text200),
  'incidents[].id': wrong('', text200),
  'incidents[].platform': PLATFORM,
  'incidents[].createdBefore': DAY,
  'incidents[].text': wrong('', LONG),
  'incidents[].action': wrong('', LONG),
  'incidents[].source': WEB,
  'disabledIncidents[]': [['no-such-incident', 'unknown-incident'], ...wrong('', text200)],
  'sites[]': wrong('mail.example.gov', 'http://mail.example.gov', 'https://mail.example.gov/path', ''),
  'exceptions[].rule': RULE,
  'exceptions[].host': HOST,
  'exceptions[].until': DAY,
  'exceptions[].reason': wrong('', LONG),
  'texts[].rule': RULE,
  'texts[].language': wrong('Dutch, please', 'n', ''),
  'texts[].text': wrong('', LONG),
};

interface Spoiled {
  name: string;
  value: unknown;
  fault: Pick<PolicyFault, 'path' | 'problem' | 'lost'>;
  /** Where `lint` should point: at the value, at the key, or at the object that lacks the key. */
  stands: { steps: Steps; on: 'value' | 'key' };
}

const SPOILED: Spoiled[] = [];
const PLACES = { keys: new Set<string>(), leaves: new Set<string>(), good: new Set<string>() };

/** Items that lose everything with one faulty key, because what is left could loosen more than was meant. */
const WHOLE_ITEMS: readonly unknown[] = ['rules', 'exceptions', 'texts'];
/** The same for one key: an entry without its hosts would be about all hosts, an incident without its day about all days. */
const WHOLE_KEYS = ['platforms[].hosts', 'platforms[].hosts[]', 'incidents[].createdBefore'];

/** What docs/policy.md says is left out: the key, or the item around it. */
function lostWith(steps: Steps, problem: Problem, isRequired: boolean): string {
  const [list, index] = steps;
  if (typeof index !== 'number' || steps.length === 2) return pathOf(steps);
  const item = at(GOOD, [list ?? '', index]);
  const loosens =
    list === 'exceptions' ||
    (list === 'rules' && isRecord(item) && (item.level === 'off' || item.level === 'inform'));
  const isWhole =
    problem === 'unknown-key'
      ? loosens
      : isRequired || WHOLE_ITEMS.includes(list) || WHOLE_KEYS.includes(placeOf(steps));
  return isWhole ? pathOf([list ?? '', index]) : pathOf(steps);
}

function add(how: string, steps: Steps, to: unknown, problem: Problem, more: Partial<Spoiled> = {}): void {
  SPOILED.push({
    name: `${pathOf(steps) || 'the whole'} ${how}`,
    value: put(GOOD, steps, to),
    fault: { path: pathOf(steps), problem, lost: lostWith(steps, problem, false) },
    stands: { steps, on: 'value' },
    ...more,
  });
}

function addFault(steps: Steps, to: unknown, problem: Problem, isRequired: boolean): void {
  const fault = { path: pathOf(steps), problem, lost: lostWith(steps, problem, isRequired) };
  add(`= ${(JSON.stringify(to) ?? '').slice(0, 30)}`, steps, to, problem, { fault });
}

const STRINGS: readonly unknown[] = [5, true, null, {}, ['x']];
const WRONG_TYPES = {
  text: STRINGS,
  number: ['10', true, null, {}, [10]],
  yesOrNo: ['yes', 1, null, {}, [true]],
  list: ['x', 5, null, {}],
  object: ['x', 5, null, ['x']],
} satisfies Record<string, readonly unknown[]>;

function typesWrongFor(schema: unknown): readonly unknown[] {
  if (schema instanceof z.ZodMiniArray) return WRONG_TYPES.list;
  if (schema instanceof z.ZodMiniObject) return WRONG_TYPES.object;
  if (schema instanceof z.ZodMiniBoolean) return WRONG_TYPES.yesOrNo;
  if (schema instanceof z.ZodMiniNumber) return WRONG_TYPES.number;
  if (schema instanceof z.ZodMiniString || schema instanceof z.ZodMiniEnum) return WRONG_TYPES.text;
  throw new TypeError('the schema has a type that this test does not spoil yet');
}

/** Every place of GOOD that the schema knows, each with all the faults that fit there. */
function spoil(optional: unknown, steps: Steps): void {
  const isRequired = !(optional instanceof z.ZodMiniOptional) && typeof steps.at(-1) === 'string';
  const schema: unknown = optional instanceof z.ZodMiniOptional ? optional.def.innerType : optional;
  const value = at(GOOD, steps);
  PLACES.good.add(placeOf(steps));
  for (const other of typesWrongFor(schema)) addFault(steps, other, 'wrong-type', isRequired);
  for (const [impossible, problem] of IMPOSSIBLE[placeOf(steps)] ?? [])
    addFault(steps, impossible, problem, isRequired);
  if (schema instanceof z.ZodMiniArray && Array.isArray(value))
    for (const index of value.keys()) spoil(schema.def.element, [...steps, index]);
  if (!(schema instanceof z.ZodMiniObject) || !isRecord(value)) return;
  add('has an unknown key', [...steps, 'zz'], ['x'], 'unknown-key', {
    stands: { steps: [...steps, 'zz'], on: 'key' },
  });
  for (const [key, inner] of Object.entries(schema.shape)) {
    const inside = [...steps, key];
    if (!Object.hasOwn(value, key)) continue;
    spoil(inner, inside);
    if (!(inner instanceof z.ZodMiniOptional))
      add('is missing', inside, undefined, 'missing', {
        fault: { path: pathOf(inside), problem: 'missing', lost: pathOf(steps) },
        stands: { steps, on: 'value' },
      });
  }
}

/** All keys and leaves of the schema, for the tests that none is forgotten. */
function walk(optional: unknown, steps: Steps): void {
  const schema: unknown = optional instanceof z.ZodMiniOptional ? optional.def.innerType : optional;
  PLACES.keys.add(placeOf(steps));
  if (schema instanceof z.ZodMiniArray) walk(schema.def.element, [...steps, 0]);
  else if (schema instanceof z.ZodMiniObject)
    for (const [key, inner] of Object.entries(schema.shape)) walk(inner, [...steps, key]);
  else if (!(schema instanceof z.ZodMiniBoolean)) PLACES.leaves.add(placeOf(steps));
}

walk(policySchema, []);
spoil(policySchema, []);
for (const index of [1, 2])
  add('is there twice', ['labels', index, 'id'], 'intern', 'twice', {
    fault: { path: `labels[${index}].id`, problem: 'twice', lost: `labels[${index}]` },
  });
for (const [index, key] of (GOOD.expectedKeys ?? []).entries())
  add('was dropped by the browser', [key], undefined, 'dropped-by-browser', {
    stands: { steps: ['expectedKeys', index], on: 'value' },
  });
const isIn = (path: string, lost: string | null): boolean =>
  lost === '' || path === lost || path.startsWith(`${lost}.`) || path.startsWith(`${lost}[`);

/**
 * Why there may be more than one fault: what refers to a label or an incident that is lost refers to nothing any more, and each
 * such reference is a fault of its own.
 */
const REFERENCES: readonly { to: string; from: string; problem: Problem }[] = [
  { to: 'labels[0]', from: 'platforms[1].ceiling', problem: 'unknown-marking' },
  { to: 'labels[0]', from: 'otherPlatforms.ceiling', problem: 'unknown-marking' },
  { to: 'labels[0]', from: 'rules[2].from', problem: 'unknown-marking' },
  { to: 'incidents[0]', from: 'disabledIncidents[1]', problem: 'unknown-incident' },
];
const lostReferences = ({ fault }: Spoiled) =>
  fault.lost === '' ? [] : REFERENCES.filter(({ to }) => isIn(to, fault.lost));

/**
 * GOOD without what the faults say is lost, and the places where a loss must not make the rest milder: what a platform's entry has
 * lost of its terms it takes from otherPlatforms; a lock that nobody can read, or that was dropped, locks.
 */
function goodWithout(faults: readonly PolicyFault[]): unknown {
  const lost = faults.flatMap((fault) => (fault.lost === null ? [] : [fault.lost]));
  if (lost.includes('')) return {};
  const steps = lost.map((path) =>
    [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) => key ?? Number(index)),
  );
  const isItem = (one: Steps): boolean => typeof one.at(-1) === 'number';
  let rest: unknown = GOOD;
  for (const one of steps.filter((path) => !isItem(path))) rest = put(rest, one, undefined);
  const others = at(rest, ['otherPlatforms']);
  (GOOD.platforms ?? []).forEach((_, index) => {
    const entry = ['platforms', index];
    const isFaulty = faults.some(({ path }) =>
      ['use', 'ceiling'].some((key) => path === pathOf([...entry, key])),
    );
    const kept = at(rest, entry);
    if (isFaulty && isRecord(kept) && isRecord(others)) rest = put(rest, entry, { ...others, ...kept });
  });
  // A key that nobody knows may have been meant for the hosts: the others' terms count beside the entry's.
  const unknown = faults.flatMap(({ path, problem }) =>
    problem === 'unknown-key' ? (/^platforms\[(\d+)\]\./.exec(path)?.[1] ?? []) : [],
  );
  for (const index of unknown) {
    const platform = at(GOOD, ['platforms', Number(index), 'platform']);
    const list = at(rest, ['platforms']);
    if (Array.isArray(list))
      rest = put(
        rest,
        ['platforms'],
        list.toSpliced(Number(index) + 1, 0, { platform, ...(isRecord(others) ? others : {}) }),
      );
  }
  // The last ones first: the places of the others stay as they are.
  const items = steps.filter(isItem).sort((one, other) => Number(other.at(-1)) - Number(one.at(-1)));
  for (const one of items) rest = put(rest, one, undefined);
  const isUnreadable = faults.some(({ path, problem }) => path === 'locked' && problem !== 'unknown-key');
  return isUnreadable ? put(rest, ['locked'], true) : rest;
}

type Place = readonly [line: number, column: number];

/** JSON as an editor indents it, and where each value and each key of it stands, both counted from 1. */
function printed(policy: unknown): { source: string; values: Map<string, Place>; keys: Map<string, Place> } {
  const values = new Map<string, Place>();
  const keys = new Map<string, Place>();
  const lines = [''];
  const here = (): Place => [lines.length, (lines.at(-1) ?? '').length + 1];
  const write = (piece: string): void => {
    lines.push((lines.pop() ?? '') + piece);
  };
  const print = (value: unknown, steps: Steps): void => {
    values.set(pathOf(steps), here());
    const isList = Array.isArray(value);
    const inside: [string | number, unknown][] = isList
      ? value.map((one: unknown, index) => [index, one])
      : isRecord(value)
        ? Object.entries(value)
        : [];
    if (inside.length === 0) {
      write(JSON.stringify(value));
      return;
    }
    write(isList ? '[' : '{');
    inside.forEach(([step, one], index) => {
      lines.push('  '.repeat(steps.length + 1));
      keys.set(pathOf([...steps, step]), here());
      if (!isList) write(`${JSON.stringify(step)}: `);
      print(one, [...steps, step]);
      if (index < inside.length - 1) write(',');
    });
    lines.push('  '.repeat(steps.length));
    write(isList ? ']' : '}');
  };
  print(policy, []);
  return { source: lines.join('\n'), values, keys };
}

const sentences = (faults: readonly PolicyFault[]): string[] =>
  faults.map((fault) => faultSentence(fault, english));

describe('the good policy', () => {
  it('uses every key of the schema', () => {
    expect([...PLACES.good].sort()).toEqual([...PLACES.keys].sort());
  });

  it('has an impossible value for every leaf of the schema', () => {
    expect(Object.keys(IMPOSSIBLE).sort()).toEqual([...PLACES.leaves].sort());
  });

  it('has no fault and applies as it stands', () => {
    const { policy, note } = parsePolicy(GOOD, 'file');
    expect(note.faults).toEqual([]);
    expect(policy).toEqual(GOOD);
    const { source } = printed(GOOD);
    expect(source).toBe(JSON.stringify(GOOD, null, 2));
    expect(lint(source, new Date()).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is spoiled in every place and in every way', () => {
    expect(SPOILED.length).toBeGreaterThan(600);
    const problems = new Set(SPOILED.map(({ fault }) => fault.problem));
    expect([...problems].sort()).toEqual([
      'dropped-by-browser',
      'missing',
      'twice',
      'unknown-incident',
      'unknown-key',
      'unknown-marking',
      'unknown-platform',
      'unknown-rule',
      'unknown-scheme',
      'wrong-type',
      'wrong-value',
    ]);
  });
});

describe('one fault', () => {
  it.each(SPOILED)('$name', (spoiled) => {
    const { value, fault, stands } = spoiled;
    const { policy, note } = parsePolicy(value, 'file');
    const references = lostReferences(spoiled);
    const [first, ...more] = note.faults.toSorted(
      (one, other) => Number(other.path === fault.path) - Number(one.path === fault.path),
    );
    if (first === undefined) throw new Error('no fault');
    expect(first).toMatchObject(fault);
    expect(more.map(({ path, problem }) => ({ path, problem }))).toEqual(
      references.map(({ from, problem }) => ({ path: from, problem })),
    );

    expect(policy).toEqual(goodWithout(note.faults));

    const sentence = faultSentence(first, english);
    expect(faultSentence(first, text)).toBe(sentence);
    expect(faultWords(first, text)).toBe(faultWords(first, english));
    expect(sentence).toMatch(/^[^:]*(?:: )?[A-Z].*\. (?:Not applied: .+|It counts as locked)\.$/);
    expect(sentence).not.toMatch(/undefined|\$\d/);

    const { source, values, keys } = printed(value);
    const remarks = lint(source, new Date()).filter(({ severity }) => severity === 'error');
    expect(remarks).toHaveLength(note.faults.length);
    const [line, column] = (stands.on === 'key' ? keys : values).get(pathOf(stands.steps)) ?? [];
    const remark = remarks.find(({ message }) => message.startsWith(sentence));
    expect(remark).toMatchObject({ line, column, allowed: expect.stringMatching(/\S/) });
    expect(remark?.message.slice(sentence.length)).toMatch(/^(?: Did you mean “[^”]+”\?)?$/);
  });

  it('a list of schemes of which none is known is no list: all are in force', () => {
    expect(parsePolicy({ ...GOOD, schemes: ['nl'] }, 'file').policy).toEqual(
      put(GOOD, ['schemes'], undefined),
    );
    expect(parsePolicy({ ...GOOD, schemes: [] }, 'file').policy.schemes).toEqual([]);
  });

  it('a name in expectedKeys that is no key of the policy', () => {
    const { policy, note } = parsePolicy(
      { expectedKeys: ['policyVersion', 'pltforms'], policyVersion: '1' },
      'file',
    );
    expect(sentences(note.faults)).toEqual([
      'pltforms: The browser dropped this setting, probably because a value in it is of the wrong kind. Not applied: pltforms.',
    ]);
    expect(policy).toEqual({ expectedKeys: ['policyVersion', 'pltforms'], policyVersion: '1' });
  });

  it('a label whose twin is lost applies', () => {
    const labels = [
      { id: 'geheim', rank: 'high' },
      { id: 'geheim', rank: 40 },
    ];
    const { policy, note } = parsePolicy({ labels }, 'file');
    expect(sentences(note.faults)).toHaveLength(1);
    expect(policy.labels).toEqual([{ id: 'geheim', rank: 40 }]);
  });

  it('a key without a name is not the whole policy', () => {
    const { policy, note } = parsePolicy({ '': 1, locked: true }, 'file');
    expect(policy).toEqual({ locked: true });
    expect(note.faults[0]?.lost).not.toBe('');
  });
});

describe('what is allowed', () => {
  it.each([
    ['rules[0].level', { rules: [{ rule: 'no-passcode', level: 'loud' }] }, 'off inform warn justify block'],
    ['schemes[0]', { schemes: ['x'] }, 'nl-virbi'],
    ['platforms[0].use', { platforms: [{ platform: 'webex', use: 5 }] }, 'allowed join-only forbidden'],
    ['titles.markings', { titles: { markings: 5 } }, 'allow require warn'],
    ['locked', { locked: 5 }, 'true or false'],
    ['labels[0].rank', { labels: [{ id: 'a', rank: 101 }] }, '0 (public) to 100'],
    [
      'texts[0].zz',
      { texts: [{ zz: 1, rule: 'no-passcode', language: 'nl', text: 'x' }] },
      'rule language text',
    ],
    ['zz', { zz: 1 }, 'policyVersion validUntil'],
  ])('at %s', (path, policy, allowed) => {
    const remark = lint(JSON.stringify(policy), new Date()).find(({ message }) =>
      message.startsWith(`${path}: `),
    );
    expect(remark?.allowed).toContain(allowed);
  });

  it.each([
    ['labels[0].id', { labels: [{ id: 'x'.repeat(101), rank: 10 }] }],
    ['incidents[0].id', { incidents: [{ id: 'x'.repeat(201), platform: 'zoom', text: 'x' }] }],
  ])('at %s names the limit that is in force', (path, policy) => {
    const [remark] = lint(JSON.stringify({ expectedKeys: Object.keys(policy), ...policy }), new Date());
    expect(remark?.message).toContain(path);
    expect(remark?.allowed).not.toContain('2,000');
  });

  it.each(['a.b', '1'])('stands on the unknown key "%s"', (key) => {
    const { source, keys } = printed({ policyVersion: '1', [`${key}`]: 1, expectedKeys: [] });
    const [line] = keys.get(key) ?? [];
    const remark = lint(source, new Date()).find(({ severity }) => severity === 'error');
    expect(remark).toMatchObject({ line });
  });
});

const folder = mkdtempSync(join(tmpdir(), 'in-camera-one-fault-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a program for Node.js prints. */
function run(program: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args]);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}

/** One of each problem, and more of all the rest up to 20. */
function sample(): Spoiled[] {
  const firsts = SPOILED.filter(
    ({ fault }, index) => SPOILED.findIndex((one) => one.fault.problem === fault.problem) === index,
  );
  const step = Math.floor(SPOILED.length / (20 - firsts.length));
  const spread = SPOILED.filter((_, index) => index % step === step - 1);
  return [...new Set([...firsts, ...spread])].slice(0, 20);
}

describe('the command lines', { timeout: 180_000 }, () => {
  it('name twenty of them in the same words', async () => {
    const invitation = join(folder, 'calm.txt');
    writeFileSync(invitation, 'See you tomorrow at the office.');
    const [check, policy] = [await bundled('check', folder), await bundled('policy', folder)];
    const twenty = [...sample().entries()];
    expect(twenty).toHaveLength(20);
    const both = async ([index, { value, name }]: [number, Spoiled]): Promise<void> => {
      const file = join(folder, `policy-${index}.json`);
      const { source } = printed(value);
      writeFileSync(file, source);
      const checked: unknown = JSON.parse(await run(check, '--policy', file, invitation));
      const wanted = sentences(policyFromText(source, 'file').note.faults);
      expect(at(checked, ['policy', 'errors']), name).toEqual(wanted);
      const remarks = (await run(policy, 'lint', file)).split('\n');
      for (const sentence of wanted)
        expect(
          remarks.filter((line) => line.includes(`: error: ${sentence}`)),
          name,
        ).toHaveLength(1);
    };
    // Two at a time: each is a process.
    for (let next = 0; next < twenty.length; next += 2)
      await Promise.all(twenty.slice(next, next + 2).map(both));
  });
});

describe('the popup', () => {
  it('names them in the same words', async () => {
    const faults = sample().flatMap(({ value }) => parsePolicy(value, 'managed').note.faults);
    const whole: PolicyFault[] = [
      ...policyFromText('{"rules": [', 'managed').note.faults,
      { path: '', problem: 'empty', value: '', lost: null },
      { path: 'validUntil', problem: 'expired', value: '2026-01-01', lost: null },
      { path: 'platforms', problem: 'wrong-type', value: 'x', lost: null },
    ];
    const all = [...faults, ...whole];
    const note: PolicyNote = { ...parsePolicy(GOOD, 'managed').note, faults: all };
    fake.saveNote(note);
    history.replaceState(null, '', '/popup/index.html');
    await import('../../extension/popup/index.tsx');
    await vi.waitFor(() => expect(document.querySelectorAll('[data-fault]')).toHaveLength(all.length));
    const shown = [...document.querySelectorAll('[data-fault]')].map((item) => {
      const path = item.querySelector('code')?.textContent ?? '';
      const words = item.querySelector('p')?.textContent ?? '';
      return path === '' ? words : `${path}: ${words}`;
    });
    expect(shown).toEqual(sentences(all));
  });
});
