import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { textOfBytes } from '../../src/invitation/bytes.ts';

/** The files that the tests have already, to begin from. */

const FOLDERS = ['corpus/meetings', 'corpus/ordinary', 'corpus/attacks', 'invitation/cases', 'webmail/mails'];
const TESTS = fileURLToPath(new URL('../', import.meta.url));

/** The text of each file whose name ends so, sorted by name. Throws when there is none. */
export function corpusFiles(
  ending: '.eml' | '.ics' | '.html' | '.txt',
  folders = FOLDERS,
): readonly string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(TESTS + folder)
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => textOfBytes(readFileSync(`${TESTS}${folder}/${name}`))),
  );
  if (files.length === 0) throw new Error(`no ${ending} in ${folders.join(', ')}`);
  return files;
}
