import { setTimeout as pause } from 'node:timers/promises';

/** A question is work for the browser, which takes all the longer for what is waited for. */
const SOONEST_MS = 50;
const LATEST_MS = 100;
const LATER = 1.25;

/** Asks again and again, first after 50 ms, until the answer is true. A question that throws is asked again; its error becomes the cause. */
export async function until(what: string, question: () => unknown, milliseconds = 10_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  let failure: unknown;
  let wait = SOONEST_MS;
  do {
    try {
      if ((await question()) === true) return;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    await pause(wait);
    wait = Math.min(LATEST_MS, wait * LATER);
  } while (Date.now() < deadline);
  throw new Error(`Waited ${milliseconds} ms in vain for ${what}`, { cause: failure });
}
