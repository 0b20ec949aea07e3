/** A task of ours ends after this, so that the page's own work is never held up (a long task begins at 50 ms). */
const SLICE_MS = 10;

/** Runs a generator to its end in short tasks. */
export async function inSlices<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < until);
    await new Promise<void>((resolve) => setTimeout(resolve));
  }
}
