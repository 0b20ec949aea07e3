import type { Plugin } from 'vite';
import { isRecord } from '../src/record.ts';

/** The folders whose files carry their own examples, which run as tests and are of no use to the extension. */
const FOLDERS = /\/src\/(?:platforms|links\/wrappers|attacks|rules)\/[^/]+\.ts$/;
const EXAMPLES = new Set(['examples', 'counterexamples', 'cases']);

interface Range {
  start: number;
  end: number;
}

/** Leaves the examples of platforms, wrappers, attacks and rules out of what is built: they are three quarters of those files. */
export function withoutExamples(): Plugin {
  return {
    name: 'without-examples',
    transform(code, id) {
      if (!FOLDERS.test(id.split('?', 1)[0] ?? '')) return null;
      const lists = listsOfExamples(this.parse(code));
      // From the end, so that places before stay true.
      const stripped = lists
        .sort((one, other) => other.start - one.start)
        .reduce((text, { start, end }) => `${text.slice(0, start)}[]${text.slice(end)}`, code);
      return { code: stripped, map: null };
    },
  };
}

/** Where a tree (ESTree) has `examples: […]` and the like, outermost ones only. */
function listsOfExamples(node: unknown): Range[] {
  if (Array.isArray(node)) return node.flatMap(listsOfExamples);
  if (!isRecord(node)) return [];
  const { key, value } = node;
  if (node.type === 'Property' && isRecord(key) && EXAMPLES.has(String(key.name)) && isRecord(value))
    if (value.type === 'ArrayExpression' && typeof value.start === 'number' && typeof value.end === 'number')
      return [{ start: value.start, end: value.end }];
  return Object.values(node).flatMap(listsOfExamples);
}
