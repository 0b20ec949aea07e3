import { setTimeout as pause } from 'node:timers/promises';

/** Asks every 50 ms until the answer is true. A question that throws is asked again; its error becomes the cause. */
export async function until(what: string, question: () => unknown, milliseconds = 10_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  let failure: unknown;
  do {
    try {
      if ((await question()) === true) return;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    await pause(50);
  } while (Date.now() < deadline);
  throw new Error(`Waited ${milliseconds} ms in vain for ${what}`, { cause: failure });
}
