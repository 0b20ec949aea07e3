import browser from 'webextension-polyfill';
import type { Level } from '../../src/model.ts';
import type { FrameReport } from '../messages.ts';
import { outcomeOf } from '../outcome.ts';
import { text } from '../texts.ts';

/** Dark enough for white digits (4.5:1), and told apart by what they show, not by colour alone. */
const COLOURS: Readonly<Record<Level, string>> = {
  off: '#5a5f66',
  inform: '#1d5f9e',
  warn: '#9a4a00',
  justify: '#b3261e',
  block: '#8a1010',
};
const CLEAR = '#1a6b3c';
const UNCHECKED = '#5a5f66';

/** The badge of a tab: how many findings and how grave; a tick when nothing was found; "?" when we could not check. */
export async function showBadge(tabId: number, reports: readonly FrameReport[]): Promise<void> {
  const outcome = outcomeOf(reports.flatMap((report) => report.entries.map((entry) => entry.review)));
  const troubled = reports.some((report) => report.trouble !== null);
  const state = troubled && outcome.state !== 'wrong' ? 'unchecked' : outcome.state;
  const badge = {
    wrong: { text: `${outcome.findings}`, color: COLOURS[outcome.worst] },
    unchecked: { text: '?', color: UNCHECKED },
    clear:
      outcome.findings > 0
        ? { text: `${outcome.findings}`, color: COLOURS.inform }
        : { text: '✓', color: CLEAR },
    'no-meeting': { text: '', color: UNCHECKED },
  }[state];
  // The tab can close at any moment; then there is no badge to show.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: badge.text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: badge.color }),
    browser.action.setTitle({ tabId, title: text(`badge_${state.replaceAll('-', '_')}`, badge.text) }),
  ]);
}
