/**
 * Invitations that a person set aside: "not now" in storage.session, until the browser closes; "I know this one" in storage.local. By a
 * salted hash of their meetings and of what was found: with another finding the notice comes back, and the list tells nobody anything.
 */
import browser from 'webextension-polyfill';
import { isRecord } from '../src/record.ts';
import { inOrder } from './in-order.ts';
import { SET_ASIDE, type SetAside } from './messages.ts';
import { newSalt, SALT, saltedHash } from './salted-hash.ts';

/** In both areas: hash → time in milliseconds since 1970. */
export const SET_ASIDE_KEY = 'set-aside';
const SALT_KEY = 'set-aside-salt';
const MOST_KEPT = 1000;
/** A series goes on for a year; what nobody met for longer is forgotten. */
const KEPT_MS = 366 * 24 * 60 * 60 * 1000;

const areaOf = (how: SetAside) => (how === 'known' ? browser.storage.local : browser.storage.session);

const inTurn = <Result>(change: () => Promise<Result>): Promise<Result> => inOrder(SET_ASIDE_KEY, change);

/** The hash under which something is set aside. */
export async function setAsideKey(words: readonly string[]): Promise<string> {
  return saltedHash(await salt(), JSON.stringify(words));
}

/** What is set aside now, and how. */
export async function setAsideNow(now: Date): Promise<(key: string) => SetAside | null> {
  const [notNow, known] = await Promise.all([listOf('not-now', now), listOf('known', now)]);
  return (key) => (known.has(key) ? 'known' : notNow.has(key) ? 'not-now' : null);
}

export function setAside(keys: readonly string[], how: SetAside, now: Date): Promise<void> {
  return inTurn(async () => {
    const list = await listOf(how, now);
    for (const key of keys) list.set(key, now.getTime());
    await areaOf(how).set({ [SET_ASIDE_KEY]: Object.fromEntries([...list].slice(-MOST_KEPT)) });
  });
}

/** Notices of it are shown again. */
export function takeBack(key: string, now: Date): Promise<void> {
  return inTurn(async () => {
    for (const how of SET_ASIDE) {
      const list = await listOf(how, now);
      if (list.delete(key)) await areaOf(how).set({ [SET_ASIDE_KEY]: Object.fromEntries(list) });
    }
  });
}

/** How many a person said they know. */
export async function knownOnes(now: Date): Promise<number> {
  return (await listOf('known', now)).size;
}

export function forgetKnown(): Promise<void> {
  return inTurn(() => browser.storage.local.remove(SET_ASIDE_KEY));
}

/** What is damaged or too old is left out. */
async function listOf(how: SetAside, now: Date): Promise<Map<string, number>> {
  const { [SET_ASIDE_KEY]: stored } = await areaOf(how).get(SET_ASIDE_KEY);
  const entries = Object.entries(isRecord(stored) ? stored : {});
  return new Map(
    entries.filter(
      (one): one is [string, number] =>
        typeof one[1] === 'number' && Math.abs(now.getTime() - one[1]) < KEPT_MS,
    ),
  );
}

let madeSalt: Promise<string> | null = null;

/** Random, of this installation alone. One that cannot be kept serves until the worker stops. */
function salt(): Promise<string> {
  madeSalt ??= (async () => {
    const { [SALT_KEY]: stored } = await browser.storage.local.get(SALT_KEY);
    if (typeof stored === 'string' && SALT.test(stored)) return stored;
    const made = newSalt();
    await browser.storage.local.set({ [SALT_KEY]: made });
    return made;
  })().catch(newSalt);
  return madeSalt;
}
