/**
 * A policy before it is rolled out: `npm run -s policy -- lint FILE | explain FILE | export FILE --to TARGET [--out FOLDER]`
 *
 * lint: every fault with line and column, what is allowed there and what would happen. explain: what the policy will do, in sentences.
 * export: the files that bring it to the browsers. Exit code 0: right; 1: the policy has faults; 2: nothing could be done, says why on
 * standard error.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultSentence } from '../extension/fault-words.ts';
import { textOfBytes } from '../src/invitation/bytes.ts';
import type { PolicyFault } from '../src/model.ts';
import { MAX_FAULTS, policyFromText } from '../src/policy/parse.ts';
import { english } from './messages.ts';
import { explain } from './policy/explain.ts';
import { bytesOf, POLICY_EXPORTS } from './policy/exports/index.ts';
import { lint, nestedTooDeep, objectIn, type Remark } from './policy/lint.ts';
import { reasonOf } from './reason.ts';

const USAGE = `usage: npm run -s policy -- lint FILE
       npm run -s policy -- explain FILE
       npm run -s policy -- export FILE --to ${POLICY_EXPORTS.map(({ id }) => id).join('|')} [--out FOLDER]
  FOLDER    where the files are written; without it, one file goes to standard output, several to ./in-camera-policy`;

/** A reason to do nothing at all. */
class Refusal extends Error {}

/** Returns the exit code. */
async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parsedArguments(argv);
  const [command, file, ...more] = positionals;
  if (command === undefined) throw new Refusal('say what to do: lint, explain or export');
  if (file === undefined) throw new Refusal('no policy file');
  if (more.length > 0) throw new Refusal(`one policy file at a time, not also ${more.join(' ')}`);
  const source = await textOf(file);
  const deep = nestedTooDeep(source);
  if (deep !== null) throw new Refusal(`${file}:${deep.place.line}:${deep.place.column}: ${deep.message}`);
  if (command === 'lint') return lintFile(file, source);
  if (command === 'explain') return explainFile(file, source);
  if (command === 'export') return exportFile(file, source, values.to, values.out);
  throw new Refusal(`there is no command "${command}"`);
}

function parsedArguments(argv: string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({ args: argv, options: { to: option, out: option }, allowPositionals: true });
  } catch (error) {
    throw new Refusal(reasonOf(error));
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return textOfBytes(await readFile(file));
  } catch (error) {
    throw new Refusal(`${file}: ${reasonOf(error)}`);
  }
}

/** Nobody reads more lines than these at once. */
const MOST_SHOWN = 100;

function lintFile(file: string, source: string): number {
  const remarks = lint(source, new Date());
  const errors = remarks.filter(({ severity }) => severity === 'error');
  // Errors before warnings, and all in the order of the file.
  const warnings = remarks.filter(({ severity }) => severity === 'warning');
  const shown = new Set([...errors, ...warnings].slice(0, MOST_SHOWN));
  for (const remark of remarks.filter((one) => shown.has(one))) {
    say(lintLine(file, remark));
    if (remark.allowed !== null) say(`    Allowed: ${remark.allowed}.`);
    if (remark.happens !== null) say(`    ${remark.happens}`);
  }
  const more = remarks.length - shown.size;
  if (more > 0) say(andMore(more, errors.length));
  if (remarks.length === 0) say(`${file}: nothing wrong.`);
  return errors.length > 0 ? 1 : 0;
}

const lintLine = (file: string, { line, column, severity, message }: Remark): string =>
  `${file}:${line}:${column}: ${severity}: ${message}`;

const andMore = (more: number, faults: number): string =>
  `And ${faults >= MAX_FAULTS ? 'at least ' : ''}${more} more.`;

function explainFile(file: string, source: string): number {
  const inForce = policyFromText(source, 'file');
  for (const line of explain(inForce, new Date())) say(line);
  const { faults } = inForce.note;
  if (faults.length > 0) say(`\nFaults (npm run -s policy -- lint ${file} tells more):`);
  for (const line of faultLines(faults)) say(`  ${line}`);
  return faults.length > 0 ? 1 : 0;
}

function faultLines(faults: readonly PolicyFault[]): string[] {
  const lines = faults.slice(0, MOST_SHOWN).map((fault) => faultSentence(fault, english));
  const more = faults.length - lines.length;
  return more > 0 ? [...lines, andMore(more, faults.length)] : lines;
}

async function exportFile(
  file: string,
  source: string,
  to: string | undefined,
  out: string | undefined,
): Promise<number> {
  const target = POLICY_EXPORTS.find(({ id }) => id === to);
  if (target === undefined)
    throw new Refusal(to === undefined ? 'say where to: --to TARGET' : `--to: there is no target "${to}"`);
  const policy = policyOf(file, source);
  const { faults } = policyFromText(source, 'file').note;
  const files = target.files(policy);
  process.stderr.write(`${target.title}: ${target.for}\n`);
  for (const line of faultLines(faults)) process.stderr.write(`in-camera: ${file}: ${line}\n`);
  const [only] = files;
  if (out === undefined && files.length === 1 && only !== undefined) process.stdout.write(bytesOf(only));
  else
    for (const one of files) {
      const path = join(out ?? 'in-camera-policy', one.name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytesOf(one));
      say(path);
    }
  return faults.length > 0 ? 1 : 0;
}

function policyOf(file: string, source: string): Record<string, unknown> {
  const policy = objectIn(source);
  if (policy !== null) return policy;
  const [first] = lint(source, new Date());
  throw new Refusal(`${file}: nothing is written.${first === undefined ? '' : ` ${lintLine(file, first)}`}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

// Last, so that all above is initialised.
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`in-camera: ${error.message}\n${USAGE}\n`);
  process.exitCode = 2;
}
