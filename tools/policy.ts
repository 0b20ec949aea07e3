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
import { policyFromText } from '../src/policy/parse.ts';
import { isRecord } from '../src/record.ts';
import { english } from './messages.ts';
import { explain } from './policy/explain.ts';
import { bytesOf, POLICY_EXPORTS } from './policy/exports/index.ts';
import { lint } from './policy/lint.ts';
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

function lintFile(file: string, source: string): number {
  const remarks = lint(source, new Date());
  for (const { line, column, severity, message, allowed, happens } of remarks) {
    say(`${file}:${line}:${column}: ${severity}: ${message}`);
    if (allowed !== null) say(`    Allowed: ${allowed}.`);
    if (happens !== null) say(`    ${happens}`);
  }
  const errors = remarks.filter(({ severity }) => severity === 'error').length;
  if (remarks.length === 0) say(`${file}: nothing wrong.`);
  return errors > 0 ? 1 : 0;
}

function explainFile(file: string, source: string): number {
  const inForce = policyFromText(source, 'file');
  for (const line of explain(inForce)) say(line);
  const { faults } = inForce.note;
  if (faults.length > 0) say(`\nFaults (npm run -s policy -- lint ${file} tells more):`);
  for (const fault of faults) say(`  ${faultSentence(fault, english)}`);
  return faults.length > 0 ? 1 : 0;
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
  for (const fault of faults) process.stderr.write(`in-camera: ${file}: ${faultSentence(fault, english)}\n`);
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
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Refusal(`${file}: ${reasonOf(error)}`);
  }
  if (!isRecord(value)) throw new Refusal(`${file}: a policy is an object { … }`);
  return value;
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
