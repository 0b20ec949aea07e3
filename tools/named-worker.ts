import type { Plugin } from 'vite';

const WORKER = /\/background\/index\.ts$/;

/**
 * Names the worker's file by what it is. By its hash it would have another name in every folder that it is built in: what CRXJS 3.0.0 puts in for
 * the names of injected scripts holds a hash of their absolute paths while the bundler takes the worker's hash.
 */
export function namedWorker(): Plugin {
  return {
    name: 'in-camera:named-worker',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            chunkFileNames: ({ facadeModuleId }) =>
              WORKER.test(facadeModuleId ?? '') ? 'background/index.js' : 'assets/[name]-[hash].js',
          },
        },
      },
    }),
  };
}
