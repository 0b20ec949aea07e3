import browser from 'webextension-polyfill';
import { scanLinks } from '../../src/links/scan.ts';
import { PLATFORMS } from '../../src/platforms/index.ts';
import { isRecord } from '../../src/record.ts';
import { RULE_IDS } from '../../src/rules/ids.ts';
import { type Decision, MAX_REASON } from '../messages.ts';

/**
 * What people did where a meeting or a mail was held, in storage.local on this machine and nowhere else: no titles, no links, no names
 * but those that a person writes into a reason.
 */

const LOG = 'log';
export const MOST_ENTRIES = 1000;
export const KEPT_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Without its ways, which let people in. */
export interface LogEntry extends Omit<Decision, 'ways'> {
  /** ISO 8601, UTC. */
  time: string;
  /** Host of the page. */
  site: string;
}

/** Newest last. What is damaged or too old is left out. */
export async function readLog(now: Date): Promise<LogEntry[]> {
  const { [LOG]: stored } = await browser.storage.local.get(LOG);
  return entriesIn(stored, now);
}

/** Writings, one after the other: each reads the whole log before. */
let last: Promise<unknown> = Promise.resolve();

export function logDecision(site: string, decision: Decision, now: Date): Promise<void> {
  const done = last.then(async () => {
    const entries = [...(await readLog(now)), entryFor(site, decision, now)];
    await browser.storage.local.set({ [LOG]: entries.slice(-MOST_ENTRIES) });
  });
  // The next one is written all the same.
  last = done.catch(() => undefined);
  return done;
}

/** A page can forge the message: of rules and platforms only what exists is written down. */
function entryFor(site: string, decision: Decision, now: Date): LogEntry {
  const { action, how, rules, platforms, reason } = decision;
  return {
    time: now.toISOString(),
    site,
    action,
    how,
    rules: [...new Set(rules)].filter((id) => RULE_IDS.some((known) => known === id)),
    platforms: [...new Set(platforms)].filter((id) => PLATFORMS.some((known) => known.id === id)),
    reason: withoutLinks(reason).slice(0, MAX_REASON),
  };
}

/** Each link becomes its host: path and query are what lets people in. */
function withoutLinks(reason: string): string {
  let rest = '';
  let from = 0;
  for (const { href, at, end } of scanLinks(reason)) {
    const address = /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : `https://${href}`;
    rest += reason.slice(from, at) + (URL.parse(address)?.hostname || '…');
    from = end;
  }
  return rest + reason.slice(from);
}

const ACTIONS: readonly Decision['action'][] = ['join', 'send'];
const HOWS: readonly Decision['how'][] = ['gave-reason', 'stayed', 'reported', 'went-on-unchecked'];

function entriesIn(stored: unknown, now: Date): LogEntry[] {
  const list: unknown[] = Array.isArray(stored) ? stored : [];
  const oldest = now.getTime() - KEPT_DAYS * DAY_MS;
  return list.flatMap((one) => {
    const entry = entryFrom(one);
    return entry !== null && Date.parse(entry.time) >= oldest ? [entry] : [];
  });
}

function entryFrom(value: unknown): LogEntry | null {
  if (!isRecord(value)) return null;
  const { time, site, reason } = value;
  const action = ACTIONS.find((one) => one === value.action);
  const how = HOWS.find((one) => one === value.how);
  if (typeof time !== 'string' || typeof site !== 'string' || typeof reason !== 'string') return null;
  if (action === undefined || how === undefined) return null;
  return { time, site, action, how, rules: texts(value.rules), platforms: texts(value.platforms), reason };
}

function texts(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.filter((one) => typeof one === 'string');
}
