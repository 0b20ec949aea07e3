import browser, { type Tabs } from 'webextension-polyfill';
import { CONTENT_SCRIPT } from '../content-script.ts';
import type { FrameReport, ToContent } from '../messages.ts';
import { rooted } from '../rooted.ts';
import { showBadge } from './badge.ts';
import { dropReport, saveReport } from './reports.ts';

/**
 * The content script in pages that the browser did not put it into: those that were open when the extension came, was updated or allowed
 * a site. And pages that the browser keeps us out of, which must not look like pages without a meeting.
 */

/** In storage.session, which lives as long as this load of the extension. */
const TOOK_OVER = 'took-over';
/** The browser runs our script when the document stands; later it has none to come. */
const PATIENCE_MS = 2000;
/** Stands for the document that we cannot get into. */
const KEPT_OUT = 'kept-out';

interface Script {
  patterns: readonly string[];
  files: readonly string[];
}

/** Once for each load of the extension, also when neither onInstalled nor onStartup told of it: after it was switched off and on. */
export async function takeOverOnce(): Promise<void> {
  const { [TOOK_OVER]: done } = await browser.storage.session.get(TOOK_OVER);
  if (done === true) return;
  // Where there is no room to note it, the next start takes over once more.
  await browser.storage.session.set({ [TOOK_OVER]: true }).catch(() => undefined);
  await takeOver();
}

/** Puts our scripts into every open page that is theirs. */
export async function takeOver(): Promise<void> {
  for (const { patterns, files } of await ourScripts())
    await Promise.all((await tabsOf(patterns)).map((tab) => enter(tab, files)));
}

/** A tab has loaded a page: says so when we should be in it and are kept out. */
export async function watchLoaded(tabId: number): Promise<void> {
  const tab = await tabOf(tabId);
  if (tab === null) return;
  if (tab.url === undefined) {
    if (await isBanned(tabId)) await keptOut(tabId, '');
    return;
  }
  const files = await filesFor(tabId);
  if (files === null || (await isThere(tabId))) return;
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const now = await tabOf(tabId);
  // Another page may have come meanwhile.
  if (now?.url === tab.url && !(await isThere(tabId))) await enter(now, files);
}

/** A tab begins to load another page. */
export async function forgetKeptOut(tabId: number): Promise<void> {
  if (await dropReport(tabId, 0, KEPT_OUT)) await showBadge(tabId);
}

/** Of the manifest, and those registered for further sites. */
async function ourScripts(): Promise<Script[]> {
  const { content_scripts = [] } = browser.runtime.getManifest();
  const registered = await browser.scripting.getRegisteredContentScripts().catch(() => []);
  return [...content_scripts, ...registered].map(({ matches = [], js = [] }) => ({
    patterns: matches,
    files: js.map(rooted),
  }));
}

/** The script of the page that the tab shows; null for a page that is none of ours. */
async function filesFor(tabId: number): Promise<readonly string[] | null> {
  for (const { patterns, files } of await ourScripts())
    if ((await tabsOf(patterns)).some(({ id }) => id === tabId)) return files;
  return null;
}

const tabOf = (tabId: number): Promise<Tabs.Tab | null> => browser.tabs.get(tabId).catch(() => null);

/** The browser leaves out tabs whose address it hides from us: Chromium those of the manifest's platforms, too. */
function tabsOf(patterns: readonly string[]): Promise<Tabs.Tab[]> {
  if (patterns.length === 0) return Promise.resolve([]);
  return browser.tabs.query({ url: [...patterns] }).catch(() => []);
}

/** Whether a script of this load of the extension answers in the tab's top document; what it answers does not matter. */
async function isThere(tabId: number): Promise<boolean> {
  const question: ToContent = { type: 'still-there', page: '' };
  return browser.tabs.sendMessage(tabId, question, { frameId: 0 }).then(
    () => true,
    () => false,
  );
}

async function enter(
  { id: tabId, url, status, discarded }: Tabs.Tab,
  files: readonly string[],
): Promise<void> {
  // A tab that sleeps or loads gets the script from the browser, and is looked at when it has loaded.
  if (tabId === undefined || discarded === true || status === 'loading') return;
  // The reading script looks again where it runs already, and begins anew where it was sent away; another would run twice.
  if (!files.includes(CONTENT_SCRIPT) && (await isThere(tabId))) return;
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [...files] });
  } catch (error) {
    if (isRefusal(error)) await keptOut(tabId, URL.parse(url ?? '')?.host ?? '');
  }
}

/** Chromium's words for what is no refusal: the tab or its page went away, or its page is the browser's "no connection". */
const isRefusal = (error: unknown): boolean =>
  !/no tab with id|invalid tab|was removed|was closed|error page|discarded/i.test(messageOf(error));

/**
 * Chromium hides a tab's address from us where an administrator's runtime_blocked_hosts names its host, and permissions.contains says yes all
 * the same; what tells is the refusal: "This page cannot be scripted due to an ExtensionsSettings policy." (measured, Chromium 156). Which page it
 * is stays unknown. On all other sites the browser refuses for want of a permission, and nothing of ours runs there.
 */
async function isBanned(tabId: number): Promise<boolean> {
  return browser.scripting.executeScript({ target: { tabId }, func: () => undefined }).then(
    () => false,
    (error: unknown) => /polic/i.test(messageOf(error)),
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

async function keptOut(tabId: number, site: string): Promise<void> {
  const report: FrameReport = {
    page: KEPT_OUT,
    site,
    entries: [],
    trouble: 'kept-out',
    webmail: null,
    missed: [],
  };
  await saveReport(tabId, 0, report);
  await showBadge(tabId);
}
