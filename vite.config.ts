import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { namedWorker } from './tools/named-worker.ts';
import { shippedParts } from './tools/shipped-parts.ts';
import { withoutDescriptions } from './tools/without-descriptions.ts';
import { withoutExamples } from './tools/without-examples.ts';
import { withoutUnused } from './tools/without-unused.ts';

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
 * What CRXJS cannot know of the manifest.
 *
 * It lets every page fetch a script that the worker injects by name (content/hold.iife.ts). Injecting needs no such leave, and a page could
 * tell by it that we are there.
 *
 * Our own pages carry their styles in themselves: a stylesheet to fetch costs the popup a frame (first paint of Debian's Chromium, median of
 * twelve openings: 120 ms with, 96 ms without). Their policy names each by its hash, and no other can get in.
 */
function finishedManifest(): Plugin {
  return {
    name: 'in-camera:finished-manifest',
    enforce: 'post',
    writeBundle({ dir = '' }, bundle) {
      const path = join(dir, 'manifest.json');
      // The content scripts' own builds write no manifest.
      if (!existsSync(path)) return;
      const manifest: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
      delete manifest['web_accessible_resources'];
      const pages = Object.keys(bundle).filter((file) => file.endsWith('.html'));
      const hashes = pages.flatMap((page) => hashesOfStyles(readFileSync(join(dir, page), 'utf8')));
      const styles = ["style-src 'self'", ...new Set(hashes)].join(' ');
      writeFileSync(path, JSON.stringify(manifest, null, 2).replace("style-src 'self'", styles));
    },
  };
}

/** As `style-src` names them: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
const hashesOfStyles = (html: string): string[] =>
  Array.from(
    html.matchAll(/<style>(.*?)<\/style>/gs),
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );

/** `getModuleInfo` of the bundler's plugin context, as far as it is used here. */
interface Graph {
  getModuleInfo(id: string): { isEntry: boolean; importers: readonly string[] } | null;
}

/** Files from which a static chain of imports leads to this module: the pages, the worker, what is imported dynamically. */
function rootsOf(id: string, graph: Graph): Set<string> {
  const seen = new Set([id]);
  const roots = new Set<string>();
  // A set goes on to what is added while it is read.
  for (const each of seen) {
    const info = graph.getModuleInfo(each);
    if (info === null || info.isEntry || info.importers.length === 0) roots.add(each);
    for (const importer of info?.importers ?? []) seen.add(importer);
  }
  return roots;
}

const uses = (roots: ReadonlySet<string>, file: string): boolean =>
  [...roots].some((root) => root.endsWith(file));

/**
 * The popup must paint at once, and each file that it loads costs it some milliseconds: three in place of eighteen. What the worker needs
 * too is apart, so that the worker loads no more than that.
 */
const POPUP_CHUNKS = [
  { name: 'popup-and-worker', worker: true, priority: 2 },
  { name: 'popup-and-pages', worker: false, priority: 1 },
].map(({ name, worker, priority }) => ({
  debugName: name,
  priority,
  name(id: string, graph: Graph): string | null {
    const roots = rootsOf(id, graph);
    const isShared = uses(roots, '/popup/index.html') && roots.size > 1;
    return isShared && uses(roots, '/background/index.ts') === worker ? name : null;
  },
}));

export default defineConfig(({ mode }) => {
  const [target = 'chromium', where] = mode.split('-');
  const parts = shippedParts();
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
      rolldownOptions: {
        input: { 'first-run': 'extension/first-run/index.html' },
        output: { codeSplitting: { groups: POPUP_CHUNKS } },
      },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // The worker that checks saved invitations; a worker of one file needs no others to start.
    worker: { format: 'es', plugins: () => [withoutExamples(), parts.inWorkers] },
    plugins: [
      withoutExamples(),
      withoutDescriptions(),

      parts.whole,
      namedWorker(),
      crx({ manifest: manifestFor(target, where === 'loopback') }),
      withoutUnused(),
      finishedManifest(),
    ],
  };
});
