import { plainHost } from '../links/hosts.ts';
import { scanLinks } from '../links/scan.ts';
import { unwrap } from '../links/unwrap.ts';
import type { Invitation, Passage } from '../model.ts';

/** How far from the words "device code" the code itself may stand, in UTF-16 units. */
const NEAR = 80;
/** How far from a link to the page the code itself may stand, in UTF-16 units. */
const NEAR_LINK = 200;
/** More of such words and links than this are not looked at. */
const MOST = 50;

/** The languages of our platforms' wording. */
const WORDS =
  /device[ -]code|apparaatcode|ger[äa]tecode|code d[’']appareil|code de l[’']appareil|c[óo]digo de dispositivo|codice (?:del )?dispositivo/giu;
/** Microsoft's are nine letters and digits, in capitals. At least one digit, so that no word in capitals is one. */
const CODE = /(?<![\w-])[A-Z0-9]{4}[A-Z0-9-][A-Z0-9]{3,5}(?![\w-])/g;
/** Beside the page itself a code of another length counts, too: the link says already what it is for. */
const CODE_BESIDE_PAGE = /(?<![\w-])(?:[A-Z0-9]{4}-[A-Z0-9]{3,5}|[A-Z0-9]{6,9})(?![\w-])/g;

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

/** Where the passage links the page for device codes: begin and end of the link, in UTF-16 units. */
function deviceLogins({ text, anchors }: Pick<Passage, 'text' | 'anchors'>): { at: number; end: number }[] {
  const shown = anchors
    .filter(({ href }) => opensDeviceLogin(href))
    .map((anchor) => ({ at: anchor.at, end: anchor.at + anchor.text.length }));
  const written = /device/i.test(text) ? scanLinks(text).filter(({ href }) => opensDeviceLogin(href)) : [];
  return [...shown, ...written];
}

function givesCodeBesidePage(passage: Pick<Passage, 'text' | 'anchors'>): boolean {
  const places = deviceLogins(passage).slice(0, MOST);
  if (places.length === 0) return false;
  // What gateways write into links looks like codes.
  const pieces: string[] = [];
  let done = 0;
  for (const { at, end } of scanLinks(passage.text)) {
    if (at < done) continue;
    pieces.push(passage.text.slice(done, at), ' '.repeat(end - at));
    done = end;
  }
  const text = pieces.join('') + passage.text.slice(done);
  return places.some(({ at, end }) => {
    const near = text.slice(Math.max(0, at - NEAR_LINK), end + NEAR_LINK);
    return [...near.matchAll(CODE_BESIDE_PAGE)].some(([code]) => /\d/.test(code));
  });
}

/** The title can hold a link only as text. */
function placesOf({ title, passages }: Invitation): Pick<Passage, 'text' | 'anchors'>[] {
  return [{ text: title, anchors: [] }, ...passages];
}

/**
 * Whether the invitation links the page for device codes, or gives a code beside the words for it. Beside a Teams meeting that is
 * enough, because none needs either: what else the words say does not count, as they are the attacker's. A warning of device codes
 * that links the page counts there, too.
 */
export function bringsDeviceCode(invitation: Invitation): boolean {
  const places = placesOf(invitation);
  return places.some(({ text }) => givesCode(text)) || places.some((place) => deviceLogins(place).length > 0);
}

/**
 * Whether the invitation links the page for device codes and gives a code beside it. Without a meeting less says nothing: who warns
 * of the page links it, and so does who explains how to sign in the device of a room. Neither has a code to give.
 */
export function bringsDeviceCodeAndPage(invitation: Invitation): boolean {
  return placesOf(invitation).some(givesCodeBesidePage);
}

/** "Teams" with a capital is the product; "our teams" are people. */
export function speaksOfTeams({ title, passages }: Invitation): boolean {
  return [title, ...passages.map(({ text }) => text)].some((text) =>
    /(?<![\p{L}\p{N}])(?:Teams|TEAMS|(?:[Mm]icrosoft|ms)\steams)(?![\p{L}\p{N}])/u.test(text),
  );
}
