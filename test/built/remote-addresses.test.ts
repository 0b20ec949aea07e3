import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INCIDENTS } from '../../src/incidents/index.ts';
import { SCHEMES } from '../../src/markings/schemes/index.ts';
import { isRecord } from '../../src/record.ts';
import { RULES } from '../../src/rules/index.ts';

/**
 * What ships loads nothing from elsewhere and names no address that it could: each whole address in its files is the source of a rule, a
 * marking scheme or an incident, shown to people as a link; or one of the few below. Platforms' hosts stand in the code without a scheme,
 * as words to compare with.
 */

const OTHERS: Readonly<Record<string, string>> = {
  'http://www.w3.org/2000/svg': 'XML namespace, a name and no address: icons in a page, and preact',
  'http://www.w3.org/1999/xhtml': 'XML namespace: preact',
  'http://www.w3.org/1998/Math/MathML': 'XML namespace: preact',
  'https://mail.google.com/':
    "what the address of Gmail's own links begins with, in a selector (readers/gmail.ts)",
  'https://mail.example.gov': "how a webmail's address is written, in the policy's description",
  'https://*.example.gov': "how webmails' addresses are written, in the policy's description",
  'https://zoom.us/j/84512345678': 'a made-up invitation to try (first-run page)',
};

/** Whole addresses of the web. An address that is put together (`https://${host}`) names no host of ours. */
const ADDRESS = /\b(?:https?|wss?|ftp):\/\/(?!\[?\$\{)[\w*[][^\s"'`<>\\]*/gi;
/** What an address has behind it in a sentence, or in code within a string. */
const AFTER = /(?:[.,;:!?)\]}]|\$\{.*)+$/;

const addressesIn = (text: string): string[] =>
  Array.from(text.matchAll(ADDRESS), ([address]) => address.replace(AFTER, ''));

/** Every string that is an address, but in examples, which are not built in (tools/without-examples.ts). */
function sourcesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('https://') ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    ['cases', 'examples', 'counterexamples'].includes(key) ? [] : sourcesIn(each),
  );
}

const known = new Set(
  [...sourcesIn([RULES, SCHEMES, INCIDENTS]), ...Object.keys(OTHERS)].map((one) => one.replace(AFTER, '')),
);
const strangeIn = (text: string): string[] => addressesIn(text).filter((address) => !known.has(address));

/** Whatever makes a browser fetch, or makes code of text. */
const REACHES_OUT: readonly RegExp[] = [
  /\bfetch\s*\(/,
  /XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|importScripts/,
  /\bnew\s+(?:Image|Audio|SharedWorker)\b/,
  /\.(?:src|srcset|srcdoc)\s*=[^=]/,
  /\bimport\s*\(\s*(?![`'"]\.{1,2}\/)/,
  /\bfrom\s*["'`](?:[a-z][a-z+.-]*:)?\/\//,
  /\bdocument\.write|insertAdjacentHTML|createContextualFragment/,
  /\beval\s*\(|\bFunction\s*\(|=\s*Function\b(?!\.)|\bnew\s+Function\b/,
];
const reachingOut = (code: string): string[] =>
  REACHES_OUT.flatMap((pattern) => pattern.exec(code)?.[0] ?? []);

/** What a page loads or leads to by its markup. */
const ATTRIBUTE =
  /\s(?:src|srcset|href|action|formaction|data|poster|background|ping)\s*=\s*["']?([^"'\s>]*)/gi;
const loadedBy = (html: string): string[] => Array.from(html.matchAll(ATTRIBUTE), ([, path = '']) => path);
const isWithin = (path: string): boolean => /^\.{1,2}\/[^/]/.test(path) || path.startsWith('#');

describe.each(['chromium', 'firefox'])('dist/%s', (target) => {
  const dist = join('dist', target);
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  const textsOf = (pattern: RegExp): [string, string][] =>
    files.filter((file) => pattern.test(file)).map((file) => [file, readFileSync(join(dist, file), 'utf8')]);

  it('names no address but sources of rules, and the few with a reason', () => {
    const texts = textsOf(/\.(?:js|css|html)$|(?:messages|managed_schema)\.json$/);
    expect(texts.length).toBeGreaterThan(20);
    for (const [file, text] of texts) expect(strangeIn(text), file).toEqual([]);
  });

  it('needs every address that has a reason', () => {
    const named = new Set(textsOf(/\.(?:js|css|html|json)$/).flatMap(([, text]) => addressesIn(text)));
    for (const address of Object.keys(OTHERS)) expect(named, address).toContain(address.replace(AFTER, ''));
  });

  it('has addresses in its manifest as match patterns alone', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
    if (!isRecord(manifest) || !Array.isArray(manifest['content_scripts'])) throw new Error('no manifest');
    const {
      host_permissions: _,
      optional_host_permissions: __,
      content_scripts: scripts,
      ...rest
    } = manifest;
    const others = scripts.map((script: unknown) => {
      const { matches, exclude_matches, ...other } = isRecord(script) ? script : {};
      expect(JSON.stringify([matches, exclude_matches ?? []])).toMatch(/^[^$]*$/);
      return other;
    });
    expect(addressesIn(JSON.stringify([rest, others]))).toEqual([]);
  });

  it('has code that neither fetches nor compiles', () => {
    for (const [file, code] of textsOf(/\.js$/)) expect(reachingOut(code), file).toEqual([]);
  });

  it('has pages and styles that load only what is beside them', () => {
    for (const [file, html] of textsOf(/\.html$/)) {
      const loaded = loadedBy(html);
      expect(loaded.length, file).toBeGreaterThan(0);
      expect(
        loaded.filter((path) => !isWithin(path)),
        file,
      ).toEqual([]);
      expect(/<(?:iframe|object|embed|base|meta[^>]+http-equiv)/i.exec(html), file).toBeNull();
    }
    for (const [file, css] of textsOf(/\.(?:css|html)$/))
      expect(/@import|\burl\((?!["']?#)/i.exec(css), file).toBeNull();
  });
});

describe('the check itself', () => {
  it.each([
    'location="https://telemetry.example/collect"',
    'const u=`http://203.0.113.7/x`',
    "open('wss://push.example')",
    'x="https://[2001:db8::1]/"',
    'x="HTTPS://EVIL.EXAMPLE/a"',
    'x="https://zoom.us.evil.example/j/84512345678"',
    `x=\`https://evil.example/\${id}\``,
  ])('names %s', (code) => expect(strangeIn(code)).toHaveLength(1));

  it.each([
    'fetch("/a")',
    'new WebSocket(u)',
    'navigator.sendBeacon(u,d)',
    'a.src=u',
    'import(u)',
    'import("https://cdn.example/x.js")',
    'import{a}from"https://cdn.example/x.js"',
    'new Function("a","b")',
    'const F=Function;new F("a")',
    'Function(``)',
    '(0,eval)("1"),eval("1")',
  ])('finds %s', (code) => expect(reachingOut(code)).not.toEqual([]));

  it.each([
    '<script src="//cdn.example/x.js">',
    '<link href=https://cdn.example/x.css>',
    '<img src="/x.png">',
  ])('finds %s', (html) => expect(loadedBy(html).filter((path) => !isWithin(path))).toHaveLength(1));

  it('lets pass what names no host of ours, and our own files', () => {
    expect(strangeIn(`\`https://\${host}/\`,new URL("../a.js")`)).toEqual([]);
    expect(reachingOut('import("./a-12345678.js");import{a}from"../b.js";x.isFunction(y)')).toEqual([]);
  });
});
