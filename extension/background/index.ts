import browser, { type Runtime } from 'webextension-polyfill';
import { concernMeetings } from '../../src/meetings/ways.ts';
import type { Invitation, Review } from '../../src/model.ts';
import { review, titleWithoutSecrets, withoutSecrets } from '../../src/review.ts';
import type { FrameReport, Hints, Joining, Reviews, ToContent, Trouble } from '../messages.ts';
import { showBadge } from './badge.ts';
import { hintsFor } from './hints.ts';
import { incoming } from './incoming.ts';
import { followManagedPolicy, policyInForce } from './policy-store.ts';
import { dropReport, dropSilentFrames, dropTab, reportsOf, saveReport } from './reports.ts';

/**
 * The worker's wiring. It keeps nothing in memory that it cannot read again: the browser may stop it at any moment, and the
 * next event starts it anew. So every listener is added at once, while the file is first run.
 */

interface Frame {
  tabId: number;
  frameId: number;
  site: string;
}

browser.runtime.onMessage.addListener((value: unknown, sender: Runtime.MessageSender) => {
  const frame = frameOf(sender);
  const message = frame === null ? null : incoming(value);
  if (frame === null || message === null) return undefined;
  switch (message.type) {
    case 'hello':
      return hello(frame);
    case 'which-join':
      return whichJoin(message.links);
    case 'review':
      return reviewed(frame, message.page, message.invitations);
    case 'unreadable':
      return report(frame, troubled(frame, message.page, message.reason));
    case 'gone':
      return gone(frame, message.page);
  }
});

browser.tabs.onRemoved.addListener((tabId) => {
  void dropTab(tabId);
});

followManagedPolicy(() => {
  void askAllAgain();
});

/** Only our own content scripts in a tab speak here. */
function frameOf(sender: Runtime.MessageSender): Frame | null {
  const tabId = sender.tab?.id;
  if (sender.id !== browser.runtime.id || tabId === undefined || sender.frameId === undefined) return null;
  const url = URL.parse(sender.url ?? '');
  return { tabId, frameId: sender.frameId, site: url?.host ?? '' };
}

async function hello({ tabId, frameId }: Frame): Promise<Hints> {
  // A new top document: the frames of the old one may have gone without a word.
  if (frameId === 0) void dropSilentFrames(tabId).then(async () => showBadge(tabId, await reportsOf(tabId)));
  const { policy } = await policyInForce();
  return { hints: hintsFor(policy) };
}

async function whichJoin(links: readonly string[]): Promise<Joining> {
  const { policy } = await policyInForce();
  return { join: concernMeetings(links, policy.selfHosted ?? []) };
}

async function reviewed(
  frame: Frame,
  page: string,
  invitations: readonly Invitation[],
): Promise<Reviews | undefined> {
  let reviews: Review[];
  try {
    const policy = await policyInForce();
    reviews = invitations.map((invitation) => withoutSecrets(review(invitation, policy, new Date())));
  } catch (error) {
    console.error('In Camera: the review failed.', error instanceof Error ? error.name : '');
    await report(frame, troubled(frame, page, 'review-failed'));
    return undefined;
  }
  const entries = reviews.map((one, index) => ({
    title: titleWithoutSecrets(invitations[index]?.title ?? '', one).slice(0, 300),
    review: one,
  }));
  await report(frame, { page, site: frame.site, entries, trouble: null });
  return { reviews };
}

function troubled(frame: Frame, page: string, trouble: Trouble): FrameReport {
  return { page, site: frame.site, entries: [], trouble };
}

async function report({ tabId, frameId }: Frame, frameReport: FrameReport): Promise<void> {
  await saveReport(tabId, frameId, frameReport);
  await showBadge(tabId, await reportsOf(tabId));
}

async function gone({ tabId, frameId }: Frame, page: string): Promise<void> {
  await dropReport(tabId, frameId, page);
  await showBadge(tabId, await reportsOf(tabId));
}

/** After another policy came into force, every open page asks again. */
async function askAllAgain(): Promise<void> {
  const message: ToContent = { type: 'ask-again' };
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map((tab) => (tab.id === undefined ? Promise.resolve() : browser.tabs.sendMessage(tab.id, message))),
  );
}
