/** Finds the browsers that can load an unpacked extension, and gets them where there are none. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { platform } = process;
const isRoot = process.getuid?.() === 0;

/**
 * Path of a Chromium, Microsoft Edge or Chrome for Testing; null if there is none. The variable CHROMIUM comes first.
 * Never Google Chrome itself: it no longer takes --load-extension. Throws if CHROMIUM names no file.
 */
export function findChromium(): string | null {
  const candidates = [
    ...onPath('chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'),
    ...applications(
      { name: 'Chromium', windows: 'Chromium/Application/chrome.exe' },
      { name: 'Microsoft Edge', windows: 'Microsoft/Edge/Application/msedge.exe' },
      { name: 'Google Chrome for Testing', windows: null },
    ),
    ...downloaded(),
  ];
  return named('CHROMIUM') ?? candidates.find(isUsable) ?? null;
}

/** Path of a Firefox; null if there is none. The variable FIREFOX comes first. Throws if FIREFOX names no file. */
export function findFirefox(): string | null {
  const candidates = [
    ...onPath('firefox-esr', 'firefox', 'firefox-developer-edition'),
    ...applications({ name: 'Firefox', program: 'firefox', windows: 'Mozilla Firefox/firefox.exe' }),
  ];
  return named('FIREFOX') ?? candidates.find(isUsable) ?? null;
}

/** Finds a Chromium or installs one, which takes the network. Rejects, saying what to do, when neither works. */
export async function getChromium(): Promise<string> {
  const found = findChromium();
  if (found !== null) return found;
  if (hasDebianPackages()) await installPackage('chromium');
  if (findChromium() === null) await downloadChromium();
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new Error(
    'No browser could be had. Install Chromium or Microsoft Edge (Google Chrome does not load unpacked extensions ' +
      'from the command line), or say where one is: CHROMIUM=/path/to/chromium.',
  );
}

/** Finds a Firefox or, on Debian as root, installs it. Null, with the reason on standard error, when there is none. */
export async function getFirefox(): Promise<string | null> {
  const found = findFirefox();
  if (found !== null) return found;
  if (hasDebianPackages()) await installPackage('firefox-esr');
  const installed = findFirefox();
  if (installed === null)
    console.error(
      'There is no Firefox on this machine. Install it, or say where it is: FIREFOX=/path/to/firefox.',
    );
  return installed;
}

/** What Chromium is started with to load the extension of that folder, and to leave the network alone. */
export function chromiumArguments(extension: string): string[] {
  return [
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // Chromium refuses to run as root with its sandbox.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}

function named(variable: string): string | null {
  const path = process.env[variable];
  if (path === undefined || path === '') return null;
  if (!existsSync(path)) throw new Error(`${variable}=${path}: there is no such file.`);
  return path;
}

function onPath(...names: string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

interface Application {
  /** As macOS shows it. */
  name: string;
  /** The file inside the macOS bundle; the name, if not said. */
  program?: string;
  /** Where Windows installs it, below a folder of programs; null: no usual place. */
  windows: string | null;
}

/** The usual places on macOS and Windows. */
function applications(...all: Application[]): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return all.flatMap(({ name, program = name }) =>
      folders.map((folder) => join(folder, `${name}.app`, 'Contents/MacOS', program)),
    );
  }
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    );
    return all.flatMap(({ windows }) =>
      windows === null ? [] : folders.map((folder) => join(folder, windows)),
    );
  }
  return [];
}

/** What Playwright and Puppeteer have downloaded, newest first. The places are those of playwright-core 1.65 and puppeteer 24. */
function downloaded(): string[] {
  const home = homedir();
  const caches =
    platform === 'darwin'
      ? join(home, 'Library/Caches')
      : platform === 'win32'
        ? (process.env['LOCALAPPDATA'] ?? home)
        : (process.env['XDG_CACHE_HOME'] ?? join(home, '.cache'));
  const playwright = process.env['PLAYWRIGHT_BROWSERS_PATH'] || join(caches, 'ms-playwright');
  const puppeteer = join(process.env['PUPPETEER_CACHE_DIR'] || join(home, '.cache/puppeteer'), 'chrome');
  const chromeForTesting = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
  const programs = [
    'chrome-linux64/chrome',
    'chrome-linux-arm64/chrome',
    'chrome-linux/chrome',
    `chrome-mac-arm64/${chromeForTesting}`,
    `chrome-mac-x64/${chromeForTesting}`,
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ];
  return [...versionsIn(playwright, /^chromium-\d+$/), ...versionsIn(puppeteer, /-\d+(\.\d+)+$/)].flatMap(
    (folder) => programs.map((program) => join(folder, program)),
  );
}

function versionsIn(cache: string, name: RegExp): string[] {
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((folder) => name.test(folder))
    .sort(new Intl.Collator('en', { numeric: true }).compare)
    .reverse()
    .map((folder) => join(cache, folder));
}

/**
 * Ubuntu's packages of both browsers are snaps, or scripts that ask for one. A snap has a /tmp of its own (snapcraft.io,
 * "Security policies"), in which our fresh profile does not exist.
 */
function isUsable(path: string): boolean {
  if (!existsSync(path)) return false;
  const real = realpathSync(path);
  const isSnap = real.startsWith('/snap/') || real.endsWith('/snap');
  return !isSnap && !(statSync(real).size < 10_000 && readFileSync(real, 'utf8').includes('/snap/bin/'));
}

/** Debian's own packages, which are real browsers, and the right to install them. */
function hasDebianPackages(): boolean {
  const release = '/etc/os-release';
  return (
    isRoot &&
    existsSync('/usr/bin/apt-get') &&
    existsSync(release) &&
    /^ID="?debian"?$/m.test(readFileSync(release, 'utf8'))
  );
}

async function installPackage(name: string): Promise<void> {
  console.error(`Installing Debian's ${name}.`);
  // A fresh image has no package lists at all.
  await run('apt-get', ['-q', 'update']);
  await run('apt-get', ['-q', 'install', '-y', '--no-install-recommends', name]);
}

async function downloadChromium(): Promise<void> {
  console.error('There is no Chromium or Edge on this machine; downloading the one of Playwright.');
  const playwright = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url));
  // The libraries it needs come through apt-get, where that is ours to use.
  const libraries = isRoot && existsSync('/usr/bin/apt-get') ? ['--with-deps'] : [];
  await run(process.execPath, [playwright, 'install', 'chromium', '--no-shell', ...libraries]);
}

/** All output goes to standard error. A failure shows there; what counts is whether the browser is there afterwards. */
async function run(command: string, commandArguments: string[]): Promise<void> {
  const child = spawn(command, commandArguments, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  await new Promise<void>((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve();
    });
    child.on('exit', () => resolve());
  });
}
