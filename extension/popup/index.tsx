/** The popup: the whole truth about one tab. It reads what the worker has stored and does not wait for it. */
import { render } from 'preact';
import { ACCESS_KEY } from '../access.ts';
import browser from '../api.ts';
import { CONTENT_SCRIPT } from '../content-script.ts';
import { reportPrefix, type ToContent } from '../messages.ts';
import { patternOfPage } from '../origins.ts';
import { OWN_WORDS_KEY } from '../own-words.ts';
import { speakStored } from '../page.ts';
import { answerOf } from './answer.ts';
import { POLICY_NOTE_KEY, readStored } from './stored.ts';
import { Popup } from './view.tsx';

/** What is no tab is not being read. */
const NO_TAB = -1;
let tabId = NO_TAB;
/** The tab's site, where it could be read always and is not. */
let here: string | null = null;
/** The browser lets nothing of ours into the tab, also at the person's own click. */
let refused = false;
let latest = 0;

/** Without the parameter: the tab under the button. */
async function tabToShow(): Promise<number> {
  const asked = new URLSearchParams(location.search).get('tab') ?? '';
  if (/^\d+$/.test(asked)) return Number(asked);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? NO_TAB;
}

/** A storage that fails is shown as damaged, like one that holds nonsense. */
const orNothing = (read: Promise<unknown>): Promise<unknown> => read.catch(() => undefined);

const readSession = (): Promise<unknown> => orNothing(browser.storage.session.get(null));
const readLocal = (): Promise<unknown> =>
  orNothing(browser.storage.local.get([POLICY_NOTE_KEY, ACCESS_KEY, OWN_WORDS_KEY]));

async function look(): Promise<void> {
  const mine = ++latest;
  const [session, local] = await Promise.all([readSession(), readLocal()]);
  // A later look has seen more.
  if (mine === latest) draw(session, local);
}

function draw(session: unknown, local: unknown): void {
  const stored = readStored(tabId, session, local);
  const answer = answerOf(stored);
  document.body.dataset.state = answer.state;
  const check = tabId === NO_TAB ? null : refused ? 'refused' : () => void checkOnce();
  render(
    <Popup
      stored={stored}
      answer={answer}
      check={check}
      here={here}
      allow={allow}
      lookAgain={() => void askPageAgain()}
    />,
    document.body,
  );
}

/** The tab's site, if the browser shows us its address (activeTab) and we do not read it by ourselves. */
async function siteToOffer(): Promise<string | null> {
  if (tabId === NO_TAB) return null;
  const { url = '' } = await browser.tabs.get(tabId);
  const pattern = patternOfPage(url);
  if (pattern === null) return null;
  return (await browser.permissions.contains({ origins: [pattern] })) ? null : pattern;
}

/** In the click itself, or the browsers refuse. The worker hears of it (permissions.onAdded), registers and reads. */
function allow(patterns: readonly string[]): void {
  browser.permissions.request({ origins: [...patterns] }).catch((error: unknown) => {
    console.warn('In Camera: the browser did not ask.', error);
  });
}

/** The page asks anew, so that what it shows is what was just chosen here. */
async function askPageAgain(): Promise<void> {
  const message: ToContent = { type: 'ask-again' };
  await browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}

/** Reads a page that we do not watch by ourselves: opening the popup lends us the tab (activeTab). */
async function checkOnce(): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [CONTENT_SCRIPT] });
  } catch {
    refused = true;
    await look();
  }
}

/** Opened by its button, the popup may look into the tab (activeTab): where it may not all the same, it offers nothing that cannot work. */
async function tryTab(): Promise<void> {
  if (tabId === NO_TAB || location.search !== '' || document.body.dataset.state !== 'not-reading') return;
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: () => undefined });
  } catch {
    refused = true;
    await look();
  }
}

async function offer(): Promise<void> {
  here = await siteToOffer().catch(() => null);
  await look();
}

async function start(): Promise<void> {
  // A popup is as wide as its content asks; a tab is as wide as the window, and must fit a narrow one.
  document.documentElement.classList.toggle('in-tab', location.search !== '');
  // Before the first look: what changes between a look and the listener would never be seen.
  browser.storage.session.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key.startsWith(reportPrefix(tabId)))) void look();
  });
  browser.storage.local.onChanged.addListener((changes) => {
    if (POLICY_NOTE_KEY in changes || ACCESS_KEY in changes) void look();
  });
  for (const changed of [browser.permissions.onAdded, browser.permissions.onRemoved])
    changed.addListener(() => void offer());
  // All at once: each question to the browser takes some milliseconds, and a person waits for the first words.
  const [tab, session, local] = await Promise.all([
    tabToShow().catch(() => NO_TAB),
    readSession(),
    readLocal(),
  ]);
  tabId = tab;
  speakStored(local);
  draw(session, local);
  await offer();
  await tryTab();
}

void start();
