import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import packageJson from './package.json' with { type: 'json' };

/** One manifest; Firefox needs `background.scripts`, Chromium knows neither that nor `browser_specific_settings`. */
function manifestFor(target: string, loopback: boolean): ManifestV3Export {
  const { browser_specific_settings, key, minimum_chrome_version, background, content_scripts, ...common } =
    manifest;
  // The demonstration and the browser tests serve webmail on this machine; the shipped builds never match it.
  const here = loopback ? ['http://127.0.0.1/*'] : [];
  const shared = {
    ...common,
    version: packageJson.version,
    host_permissions: [...manifest.host_permissions, ...here],
    content_scripts: content_scripts.map((script) => ({ ...script, matches: [...script.matches, ...here] })),
  };
  const adapted =
    target === 'firefox'
      ? {
          ...shared,
          background: { scripts: [background.service_worker], type: 'module' },
          browser_specific_settings,
        }
      : { ...shared, key, minimum_chrome_version, background };
  return adapted as ManifestV3Export;
}

export default defineConfig(({ mode }) => {
  const [target = 'chromium', where] = mode.split('-');
  return {
    root: 'extension',
    base: './',
    publicDir: 'public',
    build: {
      outDir: `../dist/${mode}`,
      emptyOutDir: true,
      modulePreload: false,
      target: 'es2022',
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [crx({ manifest: manifestFor(target, where === 'loopback') })],
  };
});
