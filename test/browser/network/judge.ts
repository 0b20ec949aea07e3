/** What in a recording is neither one of the test's own web pages nor what the browser asks for by itself, in words. */
import { fieldsAskedFor, fieldsIn } from './autofill.ts';
import type { BrowserLog } from './browser-log.ts';
import { ADDRESSES, BODIES, pageAt } from './pages.ts';

export interface Recording {
  /** As RecordingProxy.requests. */
  proxy: readonly string[];
  log: BrowserLog;
  /** "address:port" of the proxy. */
  proxyAt: string;
}

/** Of the web pages that the tests open. */
const HOSTS = new Set(ADDRESSES.map((address) => new URL(address).host));

const fields = new Set(BODIES.flatMap(fieldsIn));

/** "connect host:port", or an address; "https://host" of Chromium's resolver, or a bare name of Firefox's. */
function hostOf(request: string): string {
  const tunnel = /^connect (.*):\d+$/.exec(request)?.[1];
  return tunnel ?? URL.parse(request)?.host ?? request;
}

/** A page of the test; what every browser asks of its host; the tunnel to either. */
function isOfTest(request: string): boolean {
  if (request.startsWith('connect ')) return HOSTS.has(hostOf(request));
  const url = URL.parse(request);
  // The last line in the log of a process that was ended may be cut.
  if (url === null) return ADDRESSES.some((address) => address.startsWith(request));
  return pageAt(request) !== undefined || (url.pathname === '/favicon.ico' && HOSTS.has(url.host));
}

const hostsIn = ({ proxy, log }: Recording): Set<string> =>
  new Set([...proxy, ...log.requests.map(({ url }) => url), ...log.names].map(hostOf));

/** Addresses of the network; all others never leave the browser. */
const isOfNetwork = (url: string): boolean => /^(https?|wss?|ftp):/.test(url);

/** `control`: the browser without the extension, on the same pages. `own`: the extension's origin; null in a browser without it. */
export function complaintsAbout(recording: Recording, control: Recording, own: string | null): string[] {
  const usual = hostsIn(control);
  const isStrange = (request: string): boolean => !isOfTest(request) && !usual.has(hostOf(request));
  const { proxy, log } = recording;
  const sent = log.requests.filter(({ url }) => isOfNetwork(url));
  const complaints = [
    ...proxy.filter(isStrange).map((request) => `the proxy was asked for ${request}`),
    ...sent.filter(({ url }) => isStrange(url)).map(({ url }) => `the browser’s log has ${url}`),
    ...sent
      .filter(({ initiator }) => own !== null && initiator.includes(own))
      .map(({ url }) => `the extension itself asked for ${url}`),
    ...log.names
      .filter((name) => !usual.has(hostOf(name)) && !HOSTS.has(hostOf(name)))
      .map((name) => `the browser looked up ${name}`),
    ...(log.connected ?? [])
      .filter((place) => place !== recording.proxyAt)
      .map((place) => `the browser connected to ${place}, past the proxy`),
    ...fieldsAskedFor(proxy)
      .filter((field) => !fields.has(field))
      .map((field) => `autofill’s server was asked for ${field}, a field of no page of the test`),
  ];
  return [...new Set(complaints)];
}
