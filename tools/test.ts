/**
 * `npm test`: everything that must hold before a change lands. Sets up what it needs (browsers, and as root on Debian a webmail
 * server); what this machine cannot run is skipped with a line that says so. `npm run unit` runs the unit tests alone.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRecord } from '../src/record.ts';
import { installRoundcube, roundcubeMissing } from '../test/webmail/roundcube.ts';
import { getChromium, getFirefox } from './browsers.ts';
import { buildTargets, TARGETS } from './build.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'in-camera-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
/** Said once more at the end: of a long log people see only that. */
const failed: string[] = [];
const SKIPPED = new Set(['skipped', 'pending', 'todo']);

try {
  run('types', ['node_modules/typescript/bin/tsc']);
  run('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']);
  vitest('unit tests', 'vitest.config.ts');

  title('build');
  await buildTargets(TARGETS, true);

  title('browsers and webmail');
  await getChromium().catch((error: unknown) => skip('the tests in Chromium', error));
  await getFirefox();
  // Where that does not help, the webmail's test says what is missing.
  if (roundcubeMissing() !== null) await installRoundcube().catch(() => undefined);
  vitest('browser tests', 'vitest.browser.config.ts');
} finally {
  rmSync(reports, { recursive: true, force: true });
}
for (const name of failed) console.log(`Failed: ${name}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

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

function vitest(name: string, config: string): void {
  title(name);
  const report = join(reports, `${config}.json`);
  const args = [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  const tests = testsOf(JSON.parse(readFileSync(report, 'utf8')));
  const failures = tests.filter((test) => test.status === 'failed');
  total.passed += tests.filter((test) => test.status === 'passed').length;
  total.skipped += tests.filter((test) => SKIPPED.has(test.status)).length;
  for (const test of failures) fail(test.fullName);
  // An error outside every test, or a file that could not be run.
  if (status !== 0 && failures.length === 0) fail(name);
}

function testsOf(report: unknown): { status: string; fullName: string }[] {
  return recordsIn(report, 'testResults').flatMap((file) =>
    recordsIn(file, 'assertionResults').map(({ status, fullName }) => ({
      status: String(status),
      fullName: `${String(file['name']).replace(root, '')}: ${String(fullName)}`,
    })),
  );
}

function recordsIn(value: unknown, key: string): Record<string, unknown>[] {
  const list = isRecord(value) ? value[key] : null;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
