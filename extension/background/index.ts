import browser, { type Runtime } from 'webextension-polyfill';
import { waysOf } from '../../src/meetings/ways.ts';
import { isHold, type Review } from '../../src/model.ts';
import { review, titleWithoutSecrets, withoutSecrets } from '../../src/review.ts';
import { canHold } from '../../src/rules/levels.ts';
import type {
  Aside,
  Decision,
  Failure,
  FrameReport,
  Hints,
  Reviews,
  SetAside,
  ToContent,
  ToWorker,
  Trouble,
  Ways,
} from '../messages.ts';
import { worstFirst } from '../outcome.ts';
import { wordsInPages } from '../own-words.ts';
import { setAside } from '../set-aside.ts';
import { type Answerable, answerableIn, answeredBy } from './answerable.ts';
import { asidesOf, type Judged } from './asides.ts';
import { showAccess, showBadge } from './badge.ts';
import { introduceOnce } from './first-run.ts';
import { hintsFor } from './hints.ts';
import { incoming } from './incoming.ts';
import { reviewJoinPage } from './join-page.ts';
import { actionOn, type Happened, keepLogInBounds, logDecision } from './log.ts';
import { countMisses } from './misses.ts';
import { setNoticeSize, smallNotices } from './notice-size.ts';
import { bring } from './page-scripts.ts';
import { notePass, takePass } from './passes.ts';
import { followManagedPolicy, policyInForce } from './policy-store.ts';
import { readersFor } from './readers.ts';
import {
  dropReport,
  dropSilentFrames,
  dropTab,
  type KeptReport,
  keepRoom,
  reportOf,
  saveReport,
} from './reports.ts';
import { forgetOldMeetings, rememberMeetings } from './seen-meetings.ts';
import { logShown } from './shown.ts';
import { reconcileSites } from './sites.ts';
import { forgetKeptOut, takeOver, takeOverOnce, watchLoaded } from './take-over.ts';
import { leaveSites } from './withdrawn.ts';
import { followWords, wordsInForce } from './words.ts';

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
  origin: string;
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
      // What is known of a meeting from invitations is for its own page alone; a compromised one can ask for any.
      return URL.parse(message.url)?.origin === frame.origin ? joinPage(frame, message) : undefined;
    case 'decided':
      return decided(frame, message.decision);
    case 'unreadable':
      return unreadable(frame, message.page, message.reason);
    case 'set-aside':
      return aside(frame, message);
    case 'notice-size':
      return setNoticeSize(message.kind, message.small);
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

followWords(() => void askAllAgain());
followManagedPolicy(() => {
  void askAllAgain();
  void followSites();
  void keepLogInBounds(new Date());
});

void keepRoom();
void forgetOldMeetings(new Date());
void keepLogInBounds(new Date());

// What people allow and withdraw in the popup, and in the browser's own settings.
browser.permissions.onAdded.addListener(() => {
  void followSites().then(takeOver);
});
browser.permissions.onRemoved.addListener(({ origins = [] }) => {
  void followSites().then(() => leaveSites(origins));
});

introduceOnce();

// It starts the worker, which is all that is asked of it: its start does the rest.
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
  // Our own pages stand in tabs, too, and none of them reads.
  if (url !== null && browser.runtime.getURL('').startsWith(`${url.protocol}//${url.host}/`)) return null;
  return {
    tabId,
    frameId: sender.frameId,
    site: url?.host ?? '',
    host: url?.hostname ?? '',
    origin: url?.origin ?? '',
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
    words: await wordsForPage(),
    small: await smallNotices(),
  };
}

const NEVER_ASIDE: Aside = { key: '', state: null, mayBeKnown: false };

/** From a private window nothing is kept that outlives it. */
async function aside(frame: Frame, { keys, how }: Extract<ToWorker, { type: 'set-aside' }>): Promise<void> {
  const report = await reportOf(frame.tabId, frame.frameId);
  const theirs = (report?.entries ?? []).filter(({ aside }) => keys.includes(aside.key));
  // A page can forge the message: what the policy keeps for itself, nobody can say to know.
  const allowed = how === 'known' ? theirs.filter(({ aside }) => aside.mayBeKnown) : theirs;
  if (allowed.length === 0 || report === null) return;
  const keep = how === 'known' && frame.isPrivate ? 'not-now' : how;
  const kept = new Set(allowed.map(({ aside }) => aside.key));
  await setAside([...kept], keep, new Date());
  const entries = report.entries.map((entry) =>
    kept.has(entry.aside.key) ? { ...entry, aside: { ...entry.aside, state: keep } } : entry,
  );
  await saveReport(frame.tabId, frame.frameId, { ...report, entries });
  if (frame.isPrivate) return;
  for (const { review } of allowed) await logDecision(frame.site, decisionOf(review, keep), new Date());
}

/** For the log: a notice was set aside. */
function decisionOf({ surface, findings, meetings }: Review, how: SetAside): Happened {
  return {
    action: actionOn(surface),
    how,
    rules: worstFirst(findings).map(({ rule }) => rule),
    platforms: meetings.map(({ platform }) => platform),
    reason: '',
  };
}

async function wordsForPage(): Promise<Hints['words']> {
  const own = await wordsInForce();
  return own === null ? null : wordsInPages(own);
}

async function whichJoin(links: readonly string[]): Promise<Ways> {
  const { policy } = await policyInForce();
  return { ways: waysOf(links, policy.selfHosted ?? []) };
}

async function reviewed(
  frame: Frame,
  { page, webmail, missed, invitations }: Extract<ToWorker, { type: 'review' }>,
): Promise<Reviews | Failure> {
  let judged: Judged[];
  let asides: Aside[];
  let answerable: Answerable | null;
  try {
    const inForce = await policyInForce();
    judged = invitations.map((invitation) => {
      const one = review(invitation, inForce, new Date());
      return { review: one, ways: one.meetings.map(({ ways }) => ways), title: invitation.title };
    });
    asides = await asidesOf(judged, inForce.policy, new Date());
    answerable = await answerableIn(judged);
  } catch (error) {
    console.error('In Camera: the review failed.', error instanceof Error ? error.name : '');
    await report(frame, troubled(frame, page, 'review-failed'));
    return { trouble: 'review-failed' };
  }
  // No answer waits for it.
  for (const [index, one] of judged.entries()) {
    const invitation = invitations[index];
    if (invitation === undefined || frame.isPrivate) continue;
    void rememberMeetings(invitation, one.review, new Date());
    void logShown(frame.site, one, new Date());
  }
  const entries = judged.map(({ review, title }, index) => ({
    title: titleWithoutSecrets(title, review).slice(0, 300),
    review: withoutSecrets(review),
    aside: asides[index] ?? NEVER_ASIDE,
  }));
  await reportChecked(frame, {
    page,
    entries,
    webmail,
    missed,
    ...(answerable === null ? {} : { answerable }),
  });
  return {
    reviews: entries.map(({ review }) => review),
    asides,
    ways: judged.map(({ ways }) => ways.map((one) => [...one])),
  };
}

/** An ordinary page of the platform gets an answer, too: of no review. */
async function joinPage(
  frame: Frame,
  { page, url }: Extract<ToWorker, { type: 'join-page' }>,
): Promise<Reviews | Failure> {
  try {
    const inForce = await policyInForce();
    const joined = await reviewJoinPage(url, inForce, new Date());
    const reviews = joined === null ? [] : [joined.review];
    const judged = joined === null ? [] : [{ ...joined, title: '' }];
    const asides = await asidesOf(judged, inForce.policy, new Date());
    const entries = judged.map(({ review, title }, index) => ({
      title,
      review,
      aside: asides[index] ?? NEVER_ASIDE,
    }));
    // No answer waits for it.
    if (!frame.isPrivate) for (const one of judged) void logShown(frame.site, one, new Date());
    await reportChecked(frame, { page, entries, webmail: null, missed: [] });
    const ways = joined === null ? [] : [joined.ways];
    const answered = await takePass(ways.flat(2), new Date());
    // No reason opens what is blocked, and one that was given for less opens no more.
    const passed = reviews.every(({ findings }) =>
      findings
        .filter(({ level }) => isHold(level))
        .every(({ rule, level }) => level !== 'block' && answered.includes(rule)),
    );
    return { reviews, ways, asides, passed, words: await wordsForPage(), small: await smallNotices() };
  } catch (error) {
    console.error('In Camera: the review failed.', error instanceof Error ? error.name : '');
    await report(frame, troubled(frame, page, 'review-failed'));
    return { trouble: 'review-failed' };
  }
}

async function decided(frame: Frame, decision: Decision): Promise<void> {
  const now = new Date();
  const given = decision.action === 'join' && decision.how === 'gave-reason';
  // A reason given on the meeting's own page opened that page; the next opening asks again. There, nothing is answerable.
  const asked = given ? (await reportOf(frame.tabId, frame.frameId))?.answerable : undefined;
  for (const [way, rules] of await answeredBy(decision, asked))
    await notePass([way], rules, now).catch(notKept);
  if (!frame.isPrivate) await logDecision(frame.site, decision, now);
}

/** They are asked once more; the log must not go without what they said. */
function notKept(error: unknown): void {
  console.warn('In Camera: a reason could not be kept.', error instanceof Error ? error.name : '');
}

async function reportChecked(frame: Frame, found: Omit<KeptReport, 'site' | 'trouble'>): Promise<void> {
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

async function report({ tabId, frameId }: Frame, frameReport: KeptReport): Promise<void> {
  await saveReport(tabId, frameId, frameReport);
  await showBadge(tabId);
  // A tab that was closed while its page was judged: nobody else would take the report away.
  await browser.tabs.get(tabId).catch(() => dropTab(tabId));
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
