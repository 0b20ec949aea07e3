import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { PACKAGED } from '../../tools/package/contents.ts';
import { ALLOWED_LICENCES, partsOf } from '../../tools/package/parts.ts';

/** Whose work ships. Another name here is a decision: look at its licence, its size and its makers first. */
const SHIPPED = [
  'Public Suffix List',
  'entities',
  'htmlparser2',
  'ical.js',
  'postal-mime',
  'preact',
  'punycode',
  'rolldown',
  'tldts-core',
  'tldts-icann',
  'vite',
  'webextension-polyfill',
  'zod',
];

const component = z.object({
  name: z.string(),
  type: z.enum(['library', 'data']),
  version: z.string().optional(),
  purl: z.string().optional(),
  hashes: z
    .array(z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) }))
    .optional(),
  licenses: z.array(z.object({ license: z.object({ id: z.string() }) })).length(1),
});
const sbom = z.object({
  components: z.array(component.extend({ components: z.array(component).optional() })),
  metadata: z.object({ component: z.object({ version: z.string() }) }),
});
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), integrity: z.string().optional() }),
  ),
});
const lock = lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

describe.each(PACKAGED)('dist/%s', (target) => {
  const text = readFileSync(`dist/${target}/sbom.cdx.json`, 'utf8');
  const { components } = sbom.parse(JSON.parse(text));
  const all = components.flatMap((one) => [one, ...(one.components ?? [])]);
  const licences = readFileSync(`dist/${target}/THIRD-PARTY-LICENCES.txt`, 'utf8');

  it('has an SBOM that is CycloneDX 1.6, to the letter of its schema', async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await validator.validate(text)).toBeNull();
    expect(await validator.validate(text.replace('"library"', '"libary"'))).not.toBeNull();
  });

  it('holds the parts that we know of, and tells no time', () => {
    expect(all.map(({ name }) => name).sort()).toEqual(SHIPPED);
    expect(text).not.toMatch(/"(?:timestamp|serialNumber)"/);
  });

  it('names each package as package-lock.json has it', () => {
    for (const { name, version, purl, hashes } of components) {
      const locked = lock.packages[`node_modules/${name}`];
      expect(version, name).toBe(locked?.version);
      expect(purl).toBe(`pkg:npm/${name}@${version}`);
      const [hash] = hashes ?? [];
      expect(`sha512-${Buffer.from(hash?.content ?? '', 'hex').toString('base64')}`, name).toBe(
        locked?.integrity,
      );
    }
  });

  it('has the licence of each part, whole', () => {
    const sections = licences.split(/^={80}\n/m).slice(1);
    expect(sections).toHaveLength(all.length);
    for (const { name, version, licenses } of all) {
      const id = licenses[0]?.license.id ?? '';
      expect(ALLOWED_LICENCES).toContain(id);
      const own = sections.find((section) =>
        section.startsWith(version === undefined ? `${name} (` : `${name} ${version}`),
      );
      expect(own, name).toContain(`Licence: ${id}\nSource: https://`);
      expect(own, name).toMatch(/Copyright|Mozilla Public License Version 2\.0/i);
      expect(own?.length, name).toBeGreaterThan(700);
    }
    expect(readFileSync(`dist/${target}/LICENSE`)).toEqual(readFileSync('LICENSE'));
  });
});

it('knows what the minified tldts is made of', () => {
  const map = z
    .object({ sources: z.array(z.string()) })
    .parse(JSON.parse(readFileSync('node_modules/tldts-icann/dist/index.esm.min.js.map', 'utf8')));
  const others = map.sources.flatMap((path) => /^(?:\.\.\/)+(tldts-[a-z]+)\//.exec(path)?.[1] ?? []);
  expect([...new Set(others)]).toEqual(['tldts-core']);
});

describe('a part', () => {
  const root = mkdtempSync(join(tmpdir(), 'in-camera-parts-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const module = `${root}/node_modules/thing/index.js`;

  function install(licence: string, files: Record<string, string>): void {
    const thing = join(root, 'node_modules/thing');
    rmSync(thing, { recursive: true, force: true });
    mkdirSync(thing, { recursive: true });
    const about = { name: 'thing', version: '1.0.0', license: licence, repository: 'github:them/thing' };
    writeFileSync(join(thing, 'package.json'), JSON.stringify(about));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(thing, name), text);
    const packages = { 'node_modules/thing': { version: '1.0.0', integrity: `sha512-${'A'.repeat(86)}==` } };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  }

  it('ships with its licence', () => {
    install('MIT', { LICENSE: 'Copyright them' });
    expect(partsOf([module, `${root}/src/review.ts`], root)).toEqual([
      {
        name: 'thing',
        version: '1.0.0',
        licence: 'MIT',
        licenceText: 'Copyright them',
        source: 'https://github.com/them/thing',
        sha512: '0'.repeat(128),
        within: null,
        kind: 'library',
      },
    ]);
  });

  it('does not ship without a licence text, or under a licence that is not allowed', () => {
    install('MIT', { 'README.md': 'MIT' });
    expect(() => partsOf([module], root)).toThrow('thing is shipped, and has no licence text.');
    install('GPL-3.0-only', { LICENSE: 'Copyright them' });
    expect(() => partsOf([module], root)).toThrow('its licence GPL-3.0-only is not among those allowed');
    install('(MIT OR GPL-3.0-only)', { LICENSE: 'Copyright them' });
    expect(() => partsOf([module], root)).toThrow('not among those allowed');
  });

  it('does not ship when nobody knows whose it is', () => {
    install('MIT', { LICENSE: 'Copyright them' });
    for (const strange of ['\0some/virtual.js', '/elsewhere/x.js', 'virtual:thing'])
      expect(() => partsOf([strange], root)).toThrow('nobody knows whose it is');
    expect(() => partsOf([`${root}/node_modules/other/index.js`], root)).toThrow('not in package-lock.json');
    expect(partsOf([resolve(root, 'src/a.ts')], root)).toEqual([]);
  });
});
