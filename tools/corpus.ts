/**
 * How well the corpus (test/corpus) is judged: `npx tsx tools/corpus.ts`
 *
 * Prints a table of scores, then what is wrong, one line each. Exit code 0 always: the test decides, this informs.
 */
import { type Check, checkCase, type Folder, MISSING, readCorpus } from '../test/corpus/cases.ts';

interface Judged {
  folder: Folder;
  name: string;
  checks: readonly Check[];
}

const { cases, alone } = await readCorpus();
const judged: Judged[] = [];
for (const { folder, name } of cases) {
  try {
    judged.push({ folder, name, checks: await checkCase({ folder, name }) });
  } catch (error) {
    const got = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    judged.push({ folder, name, checks: [{ about: 'reading', right: false, expected: 'no error', got }] });
  }
}

const inFolder = (folder: Folder): Judged[] => judged.filter((one) => one.folder === folder);
const isRight = ({ right }: Check): boolean => right;
/** Those about a key of the meetings that state it. */
const about = (key: Check['about']): boolean[] =>
  inFolder('meetings').flatMap(({ checks }) => checks.filter((check) => check.about === key).map(isRight));
const whole = (folder: Folder): boolean[] => inFolder(folder).map(({ checks }) => checks.every(isRight));
/** A file that cannot be read has no check about its meetings, and is no success. */
const unread = (folder: Folder): boolean[] =>
  inFolder(folder).flatMap(({ checks }) =>
    checks.some((check) => check.about === 'reading') ? [false] : [],
  );
const flagged = inFolder('attacks').map(({ checks }) =>
  checks.every((check) => check.right || check.about !== 'suspicious'),
);

const SCORES: ReadonlyArray<readonly [string, readonly boolean[]]> = [
  ['meetings found (platform and url)', [...about('found'), ...unread('meetings')]],
  ['invitations without a meeting too many', about('extra')],
  ['invitations without a false alarm', about('suspicious')],
  ['ordinary left alone', whole('ordinary')],
  ['attacks flagged with the right reason', flagged],
  ['attacks wholly right', whole('attacks')],
  ['url', about('url')],
  ['host', about('host')],
  ['id', about('id')],
  ['passcode', about('passcode')],
  ['dialIn', about('dialIn')],
  ['room', about('room')],
  ['tenant', about('tenant')],
  ['wrappedBy', about('wrappedBy')],
];

for (const [title, results] of SCORES) {
  const right = results.filter(Boolean).length;
  const share = results.length === 0 ? '' : `${((100 * right) / results.length).toFixed(1)} %`;
  console.log(`${title.padEnd(40)}${`${right}/${results.length}`.padStart(9)}${share.padStart(9)}`);
}

console.log('');
for (const file of alone) console.log(`${file}: has no partner`);
for (const { name, checks } of judged) {
  const foundWrong = checks.some((check) => check.about === 'found' && !check.right);
  for (const check of checks) {
    // What "found" says already is not said again.
    const told = foundWrong && ['platform', 'url', 'host'].includes(check.about);
    if (check.right || told || (check.got === MISSING && check.about !== 'found')) continue;
    console.log(`${name}: ${check.about}: expected ${check.expected}, got ${check.got}`);
  }
}
