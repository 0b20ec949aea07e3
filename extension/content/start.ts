import browser from 'webextension-polyfill';
import type { Invitation, Review } from '../../src/model.ts';
import { isRecord } from '../../src/record.ts';
import type { Trouble } from '../messages.ts';
import { ask, isOrphaned, Orphaned, tell } from './ask.ts';
import { createNotice } from './notice.ts';
import { READERS } from './readers/index.ts';

/** After the last change of the page; long enough for a mail to be built, short enough to warn before a click. */
const QUIET_MS = 120;
/** A page that never rests is read all the same. */
const LATEST_MS = 800;
/** Reading may take at most a twentieth of the time on a page that changes without end. */
const REST_PER_WORK = 20;
const MOST_SHOWN_AGAIN = 20;
const MOST_KNOWN_LINKS = 20_000;

/** A frame in which a notice can be read. */
const ROOMY = { width: 280, height: 160 };

class WorkerSilent extends Error {}

declare global {
  /** Looks again. Set in the extension's own world, which the page cannot see, by the script that runs there. */
  var inCameraLooks: (() => void) | undefined;
}

/** Watches one document: one observer, one notice. Runs once a document; injected again (the popup's button), it looks again. */
export function start(page: Document): void {
  if (globalThis.inCameraLooks !== undefined) {
    globalThis.inCameraLooks();
    return;
  }

  const id = crypto.randomUUID();
  const notice = createNotice(page);
  const isTop = window.top === window;
  let hint: RegExp | null = null;
  const joining = new Map<string, boolean>();
  let lastRead = '';
  let lastReviews: readonly Review[] = [];
  let shownAgain = 0;
  let round = 0;
  let due: ReturnType<typeof setTimeout> | undefined;
  let firstChange = 0;
  let restUntil = 0;
  let busy = false;
  let changedMeanwhile = false;

  const observer = new MutationObserver(schedule);

  function schedule(): void {
    if (busy) {
      changedMeanwhile = true;
      return;
    }
    const now = performance.now();
    if (due === undefined) firstChange = now;
    else if (now - firstChange > LATEST_MS) return;
    clearTimeout(due);
    due = setTimeout(look, Math.max(QUIET_MS, restUntil - now));
  }

  function look(): void {
    due = undefined;
    busy = true;
    const began = performance.now();
    check()
      .catch((error: unknown) => {
        if (error instanceof Orphaned) makeRoom();
        else unreadable(error instanceof WorkerSilent ? 'worker-silent' : 'reader-failed');
      })
      .finally(() => {
        busy = false;
        restUntil = performance.now() + Math.min(5000, (performance.now() - began - waited) * REST_PER_WORK);
        waited = 0;
        if (changedMeanwhile) {
          changedMeanwhile = false;
          schedule();
        }
      });
  }

  /** Time of a look that passed in waiting for the worker, not in work on the page. */
  let waited = 0;
  async function asking(message: Parameters<typeof ask>[0]): Promise<unknown> {
    const began = performance.now();
    const answer = await ask(message);
    waited += performance.now() - began;
    return answer;
  }

  async function check(): Promise<void> {
    // Also when nothing is to be asked: a newer script's notice is a change of the page, and makes this one look.
    if (isOrphaned()) throw new Orphaned();
    const mine = ++round;
    hint ??= hintFrom(await asking({ type: 'hello', page: id }));
    if (hint === null) return unreadable('worker-silent');
    const invitations = await read(hint);
    const asText = JSON.stringify(invitations);
    if (mine !== round) return;
    if (asText === lastRead) return showAgain();
    // A frame without any invitation has nothing to say; the top document says so for the page.
    if (invitations.length === 0 && lastRead === '' && !isTop) return;
    const reviews = reviewsFrom(
      await asking({ type: 'review', page: id, webmail: null, missed: [], invitations }),
      invitations.length,
    );
    if (mine !== round) return;
    if (reviews === null) return unreadable('worker-silent');
    lastRead = asText;
    lastReviews = reviews;
    notice.show(reviews);
  }

  /** A page that throws the notice out gets it back some times, not in an endless fight: the badge is the truth. */
  function showAgain(): void {
    if (notice.element === null || notice.element.isConnected || shownAgain >= MOST_SHOWN_AGAIN) return;
    shownAgain++;
    notice.show(lastReviews);
  }

  async function read(pattern: RegExp): Promise<Invitation[]> {
    for (const reader of READERS) {
      if (!reader.matches(page)) continue;
      const invitations = await reader.read({ page, hint: pattern, whichJoin });
      if (invitations !== null) return invitations;
    }
    return [];
  }

  /** Asked once for each link, until the policy changes. */
  async function whichJoin(links: readonly string[]): Promise<ReadonlySet<string>> {
    const unasked = links.filter((link) => !joining.has(link));
    if (unasked.length > 0) {
      const answer = joinsFrom(
        await asking({ type: 'which-join', page: id, links: unasked }),
        unasked.length,
      );
      if (answer === null) throw new WorkerSilent();
      if (joining.size > MOST_KNOWN_LINKS) joining.clear();
      unasked.forEach((link, index) => {
        joining.set(link, answer[index] === true);
      });
    }
    return new Set(links.filter((link) => joining.get(link) === true));
  }

  function unreadable(reason: Trouble): void {
    lastRead = '';
    tell({ type: 'unreadable', page: id, reason });
    // Many frames are specks of other things; what failed there the badge and the popup tell.
    if (isTop || (window.innerWidth >= ROOMY.width && window.innerHeight >= ROOMY.height))
      notice.couldNotCheck(reason);
  }

  function askAgain(): void {
    // What is still under way was judged by what no longer holds.
    round++;
    hint = null;
    joining.clear();
    lastRead = '';
    schedule();
  }

  globalThis.inCameraLooks = askAgain;

  function makeRoom(): void {
    observer.disconnect();
    clearTimeout(due);
    page.removeEventListener('input', schedule, true);
    notice.hide();
  }

  browser.runtime.onMessage.addListener((message: unknown) => {
    if (!isRecord(message)) return undefined;
    if (message.type === 'ask-again') askAgain();
    if (message.type === 'still-there') return Promise.resolve(message.page === id);
    return undefined;
  });
  // The document, not its root: some editors write their frame anew, and only an observer here outlives that
  // (facts/webmail-dom.md section 12).
  observer.observe(page, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['href', 'hidden', 'aria-hidden', 'open', 'class', 'style'],
  });
  page.addEventListener('input', schedule, { capture: true, passive: true });
  window.addEventListener('pagehide', () => tell({ type: 'gone', page: id }));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) askAgain();
  });
  schedule();
}

/** One expression for all hints; null when the worker gave none. */
function hintFrom(answer: unknown): RegExp | null {
  if (!isRecord(answer) || !Array.isArray(answer.hints)) return null;
  const hints = answer.hints.filter((hint): hint is string => typeof hint === 'string' && hint !== '');
  const escaped = hints.map((hint) => hint.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return escaped.length === 0 ? null : new RegExp(escaped.join('|'), 'i');
}

function joinsFrom(answer: unknown, count: number): boolean[] | null {
  if (!isRecord(answer) || !Array.isArray(answer.join)) return null;
  const join: boolean[] = answer.join;
  return join.length === count ? join : null;
}

/** Our own worker made them; here is only told an answer from none. */
function reviewsFrom(answer: unknown, count: number): Review[] | null {
  if (!isRecord(answer) || !Array.isArray(answer.reviews)) return null;
  const reviews: Review[] = answer.reviews;
  return reviews.length === count ? reviews : null;
}
