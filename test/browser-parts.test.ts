import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { FOLDERS, PARTS, WITHOUT_BROWSER } from './browser/parts.ts';

it.each(['test/browser', 'test/built', 'test/webmail'])(
  'every folder of tests in %s is in a part',
  (root) => {
    const folders = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => dirname(`${root}/${file}`));
    const known: string[] = [...Object.values(FOLDERS).flat(), ...WITHOUT_BROWSER];
    expect(folders).not.toEqual([]);
    expect([...new Set(folders)].filter((folder) => !known.includes(folder))).toEqual([]);
  },
);

it('each part is there for both browsers', () => {
  const names = ['Chromium', 'Firefox'].flatMap((browser) =>
    Object.keys(FOLDERS).map((folder) => `${browser} ${folder}`),
  );
  expect([...PARTS.keys()].sort()).toEqual(names.sort());
});
