import { mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/**
 * A command line tool as one program for Node.js, in a new folder below this one; returns its path. For tests that start it many times:
 * by tsx, as npm does it, each start takes a second of a processor's time to put the same sources together.
 */
export async function bundled(tool: 'check' | 'policy', below: string): Promise<string> {
  const outDir = mkdtempSync(join(below, 'bundle-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: resolve('tools', `${tool}.ts`),
      outDir,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'tool.mjs', codeSplitting: false } },
    },
  });
  return join(outDir, 'tool.mjs');
}
