/**
 * A real webmail for the tests: Debian's Roundcube before Debian's Dovecot, on free loopback ports, everything it
 * writes under one temporary folder. What it needs was measured live: facts/webmail-dom.md section 11.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Point } from '../browser/press.ts';
import { until as untilTrue } from '../browser/until.ts';
import { compose, type NewDraft, PREVIEW, type WebmailPage } from './roundcube-hands.ts';
import { type ReceivedMail, type SmtpSink, startSmtpSink } from './smtp-sink.ts';

export type { WebmailPage } from './roundcube-hands.ts';

export interface Roundcube {
  /** Ends with a slash: `http://127.0.0.1:PORT/`. */
  readonly url: string;
  /** Puts a message into the inbox. `name` becomes a file name, so it must be new in this mailbox; LF becomes CRLF. */
  deliver(name: string, rawMessage: string | Buffer): void;
  /** Resolves when the list of messages stands. Throws after ten seconds. */
  login(page: WebmailPage): Promise<void>;
  /**
   * Opens the newest message with exactly this subject in the preview beside the list, by a click as a person would;
   * loads the list anew first only when the message is not in it, or is open already. Throws after ten seconds.
   */
  open(page: WebmailPage, subject: string): Promise<void>;
  /** The same message on a page of its own, by a double click. Throws after ten seconds. */
  openAlone(page: WebmailPage, subject: string): Promise<void>;
  /** A new mail, ready for its text (roundcube-hands.ts writes and sends). Throws after ten seconds. */
  compose(page: WebmailPage, draft: NewDraft): Promise<void>;
  /** What was really sent, envelope and message, in the order of arrival. */
  sent(): readonly ReceivedMail[];
  /** The last of what the servers logged, for whoever waited in vain. */
  log(): string;
  /** Ends every process and removes every file. A second call does nothing. */
  stop(): Promise<void>;
}

export interface RoundcubeOptions {
  /** Write mail in TinyMCE's frame instead of a plain textarea (Roundcube's own default is the textarea). */
  htmlEditor?: boolean;
  /** Roundcube's name of a language: `nl_NL`. English when left out. */
  language?: string;
}

/** php8.2-fpm only keeps apt from bringing Apache (section 11). */
const PACKAGES = [
  'roundcube-core',
  'roundcube-sqlite3',
  'roundcube-plugins',
  'php-sqlite3',
  'php8.2-cli',
  'php8.2-fpm',
  'dovecot-imapd',
  'sqlite3',
];
const PUBLIC_HTML = '/var/lib/roundcube/public_html';
const SCHEMA = '/usr/share/roundcube/SQL/sqlite.initial.sql';
/** Dovecot asks for the id as a number; base-passwd gives www-data this one on every Debian. */
const WWW_DATA = 33;
const USER = 'anna.vermeer';
const PASSWORD = 'only-on-loopback';
const DEADLINE = 10_000;

/** What is lacking to start Roundcube here, in one line; null when nothing is. */
export function roundcubeMissing(): string | null {
  if (!existsSync('/etc/debian_version'))
    return 'Roundcube is started from Debian packages; this is not Debian';
  if (process.getuid?.() !== 0) return 'Dovecot has to be started by root';
  const lacking = PACKAGES.filter((name) => !isInstalled(name));
  return lacking.length === 0 ? null : `Debian packages not installed: ${lacking.join(' ')}`;
}

function isInstalled(name: string): boolean {
  const asked = spawnSync('dpkg-query', ['--status', name], { encoding: 'utf8' });
  return asked.stdout.includes('Status: install ok installed');
}

/**
 * Installs what roundcubeMissing() names (about 30 s); does nothing when nothing is missing.
 * Throws when this is not Debian, not root, or when apt-get fails.
 */
export async function installRoundcube(): Promise<void> {
  const missing = roundcubeMissing();
  if (missing === null) return;
  if (!missing.startsWith('Debian packages')) throw new Error(missing);

  // Otherwise the package scripts would start Dovecot on every network address. invoke-rc.d(8): 101 forbids.
  const forbidServices = '/usr/sbin/policy-rc.d';
  const mine = !existsSync(forbidServices);
  if (mine) writeFileSync(forbidServices, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await aptGet('update');
    await aptGet('install', '-y', '--no-install-recommends', ...PACKAGES);
  } finally {
    if (mine) rmSync(forbidServices);
  }
  const still = roundcubeMissing();
  if (still !== null) throw new Error(`apt-get ended well, yet: ${still}`);
}

function aptGet(...words: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const apt = spawn('apt-get', ['-q', ...words], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    apt.stdout.on('data', (piece) => (said += piece));
    apt.stderr.on('data', (piece) => (said += piece));
    apt.once('error', reject);
    apt.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`apt-get ${words[0]} failed:\n${said.slice(-2000)}`)),
    );
  });
}

/** Starts a mail server and a webmail with one empty inbox. Throws with their logs when they do not answer in time. */
export async function startRoundcube(options: RoundcubeOptions = {}): Promise<Roundcube> {
  const missing = roundcubeMissing();
  if (missing !== null) throw new Error(missing);

  const root = mkdtempSync(join(tmpdir(), 'in-camera-roundcube-'));
  const inbox = join(root, 'mail', USER);
  let servers: ChildProcess | undefined;
  let sink: SmtpSink | undefined;
  const stop = async (): Promise<void> => {
    if (servers !== undefined) await end(servers);
    await sink?.stop();
    rmSync(root, { recursive: true, force: true });
  };

  try {
    const [imapPort, webPort] = [await freePort(), await freePort()];
    const url = `http://127.0.0.1:${webPort}/`;
    const received = await startSmtpSink();
    sink = received;
    layOut(root, inbox, imapPort, received.address, options);
    servers = startServers(root, webPort);
    await until('Roundcube to show its login page', async () => {
      const page = await (await fetch(url)).text();
      return page.includes('rcmloginuser');
    });
    await until('Dovecot to answer', () =>
      readFileSync(join(root, 'dovecot.log'), 'utf8').includes('starting up'),
    );
    return {
      url,
      deliver: (name, rawMessage) => deliver(inbox, name, rawMessage),
      login: (page) => login(page, url),
      open: (page, subject) => open(page, url, subject),
      openAlone: (page, subject) => openAlone(page, url, subject),
      compose: (page, draft) => compose(page, url, draft),
      sent: () => received.received(),
      log: () => logOf(root),
      stop,
    };
  } catch (error) {
    const said = logOf(root);
    await stop();
    throw new Error(`Roundcube did not start. ${said}`, { cause: error });
  }
}

function logOf(root: string): string {
  return ['dovecot.log', 'php.log', 'logs/errors.log']
    .map((name) => join(root, name))
    .filter((path) => existsSync(path))
    .map((path) => `${path}:\n${readFileSync(path, 'utf8').slice(-1500)}`)
    .join('\n');
}

function layOut(
  root: string,
  inbox: string,
  imapPort: number,
  smtpAddress: string,
  options: RoundcubeOptions,
): void {
  // www-data has to pass through; mkdtemp lets nobody but root.
  chmodSync(root, 0o711);
  for (const name of ['db', 'logs', 'temp', 'mail']) ownedFolder(join(root, name));
  ownedFolder(inbox);
  for (const name of ['cur', 'new', 'tmp']) ownedFolder(join(inbox, name));

  writeFileSync(join(root, 'dovecot.conf'), dovecotConfig(root, imapPort));
  const config = join(root, 'config');
  mkdirSync(config);
  symlinkSync('/etc/roundcube/defaults.inc.php', join(config, 'defaults.inc.php'));
  symlinkSync('/etc/roundcube/mimetypes.php', join(config, 'mimetypes.php'));
  writeFileSync(join(config, 'config.inc.php'), roundcubeConfig(root, imapPort, smtpAddress, options));
  writeFileSync(join(root, 'router.php'), ROUTER);

  const database = join(root, 'db', 'roundcube.db');
  const made = spawnSync('sqlite3', [database], { input: readFileSync(SCHEMA), encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`sqlite3 could not make the database: ${made.stderr}`);
  chownSync(database, WWW_DATA, WWW_DATA);
}

function ownedFolder(path: string): void {
  mkdirSync(path);
  chownSync(path, WWW_DATA, WWW_DATA);
}

function dovecotConfig(root: string, port: number): string {
  return `
protocols = imap
base_dir = ${root}/run
state_dir = ${root}/state
log_path = ${root}/dovecot.log
ssl = no
disable_plaintext_auth = no
first_valid_uid = ${WWW_DATA}
mail_location = maildir:${root}/mail/%n
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${WWW_DATA} gid=${WWW_DATA} home=${root}/mail/%n
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service stats {
  chroot =
}
`;
}

function roundcubeConfig(
  root: string,
  imapPort: number,
  smtpAddress: string,
  options: RoundcubeOptions,
): string {
  const key = randomBytes(12).toString('hex');
  return `<?php
$config = [
  'db_dsnw' => 'sqlite:///${root}/db/roundcube.db?mode=0640',
  'imap_host' => '127.0.0.1:${imapPort}',
  'smtp_host' => '${smtpAddress}',
  'smtp_user' => '',
  'smtp_pass' => '',
  'create_default_folders' => true,
  'mail_domain' => 'ministerie.example',
  'des_key' => '${key}',
  'temp_dir' => '${root}/temp',
  'log_dir' => '${root}/logs',
  'plugins' => [],
  'skin' => 'elastic',
  'language' => '${options.language ?? 'en_US'}',
  'htmleditor' => ${options.htmlEditor ? 1 : 0},
  // Suggestions that come late lie over the subject.
  'autocomplete_min_length' => 100,
];
`;
}

/** PHP's own server would answer 404 for what is not a file; the program decides instead. */
const ROUTER = `<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/' && is_file($_SERVER['DOCUMENT_ROOT'] . $path)) return false;
require '${PUBLIC_HTML}/index.php';
`;

/**
 * Both servers hang from one shell, which is the leader of their process group and reads from us. When we close that
 * pipe, or die in any way, it ends the whole group at once: PHP's workers outlive a parent that is ended alone, and
 * keep the port (section 11).
 */
const KEEPER = `
root=$1 address=$2
/usr/sbin/dovecot -F -c "$root/dovecot.conf" </dev/null >>"$root/dovecot.log" 2>&1 &
ROUNDCUBE_CONFIG_DIR="$root/config" PHP_CLI_SERVER_WORKERS=4 setpriv --reuid=www-data --regid=www-data --clear-groups \\
  php -S "$address" -t ${PUBLIC_HTML} "$root/router.php" </dev/null >"$root/php.log" 2>&1 &
php=$!
read -r _
kill -INT $(cat /proc/$php/task/$php/children) $php
wait $php
trap '' TERM
kill -TERM 0
wait
rm -rf -- "$root"
`;

function startServers(root: string, webPort: number): ChildProcess {
  return spawn('sh', ['-c', KEEPER, 'roundcube', root, `127.0.0.1:${webPort}`], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
}

async function end(keeper: ChildProcess): Promise<void> {
  keeper.stdin?.end();
  const hasEnded = (): boolean => keeper.exitCode !== null || keeper.signalCode !== null;
  try {
    await until('Roundcube and Dovecot to end', hasEnded, 5_000);
  } catch (error) {
    if (keeper.pid === undefined) throw error;
    process.kill(-keeper.pid, 'SIGKILL');
    await until('Roundcube and Dovecot to be killed', hasEnded);
  }
}

function deliver(inbox: string, name: string, rawMessage: string | Buffer): void {
  const lines = Buffer.from(rawMessage).toString('latin1').replaceAll(/\r?\n/g, '\r\n');
  const written = join(inbox, 'tmp', name);
  writeFileSync(written, lines, { encoding: 'latin1', flag: 'wx' });
  chownSync(written, WWW_DATA, WWW_DATA);
  renameSync(written, join(inbox, 'new', name));
}

async function login(page: WebmailPage, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(`
    document.querySelector('#rcmloginuser').value = ${JSON.stringify(USER)};
    document.querySelector('#rcmloginpwd').value = ${JSON.stringify(PASSWORD)};
    document.querySelector('#rcmloginsubmit').click();
  `);
  await until('the list of messages', () => page.evaluate(`document.querySelector('#messagelist') !== null`));
}

/** The middle of the row with this subject; null when there is none, or when it is open: another click does nothing. */
const whereIsRow = (subject: string): string => `(() => {
  const rows = [...document.querySelectorAll('#messagelist tr.message')];
  const row = rows.find((row) => row.querySelector('td.subject a')?.textContent.trim() === ${JSON.stringify(subject)});
  if (row === undefined || row.classList.contains('selected')) return null;
  row.scrollIntoView({ block: 'nearest' });
  const box = row.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
})()`;

/** The preview is of the same origin, and holds a watermark page at first (section 11). */
const isPreviewed = (subject: string): string => `(() => {
  const preview = document.querySelector('${PREVIEW}')?.contentDocument;
  const shown = preview?.querySelector('#message-header h2.subject')?.textContent ?? '';
  return preview?.readyState === 'complete' && shown.includes(${JSON.stringify(subject)});
})()`;

const isAlone = (subject: string): string => `(() => {
  const shown = document.querySelector('#message-header h2.subject')?.textContent ?? '';
  return location.search.includes('_action=show') && document.readyState === 'complete'
    && shown.includes(${JSON.stringify(subject)});
})()`;

async function open(page: WebmailPage, url: string, subject: string): Promise<void> {
  const { x, y } = await rowPlace(page, url, subject);
  await page.mouse.click(x, y);
  await until(`“${subject}” in the preview`, () => page.evaluate(isPreviewed(subject)));
}

async function openAlone(page: WebmailPage, url: string, subject: string): Promise<void> {
  const { x, y } = await rowPlace(page, url, subject);
  // Roundcube tells a double click by itself, from two clicks within half a second.
  await page.mouse.click(x, y);
  await page.mouse.click(x, y);
  await until(`“${subject}” on its own page`, () => page.evaluate(isAlone(subject)));
}

/** Where to click on the newest message with this subject; loads the list anew when it is not in it, or open already. */
async function rowPlace(page: WebmailPage, url: string, subject: string): Promise<Point> {
  let place = await page.evaluate(whereIsRow(subject));
  if (place === null) {
    await page.goto(`${url}?_task=mail&_mbox=INBOX`);
    await until(`“${subject}” in the list`, async () => {
      place = await page.evaluate(whereIsRow(subject));
      return place !== null;
    });
  }
  if (!Array.isArray(place)) throw new Error(`the row of “${subject}” has no place`);
  return { x: Number(place[0]), y: Number(place[1]) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}

function until(what: string, question: () => unknown, milliseconds = DEADLINE): Promise<void> {
  return untilTrue(what, question, milliseconds);
}
