/** The popup: the whole truth about one tab. It reads what the worker has stored and does not wait for it. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { reportPrefix } from '../messages.ts';
import { text } from '../texts.ts';
import { answerOf } from './answer.ts';
import { POLICY_NOTE_KEY, readStored } from './stored.ts';
import { Popup } from './view.tsx';

/** What is no tab is not being read. */
const NO_TAB = -1;
/** As the build names it; a test of the build holds it against the manifest. */
const CONTENT_SCRIPT = 'content/in-camera.iife.js';

/** Without the parameter: the tab under the button. */
async function tabToShow(): Promise<number> {
  const asked = new URLSearchParams(location.search).get('tab') ?? '';
  if (/^\d+$/.test(asked)) return Number(asked);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? NO_TAB;
}

/** A storage that fails is shown as damaged, like one that holds nonsense. */
const orNothing = (read: Promise<unknown>): Promise<unknown> => read.catch(() => undefined);

let latest = 0;

async function paint(tabId: number): Promise<void> {
  const mine = ++latest;
  const [session, local] = await Promise.all([
    orNothing(browser.storage.session.get(null)),
    orNothing(browser.storage.local.get(POLICY_NOTE_KEY)),
  ]);
  // A later look has seen more.
  if (mine !== latest) return;
  const stored = readStored(tabId, session, local);
  const answer = answerOf(stored);
  document.body.dataset.state = answer.state;
  const check = tabId === NO_TAB ? null : () => void checkOnce(tabId);
  render(<Popup stored={stored} answer={answer} check={check} />, document.body);
}

/** Reads a page that we do not watch by ourselves: opening the popup lends us the tab (activeTab). */
async function checkOnce(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [CONTENT_SCRIPT] });
  } catch {
    const refusal = document.createElement('p');
    refusal.textContent = text('popup_check_failed');
    document.querySelector('.check')?.replaceWith(refusal);
  }
}

async function start(): Promise<void> {
  const root = document.documentElement;
  root.lang = text('extension_language');
  root.dir = text('@@bidi_dir');
  // A popup is as wide as its content asks; a tab is as wide as the window, and must fit a narrow one.
  root.classList.toggle('in-tab', location.search !== '');
  const tabId = await tabToShow().catch(() => NO_TAB);
  // Before the first look: what changes between a look and the listener would never be seen.
  browser.storage.session.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key.startsWith(reportPrefix(tabId)))) void paint(tabId);
  });
  browser.storage.local.onChanged.addListener((changes) => {
    if (POLICY_NOTE_KEY in changes) void paint(tabId);
  });
  await paint(tabId);
}

void start();
