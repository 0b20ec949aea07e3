import type { Page } from 'playwright-core';
import { isLogKey, type LogEntry, OLD_KEY } from '../../../extension/log.ts';
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

const ENTRIES = 30;
const DAY_MS = 86_400_000;
const SITES = ['webmail.examplestad.example', 'outlook.office.com', 'mail.google.com'];
const RULES = ['no-passcode', 'open-dial-in', 'personal-room', 'too-sensitive-for-platform'];
const PLATFORMS = ['zoom', 'webex', 'teams', 'jitsi'];

const pick = (all: readonly string[], index: number): string => all[index % all.length] ?? '';

/** What two months of warnings and decisions look like: the same at every run, but for the day it ends on. */
function decisions(now: number): LogEntry[] {
  return Array.from({ length: ENTRIES }, (_, index): LogEntry => {
    const age = DAY_MS * Math.floor((ENTRIES - index) * 2) + ((index * 7919) % 36_000) * 1000;
    const isHeld = index % 3 === 0;
    const gaveReason = index % 6 === 0;
    return {
      time: new Date(now - age).toISOString(),
      site: pick(SITES, index),
      action: isHeld ? (index % 2 === 0 ? 'join' : 'send') : 'read',
      how: gaveReason ? 'gave-reason' : isHeld ? 'stayed' : index % 7 === 0 ? 'not-now' : 'shown',
      rules: [pick(RULES, index), ...(index % 5 === 0 ? [pick(RULES, index + 1)] : [])],
      platforms: [pick(PLATFORMS, index)],
      reason: gaveReason ? 'The host lets everybody in by name.' : '',
    };
  });
}

/** As an older version stored it: the room reads it, and the worker takes it over. */
function fillLog(stage: Stage): Promise<void> {
  return stage.store({ [OLD_KEY]: decisions(Date.now()) });
}

async function emptyLog(stage: Stage): Promise<void> {
  const stored = await stage.ask('chrome.storage.local.getKeys()');
  const keys = Array.isArray(stored) ? stored.map(String) : [];
  await stage.forget(...keys.filter(isLogKey));
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
