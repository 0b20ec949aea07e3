/** A task of ours ends after this, so that the page's own work is never held up (a long task begins at 50 ms). */
const SLICE_MS = 10;

/** Work since the last pause: what ends and what begins next may share a task. */
let spent = 0;

/** Runs a generator to its end in short tasks. */
export async function inSlices<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const began = performance.now();
    const before = spent;
    do {
      const step = steps.next();
      spent = before + performance.now() - began;
      if (step.done === true) return step.value;
    } while (spent < SLICE_MS);
    await new Promise<void>((resolve) => setTimeout(resolve));
    spent = 0;
  }
}
