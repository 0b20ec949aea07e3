import browser from 'webextension-polyfill';
import type { ToContent } from '../messages.ts';
import { covers, patternOfPage } from '../origins.ts';
import { mayRead } from '../sites.ts';
import { showBadge } from './badge.ts';
import { allReports, dropReport, type StoredReport } from './reports.ts';

/**
 * Permissions were withdrawn: the scripts in the pages of these patterns leave, and nothing that they said stands any longer. The browser itself
 * lets a script go on that runs already.
 */
export async function leaveSites(patterns: readonly string[]): Promise<void> {
  const reports = await allReports();
  await Promise.all(reports.map((one) => leave(one, patterns)));
}

async function leave({ tabId, frameId, report }: StoredReport, patterns: readonly string[]): Promise<void> {
  const here = patternOfPage(`https://${report.site}/`);
  if (here === null || !patterns.some((pattern) => covers(pattern, here)) || (await mayRead(here))) return;
  const message: ToContent = { type: 'leave' };
  // A top document leaves with its frames, of which some have a script and have said nothing yet.
  const where = frameId === 0 ? undefined : { frameId };
  await browser.tabs.sendMessage(tabId, message, where).catch(() => undefined);
  await dropReport(tabId, frameId, report.page);
  await showBadge(tabId);
}
