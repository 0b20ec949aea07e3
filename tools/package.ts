/**
 * `npm run package`: both extensions and their source code as archives under dist/, with the SBOM and the SHA-256 of each. The same source
 * gives the same bytes, in every folder and on every machine with the versions in docs/building.md.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { buildTargets, outputOf } from './build.ts';
import {
  faultsIn,
  MOST_BYTES,
  MOST_SOURCE_BYTES,
  PACKAGED,
  type Packaged,
  sizeFault,
} from './package/contents.ts';
import { SBOM_FILE } from './package/sbom.ts';
import { sourceFiles } from './package/source.ts';
import { zipOf } from './package/zip.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const { version } = packageJson;

/** A file that `npm run package` writes below dist/. */
export interface Archive {
  name: string;
  bytes: Uint8Array;
}

/** What stands in dist/TARGET, or in `folder`, zipped. Throws, naming each fault, when it holds what it must not, or is too large. */
export function packageOf(target: Packaged, folder = outputOf(target)): Archive {
  const files = filesIn(folder);
  const name = `in-camera-${version}-${target}.zip`;
  const bytes = zipOf(files);
  stopAt([...faultsIn(target, [...files.keys()]), sizeFault(name, bytes.length, MOST_BYTES)]);
  return { name, bytes };
}

/** The source code, zipped. */
export function sourceArchive(): Archive {
  const { paths, uncommitted } = sourceFiles(root);
  if (uncommitted.length > 0)
    console.error(`The source archive holds what no commit does:\n${uncommitted.join('\n')}`);
  const name = `in-camera-${version}-source.zip`;
  const bytes = zipOf(new Map(paths.map((path) => [path, readFileSync(join(root, path))])));
  stopAt([sizeFault(name, bytes.length, MOST_SOURCE_BYTES)]);
  return { name, bytes };
}

/** As sha256sum writes and checks it. */
export function sumOf({ name, bytes }: Archive): string {
  return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;
}

/** All files below a folder, by their path in it with slashes. */
function filesIn(folder: string): Map<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path.replaceAll(sep, '/'), readFileSync(join(folder, path))]),
  );
}

function stopAt(faults: readonly (string | null)[]): void {
  const named = faults.filter((fault) => fault !== null);
  if (named.length > 0) throw new Error(named.join('\n'));
}

async function packageAll(): Promise<void> {
  await buildTargets(PACKAGED, true);
  const sbom = readFileSync(join(outputOf('firefox'), SBOM_FILE));
  const archives = [
    ...PACKAGED.map((target) => packageOf(target)),
    sourceArchive(),
    { name: `in-camera-${version}.cdx.json`, bytes: sbom },
  ];
  const dist = join(root, 'dist');
  // Of another version, perhaps.
  for (const old of readdirSync(dist).filter((name) => /^in-camera-.*(?:\.zip|\.cdx\.json)$/.test(name)))
    rmSync(join(dist, old));
  for (const { name, bytes } of archives) {
    writeFileSync(join(dist, name), bytes);
    console.log(`dist/${name}: ${bytes.length} bytes`);
  }
  const sums = archives.map(sumOf).join('');
  writeFileSync(join(dist, 'SHA256SUMS'), sums);
  console.log(`\ndist/SHA256SUMS:\n${sums}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await packageAll().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
