/** An event's properties that are links, or tell how to join (facts/meeting-links.md section 9) → Passages. */
import { MAX_LINK } from '../links/bounds.ts';
import { scanLinks } from '../links/scan.ts';
import type { Anchor, Passage, Timing } from '../model.ts';
import { isRecord } from '../record.ts';
import type { ContentLine } from './content-lines.ts';
import { readHtml } from './html.ts';
import { plainPassage } from './plain-text.ts';

/** Their whole value is read, also where it is no address. */
const LINKS = new Set([
  'URL',
  'CONFERENCE',
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
  'X-MICROSOFT-ONLINEMEETINGCONFLINK',
  'X-MICROSOFT-CONFERENCETELURI',
  'X-MS-OLK-MWSURL',
]);
/** Of the rest of Microsoft's family only the links are read: most of it is "FREE", "TRUE" or a number. */
const FAMILY = /^X-(?:MICROSOFT|MS-OLK)-/;
const PLACES = new Set(['X-MICROSOFT-LOCATIONS', 'X-MICROSOFT-LOCATIONDISPLAYNAME']);
/** Also with "ONLINEMEETING" before them; in the JSON of other properties they are keys. */
const CONFERENCE_ID = /(?:^|-)(?:ONLINEMEETING)?CONFERENCEID$/;
const PHONE_NUMBER = /(?:^|-)(?:ONLINEMEETING)?TOLL(?:FREE)?NUMBERS?$/;
/** The thread of a Teams meeting, as the property and the meeting's long link name it. */
const THREAD = 'CID';

/** What a hostile JSON value may cost. Real ones hold ten values. */
const MAX_JSON = 100_000;
const MAX_JSON_VALUES = 1_000;
const MAX_NUMBERS = 10;
const MAX_NUMBERS_TEXT = 1_000;

/** Whether an event's property of this upper-case name is read here. */
export function isLinkProperty(name: string): boolean {
  return name === 'LOCATION' || LINKS.has(name) || FAMILY.test(name);
}

/** Tags that producers write into what should be plain text. */
export function looksLikeHtml(text: string): boolean {
  return /<(?:a|b|br|p|div|span|ul|ol|li|u|i|html|table|html-blob)(?:\s|\/?>)/i.test(text);
}

/** LOCATION, and what Outlook says of the places beyond it. Every link in it is an anchor with its property. */
export function placePassages(event: readonly ContentLine[], timing: Timing | null): Passage[] {
  const places: Passage[] = [];
  for (const line of event) {
    if (line.name !== 'LOCATION' || line.text.trim() === '') continue;
    if (looksLikeHtml(line.text) && !ACTIVE.test(withoutBreaks(unwrapped(line.text).core))) {
      const { text, anchors } = readHtml(line.text);
      const named = anchors.map((anchor) => ({ ...anchor, property: line.name }));
      places.push({ source: 'location', text, anchors: named, timing });
    } else {
      places.push(plainPlace(line.text, line.name, timing));
    }
  }
  // "Room 1; Microsoft Teams Meeting" names two places.
  const said = new Set(places.flatMap(({ text }) => [text, ...text.split(/[;\n]/)]).map((one) => one.trim()));
  for (const line of event) {
    if (!PLACES.has(line.name)) continue;
    const values = valuesIn(line);
    const names = values === null ? [line.text.trim()] : values.filter(isOfPlace).map(({ value }) => value);
    const unsaid = names.map((name) => name.trim()).filter((name) => !said.has(name));
    for (const name of unsaid) said.add(name);
    const text = unsaid.join('\n');
    if (text !== '') places.push(plainPlace(text, line.name, timing));
  }
  return places;
}

function plainPlace(text: string, property: string, timing: Timing | null): Passage {
  const anchors = addressesIn(text, false).map((address): Anchor => ({ ...address, property }));
  return { ...plainPassage('location', text, timing), anchors };
}

function isOfPlace({ key, value }: JsonValue): boolean {
  return value.trim() !== '' && (key === 'DISPLAYNAME' || addressesIn(value, false).length > 0);
}

/**
 * One line for each property that leads somewhere; before it, what CONFERENCE calls it: LABEL may hold an access code (RFC 7986
 * section 5.11). A number to call and the conference's id, in two properties, become one `tel:` address as in CONFERENCETELURI.
 */
export function linkPassages(event: readonly ContentLine[], timing: Timing | null): Passage[] {
  const lines = new Lines();
  const numbers: { number: string; property: string }[] = [];
  const ids: string[] = [];
  const note = (key: string, value: string, property: string): boolean => {
    if (CONFERENCE_ID.test(key)) ids.push(...keysIn(value));
    else if (PHONE_NUMBER.test(key))
      numbers.push(...numbersIn(value).map((number) => ({ number, property })));
    else return false;
    return true;
  };
  for (const line of event) {
    if (line.name === 'LOCATION' || PLACES.has(line.name) || !isLinkProperty(line.name)) continue;
    if (note(line.name, line.text, line.name)) continue;
    const values = valuesIn(line);
    if (values === null) {
      const value = withoutEscapes(line.text.trim());
      const addresses = addressesIn(value, LINKS.has(line.name));
      if (value === '' || (addresses.length === 0 && !LINKS.has(line.name))) continue;
      lines.add(line.parameters.get('label') ?? '', '', []);
      lines.add(value, line.name, addresses);
      continue;
    }
    for (const { key, value } of values) {
      const addresses = addressesIn(value, false);
      if (!note(key, value, line.name) && (addresses.length > 0 || key === THREAD || value.includes(',,')))
        lines.add(value, line.name, addresses);
    }
  }
  const [id] = ids;
  for (const { number, property } of numbers.slice(0, MAX_NUMBERS)) {
    const text = `tel:${number}${id === undefined ? '' : `,,${id}#`}`;
    lines.add(text, property, [{ href: text, text, at: 0 }]);
  }
  if (numbers.length === 0 && id !== undefined) lines.add(id, '', []);
  return lines.passages(timing);
}

/** A passage of the source "calendar" in the making. */
class Lines {
  readonly #lines: string[] = [];
  readonly #anchors: Anchor[] = [];
  readonly #seen = new Set<string>();
  #length = 0;

  /** What one property says twice stands there once; a link in two properties is each one's own. */
  add(text: string, property: string, addresses: readonly Address[]): void {
    const key = `${property}:${text}`;
    if (text === '' || this.#seen.has(key)) return;
    this.#seen.add(key);
    for (const address of addresses)
      this.#anchors.push({ ...address, at: this.#length + address.at, property });
    this.#lines.push(text);
    this.#length += text.length + 1;
  }

  passages(timing: Timing | null): Passage[] {
    if (this.#lines.length === 0) return [];
    return [{ source: 'calendar', text: this.#lines.join('\n'), anchors: this.#anchors, timing }];
  }
}

// Addresses in a value.

/** An address in a value, before its property is known. */
interface Address {
  href: string;
  /** As written, at `at`. */
  text: string;
  at: number;
}

/** Schemes that run or open something. What follows may hold blanks, quotes and other addresses. */
const ACTIVE =
  /^(?:(?:javascript|vbscript|view-source):|data:[a-z0-9.+/;=-]{0,100},|(?:file|blob|intent):[/\\#])/i;
/** Telephone numbers are often written with blanks, also in a `tel:` address. */
const SPACED_PHONE = /^tel:[+\d\s().,;*#%-]{3,200}$/i;
/** Schemes without "//" that tell how to join. */
const OPAQUE = /(?<![\w+.-])(?:tel|sips?|conf):[^\s<>"]+/gi;
/** Between two addresses without a blank. Commas and semicolons also stand inside of `tel:` and `conf:`. */
const NEXT_ADDRESS = /[,;|](?=(?:https?|tel|sips?|conf):)/gi;
const ANY_SCHEME = /^[a-z][a-z0-9+.-]{1,40}:\S/i;

/**
 * The addresses in a property's value: one, also in quotes or angle brackets, or several between commas, semicolons and blanks.
 * `isLink`: the property holds nothing but links, so that any scheme counts; elsewhere "Room:12" is no address.
 */
function addressesIn(value: string, isLink: boolean): Address[] {
  const { core, start } = unwrapped(value);
  const whole = (href: string): Address[] => [
    { href: href.slice(0, MAX_LINK), text: core.slice(0, MAX_LINK), at: start },
  ];
  const plain = withoutBreaks(core);
  if (ACTIVE.test(plain)) return whole(plain);
  if (SPACED_PHONE.test(plain)) return whole(plain.replace(/\s/g, ''));

  const pieces: { text: string; at: number }[] = [];
  let from = 0;
  for (const separator of [...value.matchAll(NEXT_ADDRESS), null]) {
    const to = separator === null ? value.length : separator.index;
    pieces.push({ text: value.slice(from, to), at: from });
    from = to + 1;
  }
  const found = pieces.flatMap(({ text, at }) => addressesInPiece(text, at));
  return found.length === 0 && isLink && ANY_SCHEME.test(core) && !/\s/.test(core) ? whole(core) : found;
}

/** Without the quotes or angle brackets around the whole. `start`: where the rest begins. */
function unwrapped(value: string): { core: string; start: number } {
  let start = 0;
  let end = value.length;
  for (;;) {
    while (start < end && isBlank(value.charCodeAt(start))) start++;
    while (end > start && isBlank(value.charCodeAt(end - 1))) end--;
    const closing = { '"': '"', "'": "'", '<': '>' }[value.charAt(start)];
    if (closing === undefined || end - start < 2 || value.charAt(end - 1) !== closing) break;
    start++;
    end--;
  }
  return { core: value.slice(start, end), start };
}

/** Browsers skip blanks and control characters around an address (https://url.spec.whatwg.org/#url-parsing). */
const isBlank = (code: number): boolean => code <= 0x20 || code === 0xa0;

/** Browsers skip tabs and line ends inside of an address, too. */
const withoutBreaks = (address: string): string => address.replace(/[\t\n\r]/g, '');

function addressesInPiece(piece: string, offset: number): Address[] {
  let covered = 0;
  const found = Array.from(piece.matchAll(OPAQUE), (match): Address[] => {
    const before = webLinks(piece.slice(covered, match.index), offset + covered);
    covered = match.index + match[0].length;
    const href = match[0].replace(/[;.]{1,9}$/, '').slice(0, MAX_LINK);
    return [...before, { href, text: href, at: offset + match.index }];
  });
  return [...found.flat(), ...webLinks(piece.slice(covered), offset + covered)];
}

function webLinks(text: string, offset: number): Address[] {
  return scanLinks(text).map(({ href, at }) => ({ href, text: href, at: offset + at }));
}

/** An address holds no backslash before a comma or semicolon: some producers escape it as if it were text. */
function withoutEscapes(value: string): string {
  return value.replace(/\\([,;])/g, '$1');
}

// Values of other kinds.

interface JsonValue {
  /** The innermost key around it, in upper case. */
  key: string;
  value: string;
}

/** The texts and numbers in a value that is JSON, in order; null if it is none. Its commas may be escaped, its quotes too. */
function valuesIn(line: ContentLine): JsonValue[] | null {
  if (!/^\s{0,9}[[{]/.test(line.text)) return null;
  const found: JsonValue[] = [];
  let left = MAX_JSON_VALUES;
  const walk = (key: string, value: unknown, depth: number): void => {
    if (left-- <= 0 || depth > 8) return;
    if (typeof value === 'string' || typeof value === 'number') found.push({ key, value: String(value) });
    else if (Array.isArray(value)) for (const one of value.slice(0, left)) walk(key, one, depth + 1);
    else if (isRecord(value))
      for (const [name, one] of Object.entries(value)) walk(name.toUpperCase(), one, depth + 1);
  };
  // As written first: in JSON "\\n" is a line end too, so unescaping may break it.
  for (const text of [withoutEscapes(line.raw), line.text]) {
    const parsed = jsonOf(text);
    if (parsed === undefined) continue;
    walk('', parsed, 0);
    return found;
  }
  return null;
}

function jsonOf(text: string): unknown {
  if (text.length > MAX_JSON) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** "+31 20 709 1000", "tel:+31207091000" → digits, and the plus if there is one. */
function numbersIn(value: string): string[] {
  return Array.from(
    value.slice(0, MAX_NUMBERS_TEXT).matchAll(/\+?\d(?:[ ().\-/\u00a0]{0,2}\d){5,14}/g),
    ([number]) => number.replace(/[^+\d]/g, ''),
  );
}

/** What a caller types: "123 456 789#" → "123456789". */
function keysIn(value: string): string[] {
  const keys = value.replace(/[\s#]/g, '');
  return /^\d{3,20}$/.test(keys) ? [keys] : [];
}
