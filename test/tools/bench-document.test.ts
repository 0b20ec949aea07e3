import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resultsOf, withResults } from '../../tools/bench-document.ts';

const DOCUMENT = 'Above.\n<!-- generated: bench -->\nold\n<!-- end: bench -->\nBelow.\n';

describe('the results of a bench in the document', () => {
  it('take the place of the old ones, and touch nothing else', () => {
    const once = withResults(DOCUMENT, 'bench', 'new');
    expect(once).toBe('Above.\n<!-- generated: bench -->\n\nnew\n\n<!-- end: bench -->\nBelow.\n');
    expect(withResults(once, 'bench', 'new')).toBe(once);
  });

  it('have a place for either command', () => {
    const document = readFileSync('docs/performance.md', 'utf8');
    expect(withResults(document, 'bench', 'one')).toContain('one');
    expect(withResults(document, 'bench:browser', 'other')).toContain('other');
    expect(() => withResults(document, 'no-such-bench', '')).toThrow('no place');
  });

  it('are tables of equal rows, and say what is missed', () => {
    const results = resultsOf(
      'a machine',
      [
        {
          title: 'Title',
          heads: ['', 'a', 'b'],
          rows: [
            ['one', '1 | 2'],
            ['two', '3', '4'],
          ],
        },
      ],
      'Missed: one',
    );
    expect(results).toBe(
      'a machine\n\n### Title\n\n|  | a | b |\n| --- | --- | --- |\n| one | 1 \\| 2 |  |\n| two | 3 | 4 |\n\n**Missed: one**',
    );
  });
});
