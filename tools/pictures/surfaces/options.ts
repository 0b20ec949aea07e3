import type { Page } from 'playwright-core';
import type { LogEntry } from '../../../extension/background/log.ts';
import type { Scene, Surface } from '../picture.ts';
import { DUTCH, FAULTY, NONE } from '../policies.ts';
import { type Stage, WINDOW } from '../stage.ts';

/** A page that stores what it shows, or loads it, is not there at once. */
const SETTLED_MS = 250;

interface Told {
  name: string;
  room: 'applies' | 'check' | 'where' | 'settings' | 'history';
  policy?: unknown;
  looks?: Scene['looks'];
  before?: (stage: Stage) => Promise<unknown>;
  inside?: (page: Page) => Promise<unknown>;
  after?: (stage: Stage) => Promise<unknown>;
}

const scene = ({ name, room, policy = NONE, looks = 'english', before, inside, after }: Told): Scene => ({
  name,
  looks,
  policy,
  async take(stage, _places, file) {
    await before?.(stage);
    await stage.ownPage(`options/index.html#${room}`, WINDOW, file, async (page) => {
      await page.waitForSelector(`body[data-room="${room}"] h2`);
      await inside?.(page);
      await page.waitForTimeout(SETTLED_MS);
    });
    await after?.(stage);
    return undefined;
  },
});

const PASTED = `Hanna Brink is inviting you to a scheduled Zoom meeting.
Join Zoom Meeting
https://us02web.zoom.us/j/84512096733
Meeting ID: 845 1209 6733`;

async function paste(page: Page): Promise<void> {
  const field = page.locator('main textarea').first();
  if ((await field.count()) === 0) return;
  await field.fill(PASTED);
  await page.locator('main button').first().click();
  await page.locator('main article').first().waitFor({ timeout: 5000 });
}

const DAY_MS = 86_400_000;
const SITES = ['webmail.examplestad.example', 'outlook.office.com', 'mail.google.com'];
const RULES = ['no-passcode', 'open-dial-in', 'personal-room', 'too-sensitive-for-platform'];
const PLATFORMS = ['zoom', 'webex', 'teams', 'jitsi'];

const pick = <T>(all: readonly [T, ...T[]] | readonly T[], index: number, first: T): T =>
  all[index % all.length] ?? first;

/** What two months of decisions look like: the same at every run, but for the day it ends on. */
function decisions(now: number): LogEntry[] {
  return Array.from({ length: 60 }, (_, index): LogEntry => {
    const age = DAY_MS * (60 - index) + ((index * 7919) % 36_000) * 1000;
    const gaveReason = index % 4 === 0;
    return {
      time: new Date(now - age).toISOString(),
      site: pick(SITES, index, ''),
      action: index % 3 === 0 ? 'send' : 'join',
      how: gaveReason ? 'gave-reason' : index % 7 === 0 ? 'reported' : 'stayed',
      rules: [pick(RULES, index, ''), ...(index % 5 === 0 ? [pick(RULES, index + 1, '')] : [])],
      platforms: [pick(PLATFORMS, index, '')],
      reason: gaveReason ? 'The host lets everybody in by name.' : '',
    };
  });
}

/** As an older version stored it: the worker takes it over when it starts. */
async function fillLog(stage: Stage): Promise<void> {
  await stage.store({ log: decisions(Date.now()) });
  await stage.restartWorker();
}

async function emptyLog(stage: Stage): Promise<void> {
  await stage.ask(`chrome.storage.local.get(null).then((all) =>
    chrome.storage.local.remove(Object.keys(all).filter((key) => key === 'log' || key.startsWith('log:') || key.startsWith('log-'))))`);
}

export const OPTIONS: Surface = {
  id: 'options',
  title: 'The options page',
  scenes: [
    scene({ name: 'applies, no policy', room: 'applies' }),
    scene({ name: 'check, empty', room: 'check' }),
    scene({ name: 'check, pasted', room: 'check', looks: 'all', inside: paste }),
    scene({ name: 'where', room: 'where', looks: 'all' }),
    scene({ name: 'settings', room: 'settings', looks: 'all' }),
    scene({ name: 'history, empty', room: 'history', before: emptyLog }),
    scene({ name: 'history, filled', room: 'history', looks: 'all', before: fillLog, after: emptyLog }),
    scene({ name: 'applies, policy', room: 'applies', looks: 'all', policy: DUTCH }),
    scene({ name: 'settings, locked', room: 'settings', policy: DUTCH }),
    scene({ name: 'applies, faults', room: 'applies', policy: FAULTY }),
  ],
};

export const FIRST_RUN: Surface = {
  id: 'first-run',
  title: 'The page after the installation',
  scenes: [
    {
      name: 'first run',
      looks: 'all',
      policy: NONE,
      async take(stage, _places, file) {
        await stage.ownPage('first-run/index.html', WINDOW, file, (page) => page.waitForTimeout(SETTLED_MS));
        return undefined;
      },
    },
  ],
};
