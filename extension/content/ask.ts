import { isRecord } from '../../src/record.ts';
import extensionApi from '../api.ts';
import type { ToWorker } from '../messages.ts';

/** The browser may stop the worker while it answers; then asking again starts it anew. */
const TRIES = 3;
const PATIENCE_MS = 5000;

/** Our extension was updated or removed while the page stayed open: this script can only go. */
export class Orphaned extends Error {}

export const { runtime } = extensionApi;

export const isOrphaned = (): boolean => extensionApi.runtime?.id === undefined;

/** The worker's answer; undefined when it gave none in time. Throws Orphaned. */
export async function ask(message: ToWorker): Promise<unknown> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    if (isOrphaned()) throw new Orphaned();
    let late: ReturnType<typeof setTimeout> | undefined;
    const answer = await Promise.race([
      runtime.sendMessage(message).catch(() => undefined),
      new Promise<undefined>((resolve) => {
        late = setTimeout(() => resolve(undefined), PATIENCE_MS);
      }),
    ]);
    clearTimeout(late);
    if (answer !== undefined && answer !== null) return answer;
  }
  return undefined;
}

const FIRST_AGAIN_MS = 1000;
const LAST_AGAIN_MS = 60_000;

/** A worker that was silent is asked again by itself, each time after twice as long: the page may never change again. */
export function askingAgain(again: () => void): { later(): void; end(): void } {
  let after = FIRST_AGAIN_MS;
  let due: ReturnType<typeof setTimeout> | undefined;
  return {
    later() {
      clearTimeout(due);
      due = setTimeout(again, after);
      after = Math.min(2 * after, LAST_AGAIN_MS);
    },
    end() {
      clearTimeout(due);
      after = FIRST_AGAIN_MS;
    },
  };
}

/** Says something that needs no answer. Never throws. */
export function tell(message: ToWorker): void {
  try {
    runtime.sendMessage(message).catch(() => undefined);
  } catch {
    // An orphaned script has nobody to tell.
  }
}

/** The worker was there, and could not judge (Failure in messages.ts). */
export const hasFailed = (answer: unknown): boolean => isRecord(answer) && answer.trouble === 'review-failed';

/** Of an extension that is gone nothing is left to listen to. Never throws. */
export function stopHearing(heard: Parameters<typeof runtime.onMessage.addListener>[0]): void {
  try {
    runtime.onMessage.removeListener(heard);
  } catch {
    // An orphaned script hears nothing anyway.
  }
}
