/** How long a parser may take: the project's bar, 100 ms for 100 KB, and in proportion for more or less. */

const KB = 1024;
export const BAR_MS = 100;
export const BAR_SIZE = 100 * KB;
/** What is shorter counts as this long: a pause of the machine is as long for a short text as for a long one. */
const SHORTEST = 25 * KB;
/** Other programs' work only ever adds to a time, so the shortest of some is the nearest to the truth. */
const TRIES = 5;

/** Thrown for what takes too long. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

/** Times every reading of one parser. */
export class Stopwatch {
  /** Milliseconds per 100 KB of the slowest reading so far. */
  slowest = 0;

  /** What `work` gives; throws TooSlow. `size`: of what it reads, in bytes or UTF-16 units. */
  async time<Result>(size: number, work: () => Result | Promise<Result>): Promise<Result> {
    const per100KB = BAR_SIZE / Math.max(size, SHORTEST);
    let shortest = Number.POSITIVE_INFINITY;
    for (let tries = 1; ; tries += 1) {
      const [start, before] = [performance.now(), process.cpuUsage()];
      const result = await work();
      const { user, system } = process.cpuUsage(before);
      // While the machine gives its processors to others, the clock runs and our own time does not.
      const took = Math.min(performance.now() - start, (user + system) / 1000);
      shortest = Math.min(shortest, took * per100KB);
      if (shortest > BAR_MS && tries < TRIES) continue;
      this.slowest = Math.max(this.slowest, shortest);
      if (shortest <= BAR_MS) return result;
      throw new TooSlow(
        `takes ${shortest.toFixed(0)} ms per 100 KB, at the fastest of ${TRIES}: ${size} were read`,
      );
    }
  }
}
