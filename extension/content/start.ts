import { type Invitation, isWriting } from '../../src/model.ts';
import { isRecord } from '../../src/record.ts';
import type { Trouble } from '../messages.ts';
import { type Policy, policyFrom, reviewsFrom, waysFrom } from './answers.ts';
import { Arrival } from './arrival.ts';
import { ask, askingAgain, hasFailed, isOrphaned, Orphaned, runtime, stopHearing, tell } from './ask.ts';
import * as dom from './dom.ts';
import type { Hold, Reviewed } from './holding.ts';
import { lateNotice } from './late-notice.ts';
import type { MeetingParts } from './meeting-parts.ts';
import type { NoticeHost } from './notice.ts';
import { ours } from './ours.ts';
import { removeLeftovers } from './own-element.ts';
import { Places } from './places.ts';
import type { Webmail } from './readers/webmail.ts';
import type { ReadPage, ReadSurface } from './reading/page.ts';
import { isSameText, withoutText } from './reading/same.ts';
import { webmailInside, webmailOf } from './reading/webmail-of.ts';
import { inSlices } from './slices.ts';
import { isAlive, outermostOf } from './tree.ts';
import { Watch } from './watch.ts';

/** After the last change of the page; long enough for a mail to be built, short enough to warn before a click. */
const QUIET_MS = 30;
/** While somebody writes: a sentence is not judged word by word. */
const WRITING_QUIET_MS = 250;
/** A page that never rests is read all the same. */
const LATEST_MS = 800;
/** Reading may take at most a twentieth of the time on a page that changes without end. */
const REST_PER_WORK = 20;
/** A long thread: the longer it takes, the later a change in it is read, unless a link comes or goes. So much more for each millisecond. */
const MORE_REST_PER_MS = 6;
const MOST_REST_PER_WORK = 200;
const LONGEST_REST_MS = 30_000;
/** A look that reads nothing is cheap. */
const REST_PER_LOOK = 20;
const LONGEST_LOOK_REST_MS = 500;
/** For the script that reads. */
const PATIENCE_MS = 5000;
/** For the script that holds: what the notice says is held must be, from its first moment on. */
const HOLD_PATIENCE_MS = 1000;
/** A page that held more than we keep is looked at anew after this, once something left it. */
const FULL_REST_MS = 5000;
/** A press waits for no more than this; what takes longer is judged when it is looked at. */
const CATCH_UP_MS = 20;
const NOTHING: ReadPage = { missed: [], surfaces: [] };
const MOST_FAILURES = 3;
const MOST_SHOWN_AGAIN = 20;
const MOST_KNOWN_LINKS = 20_000;

/** A frame in which a notice can be read. */
const ROOMY = { width: 280, height: 160 };
/** Fired on the outermost document that reads a frame, by the script that starts there. A page that fires it has itself looked at. */
const FRAME_ARRIVED = 'in-camera-frame';
/** Fired on the document by a script that starts: one whose extension is gone leaves. Any page may fire it, and gains nothing. */
const NEWCOMER = 'in-camera-newcomer';

class WorkerSilent extends Error {}

/** Watches one page: one observer, one notice. Runs once a document; injected again (the popup's button), it looks again. */
export function start(page: Document): void {
  const shared = ours();
  if (shared.looks !== undefined) {
    shared.looks();
    return;
  }
  const outermost = outermostOf(page);
  if (outermost !== page) {
    // The page around reads this frame, too.
    outermost.dispatchEvent(new Event(FRAME_ARRIVED));
    return;
  }

  const id = crypto.randomUUID();
  const notice = lateNotice(
    page,
    () => tell({ type: 'bring-meeting', page: id }),
    () => watch.roots,
  );
  const isTop = window.top === window;
  const ways = new Map<string, string | null>();
  const watched: { surfaces: Element[]; places: Places | null; isNoticeGone(): boolean } = {
    surfaces: [],
    places: null,
    isNoticeGone,
  };
  let lastRead: readonly Invitation[] = [];
  /** All but the texts of what was read last, as JSON; empty when nothing was. */
  let lastRest = '';
  let lastReviews: Reviewed | null = null;
  /** The worker was told that this page could not be checked. */
  let isTroubled = false;
  let failures = 0;
  let fullSince = 0;
  /** Of a mail of which the webmail shows only the beginning. */
  let clipped: Element | null = null;
  /** As it was when the page was read last. */
  let webmail: Webmail | null = null;
  let isGone = false;
  let read: readonly ReadSurface[] = [];
  let shownAgain = 0;
  let round = 0;
  let due: ReturnType<typeof setTimeout> | undefined;
  /** When the look is due; its timer may fire before, and is set anew then: to set it at each change costs more than all else at one. */
  let dueAt = 0;
  let firstChange = 0;
  let restUntil = 0;
  let busy: Promise<void> | null = null;
  let changedMeanwhile = false;
  /** Time of a look that passed in waiting for the worker, not in work on the page. */
  let waited = 0;
  let mustRead = true;
  /** Something changed in what was read, and it is not read again yet: a long thread costs too much to be read at every change. */
  let owed = false;
  let owedDue: ReturnType<typeof setTimeout> | undefined;
  let readingRestUntil = 0;
  let reads: MeetingParts['readPage'] | null = null;
  const reading = new Arrival();

  const silence = askingAgain(() => schedule());
  let clear: MeetingParts['keepClear'] | null = null;
  const noticeHost: NoticeHost = {
    get small() {
      return policy?.small ?? [];
    },
    resized: (kind, small) => tell({ type: 'notice-size', page: id, kind, small }),
    setAside(keys, how) {
      tell({ type: 'set-aside', page: id, keys, how });
      const isTheirs = (key: string): boolean => keys.includes(key);
      if (lastReviews !== null)
        lastReviews.asides = lastReviews.asides.map((one) =>
          isTheirs(one.key) ? { ...one, state: how } : one,
        );
    },
    keepClear: () => clear?.(read, leading()) ?? [],
  };

  /** Elements whose link leads to a meeting. */
  function* leading(): Generator<Element> {
    for (const [element, links] of watched.places?.links ?? [])
      if ([...links].some((link) => ways.get(link) != null)) yield element;
  }

  let hold: Hold | null = null;
  const holding = new Arrival();
  let policy: Policy | null = null;
  const watch = new Watch(page, watched, schedule, (root) => {
    hold?.enter(root);
    notice.watch(root);
  });

  function schedule(): void {
    if (isGone) return;
    if (busy !== null) {
      changedMeanwhile = true;
      return;
    }
    const now = performance.now();
    if (due === undefined) firstChange = now;
    else if (now - firstChange > LATEST_MS) return;
    const quiet = read.some(({ open }) => isWriting(open.surface)) ? WRITING_QUIET_MS : QUIET_MS;
    dueAt = now + Math.max(quiet, restUntil - now);
    due ??= setTimeout(lookWhenDue, dueAt - now);
  }

  function lookWhenDue(): void {
    const early = dueAt - performance.now();
    // A timer may fire a little before its time.
    if (early > 1) due = setTimeout(lookWhenDue, early);
    else look();
  }

  /** Looks at once, or waits for the look that is under way and one after it. */
  async function lookNow(): Promise<boolean> {
    await busy;
    readingRestUntil = 0;
    clearTimeout(due);
    look();
    await busy;
    return !mustRead;
  }

  function look(): void {
    due = undefined;
    if (isGone) return;
    const began = performance.now();
    waited = 0;
    busy = check()
      .catch((error: unknown) => {
        if (error instanceof Orphaned) makeRoom();
        else if (error instanceof WorkerSilent) unreadable('worker-silent');
        else failed();
      })
      .finally(() => {
        busy = null;
        const now = performance.now();
        restUntil = Math.min(now + LONGEST_LOOK_REST_MS, now + (now - began - waited) * REST_PER_LOOK);
        if (changedMeanwhile) {
          changedMeanwhile = false;
          schedule();
        }
      });
  }

  async function asking(message: Parameters<typeof ask>[0]): Promise<unknown> {
    const began = performance.now();
    const answer = await ask(message);
    waited += performance.now() - began;
    return answer;
  }

  async function check(): Promise<void> {
    if (isOrphaned()) throw new Orphaned();
    const mine = ++round;
    // Asked again meanwhile: what follows would be judged by what no longer holds, and another look is due.
    const isOver = (): boolean => mine !== round;
    const hello = watched.places === null ? await asking({ type: 'hello', page: id }) : null;
    if (isOver()) return;
    const places = watched.places ?? placesFrom(hello);
    if (places === null) return unreadable('worker-silent');
    watched.places = places;
    globalThis.inCameraWords = policy?.words ?? undefined;
    const { added, changed, relevant, gone } = watch.take();
    const fields = isWatchingFields() ? places.changedFields(watch.roots) : [];
    if (places.full && gone && performance.now() - fullSince > FULL_REST_MS) {
      askAgain();
      return;
    }
    await inSlices(places.refreshAll(new Set([...changed, ...fields])));
    await inSlices(places.scanAll(added));
    const lost = gone && places.prune((link) => ways.get(link));
    if (places.full && fullSince === 0) fullSince = performance.now();
    if (places.news) {
      await whichJoin(new Set([...places.links.values()].flatMap((links) => [...links])));
      if (isOver()) return;
      places.prune((link) => ways.get(link));
    }
    owed ||= relevant || fields.length > 0;
    const readers = policy?.readers ?? [];
    if (mustRead) webmail = webmailOf(page, readers);
    const nowClipped = clippedPart();
    if (nowClipped !== clipped) mustRead = true;
    clipped = nowClipped;
    if (!mustRead && !lost && !places.news) {
      const rest = readingRestUntil - performance.now();
      clearTimeout(owedDue);
      if (owed && rest > 0) owedDue = setTimeout(schedule, rest);
      if (!owed || rest > 0) return showAgain();
    }
    places.news = false;
    mustRead = false;
    owed = false;
    const began = performance.now() - waited;
    const isEmpty = places.size === 0 && !places.full && clipped === null;
    if (!isEmpty) webmail = webmailOf(page, readers) ?? webmailInside(page, readers);
    const found = isEmpty
      ? NOTHING
      : await (await reader())([...watch.roots], webmail, places, (link) => ways.get(link) != null);
    const work = performance.now() - waited - began;
    readingRestUntil =
      performance.now() +
      Math.min(
        LONGEST_REST_MS,
        work * Math.min(MOST_REST_PER_WORK, Math.max(REST_PER_WORK, work * MORE_REST_PER_MS)),
      );
    if (isOver()) return;
    read = found.surfaces;
    // A subject may stand outside of what it belongs to.
    watched.surfaces = read.flatMap(({ open }) => [
      open.element,
      (open.title === null ? null : dom.parentElement(open.title)) ?? open.element,
    ]);
    const invitations = read.map(({ invitation }) => invitation);
    const rest = JSON.stringify([found.missed, invitations.map(withoutText)]);
    const isSame =
      rest === lastRest && invitations.every((one, index) => isSameText(one, lastRead[index] ?? one));
    if (isSame && lastReviews !== null) {
      hold?.hold(read, lastReviews);
      return showAgain();
    }
    // A frame without any invitation has nothing to say; the top document says so for the page.
    if (invitations.length === 0 && lastRest === '' && !isTop && !isTroubled) return;
    const { missed } = found;
    const answer = await asking({
      type: 'review',
      page: id,
      webmail: webmail?.id ?? null,
      missed,
      invitations,
    });
    if (isOver()) return;
    const reviews = reviewsFrom(answer, invitations.length);
    if (reviews === null) return unreadable(hasFailed(answer) ? 'review-failed' : 'worker-silent');
    await holdStands();
    if (isOver()) return;
    isTroubled = false;
    silence.end();
    failures = 0;
    lastRead = invitations;
    lastRest = rest;
    lastReviews = reviews;
    hold?.hold(read, reviews);
    notice.show(reviews.reviews, reviews.asides);
  }

  /** What reads; the worker brings it to a page that holds a meeting. */
  async function reader(): Promise<MeetingParts['readPage']> {
    notice.prepare();
    if (reads === null) waited += await reading.within(PATIENCE_MS);
    if (reads === null) throw new WorkerSilent();
    return reads;
  }

  /** The worker brings it with its first word; where it does not come, nobody waits a second time. */
  async function holdStands(): Promise<void> {
    if (policy?.holds !== true || hold !== null) return;
    waited += await holding.within(HOLD_PATIENCE_MS);
    holding.come();
  }

  function isNoticeGone(): boolean {
    return notice.element?.isConnected === false && shownAgain <= MOST_SHOWN_AGAIN;
  }

  /** A page that throws the notice out gets it back some times, not in an endless fight: the badge is the truth. */
  function showAgain(): void {
    if (!isNoticeGone()) return;
    if (++shownAgain > MOST_SHOWN_AGAIN) tell({ type: 'unreadable', page: id, reason: 'notice-removed' });
    else notice.show(lastReviews?.reviews ?? [], lastReviews?.asides);
  }

  function placesFrom(answer: unknown): Places | null {
    const hints = policyFrom(answer);
    if (hints === null) return null;
    policy = hints;
    hold?.policy(hints);
    return new Places(hints.hint, (root) => watch.enter(root));
  }

  /** Asked once for each link, until the policy changes. */
  async function whichJoin(links: Iterable<string>): Promise<void> {
    const unasked = [...links].filter((link) => !ways.has(link));
    if (unasked.length === 0) return;
    const asked = round;
    const answer = waysFrom(await asking({ type: 'which-join', page: id, links: unasked }), unasked.length);
    if (asked !== round) return;
    if (answer === null) throw new WorkerSilent();
    if (ways.size > MOST_KNOWN_LINKS) ways.clear();
    unasked.forEach((link, index) => {
      ways.set(link, answer[index] ?? null);
    });
  }

  function unreadable(reason: Trouble): void {
    lastRest = '';
    mustRead = true;
    isTroubled = true;
    tell({ type: 'unreadable', page: id, reason });
    if (reason === 'worker-silent') silence.later();
    // Many frames are specks of other things; what failed there the badge and the popup tell.
    if (isTop || (window.innerWidth >= ROOMY.width && window.innerHeight >= ROOMY.height))
      notice.couldNotCheck(reason);
  }

  /** What was to be looked through is lost with the look. A page that we fail on again and again is left until it changes. */
  function failed(): void {
    unreadable('reader-failed');
    if (++failures <= MOST_FAILURES) watch.lookAgain();
    else watch.startOver();
  }

  function askAgain(): void {
    if (isGone) return;
    // What is still under way was judged by what no longer holds.
    round++;
    watched.places = null;
    ways.clear();
    lastRest = '';
    mustRead = true;
    fullSince = 0;
    watch.lookAgain();
  }

  shared.looks = askAgain;

  function makeRoom(): void {
    isGone = true;
    round++;
    hold?.stop();
    watch.stop();
    clearTimeout(due);
    clearTimeout(owedDue);
    silence.end();
    notice.hide();
    shared.looks = undefined;
    stopHearing(heard);
  }

  /** Where something is written, or may be held, what a script puts into a field counts, too. */
  const isWatchingFields = (): boolean => hold !== null || read.some(({ open }) => isWriting(open.surface));

  function clippedPart(): Element | null {
    const hooks = (webmail?.surfaces ?? []).flatMap((surface) => surface.clipped ?? []);
    if (hooks.length === 0) return null;
    for (const root of watch.roots) {
      const found = isAlive(root) ? dom.querySelector(root, hooks.join()) : null;
      if (found !== null) return found;
    }
    return null;
  }

  /** What was reviewed last is what stands there; where nothing was, nothing that came since may lead to a meeting. */
  function isCurrent(): boolean {
    const places = watched.places;
    if (busy !== null || mustRead || places === null || places.news) return false;
    const fields = places.changedFields(watch.roots);
    const isSettled = watch.isIdle && !owed && due === undefined && fields.length === 0;
    return isSettled || (read.length === 0 && places.size === 0 && catchesUp(places, fields));
  }

  /** Looks through what is new, at once and not for long: true when nothing of it may lead to a meeting. */
  function catchesUp(places: Places, fields: readonly Element[]): boolean {
    const { added, changed, relevant } = watch.take();
    owed ||= relevant;
    const until = performance.now() + CATCH_UP_MS;
    for (const steps of [places.refreshAll(new Set([...changed, ...fields])), places.scanAll(added)])
      for (let step = steps.next(); step.done !== true; step = steps.next())
        if (performance.now() > until) {
          watch.lookAgain();
          return false;
        }
    if (places.news) schedule();
    return !places.news && !places.full;
  }

  shared.meets = ({ createNotice, readPage, keepClear }) => {
    if (createNotice !== undefined) notice.arrive((document) => createNotice(document, noticeHost));
    clear = keepClear ?? clear;
    if (readPage === undefined) return;
    reads ??= readPage;
    // What brought it was a task of ten milliseconds; to read is one of its own.
    setTimeout(() => reading.come());
  };
  shared.holds = (create) => {
    if (hold !== null) return;
    hold = create(page, {
      ways,
      roots: () => watch.roots,
      isCurrent,
      lookNow,
      ask: (link) => whichJoin([link]),
      tell: (decision) => tell({ type: 'decided', page: id, decision }),
      unchecked(reason) {
        // The next look says again what was found before.
        lastRest = '';
        mustRead = true;
        notice.couldNotCheck(reason);
      },
    });
    for (const root of watch.roots) hold.enter(root);
    if (policy !== null) hold.policy(policy);
    if (lastReviews !== null) hold.hold(read, lastReviews);
    holding.come();
  };
  page.dispatchEvent(new Event(NEWCOMER));
  removeLeftovers(page);
  page.addEventListener(NEWCOMER, () => {
    if (isOrphaned()) makeRoom();
  });
  page.addEventListener(FRAME_ARRIVED, () => watch.frameArrived());
  function heard(message: unknown, _sender: unknown, answer: (value: unknown) => void): true {
    const { type, page: asked } = isRecord(message) ? message : {};
    if (type === 'ask-again') askAgain();
    if (type === 'leave') makeRoom();
    answer(type === 'still-there' && asked === id);
    return true;
  }
  runtime.onMessage.addListener(heard);
  window.addEventListener('pagehide', () => {
    if (!isGone) tell({ type: 'gone', page: id });
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) askAgain();
  });
  look();
}
