import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { isRecord } from '../../../../src/record.ts';
import { serve } from '../../own-pages.ts';

/** Before any script of ours: what they ask of the browser, and roots that tests may look into. */
const BEFORE = `
  globalThis.browser = { i18n: { getMessage: () => '', getUILanguage: () => 'en-GB' } };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: 'open' }); };
`;

export async function serveGallery(): Promise<{ server: Server; url: string }> {
  const script = await bundled('in-page.ts');
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <main><h1>Mail</h1><p><a href="#join">Join</a></p></main><script>${BEFORE}</script><script>${script.replaceAll('</script', '<\\/script')}</script></html>`;
  const { server, outside } = await serve({ '/': page });
  // Where the extension is not, and shows no notice of its own.
  return { server, url: `${outside}/` };
}

async function bundled(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL(name, import.meta.url)),
        formats: ['iife'],
        name: 'galleryScript',
        fileName: 'gallery',
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const [chunk] = isRecord(first) && Array.isArray(first.output) ? first.output : [];
  if (!isRecord(chunk) || typeof chunk.code !== 'string') throw new Error('The gallery was not built.');
  return chunk.code;
}
