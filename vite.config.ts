import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { withoutDescriptions } from './tools/without-descriptions.ts';
import { withoutExamples } from './tools/without-examples.ts';

type Manifest = Exclude<
  Parameters<typeof crx>[0]['manifest'],
  Promise<unknown> | ((...args: never) => unknown)
>;

/** The content script of the platforms' own hosts. */
const JOIN_SCRIPT = 'content/join.iife.ts';

/** One manifest; Firefox needs `background.scripts`, Chromium knows neither that nor `browser_specific_settings`. */
function manifestFor(target: string, loopback: boolean): Manifest {
  const manifest: Manifest & { manifest_version: 3 } = JSON.parse(
    readFileSync(new URL('manifest.json', import.meta.url), 'utf8'),
  );
  const { browser_specific_settings, key, minimum_chrome_version, background, ...common } = manifest;
  // The demonstration and the browser tests serve webmail on this machine; the shipped builds never match it.
  const here = loopback ? ['http://127.0.0.1/*'] : [];
  const shared = {
    ...common,
    version: packageJson.version,
    host_permissions: [...(manifest.host_permissions ?? []), ...here],
    // The platforms' own pages have no stand-in here: the tests answer for their hosts, and this machine's pages are webmail.
    content_scripts: manifest.content_scripts?.map((script) => ({
      ...script,
      matches: [...(script.matches ?? []), ...(script.js?.includes(JOIN_SCRIPT) === true ? [] : here)],
    })),
  };
  const worker = background !== undefined && 'service_worker' in background ? background.service_worker : '';
  return target === 'firefox'
    ? { ...shared, background: { scripts: [worker], type: 'module' }, browser_specific_settings }
    : { ...shared, key, minimum_chrome_version, background };
}

/**
 * CRXJS lets every page fetch a script that the worker injects by name (content/hold.iife.ts). Injecting needs no such leave, and a page
 * could tell by it that we are there.
 */
function nothingWebAccessible(): Plugin {
  return {
    name: 'in-camera:nothing-web-accessible',
    enforce: 'post',
    writeBundle({ dir = '' }) {
      const path = join(dir, 'manifest.json');
      // The content scripts' own builds write no manifest.
      if (!existsSync(path)) return;
      const manifest: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
      delete manifest['web_accessible_resources'];
      writeFileSync(path, JSON.stringify(manifest, null, 2));
    },
  };
}

export default defineConfig(({ mode }) => {
  const [target = 'chromium', where] = mode.split('-');
  return {
    root: 'extension',
    base: './',
    publicDir: 'public',
    // Rolldown writes the list of public suffixes twice; the package's own minified file has it once.
    resolve: { alias: { 'tldts-icann': 'tldts-icann/dist/index.esm.min.js' } },
    build: {
      outDir: `../dist/${mode}`,
      emptyOutDir: true,
      modulePreload: false,
      target: 'es2022',
      // The manifest names the others.
      rolldownOptions: { input: { 'first-run': 'extension/first-run/index.html' } },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // The worker that checks saved invitations; a worker of one file needs no others to start.
    worker: { format: 'es', plugins: () => [withoutExamples()] },
    plugins: [
      withoutExamples(),
      withoutDescriptions(),
      crx({ manifest: manifestFor(target, where === 'loopback') }),
      nothingWebAccessible(),
    ],
  };
});
