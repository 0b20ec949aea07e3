/** Files → outcomes, one after the other, by a worker that is replaced when it dies or takes too long. */

import { readFromChecker, type ToChecker } from './messages.ts';
import type { Outcome, Policies } from './outcomes.ts';
import type { Taken } from './taken.ts';

/** Our own bound for hostile input is some seconds (npm run bench); a slow machine may need several times that. */
const PATIENCE = 20_000;

export interface WorkerLike {
  postMessage(message: ToChecker): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

const newWorker = (): WorkerLike =>
  new Worker(new URL('./checker.ts', import.meta.url), { type: 'module', name: 'In Camera: check' });

/** Gives the files' outcomes in their order, until it is aborted. Never rejects. */
export async function* checkAll(
  files: readonly Taken[],
  policies: Policies,
  signal: AbortSignal,
  start: () => WorkerLike = newWorker,
): AsyncGenerator<Outcome> {
  let asking: Asking | null = null;
  try {
    for (const [id, { name, file }] of files.entries()) {
      if (signal.aborted) return;
      asking ??= new Asking(start(), policies);
      const now = new Date().toISOString();
      const answer = await asking.ask({ kind: 'file', id, name, file, now }, signal);
      if (answer === null) return;
      if ('failure' in answer && (answer.failure === 'too-slow' || answer.failure === 'broken')) {
        asking.end();
        asking = null;
      }
      yield answer;
    }
  } finally {
    asking?.end();
  }
}

/** One worker, and the one file that it has at a time. */
class Asking {
  readonly #worker: WorkerLike;
  #waiting: { id: number; settle: (outcome: Outcome | null) => void } | null = null;

  constructor(worker: WorkerLike, policies: Policies) {
    this.#worker = worker;
    const broken = (): void => this.#waiting?.settle({ failure: 'broken' });
    worker.addEventListener('message', ({ data }) => {
      const answer = readFromChecker(data);
      if (answer === null) broken();
      else if (answer.id === this.#waiting?.id) this.#waiting.settle(answer.outcome);
    });
    worker.addEventListener('error', broken);
    worker.addEventListener('messageerror', broken);
    worker.postMessage({ kind: 'policies', ...policies });
  }

  /** Null when it was aborted. */
  ask(file: ToChecker & { kind: 'file' }, signal: AbortSignal): Promise<Outcome | null> {
    return new Promise((resolve) => {
      const abort = (): void => settle(null);
      const settle = (outcome: Outcome | null): void => {
        clearTimeout(late);
        signal.removeEventListener('abort', abort);
        this.#waiting = null;
        resolve(outcome);
      };
      const late = setTimeout(() => settle({ failure: 'too-slow' }), PATIENCE);
      signal.addEventListener('abort', abort);
      this.#waiting = { id: file.id, settle };
      this.#worker.postMessage(file);
    });
  }

  end(): void {
    this.#worker.terminate();
  }
}
