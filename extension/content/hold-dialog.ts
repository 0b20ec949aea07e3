import type { Finding, Review } from '../../src/model.ts';
import { type Decision, MAX_REASON } from '../messages.ts';
import { worstFirst } from '../outcome.ts';
import { LEVEL_SIGNS } from '../signs.ts';
import { text } from '../texts.ts';
import css from './hold-dialog.css?inline';
import noticeCss from './notice.css?inline';
import { findingNode } from './notice-advice.ts';
import { ours } from './ours.ts';
import { builder, ownRoot } from './own-root.ts';
import { isSeen, watchSeen } from './seen.ts';

/** Shorter ones are no reason. */
const SHORTEST_REASON = 5;
/** A page's shortcuts may refuse keys at its document already, before our own root could keep them. */
const KEYS = ['keydown', 'keypress', 'keyup', 'beforeinput'];

/** What became of the question. `removed`: the page took it away, and has gained nothing by it. */
export type HoldAnswer = { how: 'gave-reason'; reason: string } | { how: 'stayed' | 'removed' };

/**
 * Chromium asks its autofill server about every field of a page, in closed roots too, and so would tell it that we held somebody; not about
 * a form that searches (`kUrlSearchActionRe` of components/autofill/core/common/autofill_regex_constants.h). This one is never sent.
 */
function untold(form: HTMLFormElement): HTMLFormElement {
  form.method = 'dialog';
  form.action = '/search';
  return form;
}

/** Asks the person who joins or sends. `review` null: nothing could be checked, and the policy holds that, too. */
export function askAtHold(
  page: Document,
  action: Decision['action'],
  review: Review | null,
  findings: readonly Finding[],
): Promise<HoldAnswer> {
  const { make, draw } = builder(page);
  const { element, shell } = ownRoot(page, noticeCss + css);
  const told = worstFirst(findings);
  const [worst] = told;
  const level = worst?.level === 'block' ? 'block' : 'justify';
  const about = (finding: Finding) =>
    finding.meeting === null ? undefined : review?.meetings[finding.meeting];
  const surface = review?.surface ?? 'mail-read';

  const dialog = make('dialog', '');
  dialog.dataset.level = level;
  const explained = text(level === 'block' ? `hold_blocked_${action}` : `hold_asked_${action}`);
  const title = make(
    'h2',
    '',
    draw(LEVEL_SIGNS[level]),
    ' ',
    worst === undefined ? text('hold_unchecked') : explained,
  );
  title.id = 'title';
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.append(title);
  if (worst === undefined) dialog.append(make('p', '', explained));
  if (told.length > 0) {
    const found = make(
      'div',
      'found',
      ...told.map((one) => findingNode(one, about(one), surface, { make, draw })),
    );
    // A part that scrolls must be reachable without a mouse.
    found.tabIndex = 0;
    found.setAttribute('role', 'group');
    found.setAttribute('aria-label', text('notice_details'));
    // Whoever listens hears what is wrong together with what is asked.
    const faults = found.querySelectorAll('h3');
    for (const [index, fault] of faults.entries()) fault.id = `fault-${index}`;
    dialog.setAttribute('aria-describedby', Array.from(faults, ({ id }) => id).join(' '));
    dialog.append(found);
  }

  return new Promise((resolve) => {
    const seen = watchSeen(dialog);
    const gone = new MutationObserver(() => {
      // Moved, it is no longer in the top layer, and may stand where nobody sees it.
      if (!element.isConnected || element.parentNode !== page.documentElement) finish({ how: 'removed' });
    });
    const keep = (event: Event): void => {
      if (event.target === element) event.stopImmediatePropagation();
    };
    const shared = ours();
    const finish = (answer: HoldAnswer): void => {
      shared.isAsking = false;
      seen.stop();
      gone.disconnect();
      for (const type of KEYS) page.defaultView?.removeEventListener(type, keep, true);
      if (dialog.open) dialog.close();
      element.remove();
      resolve(answer);
    };
    const press = (name: string, act: () => void): HTMLButtonElement => {
      const button = make('button', '', text(name));
      button.type = 'button';
      button.addEventListener('click', (event) => {
        if (isSeen(element, button, event) && seen.isVisible()) act();
        else if (event.isTrusted) {
          // Something lies over it: up again, and the person is told.
          covered.textContent = text('hold_covered');
          dialog.close();
          dialog.showModal();
        }
      });
      return button;
    };
    const covered = make('p', '');
    covered.setAttribute('role', 'alert');
    const choices = make(
      'div',
      'choices',
      press('hold_back', () => finish({ how: 'stayed' })),
    );
    if (level === 'justify') {
      const reason = make('textarea', '');
      reason.maxLength = MAX_REASON;
      reason.id = 'reason';
      // A browser that looks for slips may ask a server for its dictionary, or send it the words.
      reason.spellcheck = false;
      const label = make('label', '', text('hold_reason'));
      label.htmlFor = reason.id;
      const goOn = press(`hold_${action}_anyway`, () =>
        finish({ how: 'gave-reason', reason: reason.value.trim() }),
      );
      const judge = (): void => {
        goOn.disabled = reason.value.trim().length < SHORTEST_REASON;
      };
      reason.addEventListener('input', judge);
      judge();
      reason.autofocus = true;
      choices.append(goOn);
      dialog.append(untold(make('form', '', label, reason)));
    }
    dialog.append(choices, covered);
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      finish({ how: 'stayed' });
    });
    shell.append(dialog);
    page.documentElement.append(element);
    for (const root of [page, page.documentElement]) gone.observe(root, { childList: true });
    for (const type of KEYS) page.defaultView?.addEventListener(type, keep, true);
    dialog.showModal();
    shared.isAsking = true;
  });
}
