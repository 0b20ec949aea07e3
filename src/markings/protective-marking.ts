import { isoTime } from '../invitation/wall-time.ts';

/**
 * Australia's Email Protective Marking Standard: the header X-Protective-Marking and the brackets in a subject
 * (facts/markings.md section 4; the grammar as https://github.com/pmcau/AustralianProtectiveMarkings reads it).
 */
export interface ProtectiveMarking {
  /** Id of a level of au-pspf. */
  level: string;
  /** The SEC part as written: "SEC=OFFICIAL:Sensitive". */
  text: string;
  /** With their type: "SH:CABINET", "RI:AUSTEO". */
  caveats: readonly string[];
  /** Information management markers: "Legal-Privilege". */
  access: readonly string[];
  /**
   * When the level falls, ISO 8601 in UTC. Null if not given, and when it waits for an event. A time without a zone is taken for
   * UTC, which is later than any clock in Australia: a marking never ends too early.
   */
  expires: string | null;
  /** What the level falls to then. Null if not given, or no level of today. */
  downTo: string | null;
}

/** The standard lets a text run to 128 units and names some twenty of them; a longer value is somebody's attack. */
const LONGEST = 4_000;
/** In the standard's order. */
const TAGS = ['VER', 'NS', 'SEC', 'CAVEAT', 'EXPIRES', 'DOWNTO', 'ACCESS', 'NOTE', 'ORIGIN'];
const REPEATABLE = new Set(['CAVEAT', 'ACCESS']);
/** Lowest first. UNCLASSIFIED, FOUO and HIGHLY PROTECTED ended in 2018, and nothing says what they are today: no level. */
const LEVELS = new Map([
  ['UNOFFICIAL', 'unofficial'],
  ['OFFICIAL', 'official'],
  ['OFFICIAL:SENSITIVE', 'official-sensitive'],
  ['PROTECTED', 'protected'],
  ['SECRET', 'secret'],
  ['TOP-SECRET', 'top-secret'],
  ['TOP SECRET', 'top-secret'],
]);
const RANKING = [...new Set(LEVELS.values())];
const EXPIRY = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * What the value of X-Protective-Marking says; folding undone or not. The parts must keep the standard's order. Null when it is
 * not of that grammar, has another namespace than gov.au, no level of today, or more than 4,000 units.
 */
export function readProtectiveMarkingHeader(value: string): ProtectiveMarking | null {
  if (value.length > LONGEST) return null;
  const parts = partsOf(value);
  return parts !== null && inOrder(parts) ? markingOf(parts) : null;
}

/**
 * The marking that stands in brackets in a subject ("Budget [SEC=PROTECTED, ACCESS=Legal-Privilege]"), wherever it stands and in
 * whatever order its parts are: people type it. The standard puts it at the end, so only the last 4,000 units are read. Of
 * several the highest. Null when there is none.
 */
export function readProtectiveMarkingSubject(subject: string): ProtectiveMarking | null {
  const text = subject.slice(-LONGEST);
  let highest: ProtectiveMarking | null = null;
  let opened = -1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') opened = at + 1;
    if (text[at] !== ']' || opened < 0) continue;
    const parts = partsOf(text.slice(opened, at));
    const marking = parts === null ? null : markingOf(parts);
    if (marking !== null && (highest === null || rankOf(marking) > rankOf(highest))) highest = marking;
    opened = -1;
  }
  return highest;
}

const rankOf = (marking: ProtectiveMarking): number => RANKING.indexOf(marking.level);

interface Part {
  tag: string;
  value: string;
  written: string;
}

/** The parts between commas. Null when one of them has no tag that the standard knows. */
function partsOf(text: string): Part[] | null {
  const parts: Part[] = [];
  for (const written of betweenCommas(text.replace(/\s/g, ' '))) {
    if (written === '') continue;
    const equals = written.indexOf('=');
    const tag = written.slice(0, Math.max(0, equals)).trim().toUpperCase();
    if (TAGS.includes(tag)) parts.push({ tag, value: unescaped(written.slice(equals + 1)).trim(), written });
    // People write commas in a note without the escape. A level cannot hide behind it: SEC has a tag.
    else if (equals >= 0 || parts.at(-1)?.tag !== 'NOTE') return null;
  }
  return parts;
}

function betweenCommas(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === ',') {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}

/** "\" escapes a comma, a colon, an equals sign and itself; before anything else it stands for itself. */
const unescaped = (value: string): string => value.replace(/\\([\\,:=])/g, '$1');

const inOrder = (parts: readonly Part[]): boolean =>
  parts.every((part, index) => TAGS.indexOf(part.tag) >= TAGS.indexOf(parts[index - 1]?.tag ?? 'VER'));

function markingOf(parts: readonly Part[]): ProtectiveMarking | null {
  const single = new Map<string, Part>();
  for (const part of parts) {
    if (REPEATABLE.has(part.tag)) continue;
    if (single.has(part.tag)) return null;
    single.set(part.tag, part);
  }
  const namespace = single.get('NS')?.value.toLowerCase() ?? 'gov.au';
  const security = single.get('SEC');
  const level = levelOf(security?.value);
  if (security === undefined || level === null || namespace !== 'gov.au') return null;
  const all = (tag: string): string[] =>
    parts.filter((part) => part.tag === tag && part.value !== '').map((part) => part.value);
  return {
    level,
    text: security.written,
    caveats: all('CAVEAT'),
    access: all('ACCESS'),
    expires: timeOf(single.get('EXPIRES')?.value ?? ''),
    downTo: levelOf(single.get('DOWNTO')?.value),
  };
}

/** People and gateways put a blank after the colon of OFFICIAL:Sensitive, and write small letters. */
function levelOf(value: string | undefined): string | null {
  const name = (value ?? '').split(':').map((word) => word.trim().split(/ +/).join(' '));
  return LEVELS.get(name.join(':').toUpperCase()) ?? null;
}

function timeOf(value: string): string | null {
  const [, day, time, zone] = EXPIRY.exec(value.toUpperCase()) ?? [];
  return day === undefined ? null : isoTime(Date.parse(`${day}T${time ?? '00:00'}${zone ?? 'Z'}`));
}
