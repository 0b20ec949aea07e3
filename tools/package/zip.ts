import { type Zippable, zipSync } from 'fflate';

/** A zip says local time: this is the same hour on every machine's clock. The year is the first that a zip can say. */
const noonOf1980 = (): Date => new Date(1980, 0, 1, 12);
/** Made on Unix; an ordinary file that all may read and its owner may write. */
const UNIX = 3;
const MODE = 0o100644 << 16;

/**
 * The same files give the same bytes, on every machine: sorted by name, all of one time and one mode. fflate compresses in JavaScript; zlib,
 * which Node and most programs use, gives other bytes in other versions.
 */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...files.keys()].sort((one, other) => (one < other ? -1 : 1));
  const entries = names.map((name): [string, Zippable[string]] => [
    name,
    [files.get(name) ?? new Uint8Array(), { mtime: noonOf1980(), os: UNIX, attrs: MODE, level: 9 }],
  ]);
  return zipSync(Object.fromEntries(entries));
}
