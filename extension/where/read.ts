/** Where In Camera checks, and where it may not: what the browser grants, what the policy names, what the person allowed. */
import browser from 'webextension-polyfill';
import { isRecord } from '../../src/record.ts';
import { ACCESS_KEY, accessFrom } from '../access.ts';
import { READERS } from '../content/readers/index.ts';
import { CONTENT_SCRIPT } from '../content-script.ts';
import { MISSES, missedDays, missesFrom } from '../misses.ts';
import { covers, hostOfPattern } from '../origins.ts';
import { rooted } from '../rooted.ts';
import { manifestPatterns, notAllowed, ownSites } from '../sites.ts';

export interface Site {
  pattern: string;
  /** `waiting`: the person was never asked, or said no. `not-allowed`: the browser came with it, and it was withdrawn. */
  state: 'read' | 'not-allowed' | 'waiting';
}

/** A webmail or calendar of the manifest, with all its addresses. */
export interface KnownWebmail {
  /** Of its reader; null for one that nobody described. */
  id: string | null;
  sites: readonly Site[];
}

export interface Where {
  webmails: readonly KnownWebmail[];
  /** Null: what the worker stored of them could not be read. */
  policySites: readonly Site[] | null;
  /** Patterns. */
  ownSites: readonly string[];
  /** Patterns of the services' own pages, where joining is checked. */
  services: { all: readonly string[]; missing: readonly string[] };
  /** Readers that missed something, and on how many of the last seven days. Null: the counts could not be read. */
  limited: ReadonlyMap<string, number> | null;
  /** Null: the browser does not say. */
  inPrivateWindows: boolean | null;
}

/** Rejects when the browser does not say what it grants: then nobody knows where In Camera checks. */
export async function readWhere(now: Date): Promise<Where> {
  const [{ origins: granted = [] }, stored, inPrivateWindows] = await Promise.all([
    browser.permissions.getAll(),
    browser.storage.local.get([ACCESS_KEY, MISSES]).catch(() => null),
    browser.extension.isAllowedIncognitoAccess().catch(() => null),
  ]);
  const missing = await notAllowed(granted);
  const { webmail, services } = manifestParts();
  const wanted = wantedIn(stored);
  return {
    webmails: webmailsOf(webmail, missing),
    policySites: wanted === null ? null : policySitesOf(wanted, granted),
    ownSites: ownSites(granted, manifestPatterns()).filter((one) => wanted?.includes(one) !== true),
    services: { all: services, missing: services.filter((one) => missing.includes(one)) },
    limited: stored === null ? null : missedDays(missesFrom(stored[MISSES]), now),
    inPrivateWindows,
  };
}

/** The manifest's patterns: those whose pages are read, and those of the services that are only joined at. */
export function manifestParts(): { webmail: readonly string[]; services: readonly string[] } {
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  const reads = (js: readonly string[] = []): boolean => js.map(rooted).includes(CONTENT_SCRIPT);
  return {
    webmail: scripts.filter(({ js }) => reads(js)).flatMap(({ matches }) => matches),
    services: scripts.filter(({ js }) => !reads(js)).flatMap(({ matches }) => matches),
  };
}

function webmailsOf(patterns: readonly string[], missing: readonly string[]): KnownWebmail[] {
  const webmails = new Map<string, KnownWebmail & { sites: Site[] }>();
  for (const pattern of patterns) {
    const host = hostOfPattern(pattern);
    const id = READERS.find(({ hosts }) => hosts.includes(host))?.id ?? null;
    const one = webmails.get(id ?? host) ?? { id, sites: [] };
    one.sites.push({ pattern, state: missing.includes(pattern) ? 'not-allowed' : 'read' });
    webmails.set(id ?? host, one);
  }
  return [...webmails.values()];
}

function policySitesOf(wanted: readonly string[], granted: readonly string[]): Site[] {
  return wanted.map((pattern) => ({
    pattern,
    state: granted.some((one) => covers(one, pattern)) ? 'read' : 'waiting',
  }));
}

/** The worker writes them at each of its starts. What is no such list must not look like a policy without sites. */
function wantedIn(stored: Record<string, unknown> | null): readonly string[] | null {
  const access = stored?.[ACCESS_KEY];
  return isRecord(access) && Array.isArray(access.wanted) ? accessFrom(access).wanted : null;
}
