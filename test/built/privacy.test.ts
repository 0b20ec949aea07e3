import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isRecord } from '../../src/record.ts';
import { storedKeys } from './stored-keys.ts';

const page = readFileSync('docs/privacy.md', 'utf8');
const manifest: unknown = JSON.parse(readFileSync('dist/firefox/manifest.json', 'utf8'));

/** The rows of the table under a heading, each as its cells. */
function rowsUnder(heading: string): string[][] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const lines = (section.split('\n## ', 1)[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

it('names every key that the extension stores under, with what, how long and how to erase it', () => {
  const rows = rowsUnder('What it keeps');
  const named = rows.map(([key = '', area = '']) => `${area} ${key.replaceAll('`', '')}`);
  expect(named.sort()).toEqual(storedKeys('extension'));
  for (const row of rows) {
    expect(row).toHaveLength(5);
    for (const cell of row) expect(cell, row[0]).not.toBe('');
  }
});

const code = readdirSync('extension', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => [file, withoutComments(readFileSync(join('extension', file), 'utf8'))] as const);

it('looks for those keys where the extension stores: no area goes by another name, but where that is known', () => {
  const others = code.filter(([, text]) =>
    /storage\.(?:local|session)\b(?!\s*\.)|=\s*browser\.storage\b(?!\.)|storage\[/.test(text),
  );
  // The one forbids content scripts to write; the other is known to stored-keys.ts.
  expect(others.map(([file]) => file).sort()).toEqual(['background/policy-store.ts', 'set-aside.ts']);
});

it('is right that nothing is kept anywhere else, and nothing synchronised', () => {
  for (const [file, text] of code)
    expect(
      /\b(?:localStorage|sessionStorage|indexedDB|document\.cookie|storage\.sync)\b|\bcaches\.|cookieStore/.exec(
        text,
      ),
      file,
    ).toBeNull();
});

it('gives a reason for each permission, and no permission is asked for without', () => {
  if (!isRecord(manifest) || !Array.isArray(manifest['permissions'])) throw new Error('no manifest');
  const asked = [
    ...manifest['permissions'].map(String),
    ...Object.keys(manifest).filter((key) => /_permissions$|^content_scripts$/.test(key)),
  ];
  const reasons = rowsUnder('Permissions, and why').map(([name = '']) => /^`([a-zA-Z_]+)`/.exec(name)?.[1]);
  expect(reasons.sort()).toEqual(asked.sort());
  expect(manifest).toHaveProperty('browser_specific_settings.gecko.data_collection_permissions', {
    required: ['none'],
  });
});

/** Good enough for words that stand in no text of ours. */
function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\//gs, '').replace(/^\s*\/\/.*$/gm, '');
}
