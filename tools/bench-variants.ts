/** The three browsers that the bench compares: with the extension, without any, and with a naive content script in its place. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from 'playwright-core';
import { build } from 'vite';
import { startChromium } from '../test/browser/drivers/chromium.ts';
import { chromiumArguments, getChromium } from './browsers.ts';

export const VARIANTS = ['without', 'In Camera', 'naive'] as const;
export type Variant = (typeof VARIANTS)[number];
export type Of<T> = Record<Variant, T>;

export interface Started {
  context: BrowserContext;
  /** The extension's badge of the tab with this in its address; null where there is no extension of ours. */
  badge: ((tabUrlPart: string) => Promise<string>) | null;
  close(): Promise<void>;
}

const NAIVE = fileURLToPath(new URL('bench/naive/', import.meta.url));

/** Bundles and minifies the naive script as ours is. A folder to load it from, for the caller to remove. */
export async function buildNaive(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'in-camera-naive-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      target: 'es2022',
      lib: { entry: join(NAIVE, 'naive.ts'), formats: ['iife'], name: 'naive', fileName: () => 'naive.js' },
    },
  });
  copyFileSync(join(NAIVE, 'manifest.json'), join(folder, 'manifest.json'));
  return folder;
}

/** A browser with a fresh profile. `dists`: the folders of both extensions. */
export async function startVariant(
  variant: Variant,
  dists: Readonly<{ ours: string; naive: string }>,
): Promise<Started> {
  if (variant === 'In Camera') {
    const driver = await startChromium({ dist: dists.ours });
    return {
      context: driver.context,
      badge: async (part) => (await driver.badge(part)).text,
      close: () => driver.close(),
    };
  }
  const profile = mkdtempSync(join(tmpdir(), 'in-camera-chromium-'));
  const switches = chromiumArguments(dists.naive);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await getChromium(),
    headless: true,
    env: { ...process.env, LANGUAGE: 'en-US' },
    args: [
      ...(variant === 'naive' ? switches : switches.filter((one) => !one.includes(dists.naive))),
      '--lang=en-US',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
  return {
    context,
    badge: null,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
