/**
 * `npm test`: everything that must hold before a change lands. Sets up what it needs (browsers, and as root on Debian a webmail
 * server); what this machine cannot run is skipped with a line that says so. `npm run unit` runs the unit tests alone.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isRecord } from '../src/record.ts';
import { startFirefox } from '../test/browser/drivers/firefox.ts';
import { USED_PROFILE } from '../test/browser/drivers/used-profile.ts';
import { PARTS, type Part } from '../test/browser/parts.ts';
import { installRoundcube, roundcubeMissing } from '../test/webmail/roundcube.ts';
import { getChromium, getFirefox } from './browsers.ts';
import { buildTargets, TARGETS } from './build.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'in-camera-test-'));
const UNIT = '--config=vitest.config.ts';
const BROWSERS = '--config=vitest.browser.config.ts';
/** Unit tests that take long and measure no time: of tens of thousands of cases, and of programs that are started. */
const PATIENT = ['test/policy/', 'test/tools/', 'test/meetings/properties'];
/** Where every Chromium of this machine looks for policies (test/browser/drivers/policy.ts). */
const CHROMIUM_POLICIES = '/etc/chromium/policies';
/** For two processors; with a fourth, what is to happen in a moment takes too long. */
const LANES = 3;
const total = { passed: 0, failed: 0, skipped: 0 };
/** Said once more at the end: of a long log people see only that. */
const failed: string[] = [];
/** Of an error that is told at the end, so many characters. */
const LONGEST_WHY = 3000;
const SKIPPED = new Set(['skipped', 'pending', 'todo']);

try {
  run('types', ['node_modules/typescript/bin/tsc']);
  run('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']);
  await vitest('unit tests', [UNIT, ...PATIENT.map((place) => `--exclude=${place}*`)]);

  title('build');
  await buildTargets(TARGETS, true);

  title('browsers and webmail');
  await getChromium().catch((error: unknown) => skip('the tests in Chromium', error));
  if ((await getFirefox()) !== null) await useFirefoxOnce();
  // Where that does not help, the webmail's test says what is missing.
  if (roundcubeMissing() !== null) await installRoundcube().catch(() => undefined);
  title('browser tests, and patient ones');
  await Promise.all([
    lanes(),
    vitest('without-browser', [BROWSERS, '--project=without-browser'], 'beside'),
    vitest('patient', [UNIT, '--maxWorkers=1', '--testTimeout=120000', ...PATIENT], 'behind'),
  ]);
} finally {
  rmSync(reports, { recursive: true, force: true });
}
for (const name of failed) console.log(`Failed: ${name}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** For the tests to start it in a copy of that profile. They say what is wrong where it does not start at all. */
async function useFirefoxOnce(): Promise<void> {
  const home = join(reports, 'firefox');
  mkdirSync(home);
  try {
    const driver = await startFirefox({ dist: join(root, 'dist/firefox'), home });
    await driver.newPage();
    await driver.close();
    process.env[USED_PROFILE] = join(home, 'profile');
  } catch (error) {
    console.log(`Every start of Firefox is a first one, because ${String(error)}`);
  }
}

/**
 * The browsers' tests side by side, because browsers wait more than they work: whichever lane is free takes the next part, the longest first.
 */
async function lanes(): Promise<void> {
  const own = ownPolicies();
  const isChromium = ([, { browser }]: readonly [string, Part]): boolean => browser === 'Chromium';
  const parts = [...PARTS];
  // Two of Chromium at once need a folder of policies each; where that cannot be, all of its parts are one.
  const waiting =
    own !== null
      ? parts.map((part) => [part])
      : [parts.filter(isChromium), ...parts.filter((part) => !isChromium(part)).map((part) => [part])];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      for (const part of next) {
        const [name] = part;
        await vitest(name, [BROWSERS, `--project=${name}`], 'beside', isChromium(part) ? (own ?? []) : []);
      }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** What a command begins with that gets an empty folder of policies of its own (Linux, as root); null where that cannot be had. */
function ownPolicies(): string[] | null {
  try {
    mkdirSync(CHROMIUM_POLICIES, { recursive: true });
  } catch {
    return null;
  }
  const mount = `mount -t tmpfs tmpfs ${CHROMIUM_POLICIES} && exec "$0" "$@"`;
  const begin = ['unshare', '--mount', '--propagation', 'private', 'sh', '-c', mount];
  const [program = '', ...args] = begin;
  return spawnSync(program, [...args, 'true']).status === 0 ? begin : null;
}

function title(name: string): void {
  console.log(`\n── ${name}`);
}

function skip(what: string, error: unknown): void {
  console.log(`Skipped: ${what}, because ${error instanceof Error ? error.message : String(error)}`);
}

/** One step that passes or fails as a whole. */
function run(name: string, args: readonly string[]): void {
  title(name);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) total.passed++;
  else fail(name);
}

function fail(name: string): void {
  total.failed++;
  failed.push(name);
}

/** The place of a run of Vitest: before all that follow it, beside others, or beside them with what they leave of the processors. */
type Place = 'alone' | 'beside' | 'behind';

async function vitest(
  name: string,
  selection: readonly string[],
  place: Place = 'alone',
  begin: readonly string[] = [],
): Promise<void> {
  if (place === 'alone') title(name);
  const report = join(reports, `${name}.json`);
  const args = ['run', ...selection, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await exitCode(
    [...begin, process.execPath, 'node_modules/vitest/vitest.mjs', ...args],
    name,
    place,
  );
  const tests = existsSync(report) ? testsOf(JSON.parse(readFileSync(report, 'utf8'))) : [];
  const failures = tests.filter((test) => test.status === 'failed');
  total.passed += tests.filter((test) => test.status === 'passed').length;
  total.skipped += tests.filter((test) => SKIPPED.has(test.status)).length;
  for (const test of failures) fail(`${test.fullName}\n    ${test.why}`);
  // An error outside every test, or a file that could not be run; or nothing was run at all.
  if (failures.length === 0 && (status !== 0 || tests.length === 0)) fail(name);
}

/** Of a program, null when a signal ended it. Beside others every line of its output begins with its name. */
function exitCode(command: readonly string[], name: string, place: Place): Promise<number | null> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    stdio: place === 'alone' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    detached: place === 'behind' && process.platform === 'linux',
  });
  if (place === 'behind' && child.pid !== undefined) stepBack(child.pid);
  for (const output of [child.stdout, child.stderr])
    if (output !== null) createInterface(output).on('line', (line) => console.log(`${name} │ ${line}`));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
}

/**
 * Leaves the processors to the browsers. Its own processes inherit it. Linux shares them out by session first (sched(7), "autogroup"), and
 * the browsers have one each: there it takes a session of its own, too.
 */
function stepBack(leader: number): void {
  setPriority(leader, constants.priority.PRIORITY_LOW);
  try {
    writeFileSync(`/proc/${leader}/autogroup`, String(constants.priority.PRIORITY_LOW));
  } catch {
    // No Linux, or one that shares out otherwise.
  }
  // A session of its own hears no Ctrl+C.
  const end = (): void => {
    try {
      process.kill(-leader);
    } catch {
      // It is over.
    }
  };
  process.once('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      end();
      process.kill(process.pid, signal);
    });
}

function testsOf(report: unknown): { status: string; fullName: string; why: string }[] {
  return recordsIn(report, 'testResults').flatMap((file) =>
    recordsIn(file, 'assertionResults').map(({ status, fullName, failureMessages }) => ({
      status: String(status),
      fullName: `${String(file['name']).replace(root, '')}: ${String(fullName)}`,
      // Without the stack.
      why: (String(failureMessages).split(/\n +at /, 1)[0] ?? '').slice(0, LONGEST_WHY),
    })),
  );
}

function recordsIn(value: unknown, key: string): Record<string, unknown>[] {
  const list = isRecord(value) ? value[key] : null;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
