import browser, { type Permissions, type Scripting } from 'webextension-polyfill';
import { ACCESS_KEY, type Access } from '../access.ts';
import { CONTENT_SCRIPT } from '../content-script.ts';
import { covers } from '../origins.ts';
import { rooted } from '../rooted.ts';
import { manifestPatterns, notAllowed, scriptPatterns, sitesFor } from '../sites.ts';

/**
 * Webmail beyond the manifest's: the sites that the policy names and those that the person allowed ("always check here"). A site of the
 * person's own is stored nowhere but as the permission itself. For each that is wanted and granted the content script is registered.
 */

const PREFIX = 'site:';
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
  const { read, asked, wanted } = sitesFor(sites, granted, manifestPatterns());
  const access: Access = { missing: await notAllowed(granted), asked, wanted };
  await register(read).catch(failed);
  await browser.storage.local.set({ [ACCESS_KEY]: access }).catch(failed);
  return access;
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
