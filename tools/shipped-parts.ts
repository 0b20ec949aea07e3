import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, normalizePath, type Plugin, type Rolldown } from 'vite';
import packageJson from '../package.json' with { type: 'json' };
import { LICENCES_FILE, licencesText } from './package/licences.ts';
import { partsOf } from './package/parts.ts';
import { SBOM_FILE, sbomOf } from './package/sbom.ts';

const root = normalizePath(fileURLToPath(new URL('..', import.meta.url))).replace(/\/$/, '');

/**
 * Writes into what is built whose work it holds: our LICENSE, the licences of all others' parts, and the SBOM. `inWorkers` belongs to the
 * plugins of Web Workers, whose files are built apart.
 */
export function shippedParts(): { inWorkers: Plugin; whole: Plugin } {
  const modules = new Set<string>();
  const note = (files: Iterable<Rolldown.OutputAsset | Rolldown.OutputChunk>): void => {
    for (const file of files)
      if (file.type === 'chunk')
        for (const [id, { renderedLength }] of Object.entries(file.modules))
          if (renderedLength > 0) modules.add(id);
  };
  return {
    inWorkers: {
      name: 'in-camera:shipped-parts-in-workers',
      generateBundle: (_, bundle) => note(Object.values(bundle)),
    },
    whole: {
      name: 'in-camera:shipped-parts',
      enforce: 'post',
      // Before others drop or rename files.
      generateBundle: {
        order: 'pre',
        async handler(_, bundle) {
          note(Object.values(bundle));
          note(await contentScripts());
          const parts = partsOf(modules, root);
          const files = {
            LICENSE: readFileSync(join(root, 'LICENSE')),
            [LICENCES_FILE]: licencesText(parts),
            [SBOM_FILE]: sbomOf(packageJson.version, parts),
          };
          for (const [fileName, source] of Object.entries(files))
            this.emitFile({ type: 'asset', fileName, source });
        },
      },
    },
  };
}

/** CRXJS builds each of them by itself, with no plugins of ours (facts/toolchain.md): so their modules are asked for once more here. */
async function contentScripts(): Promise<(Rolldown.OutputAsset | Rolldown.OutputChunk)[]> {
  const folder = join(root, 'extension/content');
  const input = readdirSync(folder).filter((file) => file.endsWith('.iife.ts'));
  const built = await build({
    configFile: false,
    root: join(root, 'extension'),
    logLevel: 'silent',
    publicDir: false,
    build: { write: false, rolldownOptions: { input: input.map((file) => join(folder, file)) } },
  });
  if ('on' in built) throw new Error('Vite watches instead of building.');
  return [built].flat().flatMap(({ output }) => output);
}
