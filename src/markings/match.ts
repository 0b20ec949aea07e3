import type { Invitation, Marking } from '../model.ts';
import type { MarkingLevel, MarkingScheme, Spelling } from './scheme.ts';

/** Finds markings by the position rules of facts/markings.md section 3. Linear in the text's length. */
export type MarkingMatcher = (invitation: Invitation) => { highest: Marking | null; inTitle: Marking | null };

interface Entry {
  scheme: MarkingScheme;
  level: MarkingLevel;
  spelling: Spelling;
}

const DASHES = '[-\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d]';
const BLANK = '[^\\S\\n]';
/** Re:, Fwd: and their Dutch and German kin, and the tags that gateways put before a subject. */
const SUBJECT_PREFIXES =
  /^(?:\s*(?:(?:re|fw|fwd|antw|aw|wg|doorst|betr)\s{0,2}:|\[(?:ext|extern|external)\]))+/i;
/** Words that introduce a marking on its line. */
const MARKING_LABELS = [
  'CLASSIFICATION',
  'SECURITY CLASSIFICATION',
  'PROTECTIVE MARKING',
  'MARKING',
  'RUBRICERING',
  'EINSTUFUNG',
];
const DISCLAIMER =
  /^\s*(?:this (?:e-?mail|message)|confidentiality notice|disclaimer|dit (?:e-?mail)?bericht|deze e-?mail|de informatie in (?:dit|deze)|diese e-?mail|diese nachricht)\b/i;
/** Shorter paragraphs that begin like a disclaimer are somebody's own words. */
const DISCLAIMER_LENGTH = 80;
const LONGEST_TITLE = 4000;

/** `schemes` are those in force: bare words such as SECRET belong to several. */
export function markingMatcher(schemes: readonly MarkingScheme[]): MarkingMatcher {
  const entries: Entry[] = schemes.flatMap((scheme) =>
    scheme.levels.flatMap((level) => level.spellings.map((spelling) => ({ scheme, level, spelling }))),
  );
  // Longest first: TOP SECRET before SECRET, TLP:AMBER+STRICT before TLP:AMBER.
  entries.sort((one, other) => other.spelling.text.length - one.spelling.text.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${entries.map((entry) => `(${tolerant(entry.spelling.text)})`).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const companions = schemes.flatMap((scheme) => scheme.companions);

  /** The highest in these lines. One search for all: no spelling reaches over a line's end. */
  const highestIn = (lines: readonly string[], foundIn: Marking['foundIn']): Marking | null => {
    let highest: Marking | null = null;
    let index = 0;
    let lineStart = 0;
    for (const match of lines.join('\n').matchAll(pattern)) {
      for (let length = lines[index]?.length ?? 0; lineStart + length < match.index; ) {
        lineStart += length + 1;
        length = lines[++index]?.length ?? 0;
      }
      const entry = entries[match.slice(1).findIndex((group) => group !== undefined)];
      if (entry === undefined || (highest !== null && entry.level.rank <= highest.rank)) continue;
      const place: Place = { line: lines[index] ?? '', start: match.index - lineStart, written: match[0] };
      if (!counts(entry.spelling, place, foundIn === 'title', pattern, companions)) continue;
      highest = {
        scheme: entry.scheme.id,
        level: entry.level.id,
        rank: entry.level.rank,
        foundIn,
        text: match[0],
      };
    }
    return highest;
  };

  return (invitation) => {
    if (entries.length === 0) return { highest: null, inTitle: null };
    const title = withoutAccents(invitation.title)
      .replace(SUBJECT_PREFIXES, '')
      .trim()
      .slice(0, LONGEST_TITLE);
    const inTitle = highestIn([title], 'title');
    // Of equal ones the title's counts, then the first.
    const highest = invitation.passages.reduce<Marking | null>((best, passage) => {
      const found = highestIn(ownLines(passage.text), passage.source === 'body' ? 'body' : 'calendar');
      return best === null || (found !== null && found.rank > best.rank) ? found : best;
    }, inTitle);
    return { inTitle, highest };
  };
}

/** The writer's own lines: no quotes, no signature, no disclaimer. */
function ownLines(text: string): string[] {
  const lines: string[] = [];
  for (const raw of withoutAccents(text).split('\n')) {
    if (raw === '-- ' || raw === '--') break;
    if (raw.startsWith('>')) continue;
    const line = raw.trim();
    if (line !== '' && !(line.length >= DISCLAIMER_LENGTH && DISCLAIMER.test(line))) lines.push(line);
  }
  return lines;
}

function withoutAccents(text: string): string {
  if (/^[\u0000-\u007f]*$/.test(text)) return text;
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** A spelling with every dash, blanks round dash, colon and slash, and with or without the dot and the blank of "Dep. ". */
function tolerant(spelling: string): string {
  const pieces: Readonly<Record<string, string>> = {
    '. ': `(?:\\.${BLANK}{0,3}|${BLANK}{1,3})`,
    '.': `\\.?${BLANK}{0,2}`,
    '-': `${BLANK}{0,3}${DASHES}${BLANK}{0,3}`,
    ':': `${BLANK}{0,3}:${BLANK}{0,3}`,
    '/': `${BLANK}{0,3}/${BLANK}{0,3}`,
    ' ': `${BLANK}{1,3}`,
  };
  return withoutAccents(spelling).replace(
    /\. |[-.:/ ]|[+*?^${}()|[\]\\]/g,
    (piece) => pieces[piece] ?? `\\${piece}`,
  );
}

/** Where a spelling stands on its line. */
interface Place {
  line: string;
  /** UTF-16 offset in the line. */
  start: number;
  written: string;
}

function counts(
  spelling: Spelling,
  { line, start, written }: Place,
  isTitle: boolean,
  pattern: RegExp,
  companions: readonly string[],
): boolean {
  if (spelling.counts === 'anywhere') return true;
  const capitals = written === written.toUpperCase();
  if (spelling.counts === 'capitals') return capitals;
  if (spelling.counts === 'position' && !capitals) return false;
  const end = start + written.length;
  // Only what stands right beside it, so that many matches on one long line cost no more than the line.
  const opened = /[[(]\s{0,2}$/.test(line.slice(Math.max(0, start - 3), start));
  if (opened && /^\s{0,2}[\])]/.test(line.slice(end, end + 3))) return true;
  if (alone(line, pattern, companions)) return true;
  return isTitle && atAnEnd(line.slice(0, start), line.slice(end), line);
}

/** Nothing on the line but markings, their companions and punctuation. */
function alone(line: string, pattern: RegExp, companions: readonly string[]): boolean {
  if (line.length > 200) return false;
  let rest = line.replace(pattern, ' ').toUpperCase();
  for (const word of [...MARKING_LABELS, ...companions].sort((one, other) => other.length - one.length))
    rest = rest.replaceAll(word, ' ');
  return !/[\p{L}\p{N}]/u.test(rest);
}

/**
 * At the subject's very start or end. In a subject that is in capitals throughout, capitals prove nothing: there the marking
 * must be set off by punctuation.
 */
function atAnEnd(before: string, after: string, line: string): boolean {
  const shouted = line === line.toUpperCase();
  const start =
    /^\P{L}*(?:UK\s+)?$/u.test(before) && (shouted ? /^\s{0,3}[^\p{L}\p{N}\s]/u.test(after) : true);
  const end =
    /^[^\p{L}\p{N}]*$/u.test(after) &&
    (shouted ? /[^\p{L}\p{N}\s]\s{0,3}$/u.test(before) : /\s$|\P{L}$/u.test(before));
  return start || end;
}
