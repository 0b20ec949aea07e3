/** The files of a folder that was dropped, those in its folders too (https://wicg.github.io/entries-api/). */
import type { Haul, Taken } from './taken.ts';

/** A whole disk may be dropped. */
const MOST_COUNTED = 20_000;
const MOST_DEEP = 16;
/** What systems leave in every folder. */
const OF_THE_SYSTEM = /^(?:\..*|thumbs\.db|desktop\.ini)$/i;

/** At most so many files are taken; of the others only the number is told. Never rejects. */
export async function filesBelow(folder: FileSystemEntry, most: number): Promise<Haul> {
  const found: FileSystemEntry[] = [];
  await gather(folder, found, 0);
  const files: Taken[] = [];
  for (const entry of found.slice(0, most)) files.push(await takenFrom(entry));
  return { files, leftOut: found.length - files.length };
}

async function gather(folder: FileSystemEntry, into: FileSystemEntry[], depth: number): Promise<void> {
  let entries: readonly FileSystemEntry[];
  try {
    entries = await entriesIn(folder);
  } catch {
    // Named as one that could not be read, rather than passed over.
    into.push(folder);
    return;
  }
  for (const entry of [...entries].sort(({ name: one }, { name: other }) => one.localeCompare(other))) {
    if (into.length >= MOST_COUNTED || OF_THE_SYSTEM.test(entry.name)) continue;
    if (entry.isDirectory && depth < MOST_DEEP) await gather(entry, into, depth + 1);
    else into.push(entry);
  }
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

async function entriesIn(folder: FileSystemEntry): Promise<FileSystemEntry[]> {
  if (!isFolder(folder)) return [];
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // Chromium gives a hundred at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0 || all.length >= MOST_COUNTED) return all;
    all.push(...some);
  }
}

async function takenFrom(entry: FileSystemEntry): Promise<Taken> {
  const name = entry.fullPath.replace(/^\//, '');
  if (!isFile(entry)) return { name, file: null };
  const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
  return { name, file };
}
