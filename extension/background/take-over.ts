import browser, { type Tabs } from 'webextension-polyfill';
import { CONTENT_SCRIPT } from '../content-script.ts';
import type { FrameReport, ToContent } from '../messages.ts';
import { showBadge } from './badge.ts';
import { dropReport, reportsOf, saveReport } from './reports.ts';
import { manifestPatterns } from './sites.ts';

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

/** Once for each load of the extension, also when neither onInstalled nor onStartup told of it: after it was switched off and on. */
export async function takeOverOnce(): Promise<void> {
  const { [TOOK_OVER]: done } = await browser.storage.session.get(TOOK_OVER);
  if (done === true) return;
  await browser.storage.session.set({ [TOOK_OVER]: true });
  await takeOver(await patternsToRead());
}

/** Puts the script into every open tab of these patterns; in one that has it already, it looks again. */
export async function takeOver(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns] }).catch(() => []);
  await Promise.all(tabs.map(enter));
}

/** A tab has loaded a page: says so when we should be in it and are kept out. */
export async function watchLoaded(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab === null) return;
  if (tab.url === undefined) {
    if (await isBanned(tabId)) await keptOut(tabId, '');
    return;
  }
  if (!(await isOurs(tabId)) || (await isThere(tabId))) return;
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  // Another page may have come meanwhile.
  const now = await browser.tabs.get(tabId).catch(() => null);
  if (now?.url === tab.url && now.status === 'complete' && !(await isThere(tabId))) await enter(now);
}

/** A tab begins to load another page. */
export async function forgetKeptOut(tabId: number): Promise<void> {
  if (await dropReport(tabId, 0, KEPT_OUT)) await showBadge(tabId, await reportsOf(tabId));
}

async function patternsToRead(): Promise<string[]> {
  const registered = await browser.scripting.getRegisteredContentScripts().catch(() => []);
  return [...manifestPatterns(), ...registered.flatMap(({ matches = [] }) => matches)];
}

async function isOurs(tabId: number): Promise<boolean> {
  const ours = await browser.tabs.query({ url: await patternsToRead() }).catch(() => []);
  return ours.some(({ id }) => id === tabId);
}

/** Whether a script of this load of the extension answers in the tab's top document; what it answers does not matter. */
async function isThere(tabId: number): Promise<boolean> {
  const question: ToContent = { type: 'still-there', page: '' };
  return browser.tabs.sendMessage(tabId, question, { frameId: 0 }).then(
    () => true,
    () => false,
  );
}

async function enter({ id: tabId, url, discarded }: Tabs.Tab): Promise<void> {
  // A tab that sleeps gets the script from the browser when it wakes.
  if (tabId === undefined || discarded === true) return;
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [CONTENT_SCRIPT] });
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
  await showBadge(tabId, await reportsOf(tabId));
}
