/**
 * Firefox's own logs: the file that about:logging writes (nsHttp names every request, nsHostResolver every name; Firefox Source Docs, "HTTP
 * Logging"), and what the parent process observes of each channel, which knows on whose behalf it is opened.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { z } from 'zod';
import type { BrowserLog, LoggedRequest } from './browser-log.ts';

/** `file`: absolute; each process appends an ending of its own. */
export const logPreferences = (file: string): Record<string, string | number | boolean> => ({
  'logging.config.LOG_FILE': file,
  // Otherwise the start takes these preferences away again.
  'logging.config.clear_on_startup': false,
  'logging.nsHttp': 3,
  'logging.nsHostResolver': 5,
});

const REQUEST = / uri=(\S+)/g;
const NAME = / Resolving host \[([^\]]*)\]/g;

const every = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** The browser must have ended. `observed`: of readObserved(). Throws when it has written no log. */
export function readFirefoxLog(file: string, observed: readonly LoggedRequest[]): BrowserLog {
  const files = readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)));
  const text = files.map((name) => readFileSync(join(dirname(file), name), 'latin1')).join('\n');
  const requests = every(REQUEST, text).map((url) => ({ url, initiator: '' }));
  if (requests.length === 0) throw new Error(`There is no request in ${files.length} logs of Firefox.`);
  return { requests: [...requests, ...observed], names: every(NAME, text), connected: null };
}

/** For a page that may do what the browser's own may, such as about:config. */
const OBSERVE = `(() => {
  globalThis.observed = [];
  const names = (principal) => principal === null ? '' : principal.isExpandedPrincipal ? JSON.stringify(principal) : principal.originNoSuffix;
  globalThis.observer = { observe(subject) {
    const { URI, loadInfo } = subject.QueryInterface(Ci.nsIChannel);
    observed.push({ url: URI.spec, initiator: [loadInfo.triggeringPrincipal, loadInfo.loadingPrincipal].map(names).join(' ') });
  } };
  Services.obs.addObserver(globalThis.observer, 'http-on-opening-request');
})()`;

const OBSERVED = z.array(z.object({ url: z.string(), initiator: z.string() }));

export async function observe(about: Page): Promise<void> {
  await about.evaluate(OBSERVE);
}

/** All requests since observe() with both principals. */
export async function readObserved(about: Page): Promise<LoggedRequest[]> {
  return OBSERVED.parse(JSON.parse(String(await about.evaluate('JSON.stringify(observed)'))));
}
