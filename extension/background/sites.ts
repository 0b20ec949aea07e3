import browser, { type Permissions, type Scripting } from 'webextension-polyfill';
import { ACCESS_KEY, type Access } from '../access.ts';
import { CONTENT_SCRIPT, rooted } from '../content-script.ts';
import { covers, hostOfPattern, patternOfSite } from '../origins.ts';

/**
 * Webmail beyond the manifest's: the sites that the policy names and those that the person allowed ("always check here"). A site of the
 * person's own is stored nowhere but as the permission itself. For each that is wanted and granted the content script is registered.
 */

const PREFIX = 'site:';
/** More than any organisation has webmail; Firefox and Chromium look at all of them at every page. */
const MOST_SITES = 500;

export interface Sites {
  /** Patterns for which the content script is to be registered. */
  read: readonly string[];
  /** Those of the policy that are not granted. */
  asked: readonly string[];
}

/** Patterns of the manifest: of what it asks permission for, and of what its scripts run on, which need none besides. */
function manifestPatterns(): string[] {
  const { host_permissions = [] } = browser.runtime.getManifest();
  return [...new Set([...host_permissions, ...scriptPatterns()])];
}

function scriptPatterns(): string[] {
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
  const hosts = new Set(ofManifest.map(hostOfPattern));
  const isOurs = (pattern: string): boolean => hosts.has(hostOfPattern(pattern));
  const wanted = [...new Set(sites.flatMap((site) => patternOfSite(site) ?? []))]
    .filter((pattern) => !isOurs(pattern))
    .slice(0, MOST_SITES);
  const own = granted.filter((pattern) => pattern.startsWith('https://') && !isOurs(pattern));
  const allowed = wanted.filter((pattern) => own.some((one) => covers(one, pattern)));
  const all = [...new Set([...own, ...allowed])];
  return {
    // A page of two patterns needs the script once.
    read: all.filter((pattern) => !all.some((other) => other !== pattern && covers(other, pattern))),
    asked: wanted.filter((pattern) => !allowed.includes(pattern)),
  };
}

/** One after the other: two at once would both register what neither finds. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Brings the registered scripts in line with what is wanted and granted, and stores what is missing. Never rejects. The registrations outlive the browser
 * (persistAcrossSessions), and are compared all the same at every start: an update of the extension clears them (MDN, registerContentScripts).
 */
export function reconcileSites(sites: readonly string[]): Promise<Access> {
  const done = last.then(() => reconcile(sites));
  last = done;
  return done;
}

async function reconcile(sites: readonly string[]): Promise<Access> {
  const { origins: granted = [] } = await browser.permissions
    .getAll()
    .catch((): Permissions.AnyPermissions => ({}));
  const ofManifest = manifestPatterns();
  // Of a content script's own patterns Chromium names the granted ones and says all the same that we may not read them (measured,
  // Chromium 156): the script runs there, and nothing else of ours.
  const isThere = await Promise.all(
    ofManifest.map(async (pattern) => granted.includes(pattern) || (await mayRead(pattern))),
  );
  const { read, asked } = sitesFor(sites, granted, ofManifest);
  const access: Access = { missing: ofManifest.filter((_, index) => isThere[index] !== true), asked };
  await register(read).catch(failed);
  await browser.storage.local.set({ [ACCESS_KEY]: access }).catch(failed);
  return access;
}

/** Whether the browser lets us read the pages of a pattern, as far as it tells: an administrator's bans it does not (docs/it). */
export function mayRead(pattern: string): Promise<boolean> {
  // A pattern that the browser does not take is none that people could be asked for.
  return browser.permissions.contains({ origins: [pattern] }).catch(() => true);
}

async function register(patterns: readonly string[]): Promise<void> {
  const there = (await browser.scripting.getRegisteredContentScripts()).filter(({ id }) =>
    id.startsWith(PREFIX),
  );
  const right = new Set(there.filter((script) => isRight(script, patterns)).map(({ id }) => id));
  const wrong = there.map(({ id }) => id).filter((id) => !right.has(id));
  if (wrong.length > 0) await browser.scripting.unregisterContentScripts({ ids: wrong }).catch(failed);
  // Each by itself: one that the browser refuses must not keep the others out.
  for (const pattern of patterns) {
    if (right.has(PREFIX + pattern)) continue;
    await browser.scripting.registerContentScripts([scriptFor(pattern)]).catch(failed);
  }
}

const scriptFor = (pattern: string): Scripting.RegisteredContentScript => ({
  id: PREFIX + pattern,
  matches: [pattern],
  excludeMatches: excludedFrom(pattern),
  js: [CONTENT_SCRIPT],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  persistAcrossSessions: true,
});

/** What the manifest's scripts see already. */
const excludedFrom = (pattern: string): string[] => scriptPatterns().filter((one) => covers(pattern, one));

function isRight(script: Scripting.RegisteredContentScript, patterns: readonly string[]): boolean {
  const pattern = script.id.slice(PREFIX.length);
  return (
    patterns.includes(pattern) &&
    script.matches?.join() === pattern &&
    (script.excludeMatches ?? []).join() === excludedFrom(pattern).join() &&
    script.js?.map(rooted).join() === CONTENT_SCRIPT &&
    script.allFrames === true &&
    script.matchOriginAsFallback === true
  );
}

function failed(error: unknown): void {
  console.warn('In Camera: a site could not be registered.', error);
}
