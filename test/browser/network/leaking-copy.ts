/** Copies of a built extension that ask the network for something wherever code of ours runs: what a recorder must see. */
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Each asks a host of its own. */
export const LEAKS = {
  /** Where the pages' content security policy holds. */
  underPolicy: {
    worker: 'leak-of-worker.example',
    'image in the popup': 'leak-of-popup.example',
    'socket of the popup': 'leak-of-socket.example',
  },
  /** Content scripts run under no policy of ours. */
  inContentScript: {
    'fetch in the page': 'leak-by-fetch.example',
    'beacon in the page': 'leak-by-beacon.example',
  },
} as const;

const { underPolicy, inContentScript } = LEAKS;
const IN_WORKER = `;fetch('https://${underPolicy.worker}/').catch(() => undefined);`;
const IN_POPUP = `;new Image().src = 'https://${underPolicy['image in the popup']}/';
  try { new WebSocket('wss://${underPolicy['socket of the popup']}/'); } catch {}`;
const IN_CONTENT = `;fetch('https://${inContentScript['fetch in the page']}/').catch(() => undefined);
  navigator.sendBeacon('https://${inContentScript['beacon in the page']}/', '1');`;

const manifest = z.looseObject({
  background: z.union([
    z.object({ service_worker: z.string() }).transform(({ service_worker }) => service_worker),
    z.object({ scripts: z.tuple([z.string()]) }).transform(({ scripts: [script] }) => script),
  ]),
  content_security_policy: z.object({ extension_pages: z.string() }),
});

/** Its folder, which the caller removes. `open`: with a policy that lets everything through, as far as the browsers take one. */
export function leakingCopy(dist: string, open: boolean): string {
  const copy = mkdtempSync(join(tmpdir(), 'in-camera-leaking-'));
  cpSync(resolve(dist), copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const text = readFileSync(file, 'utf8');
  const { background, content_security_policy: policy } = manifest.parse(JSON.parse(text));
  if (open) writeFileSync(file, text.replace(policy.extension_pages, "script-src 'self'"));
  appendFileSync(join(copy, background), IN_WORKER);
  appendFileSync(join(copy, scriptOf(copy, 'popup/index.html')), IN_POPUP);
  appendFileSync(join(copy, 'content/in-camera.iife.js'), IN_CONTENT);
  return copy;
}

/** Of a page, from the extension's own folder. */
function scriptOf(copy: string, page: string): string {
  const [, script = ''] =
    /<script[^>]* src="\.*\/+([^"]+)"/.exec(readFileSync(join(copy, page), 'utf8')) ?? [];
  const name = script.split('/').at(-1) ?? '';
  if (!readdirSync(join(copy, 'assets')).includes(name)) throw new Error(`${page} has no script.`);
  return join('assets', name);
}
