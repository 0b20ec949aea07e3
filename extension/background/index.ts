import browser, { type Runtime } from 'webextension-polyfill';
import { waysOf } from '../../src/meetings/ways.ts';
import { isHold, type Review } from '../../src/model.ts';
import { review, titleWithoutSecrets, withoutSecrets } from '../../src/review.ts';
import { canHold } from '../../src/rules/levels.ts';
import type {
  Decision,
  Failure,
  FrameReport,
  Hints,
  Reviews,
  ToContent,
  ToWorker,
  Trouble,
  Ways,
} from '../messages.ts';
import { showAccess, showBadge } from './badge.ts';
import { hintsFor } from './hints.ts';
import { incoming } from './incoming.ts';
import { reviewJoinPage } from './join-page.ts';
import { keepLogInBounds, logDecision } from './log.ts';
import { countMisses } from './misses.ts';
import { bring } from './page-scripts.ts';
import { notePass, takePass } from './passes.ts';
import { followManagedPolicy, policyInForce } from './policy-store.ts';
import { readersFor } from './readers.ts';
import { dropReport, dropSilentFrames, dropTab, reportOf, saveReport } from './reports.ts';
import { forgetOldMeetings, rememberMeetings } from './seen-meetings.ts';
import { logShown } from './shown.ts';
import { reconcileSites } from './sites.ts';
import { forgetKeptOut, takeOver, takeOverOnce, watchLoaded } from './take-over.ts';
import { leaveSites } from './withdrawn.ts';

/**
 * The worker's wiring. It keeps nothing in memory that it cannot read again: the browser may stop it at any moment, and the
 * next event starts it anew. So every listener is added at once, while the file is first run.
 */

interface Frame {
  tabId: number;
  frameId: number;
  /** Host and port, for people. */
  site: string;
  host: string;
  /** In a private window: what is read there is gone with it, and leaves nothing on the disk. */
  isPrivate: boolean;
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
      return reviewed(frame, message);
    case 'join-page':
      return joinPage(frame, message);
    case 'decided':
      return decided(frame, message.decision);
    case 'unreadable':
      return unreadable(frame, message.page, message.reason);
    case 'bring-meeting':
      return bring('meeting', frame.tabId, frame.frameId);
    case 'gone':
      return gone(frame, message.page);
  }
});

browser.tabs.onRemoved.addListener((tabId) => {
  void dropTab(tabId);
});

browser.tabs.onUpdated.addListener((tabId, { status }) => {
  if (status === 'loading') void forgetKeptOut(tabId);
  if (status === 'complete') void watchLoaded(tabId);
});

followManagedPolicy(() => {
  void askAllAgain();
  void followSites();
  void keepLogInBounds(new Date());
});

void forgetOldMeetings(new Date());
void keepLogInBounds(new Date());

// What people allow and withdraw in the popup, and in the browser's own settings.
browser.permissions.onAdded.addListener(() => {
  void followSites().then(takeOver);
});
browser.permissions.onRemoved.addListener(({ origins = [] }) => {
  void followSites().then(() => leaveSites(origins));
});

// Both start the worker, which is all that is asked of them: its start does the rest.
browser.runtime.onInstalled.addListener(() => undefined);
browser.runtime.onStartup.addListener(() => undefined);
void followSites().then(takeOverOnce);

/** Registers what policy and person want to have read and the browser allows; says what is missing. */
async function followSites(): Promise<void> {
  const { policy } = await policyInForce();
  await showAccess(await reconcileSites(policy.sites ?? []));
}

/** Only our own content scripts in a tab speak here. */
function frameOf(sender: Runtime.MessageSender): Frame | null {
  const tabId = sender.tab?.id;
  if (sender.id !== browser.runtime.id || tabId === undefined || sender.frameId === undefined) return null;
  const url = URL.parse(sender.url ?? '');
  return {
    tabId,
    frameId: sender.frameId,
    site: url?.host ?? '',
    host: url?.hostname ?? '',
    isPrivate: sender.tab?.incognito === true,
  };
}

async function hello({ tabId, frameId, host }: Frame): Promise<Hints> {
  // A new top document: the frames of the old one may have gone without a word.
  if (frameId === 0) void dropSilentFrames(tabId).then(() => showBadge(tabId));
  const inForce = await policyInForce();
  const { policy } = inForce;
  const holds = canHold(inForce);
  if (holds) void bring('hold', tabId, frameId);
  return {
    hints: hintsFor(policy),
    readers: readersFor(host),
    holds,
    whenUnchecked: policy.whenUnchecked ?? 'go-on',
    words: null,
    small: [],
  };
}

async function whichJoin(links: readonly string[]): Promise<Ways> {
  const { policy } = await policyInForce();
  return { ways: waysOf(links, policy.selfHosted ?? []) };
}

async function reviewed(
  frame: Frame,
  { page, webmail, missed, invitations }: Extract<ToWorker, { type: 'review' }>,
): Promise<Reviews | Failure> {
  let reviews: Review[];
  try {
    const policy = await policyInForce();
    reviews = invitations.map((invitation) => review(invitation, policy, new Date()));
  } catch (error) {
    console.error('In Camera: the review failed.', error instanceof Error ? error.name : '');
    await report(frame, troubled(frame, page, 'review-failed'));
    return { trouble: 'review-failed' };
  }
  // No answer waits for it.
  for (const [index, one] of reviews.entries()) {
    const invitation = invitations[index];
    if (invitation === undefined || frame.isPrivate) continue;
    void rememberMeetings(invitation, one, new Date());
    void logShown(frame.site, invitation, one, new Date());
  }
  const entries = reviews.map((one, index) => ({
    title: titleWithoutSecrets(invitations[index]?.title ?? '', one).slice(0, 300),
    review: withoutSecrets(one),
  }));
  await reportChecked(frame, { page, entries, webmail, missed });
  return {
    reviews: entries.map(({ review }) => review),
    ways: reviews.map(({ meetings }) => meetings.map(({ ways }) => ways)),
  };
}

/** An ordinary page of the platform gets an answer, too: of no review. */
async function joinPage(
  frame: Frame,
  { page, url }: Extract<ToWorker, { type: 'join-page' }>,
): Promise<Reviews | Failure> {
  try {
    const joined = await reviewJoinPage(url, await policyInForce(), new Date());
    const reviews = joined === null ? [] : [joined.review];
    const entries = reviews.map((one) => ({ title: '', review: one }));
    await reportChecked(frame, { page, entries, webmail: null, missed: [] });
    const ways = joined === null ? [] : [joined.ways];
    const answered = await takePass(ways.flat(2), new Date());
    // No reason opens what is blocked, and one that was given for less opens no more.
    const passed = reviews.every(({ findings }) =>
      findings
        .filter(({ level }) => isHold(level))
        .every(({ rule, level }) => level !== 'block' && answered.includes(rule)),
    );
    return { reviews, ways, passed };
  } catch (error) {
    console.error('In Camera: the review failed.', error instanceof Error ? error.name : '');
    await report(frame, troubled(frame, page, 'review-failed'));
    return { trouble: 'review-failed' };
  }
}

async function decided(frame: Frame, decision: Decision): Promise<void> {
  const now = new Date();
  const given = decision.action === 'join' && decision.how === 'gave-reason';
  // A reason given on the meeting's own page opened that page; the next opening asks again.
  if (given && !(await isJoinPage(frame))) await notePass(decision.ways, decision.rules, now);
  if (!frame.isPrivate) await logDecision(frame.site, decision, now);
}

async function isJoinPage({ tabId, frameId }: Frame): Promise<boolean> {
  const { entries = [] } = (await reportOf(tabId, frameId)) ?? {};
  return entries.some(({ review: { surface } }) => surface === 'join');
}

async function reportChecked(
  frame: Frame,
  found: Pick<FrameReport, 'page' | 'entries' | 'webmail' | 'missed'>,
): Promise<void> {
  const before = await reportOf(frame.tabId, frame.frameId);
  if (!frame.isPrivate) void countMisses(found.missed, found.page, before, new Date()).catch(() => undefined);
  // A page that fought our notice stays one that did: whether it shows it now, nobody can tell from here.
  const fought = before?.page === found.page && before.trouble === 'notice-removed';
  await report(frame, { ...found, site: frame.site, trouble: fought ? 'notice-removed' : null });
}

/** A page that removes our notice was checked: what was found stays. */
async function unreadable(frame: Frame, page: string, trouble: Trouble): Promise<void> {
  const before = trouble === 'notice-removed' ? await reportOf(frame.tabId, frame.frameId) : null;
  await report(frame, before?.page === page ? { ...before, trouble } : troubled(frame, page, trouble));
}

function troubled(frame: Frame, page: string, trouble: Trouble): FrameReport {
  return { page, site: frame.site, entries: [], trouble, webmail: null, missed: [] };
}

async function report({ tabId, frameId }: Frame, frameReport: FrameReport): Promise<void> {
  await saveReport(tabId, frameId, frameReport);
  await showBadge(tabId);
}

async function gone({ tabId, frameId }: Frame, page: string): Promise<void> {
  await dropReport(tabId, frameId, page);
  await showBadge(tabId);
}

/** After another policy came into force, every open page asks again. */
async function askAllAgain(): Promise<void> {
  const message: ToContent = { type: 'ask-again' };
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map((tab) => (tab.id === undefined ? Promise.resolve() : browser.tabs.sendMessage(tab.id, message))),
  );
}
