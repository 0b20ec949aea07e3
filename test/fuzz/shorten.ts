import { isRecord } from '../../src/record.ts';

/**
 * A case of plain data with pieces of its texts taken out, as long as it still fails. fast-check makes smaller what its arbitraries chose,
 * and so leaves a corpus file whole. `enough`: asked before each try.
 */
export async function shortened(
  value: unknown,
  fails: (smaller: unknown) => Promise<boolean>,
  enough: () => boolean,
): Promise<unknown> {
  let smallest = value;
  for (const path of textsIn(value)) {
    for (
      let length = Math.ceil(textAt(smallest, path).length / 2);
      length >= 1;
      length = Math.floor(length / 2)
    ) {
      for (let at = 0; at < textAt(smallest, path).length; ) {
        if (enough()) return smallest;
        const text = textAt(smallest, path);
        const smaller = withText(smallest, path, text.slice(0, at) + text.slice(at + length));
        if (await fails(smaller)) smallest = smaller;
        else at += length;
      }
    }
  }
  return smallest;
}

type Path = readonly string[];

/** Where texts stand; their keys in order. */
function textsIn(value: unknown): Path[] {
  if (typeof value === 'string') return [[]];
  if (!isRecord(value) && !Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner).map((path) => [key, ...path]));
}

function textAt(value: unknown, [key, ...rest]: Path): string {
  if (key === undefined) return typeof value === 'string' ? value : '';
  return textAt(isRecord(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined, rest);
}

function withText(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return items.map((item, index) => (String(index) === key ? withText(item, rest, text) : item));
  }
  return isRecord(value) ? { ...value, [key]: withText(value[key], rest, text) } : value;
}
