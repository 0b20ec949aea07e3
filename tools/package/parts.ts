/**
 * What is shipped beside our own code. The bundler says which modules it put into the files; here each becomes the package that it is of,
 * with its version, licence and licence text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export interface Part {
  /** The package's name at npm, or what people call it. */
  name: string;
  version: string | null;
  /** An identifier of https://spdx.org/licenses/, one of ALLOWED_LICENCES. */
  licence: string;
  /** Whole, with the copyright lines of its makers. */
  licenceText: string;
  /** Where its source code is. */
  source: string;
  /** SHA-512 of npm's archive, in hexadecimal digits, out of package-lock.json; null for what came within another part. */
  sha512: string | null;
  /** The part in whose published file it came; null for a package of its own. */
  within: string | null;
  /** `data` is no program. */
  kind: 'library' | 'data';
}

/** Each lets us ship under the EUPL-1.2 if its text goes with it; of MPL-2.0 people must be told besides where its source is. */
export const ALLOWED_LICENCES: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
];

/** What no module graph shows: a package's published file may hold others. A name is a dependency of the package, or data. */
const WITHIN: Readonly<Record<string, readonly ('tldts-core' | 'Public Suffix List')[]>> = {
  // The minified file (vite.config.ts) is made of src/ and tldts-core/src/: see `sources` in its source map.
  'tldts-icann': ['tldts-core', 'Public Suffix List'],
};

/** Code that the builders themselves add: their names for such modules begin with a null character. */
const OF_BUILDERS: Readonly<Record<string, string>> = {
  '\0rolldown/runtime.js': 'rolldown',
  '\0vite/preload-helper.js': 'vite',
  '\0vite/modulepreload-polyfill.js': 'vite',
};
/** Our own, in a form that CRXJS gives it. */
const OURS = new Set(['/@crx/manifest']);

const manifest = z.object({
  version: z.string(),
  license: z.string(),
  homepage: z.string().optional(),
  repository: z.union([z.string(), z.object({ url: z.string() })]).optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
});
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), integrity: z.string().optional() }),
  ),
});

/**
 * The parts of which these modules are, by name. `modules` are the bundler's ids, `root` is the project's folder with its node_modules,
 * absolute. Throws for a module of which nobody knows whose it is, and for a part without a licence text or with a licence that is not
 * allowed.
 */
export function partsOf(modules: Iterable<string>, root: string): Part[] {
  const names = new Set(Array.from(modules, (id) => packageOf(id, root)).filter((name) => name !== null));
  const lock = lockfile.parse(readJson(join(root, 'package-lock.json')));
  const parts = [...names].flatMap((name) => {
    const { integrity } = lock.packages[`node_modules/${name}`] ?? {};
    if (integrity === undefined) throw new Error(`${name} is shipped, and not in package-lock.json.`);
    const part = partOf(name, root, sha512Of(integrity, name));
    return [part, ...(WITHIN[name] ?? []).map((inner) => partWithin(inner, name, root))];
  });
  for (const { name, licence, licenceText } of parts) {
    if (!ALLOWED_LICENCES.includes(licence))
      throw new Error(`${name} is shipped, and its licence ${licence} is not among those allowed.`);
    if (licenceText.trim() === '') throw new Error(`${name} is shipped, and has no licence text.`);
  }
  return parts.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The package's name; null for our own code. */
function packageOf(id: string, root: string): string | null {
  const path = id.split('?', 1)[0] ?? '';
  if (OF_BUILDERS[path] !== undefined) return OF_BUILDERS[path];
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//s.exec(path) ?? [];
  if (name !== undefined) return name;
  if (OURS.has(path) || (path.startsWith(`${root}/`) && !path.startsWith('\0'))) return null;
  throw new Error(`The module ${JSON.stringify(id)} is shipped, and nobody knows whose it is.`);
}

function partOf(name: string, root: string, sha512: string): Part {
  const folder = join(root, 'node_modules', name);
  const about = manifest.parse(readJson(join(folder, 'package.json')));
  return {
    name,
    version: about.version,
    licence: about.license,
    licenceText: licenceTextIn(folder),
    source: sourceOf(about),
    sha512,
    within: null,
    kind: 'library',
  };
}

function partWithin(name: 'tldts-core' | 'Public Suffix List', within: string, root: string): Part {
  if (name === 'Public Suffix List') {
    const { licenseText } = z
      .object({ licenseText: z.string() })
      .parse(readJson(join(root, 'node_modules/spdx-license-list/licenses/MPL-2.0.json')));
    // Its head: "This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0." It has no version.
    const source = 'https://publicsuffix.org/list/public_suffix_list.dat';
    return {
      name,
      version: null,
      licence: 'MPL-2.0',
      licenceText: licenseText,
      source,
      sha512: null,
      within,
      kind: 'data',
    };
  }
  const holder = manifest.parse(readJson(join(root, 'node_modules', within, 'package.json')));
  // Both are released together, under one version; what npm installs beside it may be newer.
  const version = holder.dependencies?.[name]?.replace('^', '');
  if (version === undefined) throw new Error(`${within} no longer needs ${name}.`);
  return { ...partOf(name, root, ''), version, sha512: null, within };
}

/** Vite's file goes on with the licences of what Vite itself is bundled with, and nothing of that is in what it builds. */
const OF_OTHERS = /^# Licenses of bundled dependencies$.*/ms;

function licenceTextIn(folder: string): string {
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  return files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n'))
    .map((text) => text.replace(OF_OTHERS, '').trim())
    .join('\n\n');
}

/** An address that a browser opens, of "git+https://…", "git://…" or "github:…/…". */
function sourceOf({ repository, homepage }: z.infer<typeof manifest>): string {
  const written = (typeof repository === 'string' ? repository : repository?.url) ?? homepage ?? '';
  const address = written
    .replace(/^git\+/, '')
    .replace(/^(?:git:\/\/|ssh:\/\/git@)/, 'https://')
    .replace(/^(?:github:)?([\w.-]+\/[\w.-]+)$/, 'https://github.com/$1');
  return address.replace(/\.git$/, '');
}

/** Of "sha512-<base64>". */
function sha512Of(integrity: string, name: string): string {
  const [, base64] = /(?:^|\s)sha512-([A-Za-z0-9+/=]+)/.exec(integrity) ?? [];
  if (base64 === undefined) throw new Error(`package-lock.json has no SHA-512 of ${name}.`);
  return Buffer.from(base64, 'base64').toString('hex');
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
