import { type Finding, type Invitation, isHold, isWriting, PRETENCE, type Review } from '../../src/model.ts';
import type { Decision, Hints } from '../messages.ts';
import * as dom from './dom.ts';
import { askAtHold } from './hold-dialog.ts';
import type { HeldPage, Hold } from './holding.ts';
import { isOwn } from './own-element.ts';
import { addressOf } from './places.ts';
import { joinButtons, sendButton, sends } from './pressing.ts';
import type { ReadSurface } from './reading/page.ts';
import { isSame } from './reading/same.ts';
import { maySend } from './reading/sending.ts';
import { holds, isAlive, isDead, isElement, type Root } from './tree.ts';

/**
 * Holds joining and sending where the policy asks for it. Outside of that no event is touched: without a policy that can hold, nothing
 * listens. What a person decided to do is done once, and only that.
 */

/** So long a person waits for a review that is still to come. */
const PATIENCE_MS = 2000;
/** A page may submit its form a little after the press that we let through. */
const GRACE_MS = 3000;
const SAME_DRAFT_MS = 60_000;
/** Whatever a page may act on; the question comes at the click. */
const PRESSES = 'pointerdown mousedown pointerup mouseup touchstart touchend click auxclick dragstart'.split(
  ' ',
);
const ASKING = ['click', 'auxclick'];
const NATIVE = 'a, area, button, input, select, textarea, summary';

/** What holds one action. */
interface Held {
  action: Decision['action'];
  findings: readonly Finding[];
  review: Review;
  surface: HeldSurface;
  /** Of the meeting that is joined. */
  ways: readonly string[];
}

interface HeldSurface extends ReadSurface {
  review: Review;
  keys: readonly (readonly string[])[];
}

/** What was pressed: a held action; null for one that may go on; undefined while nobody can tell. */
type Verdict = Held | null | undefined;

export function createHold(
  page: Document,
  { ways: wayOf, roots, isCurrent, lookNow, ask, tell, unchecked }: HeldPage,
): Hold {
  let active = false;
  let whenUnchecked: Hints['whenUnchecked'] = 'go-on';
  let hint = (_address: string): boolean => false;
  let known: HeldSurface[] = [];
  let passing = false;
  let passedUntil = 0;
  let asking = false;
  let passedDraft: { element: Element; invitation: Invitation; until: number } | null = null;

  /** A frame's document may go away before the page is read again. */
  const surfaces = (): HeldSurface[] => known.filter(({ open }) => !isDead(open.element));

  /** A document's window comes before whatever the page listens with; submit does not leave a shadow root. */
  function targets(root: Root): EventTarget[] {
    return 'defaultView' in root && root.defaultView !== null ? [root.defaultView] : [root];
  }
  /** Where we fail, the page works on, and the person is told. */
  function guarded(judge: (event: Event) => void): (event: Event) => void {
    return (event) => {
      try {
        judge(event);
      } catch {
        unchecked('reader-failed');
      }
    };
  }
  const hears = { press: guarded(pressed), key: guarded(typed), submit: guarded(submitted) };

  function listen(root: Root, on: boolean): void {
    for (const target of targets(root)) {
      const set = on ? target.addEventListener.bind(target) : target.removeEventListener.bind(target);
      for (const type of PRESSES) set(type, hears.press, { capture: true, passive: false });
      set('keydown', hears.key, { capture: true });
      set('submit', hears.submit, { capture: true });
    }
  }

  function pathOf(event: Event): Element[] {
    return event.composedPath().filter((one): one is Element => isNode(one) && isElement(one));
  }

  function halt(event: Event): void {
    // A touch that is refused would never become a click, and nobody would be asked.
    if (!event.type.startsWith('touch')) event.preventDefault();
    event.stopImmediatePropagation();
  }

  const isHolding = ({ level }: Finding): boolean => isHold(level);
  const isCounted = ({ reportedOnly }: Finding): boolean => reportedOnly !== null;

  /** Of this very draft, a reason was given a moment ago: some webmails ask once more themselves, "Send without a subject?". */
  const isPassed = (action: Held['action'], { open, invitation }: HeldSurface): boolean =>
    action === 'send' &&
    passedDraft !== null &&
    passedDraft.element === open.element &&
    performance.now() < passedDraft.until &&
    isSame(passedDraft.invitation, invitation);

  function heldBy(action: Held['action'], surface: HeldSurface, meeting: number | null): Held | null {
    if (isPassed(action, surface)) return null;
    const { review, keys } = surface;
    const findings = review.findings.filter(
      (finding) =>
        (isHolding(finding) || isCounted(finding)) &&
        (meeting === null || finding.meeting === null || finding.meeting === meeting),
    );
    const joined = action === 'join' ? (meeting === null ? keys.flat() : (keys[meeting] ?? [])) : [];
    return findings.length === 0 ? null : { action, findings, review, ways: joined, surface };
  }

  function verdictOnLink(link: Element): Verdict {
    const href = addressOf(link);
    if (!hint(href)) return null;
    const way = wayOf.get(href);
    if (way === null) return null;
    if (way === undefined || !isCurrent()) return undefined;
    for (const surface of surfaces()) {
      const meeting = surface.keys.findIndex((keys) => keys.includes(way));
      const concerns = meeting !== -1 || (way === PRETENCE && holds(surface.open.element, link));
      const held = concerns ? heldBy('join', surface, way === PRETENCE ? null : meeting) : null;
      if (held !== null) return held;
    }
    return null;
  }

  function verdictOnPress(path: readonly Element[]): Verdict {
    const [target] = path;
    if (target === undefined) return null;
    const link = path.find((one) => /^(?:a|area)$/.test(dom.localName(one)) && dom.hasAttribute(one, 'href'));
    const isTyping = dom.isContentEditable(target);
    const onLink = link === undefined || isTyping ? null : verdictOnLink(link);
    if (onLink !== null) return onLink;
    for (const surface of surfaces()) {
      const { open } = surface;
      if (joinButtons(open).some((button) => holds(button, target))) return heldBy('join', surface, null);
      if (isWriting(open.surface) && sends(open, target))
        return isCurrent() ? heldBy('send', surface, null) : undefined;
    }
    return !isCurrent() && maySend(target) ? undefined : null;
  }

  function pressed(event: Event): void {
    const path = pathOf(event);
    if (!active || !event.isTrusted || passing || isOurs(path)) return;
    const verdict = verdictOnPress(path);
    if (verdict === null || isSecondary(event)) return;
    if (!mustStop(verdict)) {
      if (verdict !== undefined && event.type === 'click') decided(verdict, 'reported', '');
      return;
    }
    halt(event);
    if (asking || !ASKING.includes(event.type)) return;
    const link = path.find((one) => dom.hasAttribute(one, 'href')) ?? null;
    const [target] = path;
    const elsewhere = event.type === 'auxclick' || opensElsewhere(event);
    const goOn = (): void => {
      if (link !== null && elsewhere)
        page.defaultView?.open(dom.getAttribute(link, 'href') ?? '', '_blank', 'noopener');
      else if (target !== undefined) press(target);
    };
    void settle(verdict, () => verdictOnPress(path), goOn, link);
  }

  const mustStop = (verdict: Verdict): boolean =>
    verdict === undefined || verdict?.findings.some(isHolding) === true;

  function typed(event: Event): void {
    const path = pathOf(event);
    const [target] = path;
    if (!active || !event.isTrusted || passing || !isKey(event) || event.isComposing) return;
    if (target === undefined || isOurs(path)) return;
    // The browser makes a click of it where it knows how; a page's own buttons listen to the key.
    const presses = (event.key === 'Enter' || event.key === ' ') && !dom.matches(target, NATIVE);
    const surface = sendingAt(event, target);
    const isSending = surface !== null || (!isCurrent() && isSendKey(event, true));
    if (!presses && !isSending) return;
    const isText = dom.isContentEditable(target);
    const judge = (): Verdict => {
      if (!isSending) return isText ? null : verdictOnPress(path);
      if (!isCurrent()) return undefined;
      const now = sendingAt(event, target);
      return now === null ? null : heldBy('send', now, null);
    };
    const verdict = judge();
    if (verdict === null) return;
    if (!mustStop(verdict)) {
      if (verdict !== undefined) decided(verdict, 'reported', '');
      return;
    }
    halt(event);
    if (asking) return;
    void settle(verdict, judge, () => {
      const sending = isSending ? sendingAt(event, target) : null;
      const button = sending === null ? null : sendButton(sending.open);
      if (button !== null) press(button);
      else if (isSending) repeat(event, target);
      else press(target);
    });
  }

  /** The draft that this key sends or saves; null for every other key. */
  function sendingAt(event: KeyboardEvent, target: Element): HeldSurface | null {
    const drafts = surfaces().filter(({ open }) => isWriting(open.surface));
    const draft =
      drafts.find(({ open }) => holds(open.element, target)) ?? (drafts.length === 1 ? drafts[0] : undefined);
    return draft !== undefined && isSendKey(event, draft.open.surface === 'event-write') ? draft : null;
  }

  function submitted(event: Event): void {
    if (!active || !event.isTrusted || passing || performance.now() < passedUntil) return;
    const [form] = pathOf(event);
    const draftOf = (): HeldSurface | undefined =>
      surfaces().find(
        ({ open }) =>
          form !== undefined &&
          isWriting(open.surface) &&
          (holds(form, open.element) || holds(open.element, form)),
      );
    const judge = (): Verdict => {
      const draft = draftOf();
      if (draft === undefined) return null;
      return isCurrent() ? heldBy('send', draft, null) : undefined;
    };
    const verdict = judge();
    if (verdict === null || !mustStop(verdict)) return;
    halt(event);
    if (asking) return;
    const submitter = isSubmit(event) ? event.submitter : null;
    void settle(verdict, judge, () => {
      const draft = draftOf();
      const button = submitter ?? (draft === undefined ? null : sendButton(draft.open));
      if (button != null) press(button);
      else if (form !== undefined && isForm(form)) through(() => dom.requestSubmit(form));
    });
  }

  /** Waits for a review where there is none yet, asks the person where something holds, and lets the action go on, or not. */
  async function settle(
    first: Verdict,
    judge: () => Verdict,
    goOn: () => void,
    link: Element | null = null,
  ): Promise<void> {
    asking = true;
    try {
      let verdict = first;
      if (verdict === undefined) {
        const href = link === null ? null : addressOf(link);
        const asked = href === null || wayOf.has(href) ? Promise.resolve() : ask(href);
        const until = performance.now() + PATIENCE_MS;
        // A page may change while we look; then it is looked at once more.
        for (let left = PATIENCE_MS; verdict === undefined && left > 0; left = until - performance.now()) {
          const checked = await Promise.race([
            asked.then(lookNow, () => false),
            new Promise<false>((resolve) => setTimeout(resolve, left, false)),
          ]);
          if (!checked) break;
          verdict = judge();
        }
      }
      if (verdict === undefined && whenUnchecked === 'go-on') {
        tell({
          action: link === null ? 'send' : 'join',
          how: 'went-on-unchecked',
          rules: [],
          platforms: [],
          ways: [],
          reason: '',
        });
        unchecked('worker-silent');
        goOn();
        return;
      }
      if (verdict === null || (verdict !== undefined && !mustStop(verdict))) {
        if (verdict !== null) decided(verdict, 'reported', '');
        goOn();
        return;
      }
      const held = verdict ?? null;
      const action = held?.action ?? (link === null ? 'send' : 'join');
      const answer = await askAtHold(
        page,
        action,
        held?.review ?? null,
        held?.findings.filter(isHolding) ?? [],
      );
      const goesOn = answer.how === 'gave-reason';
      if (held !== null) decided(held, goesOn ? 'gave-reason' : 'stayed', goesOn ? answer.reason : '');
      if (goesOn && held?.action === 'send')
        passedDraft = {
          element: held.surface.open.element,
          invitation: held.surface.invitation,
          until: performance.now() + SAME_DRAFT_MS,
        };
      if (goesOn) goOn();
    } finally {
      asking = false;
    }
  }

  function decided({ action, findings, review, ways }: Held, how: Decision['how'], reason: string): void {
    const platforms = findings.flatMap(({ meeting }) =>
      meeting === null
        ? review.meetings.map(({ platform }) => platform)
        : (review.meetings[meeting]?.platform ?? []),
    );
    const rules = findings.map(({ rule }) => rule);
    tell({ action, how, reason, ways, rules: [...new Set(rules)], platforms: [...new Set(platforms)] });
  }

  function through(act: () => void): void {
    passing = true;
    passedUntil = performance.now() + GRACE_MS;
    try {
      act();
    } finally {
      passing = false;
    }
  }

  /** As a person would: some pages send at mousedown. */
  function press(target: Element): void {
    const init = { bubbles: true, cancelable: true, composed: true, view: page.defaultView };
    through(() => {
      for (const type of ['mousedown', 'mouseup']) {
        const isPointer = dom.dispatchEvent(
          target,
          new PointerEvent(type.replace('mouse', 'pointer'), { ...init, isPrimary: true }),
        );
        if (isPointer) dom.dispatchEvent(target, new MouseEvent(type, init));
      }
      if ('click' in target && typeof target.click === 'function') target.click();
      else dom.dispatchEvent(target, new MouseEvent('click', init));
    });
  }

  function repeat(event: KeyboardEvent, target: Element): void {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey, keyCode } = event;
    const init = { key, code, ctrlKey, metaKey, altKey, shiftKey, keyCode, which: keyCode };
    through(() =>
      dom.dispatchEvent(
        target,
        new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true, composed: true }),
      ),
    );
  }

  return {
    enter(root) {
      if (active) listen(root, true);
    },
    policy(hints) {
      ({ whenUnchecked, hint } = hints);
      if (active === hints.holds) return;
      active = hints.holds;
      for (const root of roots()) if (isAlive(root)) listen(root, active);
    },
    hold(read, { reviews, ways: keys }) {
      known = read.flatMap((one, index) => {
        const review = reviews[index];
        return review === undefined ? [] : [{ ...one, review, keys: keys[index] ?? [] }];
      });
    },
    stop() {
      active = false;
      for (const root of roots()) if (isAlive(root)) listen(root, false);
    },
  };
}

/** From a closed root nothing but its element is told. */
const isOurs = ([host]: readonly Element[]): boolean => host !== undefined && isOwn(host);
const isNode = (value: EventTarget): value is Node => 'nodeType' in value;
// Events and elements of a frame are no instances of this frame's classes.
const isKey = (event: Event): event is KeyboardEvent => 'key' in event && 'isComposing' in event;
const isSubmit = (event: Event): event is SubmitEvent => 'submitter' in event;
const isForm = (element: Element): element is HTMLFormElement => dom.localName(element) === 'form';
const isMouse = (event: Event): event is MouseEvent => 'button' in event && 'ctrlKey' in event;
const isSecondary = (event: Event): boolean => isMouse(event) && event.button === 2;
const opensElsewhere = (event: Event): boolean =>
  isMouse(event) && (event.ctrlKey || event.metaKey || event.shiftKey);

/** The keys with which webmails send, and calendars save (Gmail, Outlook, Roundcube, Yahoo: Ctrl+Enter; older ones Alt+S). */
function isSendKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, saves: boolean): boolean {
  if (key === 'Enter') return ctrlKey || metaKey;
  return key.toLowerCase() === 's' && (altKey || (saves && (ctrlKey || metaKey)));
}
