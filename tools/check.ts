/**
 * Checks saved invitations: `npm run -s check -- [--policy FILE] [--now ISO-TIME] [--surface SURFACE] FILE|FOLDER...`
 *
 * Prints one JSON object a line. With a folder, all its invitations are checked, the folders in it too, and a summary of each rule
 * follows: one JSON object on standard output, the same as a table on standard error. Exit code 0: nothing at "warn" or above; 1: something; 2: could not check, says why on standard error,
 * and the other files are still checked. A policy with faults is not fatal: they are named, what is valid of it applies.
 */
import { readFile as readBytes, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { faultSentence } from '../extension/fault-words.ts';
import { textOfBytes } from '../src/invitation/bytes.ts';
import { readFile } from '../src/invitation/reading.ts';
import { type Level, type Review, SURFACES, type Surface, severity } from '../src/model.ts';
import { DEFAULT_POLICY } from '../src/policy/defaults.ts';
import type { PolicyInForce } from '../src/policy/in-force.ts';
import { policyFromText } from '../src/policy/parse.ts';
import { type ReportWords, reportOf } from '../src/report.ts';
import { review } from '../src/review.ts';
import { Summing, summaryTable } from './check-summary.ts';
import { english, whatIsWrong } from './messages.ts';
import { reasonOf } from './reason.ts';

const USAGE = `usage: npm run -s check -- [--policy FILE] [--now ISO-TIME] [--surface SURFACE] FILE|FOLDER...
  FILE      .eml .ics .html .txt; - is standard input, as text
  FOLDER    every .eml .ics .html .htm .txt in it; a summary of each rule follows
  ISO-TIME  for example 2026-11-21T09:00:00Z; without it, the time is now
  SURFACE   ${SURFACES.join(', ')}; without it, event-read for .ics and mail-read for all else`;

interface Task {
  policy: PolicyInForce;
  now: Date;
  /** Null: by the file's ending. */
  surface: Surface | null;
  files: readonly string[];
}

/** A reason to do nothing at all. */
class Refusal extends Error {}

async function readTask(argv: string[]): Promise<Task> {
  const { values, positionals } = parsedArguments(argv);
  if (positionals.length === 0) throw new Refusal('no file to check');
  const now = values.now === undefined ? new Date() : timeOf(values.now);
  const surface = values.surface === undefined ? null : surfaceOf(values.surface);
  const policy = values.policy === undefined ? DEFAULT_POLICY : await policyOf(values.policy);
  return { policy, now, surface, files: positionals };
}

function parsedArguments(argv: string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: argv,
      options: { policy: option, now: option, surface: option },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Refusal(reasonOf(error));
  }
}

/** A day, or a time; one without a zone is UTC, so that a check gives the same everywhere. */
function timeOf(text: string): Date {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/i.exec(text);
  const [, day, zone] = parts ?? [];
  const time = new Date(day === text || zone !== undefined ? text : `${text}Z`);
  // Date takes 30 February for 1 March.
  const isDay = day !== undefined && new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(8));
  if (!isDay || Number.isNaN(time.getTime())) throw new Refusal(`--now: "${text}" is no ISO 8601 time`);
  return time;
}

function surfaceOf(text: string): Surface {
  const surface = SURFACES.find((one) => one === text);
  if (surface === undefined) throw new Refusal(`--surface: there is no surface "${text}"`);
  return surface;
}

async function policyOf(file: string): Promise<PolicyInForce> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(file);
  } catch (error) {
    throw new Refusal(`--policy: ${file}: ${reasonOf(error)}`);
  }
  const policy = policyFromText(textOfBytes(bytes), 'file');
  for (const fault of policy.note.faults) complain(file, faultSentence(fault, english));
  for (const key of policy.note.notApplied) complain(file, `${key}: this setting is not applied yet`);
  return policy;
}

const IN_ENGLISH: ReportWords = {
  finding: (finding) => whatIsWrong(finding),
  fault: (fault) => faultSentence(fault, english),
};

/** Returns the exit code. */
async function checkAll(task: Task): Promise<number> {
  let failed = false;
  let warned = false;
  const { files, summing, empty } = await filesOf(task);
  failed ||= empty;
  for (const file of files) {
    try {
      const reviewed = await check(file, task);
      warned ||= reviewed.findings.some(({ level }) => isWarning(level));
      summing?.add(reviewed);
      process.stdout.write(`${JSON.stringify(reportOf(file, reviewed, IN_ENGLISH))}\n`);
    } catch (error) {
      failed = true;
      summing?.addFailure();
      complain(file, reasonOf(error));
    }
  }
  if (summing !== null) {
    const summary = summing.result();
    process.stdout.write(`${JSON.stringify({ summary })}\n`);
    process.stderr.write(`${summaryTable(summary)}\n`);
  }
  if (failed) return 2;
  return warned ? 1 : 0;
}

const INVITATION = /\.(?:eml|ics|html?|txt)$/i;

/** The files of a folder in its place, by name. `summing` is there when a folder is; `empty`: one of them held nothing to check. */
async function filesOf({
  files,
}: Task): Promise<{ files: string[]; summing: Summing | null; empty: boolean }> {
  let summing: Summing | null = null;
  let empty = false;
  const all: string[] = [];
  for (const file of files) {
    const isFolder = file !== '-' && (await stat(file).catch(() => null))?.isDirectory() === true;
    if (!isFolder) {
      all.push(file);
      continue;
    }
    summing ??= new Summing();
    const invitations = await invitationsIn(file).catch((error: unknown) => reasonOf(error));
    if (typeof invitations === 'string' || invitations.length === 0) {
      empty = true;
      const none = 'there is no .eml, .ics, .html or .txt file in it';
      complain(file, typeof invitations === 'string' ? invitations : none);
    } else all.push(...invitations);
  }
  return { files: all, summing, empty };
}

/** Rejects when the folder, or one in it, may not be read. */
async function invitationsIn(folder: string): Promise<string[]> {
  const inside = await readdir(folder, { recursive: true, withFileTypes: true });
  return inside
    .filter((entry) => entry.isFile() && INVITATION.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function check(file: string, { policy, now, surface }: Task): Promise<Review> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readBytes(file);
  const usual = /\.ics$/i.test(file) ? 'event-read' : 'mail-read';
  const reading = await readFile(file, bytes, surface ?? usual);
  if ('failure' in reading) throw new Error(reading.failure);
  return review(reading.invitation, policy, now);
}

const isWarning = (level: Level): boolean => severity(level) >= severity('warn');

function complain(file: string, why: string): void {
  process.stderr.write(`in-camera: ${file}: ${why}\n`);
}

// A reader that has seen enough (`| head -1`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Last, so that all above is initialised. Not process.exit(): it would cut off what a pipe has not taken yet.
try {
  process.exitCode = await checkAll(await readTask(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`in-camera: ${error.message}\n${USAGE}\n`);
  process.exitCode = 2;
}
