/** Where something stands in the text of a policy. */
import { createScanner, type Node } from 'jsonc-parser';
import type { JsonPath } from './allowed.ts';

/** Both count from 1; columns count UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}

/** A node of the text, and the steps that lead to it. */
export interface Found {
  path: JsonPath;
  node: Node;
}

/** The place of an offset. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let line = 0;
    for (let above = starts.length; above - line > 1; ) {
      const middle = (line + above) >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else above = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** The policy itself has four levels. The parsers of JSON and whoever walks the tree call themselves once for each. */
export const MOST_LEVELS = 200;

/**
 * Offset of the first bracket that stands too deep; null when none does. By the tokens that the parser sees, so that they agree. A bracket
 * that closes another one than the last closes none: the parser does not leave the list for it either.
 */
export function tooDeep(text: string): number | null {
  const scanner = createScanner(text);
  const closing: string[] = [];
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const token = text.charAt(scanner.getTokenOffset());
    if (token === '{' || token === '[') closing.push(token === '{' ? '}' : ']');
    else if ((token === '}' || token === ']') && token === closing.at(-1)) closing.pop();
    if (closing.length > MOST_LEVELS) return scanner.getTokenOffset();
  }
  return null;
}

/** The value of a key; of two equal keys the last one's, which JSON takes. */
export function memberOf(object: Node, key: string): Node | undefined {
  if (object.type !== 'object') return undefined;
  return object.children?.findLast((property) => property.children?.[0]?.value === key)?.children?.[1];
}

/** The node that the steps lead to, or the last one on the way that is there. */
export function nodeAt(root: Node, path: JsonPath): Node {
  let node = root;
  for (const step of path) {
    const next = typeof step === 'number' ? itemOf(node, step) : memberOf(node, step);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function itemOf(list: Node, index: number): Node | undefined {
  return list.type === 'array' ? list.children?.[index] : undefined;
}

/**
 * What a fault's path (`rules[2].level`) names in this text; null when nothing does. A key may itself hold a dot or a bracket, so keys
 * that are there decide how the path is read, the longest first.
 */
export function named(root: Node, path: string): Found | null {
  if (path === '') return { path: [], node: root };
  if (root.type === 'array') {
    const index = /^\[(\d{1,9})\]/.exec(path);
    const item = index === null ? undefined : root.children?.[Number(index[1])];
    return index === null || item === undefined
      ? null
      : below(item, Number(index[1]), path.slice(index[0].length));
  }
  const keys = (root.children ?? []).flatMap((property): string[] => {
    const key: unknown = property.children?.[0]?.value;
    return typeof key === 'string' && path.startsWith(key) ? [key] : [];
  });
  for (const key of [...new Set(keys)].sort((one, other) => other.length - one.length)) {
    const value = memberOf(root, key);
    const found = value === undefined ? null : below(value, key, path.slice(key.length));
    if (found !== null) return found;
  }
  return null;
}

/** `rest`: nothing, ".key…" or "[0]…". */
function below(node: Node, step: string | number, rest: string): Found | null {
  if (rest === '') return { path: [step], node };
  if (!/^[.[]/.test(rest)) return null;
  // A key without a name ends the path with the dot.
  const empty = rest === '.' ? memberOf(node, '') : undefined;
  if (empty !== undefined) return { path: [step, ''], node: empty };
  const inside = rest === '.' ? null : named(node, rest.startsWith('.') ? rest.slice(1) : rest);
  return inside === null ? null : { path: [step, ...inside.path], node: inside.node };
}
