import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { overweight, weightsOf } from '../../tools/budgets.ts';

/** Bytes are those of the shipped builds; `npm run build` asks the same. */
const PAGE_SCRIPTS = ['hold', 'in-camera', 'join', 'meeting', 'notice'].map(
  (name) => `content/${name}.iife.js`,
);
const heavier = mkdtempSync(join(tmpdir(), 'in-camera-weight-'));
afterAll(() => rmSync(heavier, { recursive: true, force: true }));

it.each(['chromium', 'firefox'])('%s: no part is heavier than its budget', (target) => {
  const weights = weightsOf(join('dist', target));
  expect(weights.map(({ part }) => part)).toEqual([...PAGE_SCRIPTS, 'background', 'popup']);
  expect(overweight(weights)).toEqual([]);
  // What a static import brings counts: the worker's own file is a tenth of it.
  const bytes = (name: string): number => weights.find(({ part }) => part === name)?.bytes ?? 0;
  expect(bytes('background')).toBeGreaterThan(300_000);
  expect(bytes('popup')).toBeGreaterThan(30_000);
});

it('names each part that is too heavy, with its weight', () => {
  cpSync('dist/chromium', heavier, { recursive: true });
  appendFileSync(join(heavier, 'content/hold.iife.js'), ' '.repeat(40_000));
  appendFileSync(join(heavier, 'service-worker-loader.js'), ' '.repeat(40_000));
  expect(overweight(weightsOf(heavier))).toEqual([
    expect.stringMatching(/^content\/hold\.iife\.js is 6\d{4} bytes, and may be 40960 /),
    expect.stringMatching(/^background is 4\d{5} bytes/),
  ]);
});

it('does not pass over a file that is missing', () => {
  rmSync(join(heavier, 'content'), { recursive: true });
  expect(() => weightsOf(heavier)).toThrow('content');
});
