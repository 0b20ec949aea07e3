/** Everything by which a page can ask for something from elsewhere, tried in a page of ours. */
import { z } from 'zod';
import type { HandledPage } from '../own-pages.ts';
import { until } from '../until.ts';

export const OWN_PAGES = [
  'popup/index.html?tab=0',
  'options/index.html#check',
  'first-run/index.html',
] as const;

export const ATTEMPT_HOST = 'attempt.example';

const element = (name: string, attribute: string, more = ''): string =>
  `const one = document.createElement('${name}'); one.${attribute} = url; ${more} document.body.append(one);`;

/** By what each goes against (CSP3, section 6.1). */
const ATTEMPTS: Readonly<Record<string, { directive: string; code: string }>> = {
  fetch: { directive: 'connect-src', code: 'fetch(url).catch(() => undefined);' },
  'fetch without an answer': {
    directive: 'connect-src',
    code: `fetch(url, { mode: 'no-cors', keepalive: true }).catch(() => undefined);`,
  },
  XMLHttpRequest: {
    directive: 'connect-src',
    code: `const request = new XMLHttpRequest(); request.open('GET', url); request.send();`,
  },
  WebSocket: {
    directive: 'connect-src',
    code: `try { new WebSocket(url.replace('https', 'wss')); } catch {}`,
  },
  EventSource: { directive: 'connect-src', code: 'try { new EventSource(url); } catch {}' },
  beacon: { directive: 'connect-src', code: `navigator.sendBeacon(url, '1');` },
  image: { directive: 'img-src', code: element('img', 'src') },
  'image of a style': {
    directive: 'img-src',
    code: `document.body.style.setProperty('background-image', 'url(' + url + ')');`,
  },
  script: { directive: 'script-src-elem', code: element('script', 'src') },
  stylesheet: { directive: 'style-src-elem', code: element('link', 'href', `one.rel = 'stylesheet';`) },
  frame: { directive: 'frame-src', code: element('iframe', 'src') },
  object: { directive: 'object-src', code: element('object', 'data') },
  video: { directive: 'media-src', code: element('video', 'src') },
  font: {
    directive: 'font-src',
    code: `new FontFace('attempt', 'url(' + url + ')').load().catch(() => undefined);`,
  },
  form: {
    directive: 'form-action',
    code: element('form', 'action', `one.method = 'post'; queueMicrotask(() => one.submit());`),
  },
};

/** What attemptsIn() must give. */
export const REFUSED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ATTEMPTS).map(([name, { directive }]) => [name, directive]),
);

/** A host for each: of a frame, the browsers name no more than the origin. */
const hostOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '-')}.${ATTEMPT_HOST}`;

const tries = Object.entries(ATTEMPTS)
  .map(([name, { code }]) => `(() => { const url = 'https://${hostOf(name)}/'; ${code} })();`)
  .join('\n');
/** Chromium connects ahead to where a navigation is to go, and only then asks the policy; nothing is requested there. */
export const AHEAD: readonly string[] = ['frame', 'form'].map((name) => `connect ${hostOf(name)}:443`);

const names = Object.fromEntries(Object.keys(ATTEMPTS).map((name) => [hostOf(name), name]));

const TRY = `(() => {
  const names = ${JSON.stringify(names)};
  globalThis.refused = {};
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    globalThis.refused[names[URL.parse(blockedURI)?.host] ?? blockedURI] = effectiveDirective;
  });
  ${tries}
})()`;

/** The directive that each was refused by. Those that were not refused within ten seconds are missing. */
export async function attemptsIn(page: HandledPage): Promise<Readonly<Record<string, string>>> {
  await page.evaluate(TRY);
  const refused = async (): Promise<Record<string, string>> =>
    z
      .record(z.string(), z.string())
      .parse(JSON.parse(String(await page.evaluate('JSON.stringify(refused)'))));
  const count = Object.keys(ATTEMPTS).length;
  await until('every attempt to be refused', async () => Object.keys(await refused()).length >= count).catch(
    () => undefined,
  );
  return refused();
}
