/**
 * The notice in the page. A copy for convenience: the badge and the popup are the truth, because a page can tamper with
 * what it hosts. So it holds no secret and decides nothing; a click on it only opens and closes.
 */
import type { Finding, Meeting, Review, Surface } from '../../src/model.ts';
import type { Trouble } from '../messages.ts';
import { isPart, outcomeOf, worstFirst } from '../outcome.ts';
import { LEVEL_SIGNS, type Sign } from '../signs.ts';
import { text } from '../texts.ts';
import { counted, findingWords, platformName, policyLine, word } from '../wording.ts';
import css from './notice.css?inline';
import { type Builder, builder, ownRoot } from './own-root.ts';
import { isSeen, watchSeen } from './seen.ts';
import type { Root } from './tree.ts';

/** jsdom has no top layer. */
const canRise = (element: HTMLElement): boolean => typeof element.showPopover === 'function';

export interface Notice {
  /** No review, or nothing to say about them, shows nothing. */
  show(reviews: readonly Review[]): void;
  couldNotCheck(reason: Trouble): void;
  hide(): void;
  /** Notes when a page lifts something of its own into the top layer, above us. */
  watch(root: Root): void;
  /** Null while nothing is shown. */
  readonly element: HTMLElement | null;
}

/** What one notice says, before it becomes nodes. */
interface Advice {
  tone: 'inform' | 'warn' | 'justify' | 'block' | 'unchecked' | 'trouble';
  sign: Sign;
  /** Before the line; null for the quiet ones, which begin as a chip. */
  level: string | null;
  /** The one line that is shown at first, and read out. */
  line: string;
  more: string;
  /** In place of line and more once the details are open: those begin with the same line. */
  heading: string;
  details: Node[];
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

/** Some screen readers miss what stands in a live region from its first moment. */
const ANNOUNCE_AFTER_MS = 200;

export function createNotice(document: Document): Notice {
  const build = builder(document);
  const { make, draw } = build;

  let frame: Frame | null = null;
  /** What is shown, and what the person has closed, as JSON. */
  let shown = '';
  let dismissed = '';
  let announced = '';
  let open = false;
  let raised = 0;
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
    return { element, root, shell, panel, status, seen: watchSeen(panel) };
  }

  function display(key: string, advise: () => Advice): void {
    if (key === dismissed) return;
    dismissed = '';
    frame ??= buildFrame();
    if (key !== shown) {
      const advice = advise();
      raised = 0;
      fill(frame, advice);
      shown = key;
      announce(frame.status, (advice.level ?? '') + advice.line);
    }
    // The page may have thrown us out.
    if (!frame.element.isConnected) document.documentElement.append(frame.element);
    moved.observe(document.documentElement, { childList: true });
    if (canRise(frame.shell) && !frame.shell.matches(':popover-open')) frame.shell.showPopover();
  }

  function fill({ panel, root }: Frame, advice: Advice): void {
    // While a person writes, the advice may change under their hands: keep what is open, and their place in it.
    const focused = root.activeElement !== null;
    const scrolled = root.getElementById('details')?.scrollTop ?? 0;
    const quiet = advice.level === null;
    panel.dataset.tone = advice.tone;
    panel.classList.toggle('quiet', quiet);

    const close = button('close', dismiss, draw('cross'));
    close.title = text('notice_hide');
    close.setAttribute('aria-label', close.title);
    const said = make(
      'span',
      'said',
      make('span', 'brand', 'In Camera'),
      make('span', 'line', make('b', '', advice.level ?? ''), `${advice.line} `, make('i', '', advice.more)),
      make('b', 'heading', advice.heading),
    );
    if (advice.tone === 'trouble') {
      said.append(...advice.details);
      panel.replaceChildren(draw(advice.sign), said, close);
      setOpen(false);
    } else {
      const toggle = button('toggle', () => setOpen(!open));
      toggle.setAttribute('aria-controls', 'details');
      toggle.append(...(quiet ? [draw(advice.sign), said] : [text('notice_toggle')]), draw('chevron'));
      const details = make('div', 'details', ...advice.details);
      details.id = 'details';
      // A part that scrolls must be reachable without a mouse.
      details.tabIndex = 0;
      details.setAttribute('role', 'group');
      details.setAttribute('aria-label', text('notice_details'));
      panel.replaceChildren(...(quiet ? [] : [draw(advice.sign), said]), toggle, close, details);
      setOpen(open);
      details.scrollTop = scrolled;
    }
    if (focused) panel.querySelector('button')?.focus();
  }

  /** A page can make clicks, but not have them obeyed. */
  function button(className: string, act: () => void, ...children: Node[]): HTMLButtonElement {
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
    if (!now && frame?.root.activeElement?.id === 'details') toggle?.focus();
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
    if (!shell.isConnected || !canRise(shell)) return;
    shell.hidePopover();
    shell.showPopover();
  }

  return {
    show(reviews) {
      const { state, findings } = outcomeOf(reviews);
      if (findings === 0 && state !== 'unchecked') hide();
      else display(JSON.stringify(reviews), () => adviceOn(reviews, build));
    },
    couldNotCheck(reason) {
      display(reason, () => ({
        tone: 'trouble',
        sign: 'broken-page',
        level: '',
        line: text('trouble_title'),
        more: '',
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

function adviceOn(reviews: readonly Review[], build: Builder): Advice {
  const { state, worst, findings } = outcomeOf(reviews);
  const unknown = [...new Set(reviews.flatMap((review) => review.unknown))];
  const told = worstFirst(
    reviews.flatMap(({ findings, meetings, surface }) =>
      findings.map((finding) => ({
        ...finding,
        surface,
        about: finding.meeting === null ? undefined : meetings[finding.meeting],
      })),
    ),
  );
  const details = [
    ...told.map((finding) => findingNode(finding, finding.about, finding.surface, build)),
    ...surroundings(
      reviews,
      unknown.map((one) => word('unknown', one)),
      build,
    ),
  ];
  const advice = { level: null, more: '', heading: counted('notice_points', findings), details };
  if (state === 'unchecked') {
    const onlyAttachment = unknown.filter(isPart).every((one) => one === 'calendar-attachment');
    const line = text(onlyAttachment ? 'notice_unchecked_attachment' : 'notice_unchecked_part');
    details.unshift(build.make('p', '', text('notice_unchecked_next')));
    return { ...advice, tone: 'unchecked', sign: 'question', line, heading: line };
  }
  const [first] = told;
  if (first === undefined || worst === 'inform' || worst === 'off') {
    return { ...advice, tone: 'inform', sign: LEVEL_SIGNS.inform, line: counted('notice_inform', findings) };
  }
  return {
    ...advice,
    tone: worst,
    sign: LEVEL_SIGNS[worst],
    level: `${word('level', worst)}: `,
    line: findingWords(first, first.about, first.surface).what,
    more: findings > 1 ? text('notice_more', String(findings - 1)) : '',
  };
}

export function findingNode(
  finding: Finding,
  meeting: Meeting | undefined,
  surface: Surface,
  { make, draw }: Builder,
): Node {
  const { what, why, next } = findingWords(finding, meeting, surface);
  const tag = make('p', 'tag', draw(LEVEL_SIGNS[finding.level]), word('level', finding.level));
  if (meeting !== undefined) {
    tag.append(' · ', make('bdi', '', platformName(meeting.platform)), ' ', make('bdi', '', meeting.host));
  }
  const node = make('article', '', tag, make('h3', '', what));
  node.dataset.level = finding.level;
  if (why !== '') node.append(make('h4', '', text('finding_why')), make('p', '', why));
  if (next !== '') node.append(make('h4', '', text('finding_next')), make('p', '', next));
  return node;
}

/** What was found beside the findings: markings, gaps, and whose rules these are. */
function surroundings(reviews: readonly Review[], unknown: readonly string[], { make }: Builder): Node[] {
  const nodes: Node[] = [];
  // Before it is sent, a link says little to who pastes it.
  const sent = reviews
    .filter(({ surface }) => surface.endsWith('-write'))
    .flatMap(({ meetings }) => meetings);
  if (sent.length > 0) {
    const items = sent.map(({ platform, host, passcode, dialIn }) =>
      make(
        'li',
        '',
        make('bdi', '', platformName(platform)),
        ' ',
        make('bdi', '', host),
        `; ${word('passcode', 'title')}: ${word('passcode', passcode.state)}; ${word('dial_in', 'title')}: ${word('dial_in', dialIn.state)}`,
      ),
    );
    nodes.push(make('h3', '', text('notice_recipients_see')), make('ul', '', ...items));
  }
  const markings = new Map(reviews.map(({ marking }) => [JSON.stringify(marking), marking]));
  for (const marking of markings.values()) {
    if (marking === null) continue;
    const where = ` (${word('found_in', marking.foundIn)})`;
    nodes.push(
      make('p', '', `${text('notice_marking')}: `, make('b', '', make('bdi', '', marking.text)), where),
    );
  }
  if (unknown.length > 0) {
    const items = unknown.map((phrase) => make('li', '', phrase));
    nodes.push(make('h3', '', text('unknown_title')), make('ul', '', ...items));
  }
  const [first] = reviews;
  if (first !== undefined) nodes.push(make('p', 'policy', policyLine(first.policy)));
  return nodes;
}
