import browser from 'webextension-polyfill';
import { type FrameReport, reportKey, reportPrefix, type ToContent } from '../messages.ts';
import { isFrameReport } from '../popup/stored.ts';
import type { Answerable } from './answerable.ts';

/**
 * What each frame of each tab reported, in storage.session: in memory only, gone with the browser, and still there after the
 * worker was stopped. One key a frame, so that two frames never write over each other.
 */

/** Changes of the reports, one after the other: between looking at a report and dropping it, a new one must not come in. */
let lastChange: Promise<unknown> = Promise.resolve();

function inOrder<Result>(change: () => Promise<Result>): Promise<Result> {
  const done = lastChange.then(change);
  lastChange = done.catch(() => undefined);
  return done;
}

/** With what only the worker reads: what a reason may answer in this frame. None where nothing asks for one. */
export interface KeptReport extends FrameReport {
  answerable?: Answerable;
}

/** Never rejects: that nothing could be kept must not cost the warning in the page. */
export function saveReport(tabId: number, frameId: number, report: KeptReport): Promise<void> {
  return inOrder(() => keep(tabId, frameId, report)).catch((error: unknown) => {
    console.warn('In Camera: a report could not be kept.', error instanceof Error ? error.name : '');
  });
}

/** The browsers allow 10 MB. Where they are full, badge and popup say at least that they cannot tell; what stood there is true no more. */
async function keep(tabId: number, frameId: number, report: KeptReport): Promise<void> {
  try {
    await browser.storage.session.set({ [reportKey(tabId, frameId)]: report });
  } catch {
    const room = await roomKept();
    await browser.storage.session.remove([reportKey(tabId, frameId), ROOM]);
    const { page, site, webmail } = report;
    const unkept: FrameReport = { page, site, webmail, entries: [], missed: [], trouble: 'review-failed' };
    await browser.storage.session.set({ [reportKey(tabId, frameId)]: unkept });
    // The rest is for the next ones, and for no long one.
    if (room > SHORT_REPORT) await browser.storage.session.set({ [ROOM]: ' '.repeat(room - SHORT_REPORT) });
  }
}

/** Keeps the place of some short reports free. */
const ROOM = 'room';
const ROOM_SIZE = 16_384;
const SHORT_REPORT = 512;

async function roomKept(): Promise<number> {
  const { [ROOM]: there } = await browser.storage.session.get(ROOM);
  return typeof there === 'string' ? there.length : 0;
}

/** For each start of the worker. Never rejects. */
export async function keepRoom(): Promise<void> {
  try {
    if ((await roomKept()) < ROOM_SIZE) await browser.storage.session.set({ [ROOM]: ' '.repeat(ROOM_SIZE) });
  } catch {
    // It is full already.
  }
}

/** `page` guards against the last word of an old document that comes after the first of a new one. Whether there was such a report. */
export function dropReport(tabId: number, frameId: number, page: string): Promise<boolean> {
  return inOrder(async () => {
    const isThere = (await reportOf(tabId, frameId))?.page === page;
    if (isThere) await browser.storage.session.remove(reportKey(tabId, frameId));
    return isThere;
  });
}

/** What a frame reported last. */
export async function reportOf(tabId: number, frameId: number): Promise<KeptReport | null> {
  const key = reportKey(tabId, frameId);
  const { [key]: report } = await browser.storage.session.get(key);
  return isFrameReport(report) ? report : null;
}

export function dropTab(tabId: number): Promise<void> {
  return inOrder(async () => browser.storage.session.remove(Object.keys(await stored(tabId))));
}

export async function reportsOf(tabId: number): Promise<FrameReport[]> {
  return Object.values(await stored(tabId)).filter(isFrameReport);
}

export interface StoredReport {
  tabId: number;
  frameId: number;
  report: FrameReport;
}

/** Of every tab. */
export async function allReports(): Promise<StoredReport[]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all).flatMap(([key, report]) => {
    const [, tabId, frameId] = /^report:(\d+):(\d+)$/.exec(key) ?? [];
    return isFrameReport(report) && tabId !== undefined && frameId !== undefined
      ? [{ tabId: Number(tabId), frameId: Number(frameId), report }]
      : [];
  });
}

/** Drops the reports of frames that are gone without a last word. */
export async function dropSilentFrames(tabId: number): Promise<void> {
  const prefix = reportPrefix(tabId);
  await Promise.all(
    Object.entries(await stored(tabId)).map(async ([key, report]) => {
      if (!isFrameReport(report)) return browser.storage.session.remove(key);
      const question: ToContent = { type: 'still-there', page: report.page };
      const frameId = Number(key.slice(prefix.length));
      const answer: unknown = await browser.tabs.sendMessage(tabId, question, { frameId }).catch(() => false);
      if (answer !== true) await dropReport(tabId, frameId, report.page);
    }),
  );
}

async function stored(tabId: number): Promise<Record<string, unknown>> {
  const prefix = reportPrefix(tabId);
  const all = await browser.storage.session.get(null);
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(prefix)));
}
