import { MAX_LINK } from '../../src/links/bounds.ts';
import type { Review } from '../../src/model.ts';
import { isRecord } from '../../src/record.ts';
import type { Aside, NoticeKind, Trouble } from '../messages.ts';
import { asidesFrom, sizesFrom, wordsFrom } from './answers.ts';
import { ask, askingAgain, hasFailed, isOrphaned, Orphaned, runtime, stopHearing, tell } from './ask.ts';
import { createNotice } from './notice.ts';
import { removeLeftovers } from './own-element.ts';

/** A page that throws the notice out gets it back so often; after that the badge alone is the truth. */
const MOST_SHOWN_AGAIN = 20;
/** A page to join a meeting has a handful. */
const MOST_BUTTONS = 50;

/** A page that joins a meeting, as the worker judged it. */
export interface JoinPage {
  review: Review;
  /** For each of the review's meetings its Meeting.ways, which the review leaves out. */
  ways: readonly (readonly string[])[];
  /** The person has just given their reason elsewhere. */
  passed: boolean;
}

/** Hears of each page that joins a meeting, before its own button can be used, and with null of each that joins none any more. */
export type HoldJoinPage = (page: JoinPage | null) => void;

/**
 * Watches a document on a platform's own host, from its beginning: asks the worker whether its address joins a meeting, and shows the
 * notice. It reads nothing but the address. Ordinary pages of the platform stay untouched.
 */
export function watchJoinPage(page: Document, holdJoinPage: HoldJoinPage = () => undefined): void {
  const id = crypto.randomUUID();
  let noticeSizes: readonly NoticeKind[] = [];
  const notice = createNotice(page, {
    get small() {
      return noticeSizes;
    },
    resized: (kind, small) => tell({ type: 'notice-size', page: id, kind, small }),
    setAside: (keys, how) => tell({ type: 'set-aside', page: id, keys, how }),
    keepClear: () => buttonsOf(page),
  });
  const navigation: unknown = Reflect.get(window, 'navigation');
  const announced = navigation instanceof EventTarget;
  /** The address that was asked for last; empty: ask again. */
  let asked = '';
  let busy = false;
  let shown: readonly Review[] = [];
  let asides: readonly Aside[] = [];
  /** The answer came before the document had a root. */
  let waitsForRoot = false;
  let shownAgain = 0;
  let gone = false;

  const observer = new MutationObserver(lookAround);
  const silence = askingAgain(askAgain);

  function watch(): void {
    // Without the Navigation API (Firefox before 147) no event tells that a script changed the address; that it changes the page with
    // it, does.
    observer.observe(page, { childList: true, subtree: !announced });
    if (announced && page.documentElement !== null)
      observer.observe(page.documentElement, { childList: true });
  }

  function lookAround(): void {
    if (isOrphaned()) {
      leave();
      return;
    }
    watch();
    if (address() !== asked) check();
    else showAgain();
  }

  /** Answers come one after the other: the last is the one of the address that stands. */
  function check(): void {
    if (busy || gone) return;
    busy = true;
    look()
      .catch((error: unknown) => {
        if (error instanceof Orphaned) leave();
        else couldNotCheck('worker-silent');
      })
      .finally(() => {
        busy = false;
        if (address() !== asked && !gone) check();
      });
  }

  async function look(): Promise<void> {
    while (address() !== asked) {
      asked = address();
      const answer = await ask({ type: 'join-page', page: id, url: asked });
      if (gone) return;
      if (address() !== asked) continue;
      const reviewed = reviewedFrom(answer);
      if (isRecord(answer)) {
        noticeSizes = sizesFrom(answer);
        globalThis.inCameraWords = wordsFrom(answer.words) ?? undefined;
        asides = asidesFrom(answer);
      }
      if (reviewed === null) couldNotCheck(hasFailed(answer) ? 'review-failed' : 'worker-silent');
      else show(reviewed);
    }
  }

  function show([joined]: readonly JoinPage[]): void {
    shown = joined === undefined ? [] : [joined.review];
    silence.end();
    shownAgain = 0;
    waitsForRoot = joined !== undefined && page.documentElement === null;
    if (joined === undefined) notice.hide();
    else if (!waitsForRoot) notice.show(shown, asides);
    holdJoinPage(joined ?? null);
  }

  /** Not what the person has closed: that notice is no element any more. */
  function showAgain(): void {
    if (page.documentElement === null || shown.length === 0) return;
    if (waitsForRoot) {
      waitsForRoot = false;
      notice.show(shown, asides);
    } else if (notice.element?.isConnected === false && shownAgain <= MOST_SHOWN_AGAIN) {
      if (shownAgain++ < MOST_SHOWN_AGAIN) notice.show(shown, asides);
      else tell({ type: 'unreadable', page: id, reason: 'notice-removed' });
    }
  }

  function couldNotCheck(reason: Trouble): void {
    shown = [];
    waitsForRoot = false;
    holdJoinPage(null);
    tell({ type: 'unreadable', page: id, reason });
    if (reason === 'worker-silent') silence.later();
    if (page.documentElement !== null) notice.couldNotCheck(reason);
  }

  function askAgain(): void {
    asked = '';
    check();
  }

  /** Our extension was updated or removed: a newer script may be here already. */
  function leave(): void {
    gone = true;
    silence.end();
    observer.disconnect();
    if (announced) navigation.removeEventListener('currententrychange', check);
    for (const type of ['popstate', 'hashchange']) window.removeEventListener(type, check);
    shown = [];
    notice.hide();
    holdJoinPage(null);
    stopHearing(heard);
  }

  function heard(message: unknown, _sender: unknown, answer: (value: unknown) => void): true {
    const { type, page: asked } = isRecord(message) ? message : {};
    if (type === 'ask-again') askAgain();
    if (type === 'leave') leave();
    answer(type === 'still-there' && asked === id);
    return true;
  }
  removeLeftovers(page);
  runtime.onMessage.addListener(heard);
  // Every change of the address within the document (HTML standard, "navigation API"): pushState, replaceState, fragments, back.
  if (announced) navigation.addEventListener('currententrychange', check);
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, check);
  window.addEventListener('pagehide', () => {
    if (!gone) tell({ type: 'gone', page: id });
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) askAgain();
  });
  watch();
  check();
}

/** The platform's own "Join" is among them, whatever it is called. */
function buttonsOf(page: Document): Element[] {
  return [...page.querySelectorAll('button, [role=button], input[type=submit]')].slice(0, MOST_BUTTONS);
}

/** With query and fragment: many meetings have their name or key there. */
const address = (): string => location.href.slice(0, MAX_LINK);

/** None for an ordinary page, one for a page that joins a meeting, null when the worker gave no answer. Our own worker made it. */
function reviewedFrom(answer: unknown): JoinPage[] | null {
  if (!isRecord(answer) || !Array.isArray(answer.reviews) || !Array.isArray(answer.ways)) return null;
  const reviews: Review[] = answer.reviews;
  const ways: string[][][] = answer.ways;
  return reviews.map((review, index) => ({
    review,
    ways: ways[index] ?? [],
    passed: answer.passed === true,
  }));
}
