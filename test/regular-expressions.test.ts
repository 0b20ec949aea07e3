import { readdirSync, readFileSync } from 'node:fs';
import { check, type Diagnostics } from 'recheck';
import { parseAst } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { hintsFor } from '../extension/background/hints.ts';

/**
 * No regular expression of the extension may take more than linear time, whatever the text: the text comes from anybody. recheck
 * decides it from the expression's automaton. What an automaton cannot decide (look-around, very many states) goes to recheck's
 * search for an attack and is timed on attacks of our own; none of them passes unlooked at, and the run prints which they were.
 */

const FOLDERS = ['src', 'extension'];
/** For one expression, in ms. The slowest takes 4 s on one core. */
const TIME_TO_DECIDE = 8_000;
/** recheck's native program takes several at once. */
const AT_ONCE = 2;

interface Expression {
  /** File and line. */
  where: string;
  source: string;
  flags: string;
}

interface Sources {
  literals: Expression[];
  /** Where an expression is made while the program runs. */
  built: { file: string; where: string }[];
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof RegExp);
}

/** Every node of a syntax tree (ESTree). */
function* nodesOf(tree: unknown): Generator<Record<string, unknown>> {
  if (!isNode(tree)) return;
  yield tree;
  for (const child of Object.values(tree)) yield* nodesOf(child);
}

function expressionsOf(file: string): Sources {
  const text = readFileSync(file, 'utf8');
  const sources: Sources = { literals: [], built: [] };
  const tree = parseAst(text, { lang: file.endsWith('.tsx') ? 'tsx' : 'ts', sourceType: 'module' });
  for (const node of nodesOf(tree)) {
    const line = typeof node['start'] === 'number' ? text.slice(0, node['start']).split('\n').length : 0;
    const where = `${file}:${line}`;
    const { regex, callee } = node;
    if (isNode(regex)) {
      sources.literals.push({ where, source: String(regex['pattern']), flags: String(regex['flags']) });
    } else if (isNode(callee) && callee['type'] === 'Identifier' && callee['name'] === 'RegExp') {
      sources.built.push({ file, where });
    }
  }
  return sources;
}

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
).sort();
const SOURCES = FILES.map(expressionsOf);
const LITERALS = SOURCES.flatMap(({ literals }) => literals);

/** The expressions that are made while the program runs, by file; each entry makes them as that file does. */
const BUILT: Readonly<Record<string, { calls: number; make: () => { source: string; flags: string }[] }>> = {
  // The hints that the worker sends, as plain text with "|" between; the file needs a page to run in.
  'extension/content/answers.ts': {
    calls: 1,
    make: () => [
      {
        source: hintsFor({ selfHosted: [{ platform: 'jitsi', hosts: ['*.meet.example.org'] }] })
          .map((hint) => hint.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
          .join('|'),
        flags: 'i',
      },
    ],
  },
};

const ALL: Expression[] = [
  ...LITERALS,
  ...Object.entries(BUILT).flatMap(([file, { make }]) =>
    make().map((made, index) => ({ where: `${file} (built ${index + 1})`, ...made })),
  ),
];
const key = ({ source, flags }: { source: string; flags: string }): string => `/${source}/${flags}`;
/** One expression may stand in several places. */
const DISTINCT = new Map<string, Expression & { places: string[] }>();
for (const expression of ALL) {
  const known = DISTINCT.get(key(expression));
  if (known === undefined) DISTINCT.set(key(expression), { ...expression, places: [expression.where] });
  else known.places.push(expression.where);
}

/** Characters that the expression treats in their own way, and one of each common kind. */
function alphabetOf(source: string): string[] {
  const plain = [...source.replace(/\\[a-zA-Z]/g, '')].filter((character) =>
    /[^\\^$()[\]{}|?*+]/.test(character),
  );
  const words = source.match(/[a-z]{2,12}:?/gi) ?? [];
  return [...new Set([...'aA0 \t\n-_.:,/?(>é中', ...plain.slice(0, 30), ...words.slice(0, 12)])];
}

/** Milliseconds for one search of the whole text. */
function timeOf(expression: RegExp, text: string): number {
  const began = process.hrtime.bigint();
  if (expression.global) for (const _ of text.matchAll(expression));
  else expression.exec(text);
  return Number(process.hrtime.bigint() - began) / 1e6;
}

/** A search of 40,000 characters that is linear takes less; one that is not takes hundreds of ms, or seconds. */
const FAST = 25;
const SURELY_SLOW = 1000;
const SHORTER = 20_000;
const MOST_GROWTH = 3;

/** A text of one or two pieces again and again, on which twice the length takes much more than twice the time; null when none is found. */
function slowText({ source, flags }: { source: string; flags: string }): string | null {
  const expression = new RegExp(source, flags);
  const alphabet = alphabetOf(source);
  const pumps = new Set(
    alphabet.flatMap((one) => alphabet.map((other) => (one === other ? one : one + other))),
  );
  for (const pump of pumps) {
    for (const [start, end] of [
      ['', '\u0000'],
      ['', '\n'],
      [alphabet.at(-1) ?? '', '!'],
    ]) {
      const textOf = (length: number): string =>
        start + pump.repeat(Math.ceil(length / pump.length)).slice(0, length) + end;
      const first = timeOf(expression, textOf(2 * SHORTER));
      if (first < FAST) continue;
      const best = (length: number): number =>
        Math.min(...[1, 2, 3].map(() => timeOf(expression, textOf(length))));
      const isSlow = (): boolean => {
        const [short, long] = [best(SHORTER), best(2 * SHORTER)];
        return long > FAST && long > MOST_GROWTH * short;
      };
      if (first > SURELY_SLOW || isSlow())
        return `${JSON.stringify(start)} + ${JSON.stringify(pump)} × n + ${JSON.stringify(end)}`;
    }
  }
  return null;
}

/** Why it is super-linear; null when it is linear. */
function attackIn(diagnostics: Diagnostics): string | null {
  if (diagnostics.status !== 'vulnerable') return null;
  return `${diagnostics.complexity.summary}: ${diagnostics.attack.pattern}`;
}

const verdicts = new Map<string, { attacks: string[]; undecided: string | null }>();

async function judge({
  source,
  flags,
}: Expression): Promise<{ attacks: string[]; undecided: string | null }> {
  // Without the limits above which recheck would not try: its automaton is right about bounded repeats, too.
  const decided = await check(source, flags, { checker: 'automaton', timeout: TIME_TO_DECIDE });
  if (decided.status !== 'unknown') return { attacks: [attackIn(decided) ?? []].flat(), undecided: null };
  const searched = await check(source, flags, { checker: 'fuzz', timeout: TIME_TO_DECIDE });
  const attacks = [attackIn(searched) ?? [], slowText({ source, flags }) ?? []].flat();
  const because = 'message' in decided.error ? decided.error.message : decided.error.kind;
  const found = searched.status === 'unknown' ? `none in time (${searched.error.kind})` : searched.status;
  return { attacks, undecided: `${because}; search for an attack: ${found}; timed` };
}

beforeAll(async () => {
  const waiting = [...DISTINCT.values()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      verdicts.set(key(next), await judge(next));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}, 180_000);

it('there are expressions to check', () => {
  expect(LITERALS.length).toBeGreaterThan(100);
});

it('every place that builds an expression is known here', () => {
  const calls = new Map<string, number>();
  for (const { file } of SOURCES.flatMap(({ built }) => built)) calls.set(file, (calls.get(file) ?? 0) + 1);
  expect(Object.fromEntries(calls)).toEqual(
    Object.fromEntries(Object.entries(BUILT).map(([file, entry]) => [file, entry.calls])),
  );
  for (const { make } of Object.values(BUILT)) expect(make().length).toBeGreaterThan(0);
});

it('the check sees a super-linear expression, also one that no automaton can decide', async () => {
  const decided = await judge({ where: '', source: '^a[ ]*(.*)$', flags: '' });
  expect(decided).toMatchObject({ undecided: null, attacks: [expect.any(String)] });
  expect(slowText({ source: '(?<!\\w) +x', flags: 'g' })).toMatch(/ × n /);
}, 60_000);

describe('linear in the length of the text', () => {
  const cases = [...DISTINCT.values()].map(
    (expression) => [expression.places.join(', '), key(expression).slice(0, 100), expression] as const,
  );
  it.each(cases)('%s %s', (_places, _shown, expression) => {
    expect(verdicts.get(key(expression))?.attacks).toEqual([]);
  });
});

it('tells which ones no automaton could decide', () => {
  const undecided = [...DISTINCT.values()].flatMap((expression) => {
    const reason = verdicts.get(key(expression))?.undecided ?? null;
    return reason === null
      ? []
      : [`${expression.places.join(', ')} ${key(expression).slice(0, 80)}: ${reason}`];
  });
  console.info(`Found linear by trial, not by proof:\n${undecided.join('\n')}`);
  // Few can be read by a person; many would mean that the proof has broken down.
  expect(undecided.length).toBeLessThan(15);
});
