import type { Plugin } from 'vite';

/** A content script's source, in the extension's folder. CRXJS builds each into one self-contained file of its own. */
const CONTENT_SCRIPT = /\/content\/[^/]+\.iife\.ts$/;

/**
 * Leaves out the second form of the scripts that the worker injects by name: CRXJS 3.0.0 emits them as chunks, too, to know their names, and
 * nothing loads those. What only they used goes with them.
 */
export function withoutUnused(): Plugin {
  return {
    name: 'in-camera:without-unused',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const [file, chunk] of Object.entries(bundle))
        if (chunk.type === 'chunk' && CONTENT_SCRIPT.test(chunk.facadeModuleId ?? '')) delete bundle[file];
      let before = 0;
      while (before !== Object.keys(bundle).length) {
        before = Object.keys(bundle).length;
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
        const imported = new Set(chunks.flatMap((one) => [...one.imports, ...one.dynamicImports]));
        for (const { fileName, isEntry, isDynamicEntry } of chunks)
          if (!isEntry && !isDynamicEntry && !imported.has(fileName)) delete bundle[fileName];
      }
    },
  };
}
