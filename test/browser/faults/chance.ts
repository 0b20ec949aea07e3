/** Random choices that can be made again. */

export interface Chance {
  /** A whole number from 0 to `end` - 1. */
  below(end: number): number;
  /** One of these. Throws when there is none. */
  of<One>(list: readonly One[]): One;
  /** What makes the same choices again, for the command line. */
  again: string;
}

const SEED = 'IN_CAMERA_SEED';

/** From the seed in the environment, or from one that nobody chose. */
export function chance(): Chance {
  const seed = Number(process.env[SEED] ?? Math.floor(Math.random() * 2 ** 31));
  let state = seed;
  // Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    of(list) {
      const one = list[below(list.length)];
      if (one === undefined) throw new Error('There is nothing to choose from.');
      return one;
    },
    again: `${SEED}=${seed}`,
  };
}
