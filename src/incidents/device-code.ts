import { plainHost } from '../links/hosts.ts';
import { scanLinks } from '../links/scan.ts';
import { unwrap } from '../links/unwrap.ts';
import type { Invitation } from '../model.ts';

/** How far from the words "device code" the code itself may stand, in UTF-16 units. */
const NEAR = 80;
/** More of such words and links than this are not looked at. */
const MOST = 50;

/** The languages of our platforms' wording. */
const WORDS =
  /device[ -]code|apparaatcode|ger[äa]tecode|code d[’']appareil|code de l[’']appareil|c[óo]digo de dispositivo|codice (?:del )?dispositivo/giu;
/** Microsoft's are nine letters and digits, in capitals. At least one digit, so that no word in capitals is one. */
const CODE = /(?<![\w-])[A-Z0-9]{4}[A-Z0-9-][A-Z0-9]{3,5}(?![\w-])/g;

/** The parts of a path that begin the page on which a device code is typed. Microsoft's own, as its programs print them. */
function isDeviceLogin(url: URL): boolean {
  const host = plainHost(url).replace(/^www\./, '');
  const parts = url.pathname
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  const [first = ''] = parts;
  switch (host) {
    // Also "deviceloginus" and "deviceloginchina", for the clouds of governments.
    case 'microsoft.com':
    case 'aka.ms':
      return first.startsWith('devicelogin');
    case 'login.microsoft.com':
      return first === 'device' || parts.at(-1) === 'deviceauth';
    case 'login.microsoftonline.com':
    case 'login.microsoftonline.us':
      return parts.at(-1) === 'deviceauth';
    default:
      return false;
  }
}

function opensDeviceLogin(href: string): boolean {
  // All these pages have the word in their address, and gateways leave letters as they are.
  if (!/device/i.test(href)) return false;
  const url = unwrap(href)?.url ?? null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && isDeviceLogin(url);
}

function givesCode(text: string): boolean {
  let looked = 0;
  for (const { index } of text.matchAll(WORDS)) {
    if (++looked > MOST) return false;
    const near = text.slice(Math.max(0, index - NEAR), index + NEAR);
    for (const [code] of near.matchAll(CODE)) if (/\d/.test(code)) return true;
  }
  return false;
}

/**
 * Whether the invitation wants its reader to type a device code: it links the page for it, or gives a code. Who warns of device
 * codes gives none. What else the words around it say does not count: they are the attacker's.
 */
export function asksForDeviceCode({ title, passages }: Invitation): boolean {
  const texts = [title, ...passages.map(({ text }) => text)];
  const links = passages.flatMap(({ anchors }) => anchors.map(({ href }) => href));
  if (links.some(opensDeviceLogin) || texts.some(givesCode)) return true;
  return texts.some(
    (text) => /device/i.test(text) && scanLinks(text).some(({ href }) => opensDeviceLogin(href)),
  );
}

/** "Teams" with a capital is the product; "our teams" are people. */
export function speaksOfTeams({ title, passages }: Invitation): boolean {
  return [title, ...passages.map(({ text }) => text)].some((text) =>
    /(?<![\p{L}\p{N}])(?:Teams|TEAMS|(?:[Mm]icrosoft|ms)\steams)(?![\p{L}\p{N}])/u.test(text),
  );
}
