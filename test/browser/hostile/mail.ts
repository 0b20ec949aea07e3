/** Mails to attack with, and what In Camera must say of them all the same. */
import { setTimeout as pause } from 'node:timers/promises';
import { isRecord } from '../../../src/record.ts';
import type { Place } from '../own-pages.ts';
import { until } from '../until.ts';

export const LINK = 'https://zoom.us/j/84512345678';
/** An invitation without a passcode. */
export const INVITATION = `<p>Join: <a href="${LINK}">${LINK}</a></p>`;

/** A webmail's page around a mail's text. */
export const mailPage = (text: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mail</title><main><h1>SECRET - Budget of the harbour</h1><div role="document">${text}</div></main></html>`;

/** What the worker keeps of a tab's top document: the truth of badge and popup. */
export interface Said {
  trouble: string | null;
  titles: string[];
  meetings: number;
  markings: (string | null)[];
  /** Each once, in order. */
  rules: string[];
}

/** What is said of INVITATION in mailPage(). */
export const RIGHT: Said = {
  trouble: null,
  titles: ['SECRET - Budget of the harbour'],
  meetings: 1,
  markings: ['secret'],
  rules: ['enumerable-id', 'no-passcode', 'unproven-protection'],
};

export async function saidOf(
  { driver, tabId }: Pick<Place, 'driver' | 'tabId'>,
  frame = 0,
): Promise<Said | null> {
  const key = JSON.stringify(`report:${tabId}:${frame}`);
  // As text: the two protocols differ in how deep they hand objects over.
  const stored: unknown = JSON.parse(
    String(await driver.worker(`JSON.stringify((await chrome.storage.session.get(${key}))[${key}] ?? null)`)),
  );
  if (!isRecord(stored) || !Array.isArray(stored.entries)) return null;
  const entries: unknown[] = stored.entries;
  const reviews = entries.map((entry) => (isRecord(entry) && isRecord(entry.review) ? entry.review : {}));
  const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  return {
    trouble: typeof stored.trouble === 'string' ? stored.trouble : null,
    titles: entries.map((entry) => (isRecord(entry) ? String(entry.title) : '')),
    meetings: reviews.reduce((sum, { meetings }) => sum + listOf(meetings).length, 0),
    markings: reviews.map(({ marking }) => (isRecord(marking) ? String(marking.level) : null)),
    rules: [
      ...new Set(
        reviews.flatMap(({ findings }) =>
          listOf(findings).map((one) => (isRecord(one) ? String(one.rule) : '')),
        ),
      ),
    ].sort(),
  };
}

/** Waits for that answer, and that it stands still for a moment. */
export async function untilSaid(place: Place, expected: Said, milliseconds = 20_000): Promise<void> {
  const isSo = async (): Promise<boolean> => JSON.stringify(await saidOf(place)) === JSON.stringify(expected);
  let last: unknown = null;
  await until(
    `“${JSON.stringify(expected)}”`,
    async () => {
      last = await saidOf(place);
      if (!(await isSo())) return false;
      await pause(150);
      return isSo();
    },
    milliseconds,
  ).catch((error: unknown) => {
    throw new Error(`In Camera said ${JSON.stringify(last)}`, { cause: error });
  });
}
