/**
 * The notice in the page. A copy for convenience: the badge and the popup are the truth, because a page can tamper with
 * what it hosts. So it holds no secret and decides nothing; what a person sets aside here, the worker judges.
 */
import type { Review } from '../../src/model.ts';
import type { Aside, NoticeKind, SetAside, Trouble } from '../messages.ts';
import { outcomeOf } from '../outcome.ts';
import { language, text } from '../texts.ts';
import { word } from '../wording.ts';
import { type Box, boxOf, placeFor } from './corner.ts';
import css from './notice.css?inline';
import { type Advice, adviceOn } from './notice-advice.ts';
import { ours } from './ours.ts';
import { builder, ownRoot } from './own-root.ts';
import { isSeen, watchSeen } from './seen.ts';
import type { Root } from './tree.ts';

/** jsdom has no top layer. */
const canRise = (element: HTMLElement): boolean => typeof element.showPopover === 'function';

/** What a person may want of the notice, and somebody else must keep. */
export interface NoticeHost {
  /** Kinds that are small: an icon and a word, until they are pressed. */
  small: readonly NoticeKind[];
  resized(kind: NoticeKind, small: boolean): void;
  setAside(keys: readonly string[], how: SetAside): void;
  /** What must not be covered, as it stands now. */
  keepClear(): readonly Element[];
}

export interface Notice {
  /** No review, or nothing to say about them, shows nothing. `asides`: one for each; without them nothing is set aside. */
  show(reviews: readonly Review[], asides?: readonly Aside[]): void;
  couldNotCheck(reason: Trouble): void;
  hide(): void;
  /** Notes when a page lifts something of its own into the top layer, above us. */
  watch(root: Root): void;
  /** Null while nothing is shown. */
  readonly element: HTMLElement | null;
}

interface Frame {
  element: HTMLElement;
  root: ShadowRoot;
  shell: HTMLElement;
  panel: HTMLElement;
  status: HTMLElement;
  seen: ReturnType<typeof watchSeen>;
}

/** A page lifts dialogs, popovers and what is shown on the full screen. */
const RISES = ['toggle', 'fullscreenchange'];
/** No endless fight (facts/deployment.md section 8). Another notice begins anew. */
const MOST_RAISES = 20;
/** After these, something else may lie below us. */
const MOVES = ['resize', 'scrollend'];

/** Some screen readers miss what stands in a live region from its first moment. */
const ANNOUNCE_AFTER_MS = 200;
/** These say little, and begin as a chip whatever the person chose. */
const QUIET: readonly NoticeKind[] = ['inform', 'unchecked'];

export function createNotice(document: Document, host: NoticeHost): Notice {
  const build = builder(document);
  const { make, draw } = build;
  // The first word that is asked of the browser takes six milliseconds (Chromium 156): before the notice has to stand, in a task of its own.
  setTimeout(language);

  let frame: Frame | null = null;
  /** What is shown, and what the person has closed, as JSON. */
  let shown = '';
  let dismissed = '';
  let announced = '';
  let open = false;
  let raised = 0;
  /** Of what is shown. */
  let asides: readonly Aside[] = [];
  /** What the person chose since this page was opened. */
  const chosen = new Map<NoticeKind, boolean>();
  const isSmall = (kind: NoticeKind): boolean =>
    QUIET.includes(kind) || (chosen.get(kind) ?? host.small.includes(kind));
  /** Moved, it is no longer in the top layer, and may stand where nobody sees it: as good as thrown out. */
  const moved = new MutationObserver(() => {
    if (frame?.element.parentNode !== document.documentElement) frame?.element.remove();
  });

  function buildFrame(): Frame {
    const { element, root, shell } = ownRoot(document, css);
    const panel = make('section', 'panel');
    panel.setAttribute('role', 'region');
    panel.setAttribute('aria-label', text('notice_label'));
    const status = make('p', 'unseen');
    status.setAttribute('role', 'status');
    shell.append(panel, status);
    // In the top layer, above whatever the page draws. Not our element itself, whose attributes the page could change.
    if (canRise(shell)) shell.popover = 'manual';
    panel.addEventListener('keydown', (event) => {
      if (event.isTrusted && event.key === 'Escape' && open) setOpen(false);
    });
    for (const type of MOVES)
      document.defaultView?.addEventListener(type, place, { capture: true, passive: true });
    return { element, root, shell, panel, status, seen: watchSeen(panel) };
  }

  function display(key: string, advise: () => Advice): void {
    if (key === dismissed) return;
    dismissed = '';
    // The person chose another language meanwhile.
    if (frame !== null && frame.shell.lang !== language()) hide();
    frame ??= buildFrame();
    if (key !== shown) {
      const advice = advise();
      raised = 0;
      takeOff(frame);
      fill(frame, advice);
      shown = key;
      announce(frame.status, [(advice.level ?? '') + advice.line, advice.may].join(' ').trim());
    }
    // The page may have thrown us out.
    if (!frame.element.isConnected) document.documentElement.append(frame.element);
    moved.observe(document.documentElement, { childList: true });
    stand(frame.shell);
    place();
  }

  function fill({ panel, root }: Frame, advice: Advice): void {
    // While a person writes, the advice may change under their hands: keep what is open, and their place in it.
    const focused = root.activeElement !== null;
    const scrolled = root.getElementById('details')?.scrollTop ?? 0;
    panel.dataset.tone = advice.tone;
    panel.classList.remove('quiet', 'small');
    panel.replaceChildren(...(advice.tone === 'trouble' ? troubleParts(advice) : parts(advice)));
    setOpen(open && advice.tone !== 'trouble');
    const details = root.getElementById('details');
    if (details !== null) details.scrollTop = scrolled;
    if (focused) panel.querySelector('button')?.focus();
  }

  function troubleParts(advice: Advice): Node[] {
    const said = make('span', 'said', make('span', 'brand', 'In Camera'), make('b', 'line', advice.line));
    said.append(...advice.details);
    return [draw(advice.sign), said, iconButton('close', 'notice_hide', 'cross', dismiss)];
  }

  function parts(advice: Advice): Node[] {
    const { tone } = advice;
    const small = isSmall(tone);
    const said = make(
      'span',
      'said',
      make('span', 'brand', 'In Camera'),
      make('span', 'line', make('b', '', advice.level ?? ''), `${advice.line} `, make('i', '', advice.more)),
      make('b', 'heading', advice.heading),
    );
    if (advice.may !== '') said.append(make('span', 'may', advice.may));
    const toggle = button('toggle', () => {
      // Whoever opens a loud notice that was made small wants to read it.
      if (small && !QUIET.includes(tone) && !open) resize(tone, false, advice);
      setOpen(!open);
    });
    toggle.setAttribute('aria-controls', 'details');
    // Those who go from heading to heading find the notice by this one, and what it says below it.
    const title = make('h2', 'unseen', text('notice_label'));
    const details = make('div', 'details', title, ...advice.details, knownOffer());
    details.id = 'details';
    // A part that scrolls must be reachable without a mouse.
    details.tabIndex = 0;
    details.setAttribute('role', 'group');
    details.setAttribute('aria-label', text('notice_details'));
    const panelClass = frame?.panel.classList;
    panelClass?.toggle('quiet', small);
    panelClass?.toggle('small', small && !QUIET.includes(tone));
    if (small) {
      toggle.append(draw(advice.sign), said, draw('chevron'));
      return [toggle, iconButton('close', 'notice_not_now', 'cross', () => putAside('not-now')), details];
    }
    toggle.append(text('notice_toggle'), draw('chevron'));
    const actions = make(
      'div',
      'actions',
      toggle,
      button('second', () => putAside('not-now'), text('notice_not_now')),
    );
    const smaller = iconButton('close', 'notice_smaller', 'minus', () => resize(tone, true, advice));
    return [draw(advice.sign), said, smaller, actions, details];
  }

  /** "I know this one", where the policy leaves that to the person. */
  function knownOffer(): Node {
    const about = asides.filter(({ state }) => state === null);
    if (about.length === 0 || !about.every(({ mayBeKnown }) => mayBeKnown)) return make('span', '');
    return make(
      'p',
      'known',
      button('second', () => putAside('known'), text('notice_known')),
      make('span', '', text('notice_known_more')),
    );
  }

  function resize(tone: NoticeKind, small: boolean, advice: Advice): void {
    chosen.set(tone, small);
    host.resized(tone, small);
    if (small) open = false;
    if (frame !== null) fill(frame, advice);
    place();
  }

  function putAside(how: SetAside): void {
    const keys = asides.flatMap(({ key, state }) => (state === null && key !== '' ? [key] : []));
    if (keys.length > 0) host.setAside(keys, how);
    dismiss();
  }

  function iconButton(
    className: string,
    name: string,
    sign: Parameters<typeof draw>[0],
    act: () => void,
  ): HTMLButtonElement {
    const made = button(className, act, draw(sign));
    made.title = text(name);
    made.setAttribute('aria-label', made.title);
    return made;
  }

  /** A page can make clicks, but not have them obeyed. */
  function button(className: string, act: () => void, ...children: (Node | string)[]): HTMLButtonElement {
    const made = make('button', className, ...children);
    made.type = 'button';
    made.addEventListener('click', (event) => {
      if (frame === null) return;
      if (isSeen(frame.element, made, event) && frame.seen.isVisible()) act();
      // Something may lie over it: up again, for the next press.
      else if (event.isTrusted) raise(frame.shell);
    });
    return made;
  }

  function setOpen(now: boolean): void {
    open = now;
    const toggle = frame?.panel.querySelector<HTMLElement>('.toggle');
    toggle?.setAttribute('aria-expanded', String(now));
    frame?.panel.classList.toggle('open', now);
    // The focus would vanish together with the details.
    if (!now && frame?.panel.querySelector('#details')?.contains(frame.root.activeElement)) toggle?.focus();
    place();
  }

  /** Where it covers nothing that a person needs; as low as the room there asks, the details scroll. */
  function place(): void {
    const view = document.defaultView;
    if (frame === null || view === null || !frame.element.isConnected || !canRise(frame.shell)) return;
    const { shell, panel } = frame;
    const clear = host.keepClear().flatMap((element): Box[] => {
      const box = boxOf(element);
      return box === null ? [] : [box];
    });
    shell.style.removeProperty('--room');
    const { width, height } = panel.getBoundingClientRect();
    const window = { width: view.innerWidth, height: view.innerHeight };
    const { side, edge, offset, room } = placeFor({ width, height }, window, clear, shell.dir === 'rtl');
    const stood = [shell.dataset.edge, shell.dataset.side, shell.style.getPropertyValue('--offset')];
    if (shell.dataset.edge !== undefined && stood.join() !== [edge, side, `${offset}px`].join())
      takeOff(frame);
    shell.dataset.edge = edge;
    shell.dataset.side = side;
    shell.style.setProperty('--offset', `${offset}px`);
    if (room < height) shell.style.setProperty('--room', `${room}px`);
    stand(shell);
  }

  /** Before it moves or grows: for what stands on the screen that would be a shift of the page's layout; what goes and comes is none. */
  function takeOff({ shell, panel, root }: Frame): void {
    // Who reads in it would lose the focus and the place in the text.
    if (
      ours().isAsking === true ||
      open ||
      root.activeElement !== null ||
      !canRise(shell) ||
      !shell.matches(':popover-open')
    )
      return;
    shell.hidePopover();
    // Without a layout in between it would be the same box to the browser.
    panel.getBoundingClientRect();
    delete shell.dataset.edge;
  }

  function stand(shell: HTMLElement): void {
    if (canRise(shell) && !shell.matches(':popover-open')) shell.showPopover();
  }

  function announce(status: HTMLElement, words: string): void {
    if (words === announced) return;
    announced = words;
    setTimeout(() => {
      if (words === announced) status.textContent = words;
    }, ANNOUNCE_AFTER_MS);
  }

  function dismiss(): void {
    const key = shown;
    hide();
    dismissed = key;
  }

  function hide(): void {
    moved.disconnect();
    for (const type of MOVES) document.defaultView?.removeEventListener(type, place, { capture: true });
    frame?.seen.stop();
    frame?.element.remove();
    frame = null;
    shown = '';
    dismissed = '';
    announced = '';
    open = false;
  }

  /** Above what the page has lifted; a page that fights for the place gets it, and the badge keeps telling. */
  function rise(event: Event): void {
    const shell = frame?.shell;
    if (shell === undefined || event.target === frame?.element) return;
    if (++raised <= MOST_RAISES) raise(shell);
  }

  function raise(shell: HTMLElement): void {
    if (!shell.isConnected || !canRise(shell) || ours().isAsking === true) return;
    shell.hidePopover();
    shell.showPopover();
  }

  return {
    show(reviews, ofReviews = []) {
      const told = reviews.filter((_, index) => ofReviews[index]?.state == null);
      const { state, findings } = outcomeOf(told);
      if (findings === 0 && state !== 'unchecked') return hide();
      asides = ofReviews;
      display(JSON.stringify(told), () => adviceOn(told, build));
    },
    couldNotCheck(reason) {
      asides = [];
      display(reason, () => ({
        tone: 'trouble',
        sign: 'broken-page',
        level: '',
        line: text('trouble_title'),
        more: '',
        may: '',
        heading: '',
        details: [reason, `${reason}-next`].map((name) => make('span', 'reason', word('trouble', name))),
      }));
    },
    hide,
    watch(root) {
      for (const type of RISES) root.addEventListener(type, rise, { capture: true, passive: true });
    },
    get element() {
      return frame?.element ?? null;
    },
  };
}
