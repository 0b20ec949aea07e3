import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { faultsIn, PACKAGED, sizeFault } from '../../tools/package/contents.ts';
import { SOURCE } from '../../tools/package/source.ts';
import { zipOf } from '../../tools/package/zip.ts';
import { packageOf, sourceArchive, sumOf } from '../../tools/package.ts';

const folder = mkdtempSync(join(tmpdir(), 'in-camera-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1));

describe.each(PACKAGED)('the package for %s', (target) => {
  const { name, bytes } = packageOf(target);
  const unzipped = unzipSync(bytes);

  it('holds exactly what was built', () => {
    expect(name).toBe(`in-camera-${packageJson.version}-${target}.zip`);
    expect(Object.keys(unzipped)).toEqual(filesBelow(`dist/${target}`).sort());
    for (const [file, content] of Object.entries(unzipped))
      expect(Buffer.from(content).equals(readFileSync(join('dist', target, file))), file).toBe(true);
  });

  it('has no file that nothing names', () => {
    const texts = Object.entries(unzipped)
      .filter(([file]) => /\.(?:js|html|json)$/.test(file))
      .map(([file, content]) => [file, Buffer.from(content).toString()] as const);
    for (const file of Object.keys(unzipped).filter((one) =>
      /^(?:assets|content|background|icons)\//.test(one),
    ))
      expect(
        texts.some(([other, text]) => other !== file && text.includes(file.split('/').at(-1) ?? file)),
        file,
      ).toBe(true);
  });

  it('tells of no source map, and no translator what only translators read', () => {
    for (const [file, content] of Object.entries(unzipped)) {
      const text = Buffer.from(content).toString();
      expect(/[#@] ?sourceMappingURL=/.exec(text), file).toBeNull();
      if (file.startsWith('_locales/')) expect(/"description":/.exec(text), file).toBeNull();
    }
  });

  it('matches no page of this machine', () => {
    const manifest = Buffer.from(unzipped['manifest.json'] ?? []).toString();
    expect(/127\.0\.0\.1|localhost/.exec(manifest)).toBeNull();
  });
});

describe('the budget', () => {
  const files = Object.keys(unzipSync(packageOf('firefox').bytes));

  it.each([
    'assets/index-12345678.js.map',
    'background/index.ts',
    '.DS_Store',
    'icons/.hidden.png',
    'content/other.iife.js',
    'content/meeting.test.js',
    '_locales/tlh/messages.json',
    'assets/data-12345678.wasm',
    'index.html',
    'service-worker-loader.js',
  ])('refuses %s', (file) => {
    expect(faultsIn('firefox', [...files, file])).toEqual([
      `firefox: ${file} does not belong into a package.`,
    ]);
  });

  it.each(['LICENSE', 'THIRD-PARTY-LICENCES.txt', 'sbom.cdx.json'])('misses %s', (file) => {
    expect(
      faultsIn(
        'firefox',
        files.filter((one) => one !== file),
      ),
    ).toEqual([`firefox: ${file} is missing.`]);
  });

  it('refuses what is too large', () => {
    expect(sizeFault('a.zip', 10, 10)).toBeNull();
    expect(sizeFault('a.zip', 11, 10)).toContain('a.zip');
  });
});

describe('the same bytes', () => {
  const files = new Map(
    ['b/2.txt', 'a.txt', 'b/10.txt', 'ä.txt'].map((name) => [name, Buffer.from(name.repeat(99))]),
  );

  it('in whichever order the files came, and in every time zone', () => {
    const zone = process.env['TZ'];
    const archives = ['Asia/Kolkata', 'America/New_York', 'Pacific/Apia', 'UTC'].map((name, index) => {
      process.env['TZ'] = name;
      const entries = [...files];
      return zipOf(new Map(index % 2 === 0 ? entries : entries.reverse()));
    });
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(new Set(archives.map((bytes) => sumOf({ name: 'a.zip', bytes }))).size).toBe(1);
  });

  it('in whichever folder it is built', { timeout: 180_000 }, async () => {
    const elsewhere = join(folder, 'else where');
    mkdirSync(elsewhere);
    const needed = [
      'src',
      'extension',
      'tools',
      ...SOURCE.filter((name) => /^(?:LICENSE|.*\.(?:ts|json))$/.test(name)),
    ];
    for (const name of needed) cpSync(name, join(elsewhere, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(elsewhere, 'node_modules'));
    const vite = join(elsewhere, 'node_modules/vite/bin/vite.js');
    await promisify(execFile)(process.execPath, [vite, 'build', '--mode', 'firefox'], {
      cwd: elsewhere,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    expect(sumOf(packageOf('firefox', join(elsewhere, 'dist/firefox')))).toBe(sumOf(packageOf('firefox')));
  });
});

describe('the source archive', () => {
  it('holds what Mozilla asks for, and nothing that was built', () => {
    const files = Object.keys(unzipSync(sourceArchive().bytes));
    for (const needed of [
      'README.md',
      'docs/building.md',
      'package.json',
      'package-lock.json',
      'tools/run.mjs',
      'manifest.json',
    ])
      expect(files).toContain(needed);
    expect(files.filter((file) => /^(?:node_modules|dist|\.git)\//.test(file))).toEqual([]);
  });

  const isRepository = existsSync('.git');
  if (!isRepository)
    console.warn('This folder is no git repository: nothing says what else belongs to the source code.');
  it.skipIf(!isRepository)('has all of the repository at its top', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
    const tops = new Set(tracked.map((path) => path.split('/', 1)[0] ?? '').filter((top) => top !== ''));
    expect([...tops].sort()).toEqual([...SOURCE].sort());
  });
});

describe('the version', () => {
  it('stands in package.json alone', () => {
    expect(JSON.parse(readFileSync('manifest.json', 'utf8'))).not.toHaveProperty('version');
    for (const target of PACKAGED)
      expect(JSON.parse(readFileSync(`dist/${target}/manifest.json`, 'utf8'))).toHaveProperty(
        'version',
        packageJson.version,
      );
  });

  it('has its entry in the changelog, above all earlier ones', () => {
    const headings = Array.from(
      readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## \[(.+?)\](.*)$/gm),
      ([, name, rest]) => [name, rest],
    );
    const [newest, date] = headings.find(([name]) => name !== 'Unreleased') ?? [];
    expect(newest).toBe(packageJson.version);
    expect(date).toMatch(/^ - \d{4}-\d{2}-\d{2}$/);
  });
});
