import type { Invitation, Review } from '../../src/model.ts';
import { isRecord } from '../../src/record.ts';
import type { Hints, Trouble } from '../messages.ts';
import { ask, isOrphaned, Orphaned, runtime, tell } from './ask.ts';
import type { Hold, Reviewed } from './holding.ts';
import { lateNotice } from './late-notice.ts';
import type { MeetingParts } from './meeting-parts.ts';
import { Places } from './places.ts';
import type { Webmail } from './readers/webmail.ts';
import { isWriting } from './reading/open-surface.ts';
import type { ReadPage, ReadSurface } from './reading/page.ts';
import { isSameText } from './reading/same-text.ts';
import { webmailOf } from './reading/webmail-of.ts';
import { inSlices } from './slices.ts';
import { frameOf } from './tree.ts';
import { Watch } from './watch.ts';

/** After the last change of the page; long enough for a mail to be built, short enough to warn before a click. */
const QUIET_MS = 30;
/** While somebody writes: a sentence is not judged word by word. */
const WRITING_QUIET_MS = 250;
/** A page that never rests is read all the same. */
const LATEST_MS = 800;
/** Reading may take at most a twentieth of the time on a page that changes without end. */
const REST_PER_WORK = 20;
/** A long thread: a change in it is read later, unless a link comes or goes. */
const HEAVY_MS = 30;
const REST_PER_HEAVY_WORK = 100;
const LONGEST_REST_MS = 30_000;
/** A look that reads nothing is cheap. */
const REST_PER_LOOK = 20;
const LONGEST_LOOK_REST_MS = 500;
/** For the script that reads. */
const PATIENCE_MS = 5000;
const NOTHING: ReadPage = { missed: [], surfaces: [] };
const MOST_SHOWN_AGAIN = 20;
const MOST_KNOWN_LINKS = 20_000;

/** A frame in which a notice can be read. */
const ROOMY = { width: 280, height: 160 };
/** Fired on the document by a script that starts: one whose extension is gone leaves. Any page may fire it, and gains nothing. */
const NEWCOMER = 'in-camera-newcomer';

class WorkerSilent extends Error {}

declare global {
  /** Looks again. Set in the extension's own world, which the page cannot see, by the script that runs there. */
  var inCameraLooks: (() => void) | undefined;
}

/** Watches one page: one observer, one notice. Runs once a document; injected again (the popup's button), it looks again. */
export function start(page: Document): void {
  if (globalThis.inCameraLooks !== undefined) {
    globalThis.inCameraLooks();
    return;
  }
  // The page around reads this frame, too.
  if (frameOf(page) !== null) return;

  const id = crypto.randomUUID();
  const notice = lateNotice(page, () => tell({ type: 'bring-meeting', page: id }));
  const isTop = window.top === window;
  const ways = new Map<string, string | null>();
  const watched: { surfaces: Element[]; places: Places | null } = { surfaces: [], places: null };
  let lastRead: readonly Invitation[] = [];
  /** All but the texts of what was read last, as JSON; empty when nothing was. */
  let lastRest = '';
  let lastReviews: Reviewed | null = null;
  let read: readonly ReadSurface[] = [];
  let shownAgain = 0;
  let round = 0;
  let due: ReturnType<typeof setTimeout> | undefined;
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
  let parts: MeetingParts | null = null;
  let arrived = (): void => undefined;
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });

  let hold: Hold | null = null;
  let policy: Policy | null = null;
  const watch = new Watch(page, watched, schedule, (root) => {
    hold?.enter(root);
    notice.watch(root);
  });

  function schedule(): void {
    if (busy !== null) {
      changedMeanwhile = true;
      return;
    }
    const now = performance.now();
    if (due === undefined) firstChange = now;
    else if (now - firstChange > LATEST_MS) return;
    clearTimeout(due);
    const quiet = read.some(({ open }) => isWriting(open.surface)) ? WRITING_QUIET_MS : QUIET_MS;
    due = setTimeout(look, Math.max(quiet, restUntil - now));
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
    const began = performance.now();
    waited = 0;
    busy = check()
      .catch((error: unknown) => {
        if (error instanceof Orphaned) makeRoom();
        else unreadable(error instanceof WorkerSilent ? 'worker-silent' : 'reader-failed');
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
    const places = watched.places ?? placesFrom(await asking({ type: 'hello', page: id }));
    if (places === null) return unreadable('worker-silent');
    watched.places = places;
    const { added, changed, relevant, gone } = watch.take();
    for (const element of changed) places.refresh(element);
    await inSlices(places.scanAll(added));
    const lost = gone && places.prune((link) => ways.get(link));
    if (places.news) {
      await whichJoin(new Set([...places.links.values()].flatMap((links) => [...links])));
      places.prune((link) => ways.get(link));
    }
    owed ||= relevant;
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
    const webmail = webmailOf(page, policy?.readers ?? []);
    const found =
      places.size === 0
        ? NOTHING
        : await (await meetingParts()).readPage(
            [...watch.roots],
            webmail,
            places,
            (link) => ways.get(link) != null,
          );
    const work = performance.now() - waited - began;
    readingRestUntil =
      performance.now() +
      Math.min(LONGEST_REST_MS, work * (work > HEAVY_MS ? REST_PER_HEAVY_WORK : REST_PER_WORK));
    if (mine !== round) return;
    read = found.surfaces;
    // A subject may stand outside of what it belongs to.
    watched.surfaces = read.flatMap(({ open }) => [open.element, open.title?.parentElement ?? open.element]);
    const invitations = read.map(({ invitation }) => invitation);
    const rest = JSON.stringify([
      found.missed,
      invitations.map((one) => ({ ...one, title: '', passages: [] })),
    ]);
    const isSame =
      rest === lastRest && invitations.every((one, index) => isSameText(one, lastRead[index] ?? one));
    if (isSame && lastReviews !== null) {
      hold?.hold(read, lastReviews);
      return showAgain();
    }
    // A frame without any invitation has nothing to say; the top document says so for the page.
    if (invitations.length === 0 && lastRest === '' && !isTop) return;
    const { missed } = found;
    const answer = await asking({
      type: 'review',
      page: id,
      webmail: webmail?.id ?? null,
      missed,
      invitations,
    });
    const reviews = reviewsFrom(answer, invitations.length);
    if (mine !== round) return;
    if (reviews === null) return unreadable('worker-silent');
    lastRead = invitations;
    lastRest = rest;
    lastReviews = reviews;
    hold?.hold(read, reviews);
    notice.show(reviews.reviews);
  }

  /** What reads and shows; the worker brings it to a page that holds a meeting. */
  async function meetingParts(): Promise<MeetingParts> {
    const began = performance.now();
    notice.prepare();
    if (parts === null)
      await Promise.race([arrival, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    waited += performance.now() - began;
    if (parts === null) throw new WorkerSilent();
    return parts;
  }

  /** A page that throws the notice out gets it back some times, not in an endless fight: the badge is the truth. */
  function showAgain(): void {
    if (notice.element === null || notice.element.isConnected || shownAgain > MOST_SHOWN_AGAIN) return;
    if (++shownAgain > MOST_SHOWN_AGAIN) tell({ type: 'unreadable', page: id, reason: 'notice-removed' });
    else notice.show(lastReviews?.reviews ?? []);
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
    const answer = waysFrom(await asking({ type: 'which-join', page: id, links: unasked }), unasked.length);
    if (answer === null) throw new WorkerSilent();
    if (ways.size > MOST_KNOWN_LINKS) ways.clear();
    unasked.forEach((link, index) => {
      ways.set(link, answer[index] ?? null);
    });
  }

  function unreadable(reason: Trouble): void {
    lastRest = '';
    mustRead = true;
    tell({ type: 'unreadable', page: id, reason });
    // Many frames are specks of other things; what failed there the badge and the popup tell.
    if (isTop || (window.innerWidth >= ROOMY.width && window.innerHeight >= ROOMY.height))
      notice.couldNotCheck(reason);
  }

  function askAgain(): void {
    // What is still under way was judged by what no longer holds.
    round++;
    watched.places = null;
    ways.clear();
    lastRest = '';
    mustRead = true;
    watch.lookAgain();
  }

  globalThis.inCameraLooks = askAgain;

  function makeRoom(): void {
    watch.stop();
    hold?.stop();
    clearTimeout(due);
    clearTimeout(owedDue);
    notice.hide();
    globalThis.inCameraLooks = undefined;
  }

  globalThis.inCameraMeets = (brought) => {
    parts ??= brought;
    notice.arrive(brought.createNotice);
    arrived();
  };
  globalThis.inCameraHolds = (create) => {
    if (hold !== null) return;
    hold = create(page, {
      ways,
      isCurrent: () => watch.isIdle && !owed && due === undefined && busy === null,
      lookNow,
      ask: (link) => whichJoin([link]),
      tell: (decision) => tell({ type: 'decided', page: id, decision }),
      unchecked: () => notice.couldNotCheck('worker-silent'),
    });
    for (const root of watch.roots) hold.enter(root);
    if (policy !== null) hold.policy(policy);
    if (lastReviews !== null) hold.hold(read, lastReviews);
  };
  page.dispatchEvent(new Event(NEWCOMER));
  page.addEventListener(NEWCOMER, () => {
    if (isOrphaned()) makeRoom();
  });
  runtime.onMessage.addListener((message: unknown, _sender, answer): true => {
    const { type, page: asked } = isRecord(message) ? message : {};
    if (type === 'ask-again') askAgain();
    if (type === 'leave') makeRoom();
    answer(type === 'still-there' && asked === id);
    return true;
  });
  window.addEventListener('pagehide', () => tell({ type: 'gone', page: id }));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) askAgain();
  });
  look();
}

type Policy = Omit<Hints, 'hints'> & { hint: (address: string) => boolean };

/** Null when the worker gave none. */
function policyFrom(answer: unknown): Policy | null {
  if (!isRecord(answer) || !Array.isArray(answer.hints)) return null;
  const hints = answer.hints.filter((hint): hint is string => typeof hint === 'string' && hint !== '');
  const readers: Webmail[] = Array.isArray(answer.readers) ? answer.readers : [];
  const whenUnchecked = answer.whenUnchecked === 'hold' ? 'hold' : 'go-on';
  return hints.length === 0
    ? null
    : { hint: matcherOf(hints), holds: answer.holds === true, whenUnchecked, readers };
}

/**
 * Until an engine has one expression of two hundred hints ready, 3 ms go by (V8, measured); a hundred addresses are compared one by one in
 * a fifth of that. Most pages have no more.
 */
const FEW = 100;
const LONGEST_COMPARED = 500;

function matcherOf(hints: readonly string[]): (address: string) => boolean {
  let asked = 0;
  let all: RegExp | null = null;
  return (address) => {
    if (all === null && asked++ < FEW && address.length < LONGEST_COMPARED) {
      const lower = address.toLowerCase();
      return hints.some((hint) => lower.includes(hint));
    }
    all ??= new RegExp(hints.map((hint) => hint.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'), 'i');
    return all.test(address);
  };
}

function waysFrom(answer: unknown, count: number): (string | null)[] | null {
  if (!isRecord(answer) || !Array.isArray(answer.ways)) return null;
  const ways: (string | null)[] = answer.ways;
  return ways.length === count ? ways : null;
}

/** Our own worker made them; here is only told an answer from none. */
function reviewsFrom(answer: unknown, count: number): Reviewed | null {
  if (!isRecord(answer) || !Array.isArray(answer.reviews) || !Array.isArray(answer.ways)) return null;
  const reviews: Review[] = answer.reviews;
  const ways: Reviewed['ways'] = answer.ways;
  return reviews.length === count ? { reviews, ways } : null;
}
