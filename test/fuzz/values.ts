import fc from 'fast-check';
import { isRecord } from '../../src/record.ts';

/**
 * Values that are nearly right: messages and stored data as an older version, a damaged disk or somebody who means ill may leave them. What
 * JSON cannot hold, and a browser's storage can, stands in a case as {"$": "NaN"}; `revived` makes it what it says.
 */

const ODD = new Map<string, () => unknown>([
  ['undefined', () => undefined],
  ['NaN', () => Number.NaN],
  ['Infinity', () => Number.POSITIVE_INFINITY],
  ['-0', () => -0],
  ['Date', () => new Date(0)],
  ['no Date', () => new Date(Number.NaN)],
  ['Map', () => new Map([['a', 1]])],
  ['Set', () => new Set(['a'])],
  ['BigInt', () => 1n],
  ['RegExp', () => /a/],
  ['bytes', () => new Uint8Array(3)],
  ['hole', () => new Array(3)],
  [
    'circle',
    () => {
      const circle: Record<string, unknown> = {};
      circle['in'] = circle;
      return circle;
    },
  ],
  // Deeper than a storage or a message can be, and not so deep that the test's own copies run out of stack.
  ['deep', () => Array.from({ length: 1000 }).reduce<unknown>((inner) => [inner], null)],
]);
const MARK = '$';

const odd = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom<unknown>(
      ...[
        null,
        true,
        0,
        -1,
        1.5,
        1e21,
        1e-7,
        '',
        ' ',
        '0',
        'x',
        '\u0000',
        '\ud800',
        '__proto__',
        'constructor',
      ],
      ...[
        '2026-11-22',
        '2026-02-30',
        '2026-11-22T09:00:00.000Z',
        '+275760-09-13T00:00:00.001Z',
        'log:2026-11-22',
      ],
      ...[
        [],
        {},
        [[]],
        [null],
        { length: 3 },
        { __proto__: null },
        { toString: 1 },
        { page: 'p', entries: [null] },
      ],
    ),
  },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD.keys()).map((name) => ({ [MARK]: name })) },
  { weight: 1, arbitrary: fc.constantFrom('a'.repeat(3000), 'https://a.example/'.repeat(1000)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

type Damage = {
  at: number;
  how: 'replace' | 'delete' | 'add' | 'repeat' | 'wrap';
  key: string;
  what: unknown;
};
const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(500),
  how: fc.constantFrom('replace', 'replace', 'delete', 'add', 'repeat', 'wrap'),
  key: fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'page', '0', ''),
    fc.string({ maxLength: 5 }),
  ),
  what: odd,
});

/** One of the samples, whole or damaged in some places; or anything at all. All is JSON. */
export const nearly = (samples: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc
        .tuple(fc.constantFrom(...samples), fc.array(damage, { maxLength: 4 }))
        .map(([sample, list]) => list.reduce(damaged, sample)),
    },
    { weight: 1, arbitrary: odd },
  );

/** Values are numbered from outside in; the one of that number is damaged. */
function damaged(value: unknown, one: Damage): unknown {
  let left = one.at % (count(value) + 1);
  /** Nothing for what is deleted. */
  const walked = (inner: unknown): unknown[] => {
    if (left !== 0 || one.how !== 'delete') return [walk(inner)];
    left -= 1;
    return [];
  };
  const walk = (inner: unknown): unknown => {
    if (left-- === 0) return harmed(inner, one);
    if (Array.isArray(inner)) return inner.flatMap(walked);
    if (!isRecord(inner)) return inner;
    const pairs = Object.entries(inner).flatMap(([key, item]) =>
      walked(item).map((kept): [string, unknown] => [key, kept]),
    );
    return Object.fromEntries(pairs);
  };
  return walk(value);
}

function harmed(value: unknown, { how, key, what }: Damage): unknown {
  const items: unknown[] | null = Array.isArray(value) ? value : null;
  if (how === 'wrap') return [value];
  if (how === 'add' && items !== null) return [...items, what];
  if (how === 'add' && isRecord(value)) return Object.fromEntries([...Object.entries(value), [key, what]]);
  if (how === 'repeat' && items !== null)
    return Array.from({ length: 60 }, () => items)
      .flat()
      .slice(0, 20_000);
  if (how === 'repeat' && typeof value === 'string') return value.repeat(200).slice(0, 20_000);
  return what;
}

function count(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item: unknown) => sum + 1 + count(item), 0);
  return isRecord(value) ? Object.values(value).reduce((sum: number, item) => sum + 1 + count(item), 0) : 0;
}

/** The value that a case stands for. */
export function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (!isRecord(value)) return value;
  const name = value[MARK];
  const make = typeof name === 'string' ? ODD.get(name) : undefined;
  if (make !== undefined) return make();
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revived(inner)]));
}

/** Of nothing but JSON. */
export const isPlain = (value: unknown): boolean => !JSON.stringify(value).includes(`"${MARK}":`);

/** UTF-16 units of it as JSON: what is short as a case may be long when it is made. Null for what holds itself, and so no storage can hold. */
export function lengthOf(value: unknown): number | null {
  try {
    return JSON.stringify(value)?.length ?? 0;
  } catch {
    return null;
  }
}
