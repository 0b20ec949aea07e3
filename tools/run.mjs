/**
 * Runs tools/NAME.ts: `node tools/run.mjs NAME [arguments]`. Installs the npm packages first if they are missing or not the
 * lockfile's, so that every command of package.json works on a fresh clone. All of npm's words go to standard error, because
 * standard output belongs to the tool. Exit code and signals are the tool's; 2 if it could not be started.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { missingPackages } from './installed.mjs';

const root = new URL('../', import.meta.url);
const [name = '', ...toolArguments] = process.argv.slice(2);
const tool = new URL(`${name}.ts`, import.meta.url);
if (!/^[a-z-]+$/.test(name) || !existsSync(tool)) stop(`There is no tool "${name}" in tools/.`);

if (missing().length > 0) {
  console.error('Installing the npm packages of package-lock.json (once).');
  // npm 11 refuses a lockfile in which an optional package of some other platform is missing, as happens to one that was
  // written against a registry without them; `npm install --no-save` takes the same versions and leaves the lockfile alone.
  if (!npm('ci')) {
    console.error('Trying npm install instead.');
    npm('install', '--no-save');
  }
  const left = missing();
  if (left.length > 0) stop(`npm could not install ${left.length} packages, among them ${left[0]}.`);
}

const child = spawn(
  process.execPath,
  ['--import', import.meta.resolve('tsx'), fileURLToPath(tool), ...toolArguments],
  // tsx looks for tsconfig.json where the caller stands.
  {
    stdio: 'inherit',
    env: { ...process.env, TSX_TSCONFIG_PATH: fileURLToPath(new URL('tsconfig.json', root)) },
  },
);
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on('error', (error) => stop(error.message));
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code);
  for (const handled of signals) process.removeAllListeners(handled);
  process.kill(process.pid, signal);
});

/** What is not installed as the lockfile says. */
function missing() {
  const installed = new URL('node_modules/.package-lock.json', root);
  return missingPackages(
    readJson(new URL('package-lock.json', root)),
    existsSync(installed) ? readJson(installed) : null,
  );
}

/** @param {URL} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Whether npm did it. @param {string[]} command */
function npm(...command) {
  // NODE_ENV=production or an .npmrc may leave out the builder and its native parts; `npm run -s` makes npm mute its errors.
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=warn'];
  const started = { cwd: root, stdio: ['ignore', 2, 2] };
  const itself = process.env['npm_execpath'] ?? '';
  // npm says where it is to what it starts. Otherwise the one on the PATH: on Windows a script, which needs the shell.
  const { status, error } = itself.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [itself, ...command, ...options], started)
    : spawnSync('npm', [...command, ...options], { ...started, shell: process.platform === 'win32' });
  if (error) console.error(error.message);
  return status === 0;
}

/** @param {string} reason */
function stop(reason) {
  console.error(reason);
  process.exit(2);
}
