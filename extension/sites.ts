import browser from 'webextension-polyfill';
import { covers, hostOfPattern, patternOfSite } from './origins.ts';

/** Which sites are to be read, and which of them may be: for the worker that registers the scripts, and the pages that tell people. */

/** More than any organisation has webmail; Firefox and Chromium look at all of them at every page. */
const MOST_SITES = 500;

export interface Sites {
  /** Patterns for which the content script is to be registered. */
  read: readonly string[];
  /** Those that the policy names, beyond the manifest's. */
  wanted: readonly string[];
  /** Those of them that are not granted. */
  asked: readonly string[];
}

/** Patterns of the manifest: of what it asks permission for, and of what its scripts run on, which need none besides. */
export function manifestPatterns(): string[] {
  const { host_permissions = [] } = browser.runtime.getManifest();
  return [...new Set([...host_permissions, ...scriptPatterns()])];
}

export function scriptPatterns(): string[] {
  const { content_scripts = [] } = browser.runtime.getManifest();
  return content_scripts.flatMap(({ matches }) => matches);
}

/**
 * What is to be read, given the policy's `sites` and all that the browser has granted. `ofManifest`: what the manifest's own scripts read or
 * watch; the browsers count their patterns among the granted ones.
 */
export function sitesFor(
  sites: readonly string[],
  granted: readonly string[],
  ofManifest: readonly string[],
): Sites {
  const isOurs = manifestsOwn(ofManifest);
  const wanted = [...new Set(sites.flatMap((site) => patternOfSite(site) ?? []))]
    .filter((pattern) => !isOurs(pattern))
    .slice(0, MOST_SITES);
  const own = ownSites(granted, ofManifest);
  const allowed = wanted.filter((pattern) => own.some((one) => covers(one, pattern)));
  const all = [...new Set([...own, ...allowed])];
  return {
    // A page of two patterns needs the script once.
    read: all.filter((pattern) => !all.some((other) => other !== pattern && covers(other, pattern))),
    wanted,
    asked: wanted.filter((pattern) => !allowed.includes(pattern)),
  };
}

/** What the person has granted beyond the manifest. */
export function ownSites(granted: readonly string[], ofManifest: readonly string[]): string[] {
  const isOurs = manifestsOwn(ofManifest);
  return granted.filter((pattern) => pattern.startsWith('https://') && !isOurs(pattern));
}

function manifestsOwn(ofManifest: readonly string[]): (pattern: string) => boolean {
  const hosts = new Set(ofManifest.map(hostOfPattern));
  return (pattern) => hosts.has(hostOfPattern(pattern));
}

/** Patterns of the manifest whose permission was withdrawn or never given. */
export async function notAllowed(granted: readonly string[]): Promise<string[]> {
  const ofManifest = manifestPatterns();
  // Of a content script's own patterns Chromium names the granted ones and says all the same that we may not read them (measured,
  // Chromium 156): the script runs there, and nothing else of ours.
  const isThere = await Promise.all(
    ofManifest.map(async (pattern) => granted.includes(pattern) || (await mayRead(pattern))),
  );
  return ofManifest.filter((_, index) => isThere[index] !== true);
}

/** Whether the browser lets us read the pages of a pattern, as far as it tells: an administrator's bans it does not (docs/it). */
export function mayRead(pattern: string): Promise<boolean> {
  // A pattern that the browser does not take is none that people could be asked for.
  return browser.permissions.contains({ origins: [pattern] }).catch(() => true);
}
