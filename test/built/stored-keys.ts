/** The keys under which extension/ stores anything, out of its code: each place that writes is found, and each key that it writes under. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { isRecord } from '../../src/record.ts';

export type Area = 'local' | 'session';

/** What a key is made of when it is no constant: the words of docs/privacy.md for it. */
const MADE: Readonly<Record<string, string>> = {
  reportKey: 'report:<tab>:<frame>',
  dayKey: 'log:<day>',
};
/** Variables that hold such a key, by file. */
const HELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // dayKey(entry.time), and those of all days.
  'background/log.ts': { key: 'dayKey' },
};
/** Areas that are told by a function, by file: both are meant. */
const BOTH: Readonly<Record<string, string>> = { 'set-aside.ts': 'areaOf' };

type Node = Record<string, unknown>;

/** "local own-words", sorted. Throws for a key that it cannot read: then this file has something to learn. */
export function storedKeys(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const trees = new Map(
    files.map(
      (file) => [file, nodesIn(parseSync(file, readFileSync(join(folder, file), 'utf8')).program)] as const,
    ),
  );
  const constants = new Map([...trees].map(([file, nodes]) => [file, constantsIn(nodes)] as const));
  const exported = new Map([...constants.values()].flatMap((own) => [...own]));
  const found = new Set<string>();
  for (const [file, nodes] of trees) {
    const own = new Map([...exportedAs(nodes, exported), ...(constants.get(file) ?? [])]);
    for (const call of nodes) {
      for (const area of areasOf(call, file)) {
        const [values] = Array.isArray(call['arguments']) ? call['arguments'] : [];
        for (const key of keysOf(values, nodes, file, own)) found.add(`${area} ${key}`);
      }
    }
  }
  return [...found].sort();
}

/** Of `storage.AREA.set(…)`; none for any other node. */
function areasOf(call: Node, file: string): Area[] {
  const callee = call['type'] === 'CallExpression' && isRecord(call['callee']) ? call['callee'] : {};
  if (nameOf(callee['property']) !== 'set' || !isRecord(callee['object'])) return [];
  const object = callee['object'];
  if (object['type'] === 'CallExpression' && nameOf(object['callee']) === (BOTH[file] ?? ''))
    return ['local', 'session'];
  if (object['type'] !== 'MemberExpression') return [];
  const isStorage = isRecord(object['object']) && nameOf(object['object']['property']) === 'storage';
  const name = nameOf(object['property']);
  if (!isStorage) return [];
  if (name !== 'local' && name !== 'session') throw new Error(`${file} stores in ${name}.`);
  return [name];
}

/** Values that are spread come from elsewhere in the file: then every computed key of the file's objects counts. */
function keysOf(
  values: unknown,
  nodes: readonly Node[],
  file: string,
  own: ReadonlyMap<string, string>,
): string[] {
  if (!isRecord(values) || values['type'] !== 'ObjectExpression')
    throw new Error(`${file} stores what is no plain object.`);
  const properties = listOf(values['properties']);
  const isSpread = properties.some(({ type }) => type === 'SpreadElement');
  const objects = isSpread ? nodes.filter(({ type }) => type === 'ObjectExpression') : [values];
  return objects
    .flatMap((object) => listOf(object['properties']))
    .filter(({ type, computed }) => type === 'Property' && (computed === true || !isSpread))
    .map(({ key, computed }) => keyOf(key, computed === true, file, own));
}

function keyOf(key: unknown, computed: boolean, file: string, own: ReadonlyMap<string, string>): string {
  const called = isRecord(key) && key['type'] === 'CallExpression' ? nameOf(key['callee']) : null;
  const name = called ?? nameOf(key) ?? '';
  const made = MADE[called ?? HELD[file]?.[name] ?? ''];
  const word = computed ? (made ?? own.get(name)) : name;
  if (word === undefined || word === '')
    throw new Error(`${file} stores under a key that nobody can tell: ${name}.`);
  return word;
}

/** `const NAME = 'text'`. */
function constantsIn(nodes: readonly Node[]): Map<string, string> {
  return new Map(
    nodes.flatMap(({ type, id, init }): [string, string][] => {
      const name = nameOf(id);
      const value = isRecord(init) && init['type'] === 'Literal' ? init['value'] : null;
      return type === 'VariableDeclarator' && name !== null && typeof value === 'string'
        ? [[name, value]]
        : [];
    }),
  );
}

/** What the file imports, under the names that it gives them. */
function exportedAs(nodes: readonly Node[], exported: ReadonlyMap<string, string>): [string, string][] {
  return nodes.flatMap(({ type, imported, local }): [string, string][] => {
    const value = type === 'ImportSpecifier' ? exported.get(nameOf(imported) ?? '') : undefined;
    const name = nameOf(local);
    return value === undefined || name === null ? [] : [[name, value]];
  });
}

const nameOf = (node: unknown): string | null =>
  isRecord(node) && node['type'] === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : null;

const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** A tree (ESTree) as one list. */
function nodesIn(tree: unknown): Node[] {
  if (Array.isArray(tree)) return tree.flatMap(nodesIn);
  if (!isRecord(tree)) return [];
  return [...(typeof tree['type'] === 'string' ? [tree] : []), ...Object.values(tree).flatMap(nodesIn)];
}
