import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRecord } from '../../src/record.ts';

/** What ships, as it stands in dist/. */
describe.each(['chromium', 'firefox'])('dist/%s', (target) => {
  const dist = join('dist', target);
  const manifest: unknown = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  if (!isRecord(manifest)) throw new Error('manifest.json is no object');
  const scripts = Array.isArray(manifest['content_scripts']) ? manifest['content_scripts'] : [];

  it('asks for no more than it needs', () => {
    expect(manifest['permissions']).toEqual(['storage', 'activeTab', 'scripting']);
    expect(manifest['optional_host_permissions']).toEqual(['https://*/*']);
    expect(manifest['host_permissions']).not.toEqual(
      expect.arrayContaining([expect.stringContaining('127.0.0.1')]),
    );
    // The second runs on the platforms' own hosts: its matches let it in there, and no host permission is needed for that.
    expect(scripts).toMatchObject([
      { matches: manifest['host_permissions'], all_frames: true },
      { run_at: 'document_start' },
    ]);
    expect(scripts[1]).not.toHaveProperty('match_origin_as_fallback');
    expect(scripts[1]).not.toHaveProperty('all_frames', true);
    expect(manifest['host_permissions']).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/zoom|webex|teams|meet\.google/)]),
    );
  });

  it('makes nothing web-accessible', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('has content scripts of one file each, minified', () => {
    const js = scripts.flatMap((script) =>
      isRecord(script) && Array.isArray(script['js']) ? script['js'] : [],
    );
    expect(js).toEqual(['content/in-camera.iife.js', 'content/join.iife.js']);
    expect(scripts.some((script) => isRecord(script) && 'css' in script)).toBe(false);
    for (const path of js.map((name) => join(dist, String(name)))) {
      const code = readFileSync(path, 'utf8');
      expect(code).not.toMatch(/\bimport\s*\(|\bimport\s+[\w{*]|\brequire\(/);
      expect(code.split('\n').length).toBeLessThan(50);
    }
  });

  it('has no other script for pages that is made of several files', () => {
    const others = ['meeting', 'notice', 'hold', 'join'].map((name) => join(dist, `content/${name}.iife.js`));
    for (const path of others) {
      expect(readFileSync(path, 'utf8'), path).not.toMatch(/\bimport\s*\(|\bimport\s+[\w{*]|\brequire\(/);
    }
  });

  it('is named by the popup as it is built', () => {
    const popup = files.filter((file) => /popup|index\.html/.test(file) && file.endsWith('.js'));
    const code = files
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(dist, file), 'utf8'));
    expect(popup.length + code.length).toBeGreaterThan(0);
    expect(code.some((one) => one.includes('content/in-camera.iife.js'))).toBe(true);
  });

  it('has every icon, locale and page that the manifest names', () => {
    for (const path of [
      'icons/16.png',
      'icons/128.png',
      'popup/index.html',
      '_locales/en/messages.json',
      '_locales/nl/messages.json',
    ])
      expect(existsSync(join(dist, path)), path).toBe(true);
    if (target === 'chromium') expect(existsSync(join(dist, 'managed_schema.json'))).toBe(true);
  });

  it('lets no style into its pages but its own', () => {
    const policy = JSON.stringify(manifest['content_security_policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-");
    expect(policy).not.toContain('unsafe');
    for (const page of files.filter((file) => file.endsWith('.html'))) {
      const [style = '', ...others] = inlineStyles(readFileSync(join(dist, page), 'utf8'));
      expect(others, page).toEqual([]);
      expect(policy, page).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    }
  });

  it('has a popup of few files: each keeps a person waiting', () => {
    const popup = readFileSync(join(dist, 'popup/index.html'), 'utf8');
    const loaded = new Set(Array.from(popup.matchAll(/src="\.\.\/([^"]+)"/g), ([, path = '']) => path));
    // A set goes on to what is added while it is read.
    for (const path of loaded)
      for (const [, name = ''] of readFileSync(join(dist, path), 'utf8').matchAll(/from"\.\/([^"]+)"/g))
        loaded.add(`assets/${name}`);
    expect([...loaded].map((path) => path.replace(/-.{8}\.js$/, ''))).toEqual([
      'assets/index.html',
      'assets/popup-and-pages',
      'assets/popup-and-worker',
    ]);
  });

  it('reaches out to nobody', () => {
    for (const file of files.filter((one) => one.endsWith('.js'))) {
      const code = readFileSync(join(dist, file), 'utf8');
      expect(code, file).not.toMatch(
        /\bfetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts/,
      );
      expect(code, file).not.toMatch(
        /\beval\s*\(|\bnew\s+Function\b|[^.\w$]Function\s*\(|set(?:Timeout|Interval)\s*\(\s*["'`]/,
      );
    }
  });
});

const inlineStyles = (html: string): string[] =>
  Array.from(html.matchAll(/<style>([^<]*)<\/style>/g), ([, style = '']) => style);

it('both targets have the ids of the design', () => {
  const chromium: unknown = JSON.parse(readFileSync('dist/chromium/manifest.json', 'utf8'));
  const firefox: unknown = JSON.parse(readFileSync('dist/firefox/manifest.json', 'utf8'));
  expect(chromium).toHaveProperty('key');
  expect(chromium).toHaveProperty('background.service_worker');
  expect(firefox).toHaveProperty('browser_specific_settings.gecko.id', 'in-camera@in-camera.example');
  expect(firefox).toHaveProperty('background.scripts');
});
