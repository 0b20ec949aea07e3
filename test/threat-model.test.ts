import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** [name](../test/FILE), with the tests in it that are meant: “…”, “…”. */
const NAMED = /\]\(\.\.\/(test\/[^)]+)\)((?:,? ?“[^”]+”)*)/g;
const DOCS = readFileSync('docs/threat-model.md', 'utf8');
const ROWS = DOCS.split('\n').filter((line) => /^\| (?!Threat|-)/.test(line.replace(/^\|-+/, '| -')));

const named = Array.from(DOCS.matchAll(NAMED), ([, file = '', tests = '']) => ({
  file,
  tests: Array.from(tests.matchAll(/“([^”]+)”/g), ([, test = '']) => test),
}));

it('each threat has a defence and something that shows it', () => {
  expect(ROWS.length).toBeGreaterThan(10);
  for (const row of ROWS) {
    const [, threat, defence, shown = ''] = row.split('|').map((cell) => cell.trim());
    expect(threat, row).not.toBe('');
    expect(defence, row).not.toBe('');
    expect(shown, row).toMatch(/\]\(|`npm run/);
  }
});

it.each(named)('the tests are there that it names: $file', ({ file, tests }) => {
  expect(existsSync(file)).toBe(true);
  const source = readFileSync(file, 'utf8').replace(/\\(['’])/g, '$1');
  for (const test of tests) expect(source).toContain(test);
});
