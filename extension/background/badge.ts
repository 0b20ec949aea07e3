import browser from 'webextension-polyfill';
import type { Level } from '../../src/model.ts';
import type { Access } from '../access.ts';
import { outcomeOfPage, type PageOutcome } from '../outcome.ts';
import { text } from '../texts.ts';
import { reportsOf } from './reports.ts';
import { wordsInForce } from './words.ts';

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

interface Badge {
  mark: string;
  colour: string;
  title: string;
}

/**
 * The badge of a tab: how many findings and how grave, with "!" where the page hides our notice; a tick when nothing was found, "~" when that
 * was no full check; "?" when we could not check; empty where there is no meeting.
 */
export function showBadge(tabId: number): Promise<void> {
  last = last.then(() => show(tabId)).catch(() => undefined);
  return last;
}

/** One after the other, each with what is reported by then: an earlier one that ends later would show what no longer holds. */
let last: Promise<void> = Promise.resolve();

async function show(tabId: number): Promise<void> {
  await wordsInForce();
  const reports = await reportsOf(tabId);
  if (reports.length === 0) return showDefault(tabId);
  const { mark, colour, title } = badgeOf(outcomeOfPage(reports));
  // The tab can close at any moment; then there is no badge to show.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: mark }),
    browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** A tab of which nothing is known shows what holds for all (showAccess). */
async function showDefault(tabId: number): Promise<void> {
  const [title, color] = await Promise.all([
    browser.action.getTitle({}),
    browser.action.getBadgeBackgroundColor({}),
  ]);
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: null }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

export function badgeOf(outcome: PageOutcome): Badge {
  const { state, findings, troubles } = outcome;
  const hidden = troubles.includes('notice-removed');
  const mark = markOf(outcome);
  const said = text(`badge_${saidOf(outcome).replaceAll('-', '_')}`, `${findings}`);
  return {
    mark: hidden && findings > 0 ? `${mark}!` : hidden && state !== 'unchecked' ? '!' : mark,
    colour: hidden && findings === 0 ? UNCHECKED : colourOf(outcome),
    title: hidden ? `${said}. ${text('trouble_notice_removed_title')}` : said,
  };
}

function saidOf({ state, findings, troubles }: PageOutcome): string {
  if (state === 'unchecked' && troubles.includes('kept-out')) return 'kept-out';
  return state === 'clear' && findings > 0 ? 'remarks' : state;
}

function markOf({ state, findings }: PageOutcome): string {
  if (state === 'unchecked') return '?';
  if (findings > 0) return `${findings}`;
  return { wrong: '', clear: '✓', limited: '~', 'no-meeting': '' }[state];
}

function colourOf({ state, findings, worst }: PageOutcome): string {
  if (state === 'unchecked') return UNCHECKED;
  if (findings > 0) return COLOURS[worst];
  return state === 'clear' ? CLEAR : UNCHECKED;
}

/** What a tab shows that has no badge of its own: "?" while In Camera may not read all that it should. */
export async function showAccess({ missing, asked }: Access): Promise<void> {
  await wordsInForce();
  const full = missing.length + asked.length === 0;
  await Promise.allSettled([
    browser.action.setBadgeText({ text: full ? '' : '?' }),
    browser.action.setBadgeBackgroundColor({ color: UNCHECKED }),
    browser.action.setTitle({ title: full ? text('extension_name') : text('badge_not_allowed') }),
  ]);
}
